#include "catalogue/progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { SHOWN_AFTER_MILLISECONDS = 300, SHOWN_EVERY_MILLISECONDS = 100 };

static const char *current;
static long started;
static long last_shown;

static long milliseconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Short work shows nothing. */
static void show(size_t done, size_t of)
{
    long now = milliseconds();
    if (now - started < SHOWN_AFTER_MILLISECONDS || now - last_shown < SHOWN_EVERY_MILLISECONDS)
        return;
    last_shown = now;
    fprintf(stderr, "\r%s: %zu of %zu\033[K", current, done, of);
    fflush(stderr);
}

void (*progress_for(const char *what))(size_t done, size_t of)
{
    current = what;
    started = milliseconds();
    last_shown = 0;
    return isatty(STDERR_FILENO) ? show : NULL;
}

void progress_end(void)
{
    if (last_shown)
        fprintf(stderr, "\r\033[K");
    last_shown = 0;
}
