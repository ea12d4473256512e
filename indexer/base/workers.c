#include "indexer/base/workers.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

struct crew {
    pthread_mutex_t lock;
    size_t next; /* the first number that nobody has taken */
    size_t count;
    void (*work)(void *context, size_t worker, size_t number);
    void *context;
};

struct worker {
    struct crew *crew;
    size_t number;
    pthread_t thread;
};

static bool take(struct crew *crew, size_t *number)
{
    pthread_mutex_lock(&crew->lock);
    bool any = crew->next < crew->count;
    *number = any ? crew->next++ : 0;
    pthread_mutex_unlock(&crew->lock);
    return any;
}

static void *do_work(void *of)
{
    struct worker *worker = of;
    for (size_t number; take(worker->crew, &number);)
        worker->crew->work(worker->crew->context, worker->number, number);
    return NULL;
}

size_t workers_standard(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors > WORKERS_MAX ? WORKERS_MAX : (size_t)processors;
}

void workers_run(size_t workers, size_t count, void (*work)(void *context, size_t worker, size_t number), void *context)
{
    struct crew crew = {PTHREAD_MUTEX_INITIALIZER, 0, count, work, context};
    struct worker all[WORKERS_MAX];
    size_t started = 0;
    for (; started + 1 < workers && started + 1 < WORKERS_MAX && started + 1 < count; started++) {
        all[started] = (struct worker){.crew = &crew, .number = started + 1};
        if (pthread_create(&all[started].thread, NULL, do_work, &all[started]) != 0)
            break;
    }
    do_work(&(struct worker){.crew = &crew});
    for (size_t i = 0; i < started; i++)
        pthread_join(all[i].thread, NULL);
    pthread_mutex_destroy(&crew.lock);
}

/* Pieces on their way from those who make them to the one who takes them. */
struct line {
    pthread_mutex_t lock;
    pthread_cond_t moved; /* something was made or taken, or the taking ended */
    size_t count;
    size_t next;  /* the first number that nobody has begun to make */
    size_t taken; /* how many were taken */
    bool made[WORKERS_AHEAD];
    bool ended;
    const struct workers_order *order;
    void *context;
};

/* Whether a piece is to be made now; asked while the lock is held. */
static bool may_begin(const struct line *line)
{
    return line->next < line->count && line->next < line->taken + WORKERS_AHEAD;
}

/* Makes the next piece. The lock is held before and behind. */
static void make_next(struct line *line)
{
    size_t number = line->next++;
    pthread_mutex_unlock(&line->lock);
    line->order->make(line->context, number % WORKERS_AHEAD, number);
    pthread_mutex_lock(&line->lock);
    line->made[number % WORKERS_AHEAD] = true;
    pthread_cond_broadcast(&line->moved);
}

static void *make_all(void *of)
{
    struct line *line = of;
    pthread_mutex_lock(&line->lock);
    while (!line->ended && line->next < line->count) {
        if (may_begin(line))
            make_next(line);
        else
            pthread_cond_wait(&line->moved, &line->lock);
    }
    pthread_mutex_unlock(&line->lock);
    return NULL;
}

/* Whoever takes makes pieces too while there is none to take. The lock is held before and behind. */
static bool take_next(struct line *line)
{
    size_t number = line->taken;
    size_t at = number % WORKERS_AHEAD;
    while (!line->made[at]) {
        if (may_begin(line))
            make_next(line);
        else
            pthread_cond_wait(&line->moved, &line->lock);
    }
    pthread_mutex_unlock(&line->lock);
    bool more = line->order->take(line->context, at, number);
    pthread_mutex_lock(&line->lock);
    line->made[at] = false;
    line->taken++;
    pthread_cond_broadcast(&line->moved);
    return more;
}

bool workers_in_order(size_t workers, size_t count, const struct workers_order *order, void *context)
{
    struct line line = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, .count = count, .order = order,
                        .context = context};
    pthread_t threads[WORKERS_MAX];
    size_t started = 0;
    while (started + 1 < workers && started + 1 < WORKERS_MAX && started + 1 < count &&
           pthread_create(&threads[started], NULL, make_all, &line) == 0)
        started++;
    pthread_mutex_lock(&line.lock);
    bool more = true;
    while (more && line.taken < count)
        more = take_next(&line);
    line.ended = true;
    pthread_cond_broadcast(&line.moved);
    pthread_mutex_unlock(&line.lock);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t at = 0; at < WORKERS_AHEAD; at++)
        if (line.made[at])
            order->drop(context, at);
    pthread_cond_destroy(&line.moved);
    pthread_mutex_destroy(&line.lock);
    return more;
}
