#include "catalogue/pager.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "indexer/base/text.h"

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

/* Started before there is anything to show; NULL when there is none. */
static FILE *waiting;

/* A shell that becomes the pager once it has read a line. */
void pager_begin(void)
{
    struct text command = {0};
    const char *pager = chosen_pager();
    if (!pager)
        return;
    /* Keep colours, leave a short answer on the screen; whoever has set LESS knows better. */
    setenv("LESS", "FIRX", 0);
    fflush(stdout);
    text_format(&command, "IFS= read -r go || exit 0\n%s", pager);
    waiting = popen(text_string(&command), "w");
    text_free(&command);
}

bool pager_show(const char *data, size_t size)
{
    struct sigaction before[READER_SIGNALS];
    if (!waiting)
        return false;
    ignore_signals(before);
    if (size) {
        fputs("go\n", waiting);
        fwrite(data, 1, size, waiting);
    }
    int status = pclose(waiting);
    mind_signals(before);
    waiting = NULL;
    /* Any other status is the pager's own affair: it has shown what it was given. */
    return size && status != -1 &&
           !(WIFEXITED(status) && (WEXITSTATUS(status) == NOT_STARTED || WEXITSTATUS(status) == NOT_FOUND));
}
