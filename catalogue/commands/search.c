#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>
#include <unistd.h>

#include "catalogue/from_here.h"
#include "catalogue/query_options.h"
#include "catalogue/terminal.h"
#include "indexer/content/nearest.h"
#include "search-cli/present/print.h"
#include "search-cli/present/print_fields.h"
#include "search-cli/search.h"
#include "search-cli/ways_out.h"

struct search_options {
    size_t limit;
    size_t offset;
    enum search_sort sort;
    enum print_as format;
    const char *fields;
    const char *since;
    bool facets;
    bool explain;
    bool related;
    bool count;
    bool one_line;
    bool null;
    size_t chosen[PRINT_FIELDS]; /* what `fields` names, in its order */
    size_t chosen_count;
};

static const struct option options[] = {
    {"limit", "N", "show at most N case studies; 0 is all", OPTION_NUMBER(struct search_options, limit),
     .standard = 10},
    {"offset", "N", "leave out the first N", OPTION_NUMBER(struct search_options, offset)},
    {"sort", "ORDER", NULL, OPTION_KEYWORD(struct search_options, sort, search_sorts)},
    {"since", "DATE", "only those that joined the catalogue then or later", OPTION_TEXT(struct search_options, since)},
    {"facets", NULL, "count the terms of every field in what was found", OPTION_FLAG(struct search_options, facets)},
    {"explain", NULL, "show how the query was read and what each score is made of",
     OPTION_FLAG(struct search_options, explain)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct search_options, format, print_names)},
    {"related", NULL, "in csv, ids and paths too, those with some of the words",
     OPTION_FLAG(struct search_options, related)},
    {"fields", "KEYS", "in json, ndjson and csv, only these: id,title,regions",
     OPTION_TEXT(struct search_options, fields)},
    {"one-line", NULL, "an id, a tab and a title on each line", OPTION_FLAG(struct search_options, one_line)},
    {"count", NULL, "only how many there are", OPTION_FLAG(struct search_options, count)},
    {"null", NULL, "end each line of ids, paths or --one-line with a NUL", OPTION_FLAG(struct search_options, null)},
};

static const char *const examples[] = {
    "catalogue search blood pressure barbers",
    "case studies that have to do with these words, the best first",
    "catalogue search '\"home visits\" asthma -smoking'",
    "a phrase, a word, and a word that must not be there",
    "catalogue search --priority-area cvd --region london",
    "filters, without words",
    "catalogue search smoking --since 2026-10",
    "what is new",
    "catalogue search 'evidence:>=e2 start:>=2019 vaccin*'",
    "filters in the query, and the beginning of a word",
    "catalogue search housing --format json",
    "for another program",
    "catalogue search housing --limit 0 --format paths --null | xargs -0 wc -w",
    "the files of all that was found",
    NULL,
};

/* Adds a key of --fields to those that are chosen. */
static bool choose(struct invocation *invocation, struct search_options *given, const char *key)
{
    struct string_list keys = {0};
    size_t field = print_field_find(key);
    for (size_t i = 0; i < PRINT_FIELDS; i++)
        string_list_add(invocation->arena, &keys, print_field_key(i));
    const char *near = nearest(key, keys.items, keys.count);
    if (field == PRINT_FIELDS && near)
        complain(invocation, "--fields has no \"%s\"; did you mean %s", key, near);
    else if (field == PRINT_FIELDS)
        complain(invocation, "--fields has no \"%s\"; it has %s", key,
                 string_list_join(invocation->arena, &keys, ", "));
    for (size_t i = 0; i < given->chosen_count; i++)
        if (given->chosen[i] == field)
            return true;
    if (field < PRINT_FIELDS)
        given->chosen[given->chosen_count++] = field;
    return field < PRINT_FIELDS;
}

static bool choose_fields(struct invocation *invocation, struct search_options *given)
{
    for (const char *key = given->fields; key && *key; key += strspn(key, ", ")) {
        size_t size = strcspn(key, ", ");
        if (size && !choose(invocation, given, arena_copy(invocation->arena, key, size)))
            return false;
        key += size;
    }
    return true;
}

/* --one-line and --count are formats of their own; --fields alone is JSON. False when options are at odds. */
static bool accepts(struct invocation *invocation)
{
    struct search_options *given = invocation->options;
    bool own = given->one_line || given->count;
    if ((own && given->format != PRINT_AS_TEXT) || (given->one_line && given->count)) {
        complain(invocation, "of --format, --one-line and --count only one can be given");
        return false;
    }
    if (own)
        given->format = given->count ? PRINT_AS_COUNT : PRINT_AS_ONE_LINE;
    else if (given->fields && given->format == PRINT_AS_TEXT)
        given->format = PRINT_AS_JSON;
    const struct print_format *format = &print_formats[given->format];
    if (!query_options_date(invocation, given->since))
        return false;
    if (given->null && !format->lines)
        complain(invocation, "--null goes with --format ids, --format paths or --one-line");
    else if (given->fields && !format->fields)
        complain(invocation, "--fields goes with --format json, ndjson or csv");
    else
        return choose_fields(invocation, given);
    return false;
}

/* On a terminal the text says all; elsewhere what is no result goes to stderr, for a person who looks on. */
static void print_answer(struct invocation *invocation, const struct search_answer *answer)
{
    const struct search_options *given = invocation->options;
    const struct print_style style = {.vocabularies = index_vocabularies(invocation->index),
                                      .width = terminal_width(),
                                      .color = invocation->color,
                                      .facets = given->facets,
                                      .explain = given->explain,
                                      .offset = given->offset,
                                      .related = given->related,
                                      .apart = given->format != PRINT_AS_TEXT || !isatty(STDOUT_FILENO),
                                      .end = given->null ? '\0' : '\n',
                                      .fields = given->fields ? given->chosen : NULL,
                                      .field_count = given->chosen_count,
                                      .index = invocation->index};
    for (size_t i = 0; given->format == PRINT_AS_PATHS && i < answer->result_count; i++)
        answer->results[i].study.path = from_here(invocation->arena, invocation->root, answer->results[i].study.path);
    print_formats[given->format].print(&invocation->out, answer, &style);
    if (style.apart)
        print_talk(&invocation->talk, answer, &style, given->format, "catalogue: ");
}

static enum exit_status run(struct invocation *invocation)
{
    const struct search_options *given = invocation->options;
    const struct print_format *format = &print_formats[given->format];
    bool whole = format->whole && !given->related;
    struct search_request request = {.sort = given->sort,
                                     .since = given->since,
                                     .limit = given->count ? 1 : given->limit,
                                     .offset = given->offset,
                                     .all_facets = given->facets || (given->format == PRINT_AS_JSON && !given->fields),
                                     .no_snippets = format->plain,
                                     .whole = whole};
    if (!query_options_request(invocation, query_options_query(invocation), &request))
        return EXIT_TROUBLE;
    struct search_answer *answer = search(invocation->index, invocation->arena, &request);
    if (!answer)
        return EXIT_TROUBLE;
    if (!answer->total && !answer->related && !format->plain)
        ways_out_find(invocation->index, invocation->arena, &request, answer);
    print_answer(invocation, answer);
    return answer->total || (answer->related && !whole) ? EXIT_FOUND : EXIT_NOTHING;
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
    .accepts = accepts,
    .run = run,
};
