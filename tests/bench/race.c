/*
 * Times whole processes against each other. Each line of stdin is a contestant: a name, a
 * tab, and a command of words with tabs between. All take turns for a number of rounds, so
 * that what else the machine does falls on all alike. Prints, for each, its name, the
 * median of the wall clock and of the processor time in milliseconds, with tabs between.
 *
 *   race ROUNDS <contestants
 */

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

enum { CONTESTANTS = 32, WORDS = 32, ROUNDS = 1000, LINE = 4096 };

struct contestant {
    char line[LINE];
    char *words[WORDS + 1]; /* the name, then the command */
    double wall[ROUNDS];
    double processor[ROUNDS];
};

static struct contestant contestants[CONTESTANTS];
extern char **environ;

static bool split(struct contestant *contestant)
{
    size_t count = 0;
    char *rest = contestant->line;
    contestant->line[strcspn(contestant->line, "\n")] = '\0';
    for (char *word = strtok_r(rest, "\t", &rest); word && count < WORDS; word = strtok_r(NULL, "\t", &rest))
        contestant->words[count++] = word;
    return count >= 2;
}

static double milliseconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

/* The processor time of all children so far. */
static double children(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static bool run(struct contestant *contestant, size_t round)
{
    posix_spawn_file_actions_t actions;
    pid_t child = 0;
    int status = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    double wall = milliseconds();
    double processor = children();
    bool done = posix_spawnp(&child, contestant->words[1], &actions, NULL, contestant->words + 1, environ) == 0 &&
                waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) < 2;
    contestant->wall[round] = milliseconds() - wall;
    contestant->processor[round] = children() - processor;
    posix_spawn_file_actions_destroy(&actions);
    if (!done)
        fprintf(stderr, "race: %s failed\n", contestant->words[0]);
    return done;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a;
    double second = *(const double *)b;
    return (first > second) - (first < second);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

int main(int count, char **words)
{
    size_t rounds = count == 2 ? strtoul(words[1], NULL, 10) : 0;
    size_t entered = 0;
    bool done = rounds > 0 && rounds <= ROUNDS;
    while (done && entered < CONTESTANTS && fgets(contestants[entered].line, LINE, stdin))
        done = split(&contestants[entered++]);
    for (size_t round = 0; done && round < rounds + 1; round++)
        for (size_t i = 0; done && i < entered; i++)
            done = run(&contestants[i], round ? round - 1 : 0); /* the first turn only warms up */
    for (size_t i = 0; done && i < entered; i++)
        printf("%s\t%.2f\t%.2f\n", contestants[i].words[0], median(contestants[i].wall, rounds),
               median(contestants[i].processor, rounds));
    return done ? 0 : 2;
}
