#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/refresh.h"

#include <string.h>

#include "indexer/base/json.h"

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
    };
    struct update_counts counts = {0};
    enum exit_status status = EXIT_FOUND;
    if (!refresh_database(invocation, root, "the index", update, &counts, &status))
        return status;
    struct text out = {0};
    add_result(&out, &counts, as_json);
    if (!invocation_print(invocation, text_string(&out), out.size, false))
        status = EXIT_TROUBLE;
    text_free(&out);
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
