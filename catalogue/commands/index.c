#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/progress.h"

#include <stdio.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/index/update.h"

static const struct option options[] = {
    {"rebuild", NULL, "make it anew instead of reading only what changed"},
    {"keep-going", NULL, "go on past errors: a broken file keeps its last good state"},
    {"format", "FORMAT", "text, or json: an object of counts"},
};

static const char *const examples[] = {
    "catalogue index",
    "bring the database up to date",
    "catalogue index --rebuild",
    "make it anew",
    "catalogue index --database shared.db",
    "into another file",
    NULL,
};

/* The counts by the names that JSON and the summary use. */
struct named_count {
    const char *key;
    size_t count;
};

enum { COUNTS = 7 };

static void name_counts(const struct update_counts *counts, struct named_count *named)
{
    const struct named_count all[COUNTS] = {
        {"total", counts->total},     {"added", counts->added},         {"changed", counts->changed},
        {"removed", counts->removed}, {"unchanged", counts->unchanged}, {"outdated", counts->outdated},
        {"broken", counts->broken},
    };
    memcpy(named, all, sizeof all);
}

static void add_result(struct text *out, const struct update_counts *counts, bool as_json)
{
    struct named_count named[COUNTS];
    name_counts(counts, named);
    struct json json = json_writer(out, false);
    if (as_json)
        json_object_open(&json);
    else
        text_format(out, "%zu case studies in the index:", named[0].count);
    for (size_t i = as_json ? 0 : 1; i < COUNTS; i++) {
        if (as_json)
            json_member_integer(&json, named[i].key, (int64_t)named[i].count);
        else if (named[i].count)
            text_format(out, " %zu %s", named[i].count, named[i].key);
    }
    if (as_json)
        json_object_close(&json);
    text_char(out, '\n');
}

/* So many are shown; `catalogue check` shows all. */
enum { PROBLEMS_SHOWN = 50 };

static void print_problems(const struct invocation *invocation, const struct diagnostics *diagnostics)
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
    file_make_folders(folder);
}

static enum exit_status run(struct invocation *invocation)
{
    const char *root = invocation_need_root(invocation);
    const char *format = invocation_value(invocation, "format", "text");
    bool as_json = strcmp(format, "json") == 0;
    if (!root)
        return EXIT_TROUBLE;
    if (!as_json && strcmp(format, "text") != 0)
        return complain(invocation, "--format takes text or json, not \"%s\"", format);
    struct update_options update = {
        .rebuild = invocation_has(invocation, "rebuild"),
        .keep_going = invocation_has(invocation, "keep-going"),
        .file_times = true,
        .progress = progress_for("Indexing"),
    };
    struct update_counts counts;
    enum index_state state;
    struct diagnostics diagnostics = {0};
    make_folder_of(invocation, invocation->database);
    enum update_result result = index_update(root, invocation->database, &update, &counts, &state, &diagnostics);
    progress_end();
    print_problems(invocation, &diagnostics);
    enum exit_status status = diagnostics.errors ? EXIT_NOTHING : EXIT_FOUND;
    if (result == UPDATE_FAILED) {
        status = complain(invocation, "%s", index_state_text(invocation->arena, state, invocation->database));
    } else if (result == UPDATE_CONTENT_ERRORS) {
        complain(invocation,
                 "%zu errors in the content, so the index stays as it was; mend them, or go on with --keep-going",
                 diagnostics.errors);
    } else {
        struct text out = {0};
        add_result(&out, &counts, as_json);
        if (!invocation_print(invocation, text_string(&out), out.size, false))
            status = EXIT_TROUBLE;
        text_free(&out);
    }
    diagnostics_free(&diagnostics);
    return status;
}

const struct command index_command = {
    .name = "index",
    .arguments = "",
    .summary = "bring the database up to date with the content",
    .audience = "publishers",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .examples = examples,
    .run = run,
};
