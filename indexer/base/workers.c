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
