#include "catalogue/refresh.h"

#include <stdio.h>
#include <string.h>

#include "catalogue/progress.h"
#include "indexer/base/text_safe.h"

/* So many are shown; `catalogue check` shows all. */
enum { PROBLEMS_SHOWN = 50 };

void refresh_say_errors(struct invocation *invocation, const struct diagnostics *diagnostics)
{
    size_t shown = 0;
    for (size_t i = 0; i < diagnostics->count && shown < PROBLEMS_SHOWN; i++) {
        if (diagnostics->items[i].code->severity != SEVERITY_ERROR)
            continue;
        diagnostic_text(&invocation->talk, &diagnostics->items[i], true, invocation->talk_color);
        shown++;
    }
    if (diagnostics->errors > shown)
        text_format(&invocation->talk, "and %zu more; see: catalogue check\n", diagnostics->errors - shown);
}

static enum update_result update(struct invocation *invocation, struct update_options options,
                                 struct update_counts *counts, struct index_status *status,
                                 struct diagnostics *diagnostics)
{
    options.progress = progress_for("Indexing");
    enum update_result result =
        index_update(invocation->root, invocation->database, &options, counts, status, diagnostics);
    progress_end();
    return result;
}

/* What was said so far is about the content, and stays true whatever becomes of the answer. */
static void say_now(struct invocation *invocation)
{
    fputs(text_string(&invocation->talk), stderr);
    text_clear(&invocation->talk);
}

/* "2 files have errors; 1 of them is shown as last indexed" */
static void say_broken(struct text *talk, const struct update_counts *counts)
{
    if (counts->broken == 1)
        text_format(talk, "catalogue: 1 file has errors and %s; see: catalogue check\n",
                    counts->outdated ? "is shown as last indexed" : "is left out");
    else
        text_format(talk,
                    "catalogue: %zu files have errors; %zu of them %s shown as last indexed; see: catalogue check\n",
                    counts->broken, counts->outdated, counts->outdated == 1 ? "is" : "are");
}

/* "2 errors, the first in content/vocabulary/regions.yaml", when they keep the index from being brought up to date. */
static void say_errors_before(struct text *talk, const struct diagnostics *diagnostics)
{
    size_t first = 0;
    while (first + 1 < diagnostics->count && diagnostics->items[first].code->severity != SEVERITY_ERROR)
        first++;
    if (diagnostics->errors == 1)
        text_add(talk, "catalogue: an error in ");
    else
        text_format(talk, "catalogue: %zu errors, the first in ", diagnostics->errors);
    text_safe(talk, diagnostics->items[first].path, strlen(diagnostics->items[first].path));
    text_add(talk, ", so the index stays as it was; see: catalogue check\n");
}

static void say_as_before(struct invocation *invocation, const char *reason)
{
    text_add(&invocation->talk, "catalogue: the index could not be brought up to date, so what is there is used (");
    text_safe(&invocation->talk, reason, strlen(reason));
    text_add(&invocation->talk, ")\n");
}

void refresh_if_possible(struct invocation *invocation)
{
    struct update_counts counts = {0};
    struct diagnostics diagnostics = {0};
    struct text *talk = &invocation->talk;
    struct index_status stands;
    if (invocation->folder_problem) {
        say_as_before(invocation, invocation->folder_problem);
        return;
    }
    enum update_result result =
        update(invocation, (struct update_options){.keep_going = true}, &counts, &stands, &diagnostics);
    const char *failure = diagnostics_failure(invocation->arena, &diagnostics);
    if (result == UPDATE_FAILED && stands.state != INDEX_FOREIGN)
        say_as_before(invocation, index_status_text(invocation->arena, stands, invocation->database));
    else if (failure)
        say_as_before(invocation, failure);
    else if (result == UPDATE_CONTENT_ERRORS)
        say_errors_before(talk, &diagnostics);
    else if (counts.broken)
        say_broken(talk, &counts);
    say_now(invocation);
    diagnostics_free(&diagnostics);
}

bool refresh_or_stop(struct invocation *invocation, const char *stays, bool rebuild, struct update_counts *counts,
                     enum exit_status *status)
{
    struct index_status stands;
    struct diagnostics diagnostics = {0};
    const struct update_options options = {.rebuild = rebuild, .keep_going = invocation->common.keep_going};
    if (invocation->folder_problem) {
        *status = complain(invocation, "%s", invocation->folder_problem);
        return false;
    }
    enum update_result result = update(invocation, options, counts, &stands, &diagnostics);
    refresh_say_errors(invocation, &diagnostics);
    *status = diagnostics.errors ? EXIT_NOTHING : EXIT_FOUND;
    const char *failure = diagnostics_failure(invocation->arena, &diagnostics);
    if (failure)
        *status = complain(invocation, "not all could be read, so %s stays as it was: %s", stays, failure);
    else if (result == UPDATE_FAILED)
        *status = complain(invocation, "%s", index_status_text(invocation->arena, stands, invocation->database));
    else if (result == UPDATE_CONTENT_ERRORS)
        complain(invocation, "%zu error%s in the content, so %s stays as it was; mend them, or go on with --keep-going",
                 diagnostics.errors, diagnostics.errors == 1 ? "" : "s", stays);
    say_now(invocation);
    diagnostics_free(&diagnostics);
    return result == UPDATE_DONE;
}
