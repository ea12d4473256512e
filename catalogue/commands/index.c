#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/refresh.h"

#include <string.h>

#include "indexer/base/json.h"
#include "search-cli/present/format.h"

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

enum { COUNTS = 7, COUNTS_IN_INDEX = 4 };

/* The first make up the total. */
static void name_counts(const struct update_counts *counts, struct named_count *named)
{
    const struct named_count all[COUNTS] = {
        {"added", counts->added},       {"changed", counts->changed}, {"unchanged", counts->unchanged},
        {"outdated", counts->outdated}, {"removed", counts->removed}, {"broken", counts->broken},
        {"total", counts->total},
    };
    memcpy(named, all, sizeof all);
}

static void add_json(struct text *out, const struct named_count *named)
{
    struct json json = json_writer(out, false);
    json_object_open(&json);
    for (size_t i = 0; i < COUNTS; i++)
        json_member_integer(&json, named[i].key, (int64_t)named[i].count);
    json_object_close(&json);
}

/* "142 case studies in the index: 141 unchanged, 1 outdated; 2 removed, 1 broken" */
static void add_sentence(struct arena *arena, struct text *out, const struct named_count *named)
{
    text_format(out, "%s in the index", format_cases(arena, named[COUNTS - 1].count));
    const char *between = ": ";
    for (size_t i = 0; i + 1 < COUNTS; i++) {
        if (i == COUNTS_IN_INDEX)
            between = "; ";
        if (named[i].count) {
            text_format(out, "%s%zu %s", between, named[i].count, named[i].key);
            between = ", ";
        }
    }
}

static void add_result(struct invocation *invocation, const struct update_counts *counts, bool as_json)
{
    struct named_count named[COUNTS];
    name_counts(counts, named);
    if (as_json)
        add_json(&invocation->out, named);
    else
        add_sentence(invocation->arena, &invocation->out, named);
    text_char(&invocation->out, '\n');
}

static enum exit_status run(struct invocation *invocation)
{
    const struct index_options *given = invocation->options;
    struct update_counts counts = {0};
    enum exit_status status = EXIT_FOUND;
    if (refresh_or_stop(invocation, "the index", given->rebuild, &counts, &status))
        add_result(invocation, &counts, given->format == FORMAT_JSON);
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
