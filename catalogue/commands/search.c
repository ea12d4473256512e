#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <unistd.h>

#include "catalogue/query_options.h"
#include "catalogue/terminal.h"
#include "search-cli/present/print.h"
#include "search-cli/search.h"

struct search_options {
    size_t limit;
    size_t offset;
    enum search_sort sort;
    enum print_as format;
    bool facets;
    bool explain;
};

static const struct option options[] = {
    {"limit", "N", "show at most N case studies", OPTION_NUMBER(struct search_options, limit), .least = 1,
     .standard = 10},
    {"offset", "N", "leave out the first N", OPTION_NUMBER(struct search_options, offset)},
    {"sort", "ORDER", NULL, OPTION_KEYWORD(struct search_options, sort, search_sorts)},
    {"facets", NULL, "count the terms of every field in what was found", OPTION_FLAG(struct search_options, facets)},
    {"explain", NULL, "show how the query was read and what each score is made of",
     OPTION_FLAG(struct search_options, explain)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct search_options, format, print_names)},
};

static const char *const examples[] = {
    "catalogue search blood pressure barbers",
    "case studies that have to do with these words, the best first",
    "catalogue search '\"home visits\" asthma -smoking'",
    "a phrase, a word, and a word that must not be there",
    "catalogue search --priority-area cvd --region london",
    "filters, without words",
    "catalogue search 'evidence:>=e2 start:>=2019 vaccin*'",
    "filters in the query, and the beginning of a word",
    "catalogue search housing --format json",
    "for another program",
    NULL,
};

/* To somebody who looks on: in a script's log they would only be in the way. */
static void say_notes(struct text *talk, const struct search_answer *answer)
{
    print_notes(talk, answer, "catalogue: ");
    print_synonyms(talk, answer, "catalogue: ");
}

static void print_answer(struct invocation *invocation, const struct search_answer *answer)
{
    const struct search_options *given = invocation->options;
    const struct print_format *format = &print_formats[given->format];
    const struct print_style style = {.vocabularies = index_vocabularies(invocation->index),
                                      .width = terminal_width(),
                                      .color = invocation->color,
                                      .facets = given->facets,
                                      .explain = given->explain,
                                      .offset = given->offset,
                                      .index = invocation->index};
    format->print(&invocation->out, answer, &style);
    if (!format->talks && isatty(STDERR_FILENO))
        say_notes(&invocation->talk, answer);
}

static enum exit_status run(struct invocation *invocation)
{
    const struct search_options *given = invocation->options;
    struct search_request request = {.sort = given->sort,
                                     .limit = given->limit,
                                     .offset = given->offset,
                                     .all_facets = given->facets || given->format == PRINT_AS_JSON,
                                     .no_snippets = print_formats[given->format].plain};
    if (!query_options_request(invocation, query_options_query(invocation), &request))
        return EXIT_TROUBLE;
    const struct search_answer *answer = search(invocation->index, invocation->arena, &request);
    if (!answer)
        return EXIT_TROUBLE;
    print_answer(invocation, answer);
    return answer->total || answer->related ? EXIT_FOUND : EXIT_NOTHING;
}

const struct command search_command = {
    .name = "search",
    .arguments = "QUERY...",
    .summary = "find case studies",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct search_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_QUERY,
    .facet_options = true,
    .free_text = true,
    .examples = examples,
    .run = run,
};
