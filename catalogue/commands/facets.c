#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/query_options.h"
#include "catalogue/report_command.h"
#include "catalogue/terminal.h"
#include "indexer/base/utf8.h"
#include "search-cli/present/csv.h"
#include "search-cli/present/format.h"
#include "search-cli/present/print.h"
#include "search-cli/present/wrap.h"

enum { COUNT_COLUMNS = 7, BAR_LEAST = 6, BAR_MOST = 20, WIDE = 60, NONE_INDENT = 2 };

struct facets_options {
    const char *query;
    const char *since;
    enum output_format format;
};

static const struct keyword formats[] = {
    {"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, NULL}, {"csv", FORMAT_CSV, "a line for each term"}};

static const struct option options[] = {
    {"query", "QUERY", "count only what this query finds", OPTION_TEXT(struct facets_options, query),
     .completes = COMPLETES_QUERY},
    {"since", "DATE", "count only what joined the catalogue then or later", OPTION_TEXT(struct facets_options, since)},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct facets_options, format, formats)},
};

static const char *const examples[] = {
    "catalogue facets",
    "how many case studies there are for each priority area, partner type and deprivation focus",
    "catalogue facets actions --query smoking",
    "what was done, in case studies on smoking",
    "catalogue facets region --priority-area cvd",
    "where, for one priority area",
    "catalogue facets result evidence --format csv",
    "for a spreadsheet: field, id, label, count",
    NULL,
};

/* Which facets are asked for: those of the arguments, else the leading ones. */
static void choose(const struct invocation *invocation, bool *chosen)
{
    for (size_t i = 0; i < LEADING_FACETS && !invocation->argument_count; i++)
        chosen[i] = true;
    for (size_t i = 0; i < invocation->argument_count; i++)
        chosen[facet_find(invocation->arguments[i]) - facets] = true;
}

/* How a facet's terms stand in the columns of the terminal: figure, bar, id and label; no bar where it is narrow. */
struct layout {
    size_t width;
    size_t bar;
    size_t id;
};

static struct layout layout_of(const struct term_counts *facet)
{
    struct layout layout = {.width = terminal_width()};
    size_t label = 0;
    for (size_t i = 0; i < facet->count && facet->items[i].count; i++) {
        size_t id_columns = strlen(facet->items[i].term->id);
        size_t label_columns = utf8_width(facet->items[i].term->label, strlen(facet->items[i].term->label));
        layout.id = id_columns > layout.id ? id_columns : layout.id;
        label = label_columns > label ? label_columns : label;
    }
    size_t others = COUNT_COLUMNS + layout.id + label + 2;
    layout.bar = others + BAR_MOST < layout.width ? BAR_MOST : others < layout.width ? layout.width - others : 0;
    if (layout.bar < BAR_LEAST)
        layout.bar = layout.width < WIDE ? 0 : BAR_LEAST;
    return layout;
}

static void add_bar(struct text *out, size_t count, size_t most, size_t columns)
{
    size_t length = (count * columns + most - 1) / most;
    for (size_t i = 0; i < columns; i++)
        text_add(out, i < length ? "\xe2\x96\x88" : " ");
}

static void add_count(struct text *out, struct arena *arena, const struct term_count *item, size_t most,
                      struct layout layout)
{
    text_format(out, "%*zu ", COUNT_COLUMNS - 1, item->count);
    if (!layout.bar) {
        wrap_string(out, arena_format(arena, "%s: %s", item->term->id, item->term->label), COUNT_COLUMNS, layout.width);
        return;
    }
    add_bar(out, item->count, most, layout.bar);
    text_format(out, " %-*s ", (int)layout.id, item->term->id);
    wrap_string(out, item->term->label, COUNT_COLUMNS + layout.bar + layout.id + 2, layout.width);
}

/* The terms from `first` on, which nothing has, on a line. */
static void add_none(struct text *out, struct arena *arena, const struct term_counts *facet, size_t first)
{
    struct string_list ids = {0};
    for (size_t i = first; i < facet->count; i++)
        string_list_add(arena, &ids, facet->items[i].term->id);
    if (!ids.count)
        return;
    text_add(out, "  ");
    wrap_string(out, arena_format(arena, "none: %s", string_list_join(arena, &ids, ", ")), NONE_INDENT,
                terminal_width());
}

static void print_facet(struct text *out, struct arena *arena, const struct term_counts *counted, bool color)
{
    struct term_counts facet = counts_sorted(arena, counted);
    struct layout layout = layout_of(&facet);
    size_t i = 0;
    wrap_toned(out, facet.facet->label, tone_of(TONE_HEADING, color));
    text_format(out, "  --%s\n", facet.facet->option);
    for (; i < facet.count && facet.items[i].count; i++)
        add_count(out, arena, &facet.items[i], facet.items[0].count, layout);
    add_none(out, arena, &facet, i);
}

static void print_as_text(struct invocation *invocation, const struct search_answer *answer,
                          const struct term_counts *counted, size_t count)
{
    struct text *out = &invocation->out;
    size_t found = answer->total ? answer->total : answer->related;
    text_format(out, "%s%s\n", format_cases(invocation->arena, found),
                answer->total || !found ? "" : " with some of the words");
    for (size_t i = 0; i < count; i++) {
        text_char(out, '\n');
        print_facet(out, invocation->arena, &counted[i], invocation->color);
    }
}

static void print_as_json(struct text *out, const struct search_answer *answer, const struct term_counts *counted,
                          size_t count)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", PRINT_JSON_VERSION);
    json_member_string(&json, "query", answer->query);
    json_member_integer(&json, "total", (int64_t)answer->total);
    json_member_integer(&json, "related", (int64_t)answer->related);
    json_key(&json, "facets");
    print_facets_json(&json, counted, count);
    json_object_close(&json);
    text_char(out, '\n');
}

/* Every term has a line, those too that nothing has. */
static void print_as_csv(struct text *out, struct arena *arena, const struct term_counts *counted, size_t count)
{
    static const char *const names[] = {"field", "id", "label", "count"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_field(out, names[i], i == 0);
    csv_end_line(out);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < counted[i].count; j++) {
            const struct term_count *item = &counted[i].items[j];
            csv_field(out, counted[i].facet->key, true);
            csv_field(out, item->term->id, false);
            csv_field(out, item->term->label, false);
            csv_field(out, arena_format(arena, "%zu", item->count), false);
            csv_end_line(out);
        }
}

static bool accepts(struct invocation *invocation)
{
    const struct facets_options *given = invocation->options;
    return report_command_fields(invocation) && query_options_date(invocation, given->since);
}

static enum exit_status run(struct invocation *invocation)
{
    const struct facets_options *given = invocation->options;
    struct search_request request = {.since = given->since, .all_facets = true, .limit = 1};
    struct term_counts counted[FACET_COUNT];
    bool chosen[FACET_COUNT] = {false};
    size_t count = 0;
    choose(invocation, chosen);
    if (!query_options_request(invocation, given->query ? given->query : "", &request))
        return EXIT_TROUBLE;
    const struct search_answer *answer = search(invocation->index, invocation->arena, &request);
    if (!answer)
        return EXIT_TROUBLE;
    for (size_t i = 0; i < answer->facet_count; i++)
        if (chosen[i])
            counted[count++] = answer->facets[i];
    print_notes(&invocation->talk, answer, "catalogue: ");
    if (given->format == FORMAT_JSON)
        print_as_json(&invocation->out, answer, counted, count);
    else if (given->format == FORMAT_CSV)
        print_as_csv(&invocation->out, invocation->arena, counted, count);
    else
        print_as_text(invocation, answer, counted, count);
    return answer->total || answer->related ? EXIT_FOUND : EXIT_NOTHING;
}

const struct command facets_command = {
    .name = "facets",
    .arguments = "[FIELD...]",
    .summary = "count case studies by the terms of a field",
    .audience = "practitioners",
    .needs = NEEDS_INDEX_FRESH | NEEDS_PAGER,
    COMMAND_OPTIONS(options, struct facets_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_FIELDS,
    .facet_options = true,
    .examples = examples,
    .accepts = accepts,
    .run = run,
};
