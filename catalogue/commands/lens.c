#include "catalogue/command.h"
#include "catalogue/commands.h"

#include "catalogue/report_command.h"
#include "indexer/content/nearest.h"

struct lens_options {
    const char *query;
    bool brief;
    enum report_format format;
};

static const struct keyword formats[] = {
    {"text", REPORT_AS_TEXT, NULL},
    {"markdown", REPORT_AS_MARKDOWN, NULL},
    {"json", REPORT_AS_JSON, NULL},
    {"csv", REPORT_AS_CSV, "of all lenses or of one: a line for each of its questions"}};

static const struct option options[] = {
    {"query", "QUERY", "only among what this query finds", OPTION_TEXT(struct lens_options, query),
     .completes = COMPLETES_QUERY},
    {"brief", NULL, "a briefing on a whole lens, on one page", OPTION_FLAG(struct lens_options, brief)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct lens_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue lens",
    "the lenses: policies and frameworks whose questions are put to the same case studies",
    "catalogue lens core20plus5-adults",
    "each of its questions: how many bear on it, what came of them, what can be learned, whom to ask",
    "catalogue lens core20plus5-adults --brief",
    "the same on one page: what came of it all, what can be learned, what is not known",
    "catalogue lens core20plus5-adults maternity",
    "a briefing on one of its questions, on a page",
    "catalogue lens inspection-questions --region north-west",
    "its questions, asked of one region alone",
    NULL,
};

/* Says what is near a name that there is not. */
static bool no_name(struct invocation *invocation, const char *what, const char *typed, const struct string_list *ids)
{
    const char *near = nearest(typed, ids->items, ids->count);
    complain(invocation, "there is no %s \"%s\"; %s%s", what, typed, near ? "did you mean " : "there are ",
             near ? near : string_list_join(invocation->arena, ids, ", "));
    return false;
}

static bool names_are_known(struct invocation *invocation, const struct lenses *lenses)
{
    const char **names = invocation->arguments;
    struct string_list ids = {0};
    const struct lens *lens = invocation->argument_count ? lens_find(lenses, names[0]) : NULL;
    if (!invocation->argument_count)
        return true;
    for (size_t i = 0; i < lenses->count; i++)
        string_list_add(invocation->arena, &ids, lenses->items[i].id);
    if (!lens)
        return no_name(invocation, "lens", names[0], &ids);
    if (invocation->argument_count < 2 || lens_cell_find(&lens->cells, names[1]))
        return true;
    ids = (struct string_list){0};
    for (size_t i = 0; i < lens->cells.count; i++)
        string_list_add(invocation->arena, &ids, lens->cells.items[i].id);
    return no_name(invocation, "question", names[1], &ids);
}

static bool accepts(struct invocation *invocation)
{
    const struct lens_options *given = invocation->options;
    if (!given->brief || invocation->argument_count)
        return true;
    complain(invocation, "it is about one lens; name it: catalogue lens ID --brief");
    return false;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct lens_options *given = invocation->options;
    const struct report_base base = report_base_read(invocation->index, invocation->arena);
    struct asked asked;
    if (!report_command_ask(invocation, given->query, &asked))
        return EXIT_TROUBLE;
    const struct report_request request = {.base = &base,
                                           .asked = &asked,
                                           .brief = given->brief,
                                           .arguments = invocation->arguments,
                                           .argument_count = invocation->argument_count};
    if (!names_are_known(invocation, base.lenses))
        return EXIT_NOTHING;
    return report_command_print(invocation, report_make(REPORT_LENS, invocation->arena, &request), &asked,
                                given->format);
}

const struct command lens_command = {
    .name = "lens",
    .arguments = "[ID [QUESTION]]",
    .summary = "what the case studies answer to a policy's questions",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct lens_options),
    .most = 2,
    .asks = "it takes one lens and one of its questions; catalogue lens lists the lenses",
    .facet_options = true,
    .examples = examples,
    .accepts = accepts,
    .run = run,
};
