#include "search-cli/present/schema.h"
#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "indexer/content/vocabulary_read.h"

enum schema_format { SCHEMA_JSON, SCHEMA_MARKDOWN, SCHEMA_FORMATS };

struct schema_options {
    enum schema_format format;
};

static const struct keyword formats[] = {{"json-schema", SCHEMA_JSON, NULL},
                                         {"markdown", SCHEMA_MARKDOWN, "tables to read"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct schema_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue schema",
    "the fields as a JSON Schema, for an editor",
    "catalogue schema --format markdown",
    "the fields as tables, for people",
    NULL,
};

/* How the fields are written in each format. */
static void (*const writers[SCHEMA_FORMATS])(struct text *out, const struct vocabularies *vocabularies) = {
    [SCHEMA_JSON] = schema_json, [SCHEMA_MARKDOWN] = schema_markdown};

static enum exit_status run(struct invocation *invocation)
{
    const struct schema_options *given = invocation->options;
    struct vocabularies vocabularies = {0};
    struct diagnostics diagnostics = {0};
    bool good = vocabularies_read(invocation->arena, invocation->root, &vocabularies, &diagnostics);
    const char *failure = diagnostics_failure(invocation->arena, &diagnostics);
    diagnostics_free(&diagnostics);
    if (failure)
        return complain(invocation, "%s", failure);
    if (!good) {
        complain(invocation, "the vocabulary has errors; see: catalogue check");
        return EXIT_NOTHING;
    }
    writers[given->format](&invocation->out, &vocabularies);
    return EXIT_FOUND;
}

const struct command schema_command = {
    .name = "schema",
    .arguments = "",
    .summary = "write down the fields of a case study",
    .audience = "contributors",
    .needs = NEEDS_ROOT | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct schema_options),
    .examples = examples,
    .run = run,
};
