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
    "catalogue search warm homes --limit 3 --format ids | catalogue compare -",
    "the first three that a search found",
    NULL,
};

static const char asks[] = "it takes 2 to 4 ids of case studies, or - to read them; catalogue search finds ids";

static bool is_piped(const struct invocation *invocation)
{
    for (size_t i = 0; i < invocation->argument_count; i++)
        if (!strcmp(invocation->arguments[i], "-"))
            return true;
    return false;
}

/* An id that stands in a list more than once, or NULL. */
static const char *given_twice(const struct string_list *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        for (size_t j = 0; j < i; j++)
            if (!strcmp(ids->items[i], ids->items[j]))
                return ids->items[i];
    return NULL;
}

/* Whether there are as many ids as can stand side by side, each once. */
static bool can_compare(struct invocation *invocation, const struct string_list *ids)
{
    const char *twice = given_twice(ids);
    if (ids->count < COMPARE_LEAST || ids->count > COMPARE_MOST)
        complain(invocation, "%s", asks);
    else if (twice)
        complain(invocation, "%s is there twice; compare takes different case studies", twice);
    else
        return true;
    return false;
}

static bool accepts(struct invocation *invocation)
{
    const struct string_list ids = {invocation->arguments, invocation->argument_count, 0};
    return is_piped(invocation) || can_compare(invocation, &ids);
}

/* The ids that are meant, in place of those that were typed or read. */
static bool read_studies(struct invocation *invocation, struct string_list *ids, const struct case_study **studies,
                         enum exit_status *status)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!(ids->items[i] = query_options_id(invocation, ids->items[i], status)))
            return false;
    if (!can_compare(invocation, ids))
        return false;
    for (size_t i = 0; i < ids->count; i++)
        if (!(studies[i] = index_case_study(invocation->index, invocation->arena, ids->items[i])))
            return false;
    return true;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct compare_options *given = invocation->options;
    const struct print_style style = {.vocabularies = index_vocabularies(invocation->index), .width = terminal_width()};
    const struct case_study *studies[COMPARE_MOST];
    struct string_list ids = {0};
    enum exit_status status = EXIT_TROUBLE;
    if (!query_options_ids(invocation, &ids) || !read_studies(invocation, &ids, studies, &status))
        return status;
    const struct fact_context context = fact_context_of(invocation->index);
    struct comparison comparison = compare_make(invocation->arena, studies, ids.count, &context);
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
    .least = 1,
    .most = COMMAND_MANY,
    .asks = asks,
    .completes = COMPLETES_IDS,
    .examples = examples,
    .accepts = accepts,
    .run = run,
};
