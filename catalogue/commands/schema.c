#include "search-cli/present/schema.h"
#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "indexer/content/vocabulary_read.h"
#include "indexer/content/words.h"

enum schema_format { SCHEMA_JSON, SCHEMA_MARKDOWN, SCHEMA_WORDS };

struct schema_options {
    enum schema_format format;
};

static const struct keyword formats[] = {{"json-schema", SCHEMA_JSON, NULL},
                                         {"markdown", SCHEMA_MARKDOWN, "tables to read"},
                                         {"words", SCHEMA_WORDS, "what pages say, to be translated"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct schema_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue schema",
    "the fields as a JSON Schema, for an editor",
    "catalogue schema --format markdown",
    "the fields as tables, for people",
    "catalogue schema --format words",
    "all that pages say, as content/words.yaml has it, with the translations that are there",
    NULL,
};

/* How the fields are written in each format. */
static void (*const writers[SCHEMA_WORDS])(struct text *out, const struct vocabularies *vocabularies) = {
    [SCHEMA_JSON] = schema_json, [SCHEMA_MARKDOWN] = schema_markdown};

/* Whether all was read; what was not is told. */
static enum exit_status has_read(struct invocation *invocation, bool good, const char *what,
                                 struct diagnostics *diagnostics)
{
    const char *failure = diagnostics_failure(invocation->arena, diagnostics);
    diagnostics_free(diagnostics);
    if (failure)
        return complain(invocation, "%s", failure);
    if (!good)
        complain(invocation, "%s has errors; see: catalogue check", what);
    return good ? EXIT_FOUND : EXIT_NOTHING;
}

static enum exit_status write_words(struct invocation *invocation)
{
    struct words words;
    struct diagnostics diagnostics = {0};
    bool good = words_read(invocation->arena, invocation->root, &words, &diagnostics);
    enum exit_status status = has_read(invocation, good, "content/words.yaml", &diagnostics);
    if (status == EXIT_FOUND)
        words_add(&invocation->out, &words.phrases);
    return status;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct schema_options *given = invocation->options;
    struct vocabularies vocabularies = {0};
    struct diagnostics diagnostics = {0};
    if (given->format == SCHEMA_WORDS)
        return write_words(invocation);
    bool good = vocabularies_read(invocation->arena, invocation->root, &vocabularies, &diagnostics);
    enum exit_status status = has_read(invocation, good, "the vocabulary", &diagnostics);
    if (status == EXIT_FOUND)
        writers[given->format](&invocation->out, &vocabularies);
    return status;
}

const struct command schema_command = {
    .name = "schema",
    .arguments = "",
    .summary = "write down the fields of a case study, or what pages say",
    .audience = "contributors",
    .needs = NEEDS_ROOT | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct schema_options),
    .examples = examples,
    .run = run,
};
