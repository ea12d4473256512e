#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/export/export.h"
#include "catalogue/output_path.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/text_safe.h"
#include "search-cli/present/format.h"

struct export_options {
    enum export_as format;
    const char *output;
};

static const struct keyword formats[] = {
    {"json", EXPORT_JSON, "an object with every case study whole"},
    {"ndjson", EXPORT_NDJSON, "a case study a line"},
    {"csv", EXPORT_CSV, "tables, with a Frictionless data package"},
    {"postgresql", EXPORT_POSTGRESQL, "a schema and its data, for one server or two"},
    {"opensearch", EXPORT_OPENSEARCH, "an index and the lines of a bulk request"}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct export_options, format, formats)},
    {"output", "PATH", "the file to write, or the folder where a format has several; standard output if not said",
     OPTION_TEXT(struct export_options, output), .completes = COMPLETES_FILES},
};

static const char *const examples[] = {
    "catalogue export --output cases.json",
    "everything, for another catalogue or program",
    "catalogue export --format ndjson | jq .title",
    "line by line",
    "catalogue export --format csv --output tables",
    "case studies, outcomes, partners and adoptions as tables",
    "catalogue export --format postgresql --output sql",
    "for psql; schema.sql begins with how one server, or two, take it in",
    "catalogue export --format opensearch --output index",
    "index.json makes the index, cases.ndjson goes to _bulk",
    NULL,
};

static bool accepts(struct invocation *invocation)
{
    const struct export_options *given = invocation->options;
    const struct export_format *format = &export_formats[given->format];
    if (format->file_count > 1 && !given->output) {
        complain(invocation, "this format has several files; name a folder for them with --output");
        return false;
    }
    if (!given->output)
        return true;
    if (format->file_count <= 1)
        return output_path_accepts(invocation, given->output);
    bool good = true;
    for (size_t i = 0; good && i < format->file_count; i++)
        good = output_path_accepts(invocation, file_join(invocation->arena, given->output, format->files[i]));
    return good;
}

/* NULL, or why not. Where the files go into a folder, that is made. */
static const char *write_files(struct arena *arena, const char *output, const struct export_format *format,
                               const struct text *files)
{
    bool several = format->file_count > 1;
    int reason = 0;
    if (several && !file_make_folders(output, &reason))
        return arena_format(arena, "the folder %s cannot be made: %s", output, strerror(reason));
    for (size_t i = 0; i < format->file_count; i++) {
        const char *path = several ? file_join(arena, output, format->files[i]) : output;
        if (!file_write(path, text_string(&files[i]), files[i].size, NULL, &reason))
            return arena_format(arena, "%s cannot be written: %s", path, strerror(reason));
    }
    return NULL;
}

/* What an index that failed said may not be all, and takes no good file's place; main tells why. */
static enum exit_status finish(struct invocation *invocation, const struct export_format *format, struct text *files)
{
    const struct export_options *given = invocation->options;
    if (index_failed(invocation->index))
        return EXIT_TROUBLE;
    if (!given->output) {
        text_append(&invocation->out, text_string(files), files->size);
        return EXIT_FOUND;
    }
    const char *problem = write_files(invocation->arena, given->output, format, files);
    if (problem)
        return complain(invocation, "%s", problem);
    struct bitset listed = index_listed_rows(invocation->index, invocation->arena);
    text_format(&invocation->talk, "%s written to ", format_cases(invocation->arena, bitset_size(&listed)));
    text_safe(&invocation->talk, given->output, strlen(given->output));
    text_char(&invocation->talk, '\n');
    return EXIT_FOUND;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct export_options *given = invocation->options;
    struct text files[EXPORT_FILES_MAX] = {{0}};
    export_make(invocation->index, invocation->arena, given->format, files);
    enum exit_status status = finish(invocation, &export_formats[given->format], files);
    for (size_t i = 0; i < EXPORT_FILES_MAX; i++)
        text_free(&files[i]);
    return status;
}

/* A file takes its name from beside it. */
static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    const struct export_options *given = invocation->options;
    bool several = export_formats[given->format].file_count > 1;
    if (given->output)
        sandbox_allow(invocation->arena, sandbox,
                      several ? given->output : file_folder(invocation->arena, given->output), true);
}

const struct command export_command = {
    .name = "export",
    .arguments = "",
    .summary = "write the catalogue down for other programs",
    .audience = "publishers",
    .needs = NEEDS_INDEX_FRESH | NEEDS_OUTPUT,
    COMMAND_OPTIONS(options, struct export_options),
    .examples = examples,
    .accepts = accepts,
    .touches = touches,
    .run = run,
};
