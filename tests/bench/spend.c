/*
 * What a command costs as a whole process, with those that it waits for. Adds a line to a file: a name, the seconds of
 * the processor (user and system), those of the clock, and the most memory that it held at once in MiB, with tabs between.
 *
 *   spend FILE NAME COMMAND [ARGUMENT…]
 *
 * Ends with the command's status.
 */

#define _DEFAULT_SOURCE

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double clock_seconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int count, char *arguments[])
{
    if (count < 4) {
        fputs("usage: spend FILE NAME COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    double begin = clock_seconds();
    pid_t child = fork();
    if (child == 0) {
        execvp(arguments[3], arguments + 3);
        _exit(127);
    }
    struct rusage usage;
    int status = 0;
    FILE *file = fopen(arguments[1], "a");
    if (child < 0 || !file || wait4(child, &status, 0, &usage) != child) {
        perror(arguments[3]);
        return 2;
    }
    fprintf(file, "%s\t%.3f\t%.3f\t%.0f\n", arguments[2], seconds(usage.ru_utime) + seconds(usage.ru_stime),
            clock_seconds() - begin, (double)usage.ru_maxrss / 1024);
    fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
