#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/query_options.h"
#include "search-cli/present/print.h"
#include "search-cli/search.h"

static const struct option options[] = {
    {"limit", "N", "show at most N case studies (10)"},
    {"offset", "N", "leave out the first N"},
    {"sort", "ORDER", "relevance, newest, title or evidence"},
    {"facets", NULL, "count the terms of every field in what was found"},
    {"explain", NULL, "show how the query was read and what each score is made of"},
    {"no-update", NULL, "use the index as it is"},
    {"format", "FORMAT", "text, json, ndjson, csv, ids or paths"},
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

struct wish {
    struct search_request request;
    const struct print_format *format;
    struct print_style style;
};

static bool read_sort(struct invocation *invocation, struct search_request *request)
{
    const char *name = invocation_value(invocation, "sort", search_sort_names[SEARCH_RELEVANCE]);
    for (size_t i = 0; i < SEARCH_SORTS; i++) {
        if (!strcmp(search_sort_names[i], name)) {
            request->sort = (enum search_sort)i;
            return true;
        }
    }
    complain(invocation, "--sort takes relevance, newest, title or evidence, not \"%s\"", name);
    return false;
}

static bool read_options(struct invocation *invocation, struct wish *wish)
{
    const char *format = invocation_value(invocation, "format", "text");
    wish->format = print_format_find(format);
    if (!wish->format) {
        complain(invocation, "--format takes %s, not \"%s\"", print_format_names(invocation->arena), format);
        return false;
    }
    wish->style.facets = invocation_has(invocation, "facets");
    wish->style.explain = invocation_has(invocation, "explain");
    wish->style.color = invocation->color;
    wish->style.width = query_options_width();
    wish->request.all_facets = wish->style.facets || !strcmp(format, "json");
    wish->request.no_snippets = wish->format->plain;
    return read_sort(invocation, &wish->request) &&
           invocation_number(invocation, "limit", 10, 1, &wish->request.limit) &&
           invocation_number(invocation, "offset", 0, 0, &wish->request.offset);
}

/* To somebody who looks on: in a script's log they would only be in the way. */
static void say_notes(const struct search_answer *answer)
{
    struct text notes = {0};
    print_notes(&notes, answer, "catalogue: ");
    print_synonyms(&notes, answer, "catalogue: ");
    fputs(text_string(&notes), stderr);
    text_free(&notes);
}

static enum exit_status answer_wish(struct invocation *invocation, struct index *index, struct wish *wish)
{
    struct text out = {0};
    const struct search_answer *answer = search(index, invocation->arena, &wish->request);
    if (!answer)
        return complain(invocation, "the index is damaged; make it anew with: catalogue index --rebuild");
    wish->style.vocabularies = index_vocabularies(index);
    wish->style.offset = wish->request.offset;
    wish->format->print(&out, answer, &wish->style);
    if (!wish->format->talks && isatty(STDERR_FILENO))
        say_notes(answer);
    bool printed = invocation_print(invocation, text_string(&out), out.size, wish->format->print == print_text);
    text_free(&out);
    if (!printed)
        return EXIT_TROUBLE;
    return answer->total || answer->related ? EXIT_FOUND : EXIT_NOTHING;
}

static enum exit_status run(struct invocation *invocation)
{
    struct wish wish = {0};
    if (!read_options(invocation, &wish))
        return EXIT_TROUBLE;
    struct index *index = invocation_index(invocation);
    if (!index)
        return EXIT_TROUBLE;
    enum exit_status status = EXIT_TROUBLE;
    if (query_options_request(invocation, index, query_options_query(invocation), &wish.request))
        status = answer_wish(invocation, index, &wish);
    index_close(index);
    return status;
}

const struct command search_command = {
    .name = "search",
    .arguments = "QUERY...",
    .summary = "find case studies",
    .audience = "practitioners",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .facet_options = true,
    .free_text = true,
    .examples = examples,
    .run = run,
};
