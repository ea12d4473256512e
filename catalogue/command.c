#include "catalogue/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/progress.h"
#include "indexer/base/file_write.h"
#include "indexer/content/scalars.h"
#include "indexer/index/update.h"

const char *invocation_nth(const struct invocation *invocation, const char *name, size_t nth)
{
    for (size_t i = 0; i < invocation->given_count; i++)
        if (strcmp(invocation->given[i].name, name) == 0 && nth-- == 0)
            return invocation->given[i].value;
    return NULL;
}

bool invocation_has(const struct invocation *invocation, const char *name)
{
    return invocation_nth(invocation, name, 0) != NULL;
}

const char *invocation_value(const struct invocation *invocation, const char *name, const char *fallback)
{
    const char *value = fallback;
    for (size_t i = 0; i < invocation->given_count; i++)
        if (strcmp(invocation->given[i].name, name) == 0)
            value = invocation->given[i].value;
    return value;
}

bool invocation_number(struct invocation *invocation, const char *name, size_t fallback, size_t least, size_t *number)
{
    const char *value = invocation_value(invocation, name, NULL);
    double read = 0;
    *number = fallback;
    if (!value)
        return true;
    if (!scalar_number(value, &read) || read < (double)least || read > 1e9 || strchr(value, '.')) {
        complain(invocation, "--%s takes a whole number from %zu on, not \"%s\"", name, least, value);
        return false;
    }
    *number = (size_t)read;
    return true;
}

enum exit_status complain(const struct invocation *invocation, const char *format, ...)
{
    struct text text = {0};
    va_list arguments;
    char message[2048];
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    text_format(&text, "catalogue%s%s: ", invocation->command ? " " : "",
                invocation->command ? invocation->command->name : "");
    text_safe(&text, message, strlen(message));
    fprintf(stderr, "%s\n", text_string(&text));
    text_free(&text);
    return EXIT_TROUBLE;
}

const char *invocation_need_root(struct invocation *invocation)
{
    if (!invocation->root)
        complain(invocation,
                 "no catalogue here: no folder from this one upwards has content/catalogue.yaml; name one with -C DIR");
    return invocation->root;
}

/* Brings the index up to date as far as that goes; a broken file never stands in the way of a question. */
static void update_first(struct invocation *invocation)
{
    struct update_options options = {.keep_going = true, .file_times = true, .progress = progress_for("Indexing")};
    struct update_counts counts;
    struct diagnostics diagnostics = {0};
    enum index_state state;
    char *folder = arena_format(invocation->arena, "%s/build", invocation->root);
    if (!file_make_folders(folder, NULL))
        return;
    enum update_result result =
        index_update(invocation->root, invocation->database, &options, &counts, &state, &diagnostics);
    progress_end();
    if (result == UPDATE_FAILED && state != INDEX_FOREIGN)
        fprintf(stderr, "catalogue: the index could not be brought up to date, so what is there is used (%s)\n",
                index_state_text(invocation->arena, state, invocation->database));
    if (result == UPDATE_CONTENT_ERRORS)
        fprintf(
            stderr,
            "catalogue: the vocabulary or settings have errors, so the index stays as it was; see: catalogue check\n");
    if (counts.broken)
        fprintf(stderr, "catalogue: %zu %s; %zu of them %s shown as last indexed; see: catalogue check\n",
                counts.broken, counts.broken == 1 ? "file has errors" : "files have errors", counts.outdated,
                counts.outdated == 1 ? "is" : "are");
    diagnostics_free(&diagnostics);
}

struct index *invocation_index(struct invocation *invocation)
{
    enum index_state state;
    if (invocation->root && !invocation->database_given && !invocation_has(invocation, "no-update"))
        update_first(invocation);
    struct index *index = index_open(invocation->database, INDEX_READ, &state);
    if (!index && state == INDEX_MISSING && (invocation->database_given || !invocation->root))
        complain(invocation,
                 "there is no index at %s; name a catalogue with -C FOLDER, or a downloaded index with --database FILE",
                 invocation->database);
    else if (!index)
        complain(invocation, "%s", index_state_text(invocation->arena, state, invocation->database));
    return index;
}

/* The pager's own choice decides; less is told to keep colours and to leave short output alone. */
static bool print_paged(const char *data, size_t size)
{
    const char *pager = getenv("PAGER");
    fflush(stdout);
    FILE *pipe = popen(pager && *pager ? pager : "less -FIRX", "w");
    if (!pipe)
        return false;
    fwrite(data, 1, size, pipe);
    return pclose(pipe) == 0;
}

bool invocation_print(struct invocation *invocation, const char *data, size_t size, bool paged)
{
    if (paged && isatty(STDOUT_FILENO) && print_paged(data, size))
        return true;
    bool done = fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0;
    if (!done)
        complain(invocation, "the output could not be written: %s", strerror(errno));
    return done;
}
