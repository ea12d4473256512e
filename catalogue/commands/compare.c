#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/query_options.h"
#include "catalogue/terminal.h"
#include "search-cli/compare.h"

struct compare_options {
    enum output_format format;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, NULL}};

static const struct option options[] = {
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct compare_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue compare hows-thi-ticker-barnsley melton-farmers-health-checks",
    "two case studies side by side",
    NULL,
};

/* The ids that are meant, in place of those that were typed. */
static bool read_studies(struct invocation *invocation, const struct case_study **studies, enum exit_status *status)
{
    for (size_t i = 0; i < invocation->argument_count; i++) {
        invocation->arguments[i] = query_options_id(invocation, invocation->arguments[i], status);
        studies[i] = invocation->arguments[i]
                         ? index_case_study(invocation->index, invocation->arena, invocation->arguments[i])
                         : NULL;
        if (!studies[i])
            return false;
    }
    return true;
}

/* An id that stands among the arguments more than once, or NULL. */
static const char *given_twice(const struct invocation *invocation)
{
    for (size_t i = 0; i < invocation->argument_count; i++)
        for (size_t j = 0; j < i; j++)
            if (!strcmp(invocation->arguments[i], invocation->arguments[j]))
                return invocation->arguments[i];
    return NULL;
}

static bool accepts(struct invocation *invocation)
{
    const char *twice = given_twice(invocation);
    if (twice)
        complain(invocation, "%s is there twice; compare takes different case studies", twice);
    return !twice;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct compare_options *given = invocation->options;
    const struct print_style style = {.vocabularies = index_vocabularies(invocation->index), .width = terminal_width()};
    const struct case_study *studies[COMPARE_MOST];
    enum exit_status status = EXIT_TROUBLE;
    if (!read_studies(invocation, studies, &status))
        return status;
    if (!accepts(invocation))
        return EXIT_TROUBLE;
    const struct fact_context context = fact_context_of(invocation->index);
    struct comparison comparison = compare_make(invocation->arena, studies, invocation->argument_count, &context);
    if (given->format == FORMAT_JSON)
        compare_json(&invocation->out, &comparison);
    else
        compare_text(&invocation->out, &comparison, &style);
    return EXIT_FOUND;
}

const struct command compare_command = {
    .name = "compare",
    .arguments = "ID ID...",
    .summary = "case studies side by side",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct compare_options),
    .least = COMPARE_LEAST,
    .most = COMPARE_MOST,
    .asks = "it takes 2 to 4 ids of case studies; catalogue search finds ids",
    .completes = COMPLETES_IDS,
    .examples = examples,
    .accepts = accepts,
    .run = run,
};
