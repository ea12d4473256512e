#include "catalogue/schema.h"
#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

static const struct option options[] = {
    {"format", "FORMAT", "json-schema, or markdown: tables to read"},
};

static const char *const examples[] = {
    "catalogue schema",
    "the fields as a JSON Schema, for an editor",
    "catalogue schema --format markdown",
    "the fields as tables, for people",
    NULL,
};

/* How the fields are written in each format. */
struct writer {
    const char *format;
    void (*write)(struct text *out, const struct vocabularies *vocabularies);
};

static const struct writer writers[] = {{"json-schema", schema_json}, {"markdown", schema_markdown}};

static const struct writer *find_writer(const char *format)
{
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (strcmp(writers[i].format, format) == 0)
            return &writers[i];
    return NULL;
}

static enum exit_status run(struct invocation *invocation)
{
    const char *root = invocation_need_root(invocation);
    const char *format = invocation_value(invocation, "format", writers[0].format);
    const struct writer *writer = find_writer(format);
    if (!root)
        return EXIT_TROUBLE;
    if (!writer)
        return complain(invocation, "--format takes json-schema or markdown, not \"%s\"", format);
    struct vocabularies vocabularies = {0};
    struct diagnostics diagnostics = {0};
    bool good = vocabularies_read(invocation->arena, root, &vocabularies, &diagnostics);
    diagnostics_free(&diagnostics);
    if (!good) {
        complain(invocation, "the vocabulary has errors; see: catalogue check");
        return EXIT_NOTHING;
    }
    struct text out = {0};
    writer->write(&out, &vocabularies);
    bool printed = invocation_print(invocation, text_string(&out), out.size, true);
    text_free(&out);
    return printed ? EXIT_FOUND : EXIT_TROUBLE;
}

const struct command schema_command = {
    .name = "schema",
    .arguments = "",
    .summary = "write down the fields of a case study",
    .audience = "contributors",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .examples = examples,
    .run = run,
};
