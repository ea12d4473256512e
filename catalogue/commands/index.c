#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/refresh.h"

#include <string.h>

#include "indexer/base/json.h"

struct index_options {
    enum output_format format;
    bool rebuild;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, "an object of counts"}};

static const struct option options[] = {
    {"rebuild", NULL, "make it anew instead of reading only what changed", OPTION_FLAG(struct index_options, rebuild)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct index_options, format, formats)},
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
    size_t listed = 0;
    if (as_json)
        json_object_open(&json);
    else
        text_format(out, "%zu case studies in the index:", named[0].count);
    for (size_t i = as_json ? 0 : 1; i < COUNTS; i++) {
        if (as_json)
            json_member_integer(&json, named[i].key, (int64_t)named[i].count);
        else if (named[i].count)
            text_format(out, "%s %zu %s", listed++ ? "," : "", named[i].count, named[i].key);
    }
    if (as_json)
        json_object_close(&json);
    text_char(out, '\n');
}

static enum exit_status run(struct invocation *invocation)
{
    const struct index_options *given = invocation->options;
    struct update_counts counts = {0};
    enum exit_status status = EXIT_FOUND;
    if (refresh_or_stop(invocation, "the index", given->rebuild, &counts, &status))
        add_result(&invocation->out, &counts, given->format == FORMAT_JSON);
    return status;
}

const struct command index_command = {
    .name = "index",
    .arguments = "",
    .summary = "bring the database up to date with the content",
    .audience = "publishers",
    .needs = NEEDS_ROOT | NEEDS_INDEX_TO_WRITE,
    COMMAND_OPTIONS(options, struct index_options),
    .examples = examples,
    .run = run,
};
