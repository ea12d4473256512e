#include "catalogue/refresh.h"

#include <stdio.h>
#include <string.h>

#include "catalogue/progress.h"
#include "indexer/base/file_write.h"

/* So many are shown; `catalogue check` shows all. */
enum { PROBLEMS_SHOWN = 50 };

void refresh_print_errors(const struct invocation *invocation, const struct diagnostics *diagnostics)
{
    struct text out = {0};
    size_t shown = 0;
    for (size_t i = 0; i < diagnostics->count && shown < PROBLEMS_SHOWN; i++) {
        if (diagnostics->items[i].code->severity != SEVERITY_ERROR)
            continue;
        diagnostic_text(&out, &diagnostics->items[i], true, invocation->talk_color);
        shown++;
    }
    if (diagnostics->errors > shown)
        text_format(&out, "and %zu more; see: catalogue check\n", diagnostics->errors - shown);
    fputs(text_string(&out), stderr);
    text_free(&out);
}

/* The folder of a database that has none yet; where it cannot be made, opening the database says so. */
static void make_folder_of(struct invocation *invocation, const char *path)
{
    char *folder = arena_string(invocation->arena, path);
    char *slash = strrchr(folder, '/');
    if (!slash || slash == folder)
        return;
    *slash = '\0';
    file_make_folders(folder, NULL);
}

bool refresh_database(struct invocation *invocation, const char *root, const char *stays, struct update_options options,
                      struct update_counts *counts, enum exit_status *status)
{
    enum index_state state = INDEX_GOOD;
    struct diagnostics diagnostics = {0};
    options.file_times = true;
    options.progress = progress_for("Indexing");
    make_folder_of(invocation, invocation->database);
    enum update_result result = index_update(root, invocation->database, &options, counts, &state, &diagnostics);
    progress_end();
    refresh_print_errors(invocation, &diagnostics);
    *status = diagnostics.errors ? EXIT_NOTHING : EXIT_FOUND;
    if (result == UPDATE_FAILED)
        *status = complain(invocation, "%s", index_state_text(invocation->arena, state, invocation->database));
    else if (result == UPDATE_CONTENT_ERRORS)
        complain(invocation, "%zu error%s in the content, so %s stays as it was; mend them, or go on with --keep-going",
                 diagnostics.errors, diagnostics.errors == 1 ? "" : "s", stays);
    diagnostics_free(&diagnostics);
    return result == UPDATE_DONE;
}
