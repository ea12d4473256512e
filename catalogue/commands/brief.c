#include "catalogue/command.h"
#include "catalogue/commands.h"

#include "catalogue/query_options.h"
#include "catalogue/report_command.h"

struct brief_options {
    bool questions;
    enum report_format format;
};

static const struct keyword formats[] = {{"text", REPORT_AS_TEXT, NULL},
                                         {"markdown", REPORT_AS_MARKDOWN, NULL},
                                         {"html", REPORT_AS_HTML, "a page to print"},
                                         {"json", REPORT_AS_JSON, NULL}};

static const struct option options[] = {
    {"questions", NULL, "add five questions for a study group", OPTION_FLAG(struct brief_options, questions)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct brief_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue brief smoking in pregnancy",
    "a page for a meeting: what was tried, what came of it, what is not known",
    "catalogue brief --priority-area maternity --questions",
    "of one priority area, with questions for a study group",
    "catalogue brief warm homes --format html",
    "for printing",
    NULL,
};

static enum exit_status run(struct invocation *invocation)
{
    const struct brief_options *given = invocation->options;
    const struct report_base base = report_base_read(invocation->index, invocation->arena);
    struct asked asked;
    if (!report_command_ask(invocation, query_options_query(invocation), &asked))
        return EXIT_TROUBLE;
    const struct report_request request = {.base = &base, .asked = &asked, .questions = given->questions};
    return report_command_print(invocation, report_make(REPORT_BRIEF, invocation->arena, &request), &asked,
                                given->format);
}

const struct command brief_command = {
    .name = "brief",
    .arguments = "QUERY...",
    .summary = "a briefing on one page",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct brief_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_QUERY,
    .facet_options = true,
    .free_text = true,
    .examples = examples,
    .run = run,
};
