#include "catalogue/command.h"
#include "catalogue/commands.h"

#include "catalogue/report_command.h"

struct matrix_options {
    const char *query;
    bool empty;
    enum report_format format;
};

static const struct keyword formats[] = {{"text", REPORT_AS_TEXT, NULL},
                                         {"markdown", REPORT_AS_MARKDOWN, NULL},
                                         {"json", REPORT_AS_JSON, NULL},
                                         {"csv", REPORT_AS_CSV, "a line for each pair"}};

static const struct option options[] = {
    {"query", "QUERY", "only among what this query finds", OPTION_TEXT(struct matrix_options, query),
     .completes = COMPLETES_QUERY},
    {"empty", NULL, "only the pairs that have no case study", OPTION_FLAG(struct matrix_options, empty)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct matrix_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue matrix priority-area deprivation-focus",
    "the gap map: how many case studies each pair has, how well the best is known, what came of them",
    "catalogue matrix partner-type partner-type --query smoking",
    "who works with whom, in case studies on smoking",
    "catalogue matrix action result --format csv",
    "for a spreadsheet: a line for each pair, those without any too",
    "catalogue matrix priority-area deprivation-focus --empty --priority-area cvd",
    "for whom nothing is here, of one priority area",
    NULL,
};

static enum exit_status run(struct invocation *invocation)
{
    const struct matrix_options *given = invocation->options;
    struct report_base base = report_base_read(invocation->index, invocation->arena);
    struct asked asked;
    if (!report_command_ask(invocation, given->query, &asked))
        return EXIT_TROUBLE;
    const struct report_request request = {.base = &base,
                                           .asked = &asked,
                                           .arguments = invocation->arguments,
                                           .argument_count = invocation->argument_count,
                                           .empty = given->empty};
    return report_command_print(invocation, report_make(REPORT_MATRIX, invocation->arena, &request), &asked,
                                given->format);
}

const struct command matrix_command = {
    .name = "matrix",
    .arguments = "FIELD FIELD",
    .summary = "two fields crossed: the gap map",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct matrix_options),
    .least = 2,
    .most = 2,
    .asks = "which two fields? such as priority-area and deprivation-focus; catalogue facets --help lists all",
    .completes = COMPLETES_FIELDS,
    .facet_options = true,
    .examples = examples,
    .accepts = report_command_fields,
    .run = run,
};
