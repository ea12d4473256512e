#include "catalogue/pager.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* What a shell answers when there is no such program, or none that it may start. */
enum { NOT_STARTED = 126, NOT_FOUND = 127 };

/* NULL: none is wanted. */
static const char *chosen_pager(void)
{
    const char *pager = getenv("PAGER");
    if (!pager)
        return "less";
    return *pager && strcmp(pager, "cat") != 0 ? pager : NULL;
}

/* The keys and the closed pipe by which a reader ends the pager must not end this program with it. */
static const int reader_signals[] = {SIGPIPE, SIGINT, SIGQUIT};
enum { READER_SIGNALS = sizeof reader_signals / sizeof *reader_signals };

static void ignore_signals(struct sigaction *before)
{
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    for (size_t i = 0; i < READER_SIGNALS; i++)
        sigaction(reader_signals[i], &ignore, &before[i]);
}

static void mind_signals(const struct sigaction *before)
{
    for (size_t i = 0; i < READER_SIGNALS; i++)
        sigaction(reader_signals[i], &before[i], NULL);
}

bool pager_show(const char *data, size_t size)
{
    struct sigaction before[READER_SIGNALS];
    const char *pager = chosen_pager();
    if (!pager)
        return false;
    /* Keep colours, leave a short answer on the screen; whoever has set LESS knows better. */
    setenv("LESS", "FIRX", 0);
    fflush(stdout);
    FILE *pipe = popen(pager, "w");
    if (!pipe)
        return false;
    ignore_signals(before);
    fwrite(data, 1, size, pipe);
    int status = pclose(pipe);
    mind_signals(before);
    /* Any other status is the pager's own affair: it has shown what it was given. */
    return status != -1 &&
           !(WIFEXITED(status) && (WEXITSTATUS(status) == NOT_STARTED || WEXITSTATUS(status) == NOT_FOUND));
}
