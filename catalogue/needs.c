#include "catalogue/needs.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/output_path.h"
#include "catalogue/refresh.h"
#include "catalogue/terminal.h"
#include "indexer/base/file.h"
#include "indexer/index/current.h"

/*
 * Settings that are no ordinary file are told by whoever reads them: no other catalogue answers in their place.
 * `*failure` is set when the machine failed to look: then nobody knows.
 */
static bool has_catalogue(struct arena *arena, const char *folder, int *failure)
{
    struct file file;
    enum file_status status = file_stat(file_join(arena, folder, "content/catalogue.yaml"), &file);
    if (status == FILE_FAILED && file_reason_is_system(file.reason))
        *failure = file.reason;
    return status == FILE_DONE || status == FILE_NOT_REGULAR;
}

/* The nearest folder upwards from here with a catalogue, or NULL. After a failure none further up will do. */
static const char *search_upwards(struct arena *arena, int *failure)
{
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder)) {
        *failure = file_reason_is_system(errno) ? errno : 0;
        return NULL;
    }
    for (;;) {
        if (has_catalogue(arena, folder, failure))
            return arena_string(arena, folder);
        char *slash = strrchr(folder, '/');
        if (!slash || !folder[1] || *failure)
            return NULL;
        *(slash == folder ? slash + 1 : slash) = '\0';
    }
}

static bool find_root(struct invocation *invocation)
{
    const char *given = invocation->common.folder ? invocation->common.folder : getenv("CATALOGUE_ROOT");
    bool named = given && *given;
    int failure = 0;
    invocation->root = named ? given : search_upwards(invocation->arena, &failure);
    bool found = named ? has_catalogue(invocation->arena, given, &failure) : invocation->root != NULL;
    if (failure && invocation->command->needs) {
        complain(invocation, "cannot look for a catalogue in %s: %s", named ? given : "this folder", strerror(failure));
        return false;
    }
    if (named && !found && !failure) {
        complain(invocation, "%s is not a catalogue: it has no content/catalogue.yaml", given);
        return false;
    }
    if (invocation->root || !(invocation->command->needs & NEEDS_ROOT))
        return true;
    complain(invocation,
             "no catalogue here: no folder from this one upwards has content/catalogue.yaml; name one with -C DIR");
    return false;
}

static void find_database(struct invocation *invocation)
{
    const char *home = getenv("HOME");
    const char *data = getenv("XDG_DATA_HOME");
    const char *given = invocation->common.database ? invocation->common.database : getenv("CATALOGUE_DATABASE");
    invocation->database_given = given && *given;
    if (invocation->database_given)
        invocation->database = given;
    else if (invocation->root)
        invocation->database = file_join(invocation->arena, invocation->root, "build/catalogue.db");
    else if (data && *data)
        invocation->database = file_join(invocation->arena, data, "catalogue/catalogue.db");
    else
        invocation->database = file_join(invocation->arena, home ? home : "", ".local/share/catalogue/catalogue.db");
}

static void decide_color(struct invocation *invocation)
{
    const enum color_when when = invocation->common.color;
    invocation->color = when == COLOR_ALWAYS || (when == COLOR_AUTO && terminal_wants_color(STDOUT_FILENO));
    invocation->talk_color = when == COLOR_ALWAYS || (when == COLOR_AUTO && terminal_wants_color(STDERR_FILENO));
}

/* A date that the environment asks for must be one: a wrong one would go unnoticed into every page. */
static bool epoch_is_good(struct invocation *invocation)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch || (strspn(epoch, "0123456789") == strlen(epoch) && strlen(epoch) <= 11))
        return true;
    complain(invocation, "SOURCE_DATE_EPOCH is \"%s\"; it should be a number of seconds since 1970", epoch);
    return false;
}

bool needs_find(struct invocation *invocation)
{
    if (!find_root(invocation) || !epoch_is_good(invocation))
        return false;
    decide_color(invocation);
    find_database(invocation);
    return !(invocation->command->needs & (NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE)) ||
           output_path_is_apart(invocation, "the index", invocation->database);
}

static void complain_of_index(struct invocation *invocation, struct index_status status)
{
    if (status.state == INDEX_MISSING && (invocation->database_given || !invocation->root))
        complain(invocation,
                 "there is no index at %s; name a catalogue with -C FOLDER, or a downloaded index with --database FILE",
                 invocation->database);
    else
        complain(invocation, "%s", index_status_text(invocation->arena, status, invocation->database));
}

/* Brings the index up to date as the command's row has it. */
static bool refresh(struct invocation *invocation, enum exit_status *status)
{
    unsigned needs = invocation->command->needs;
    if ((needs & NEEDS_INDEX_FRESH) && invocation->root && !invocation->database_given && !invocation->common.no_update)
        refresh_if_possible(invocation);
    if (!(needs & NEEDS_INDEX_WHOLE))
        return true;
    struct update_counts counts = {0};
    return refresh_or_stop(invocation, needs & NEEDS_OUTPUT ? "the site" : "the index", false, &counts, status);
}

/* A question that is answered from an index as it is should not be taken for one about the content as it is. */
static void say_if_outdated(struct invocation *invocation)
{
    if ((invocation->command->needs & NEEDS_INDEX_FRESH) && invocation->root &&
        (invocation->database_given || invocation->common.no_update) &&
        !current_with(invocation->index, invocation->root))
        text_add(&invocation->talk,
                 "catalogue: the index is used as it is; the content has changed since it was made\n");
}

bool needs_open(struct invocation *invocation, enum exit_status *status)
{
    struct index_status found = {INDEX_MISSING, 0};
    unsigned needs = invocation->command->needs;
    *status = EXIT_FOUND;
    if (!(needs & (NEEDS_INDEX_FRESH | NEEDS_INDEX_WHOLE | NEEDS_INDEX_IF_ANY)))
        return true;
    if (!refresh(invocation, status))
        return false;
    if (invocation->database)
        invocation->index = index_open(invocation->database, INDEX_READ, &found);
    if (invocation->index)
        say_if_outdated(invocation);
    bool failed = found.state == INDEX_DAMAGED || found.state == INDEX_BUSY || found.state == INDEX_UNREADABLE;
    if (invocation->index || ((needs & NEEDS_INDEX_IF_ANY) && !failed))
        return true;
    complain_of_index(invocation, found);
    *status = EXIT_TROUBLE;
    return false;
}

enum exit_status needs_close(struct invocation *invocation, enum exit_status status)
{
    const char *failure =
        index_failed(invocation->index) ? index_failure_text(invocation->arena, invocation->index) : NULL;
    index_close(invocation->index);
    invocation->index = NULL;
    if (!failure)
        return status;
    /* What was made of an index that failed is no answer, and what was said about it may be wrong. */
    text_clear(&invocation->out);
    text_clear(&invocation->talk);
    text_clear(&invocation->remark);
    return complain(invocation, "%s", failure);
}
