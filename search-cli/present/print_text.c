#include "search-cli/present/print.h"

#include <string.h>

#include "indexer/base/text_safe.h"
#include "search-cli/present/format.h"
#include "search-cli/present/wrap.h"

enum { INDENT = 4, NARROWING = 3 };

/* What the figures behind each word of a score mean. */
static const char explanation[] =
    "Each score is the sum of what its words give, the first figure of their lines: idf is the higher the fewer cases "
    "have the word, tf the more often and the more prominently this one has it.";

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static const char *label_of(const struct print_style *style, const char *vocabulary, const char *id)
{
    return *id ? vocabulary_label(style->vocabularies, vocabulary, id) : "";
}

static void add_item(struct text *line, const char *item)
{
    if (*item)
        text_format(line, "%s%s", line->size ? " \xc2\xb7 " : "", item);
}

/* Place, areas, evidence and result, in words. */
static void add_facts(struct text *out, const struct search_result *result, const struct print_style *style)
{
    struct text line = {0};
    add_item(&line, result->study.place);
    for (size_t i = 0; i < result->terms[0].count; i++)
        add_item(&line, label_of(style, facets[0].vocabulary, result->terms[0].items[i]));
    struct text evidence = {0};
    text_format(&evidence, "Evidence: %s", label_of(style, "evidence", result->study.evidence));
    add_item(&line, text_string(&evidence));
    text_clear(&evidence);
    text_format(&evidence, "Result: %s", label_of(style, "result", result->study.result));
    add_item(&line, text_string(&evidence));
    text_free(&evidence);
    struct tone quiet = tone_of(TONE_QUIET, style->color);
    const struct marked plain = {.text = text_string(&line)};
    text_add(out, "    ");
    wrap_marked(out, &plain, INDENT, style->width, quiet, quiet);
    text_free(&line);
}

static void add_parts(struct text *out, const struct search_result *result)
{
    text_format(out, "    score ");
    number_text(out, result->score);
    text_char(out, '\n');
    for (size_t i = 0; i < result->part_count; i++) {
        const struct score_part *part = &result->parts[i];
        text_format(out, "      %.4f  ", part->score);
        text_safe(out, part->term, strlen(part->term));
        text_format(out, ": in %zu case%s (idf %.3f), here tf %.3f", part->holding, plural(part->holding), part->idf,
                    part->tf);
        text_format(out, part->times > 1 ? ", asked %.0f times\n" : "\n", part->times);
    }
}

static void add_result(struct text *out, const struct search_result *result, size_t number,
                       const struct print_style *style)
{
    struct tone hit = tone_of(TONE_HIT, style->color);
    text_format(out, "%2zu. ", number);
    wrap_marked(out, &result->title, INDENT, style->width, tone_of(TONE_TITLE, style->color), hit);
    add_facts(out, result, style);
    text_add(out, "    ");
    wrap_marked(out, &result->snippet, INDENT, style->width, (struct tone){"", ""}, hit);
    text_add(out, "    ");
    wrap_toned(out, result->study.id, tone_of(TONE_QUIET, style->color));
    text_add(out, result->study.outdated ? " (its file has errors now; this is its last good state)\n" : "\n");
    if (style->explain)
        add_parts(out, result);
    text_char(out, '\n');
}

static void add_heading(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    struct text line = {0};
    struct arena arena = {0};
    const char *related = format_count(&arena, answer->related);
    if (!answer->total && !answer->related)
        text_add(&line, "Nothing found.");
    else if (answer->total || !answer->ranked)
        text_format(&line, "%s%s", format_cases(&arena, answer->total), answer->ranked ? " with all the words" : "");
    else
        text_format(&line, "No case study has all the words; %s ha%s some of them", related,
                    answer->related == 1 ? "s" : "ve");
    if (answer->total && answer->related)
        text_format(&line, " (and %s with some of them)", related);
    wrap_string(out, text_string(&line), 0, style->width);
    text_char(out, '\n');
    text_free(&line);
    arena_free(&arena);
}

static void add_results(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        bool turns = !result->all && answer->total && (!i || answer->results[i - 1].all);
        if (turns) {
            wrap_toned(out, "Related: with some of the words", tone_of(TONE_HEADING, style->color));
            text_add(out, "\n\n");
        }
        add_result(out, result, style->offset + i + 1, style);
    }
}

/* The term that would come nearest to halving the answer: the one with the largest count that does not keep everything. */
static const struct term_count *best_narrowing(const struct term_counts *facet, size_t found)
{
    const struct term_count *best = NULL;
    for (size_t i = 0; i < facet->count; i++) {
        size_t count = facet->items[i].count;
        if (count && count < found && (!best || count > best->count))
            best = &facet->items[i];
    }
    return best;
}

static void add_narrowing(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    size_t found = answer->total ? answer->total : answer->related;
    struct text line = {0};
    for (size_t i = 0; i < answer->facet_count && i < NARROWING && found > 1; i++) {
        const struct term_count *term = best_narrowing(&answer->facets[i], found);
        if (term)
            text_format(&line, "%s--%s %s (%zu)",
                        line.size ? " \xc2\xb7 " : "To narrow: ", answer->facets[i].facet->option, term->term->id,
                        term->count);
    }
    if (line.size)
        wrap_string(out, text_string(&line), 0, style->width);
    text_free(&line);
}

/* Terms that none of what was found has are left out. */
static void add_facets(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    struct arena arena = {0};
    for (size_t i = 0; i < answer->facet_count; i++) {
        struct term_counts facet = counts_sorted(&arena, &answer->facets[i]);
        if (!facet.count || !facet.items[0].count)
            continue;
        wrap_toned(out, facet.facet->label, tone_of(TONE_HEADING, style->color));
        text_format(out, "  (--%s)\n", facet.facet->option);
        for (size_t j = 0; j < facet.count && facet.items[j].count; j++) {
            text_format(out, "%6zu  %-28s ", facet.items[j].count, facet.items[j].term->id);
            text_safe(out, facet.items[j].term->label, strlen(facet.items[j].term->label));
            text_char(out, '\n');
        }
        text_char(out, '\n');
    }
    arena_free(&arena);
}

static bool is_past_end(const struct search_answer *answer, const struct print_style *style)
{
    size_t count = answer->total + answer->related;
    return count && style->offset >= count;
}

/* What no case has, and what would be found without one part of what was asked. */
static void add_ways_out(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    struct arena arena = {0};
    struct text line = {0};
    for (size_t i = 0; i < answer->absent.count; i++) {
        const char *words = answer->absent.items[i];
        if (strchr(words, ' '))
            text_format(&line, "No case study has \"%s\" in these words.", words);
        else
            text_format(&line, "Nothing here contains \"%s\".", words);
        wrap_string(out, text_string(&line), 0, style->width);
        text_clear(&line);
    }
    for (size_t i = 0; i < answer->way_count; i++) {
        const struct way_out *way = &answer->ways[i];
        const char *count = format_cases(&arena, way->total ? way->total : way->related);
        text_add(out, "  ");
        wrap_string(
            out,
            arena_format(&arena, "%s%s without %s", count, way->total ? "" : " with some of the words,", way->without),
            4, style->width);
    }
    if (!answer->way_count)
        wrap_string(out, "Fewer or other words may help; catalogue facets shows what there is.", 0, style->width);
    text_free(&line);
    arena_free(&arena);
}

static void add_next(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    size_t count = answer->total + answer->related;
    size_t shown = style->offset + answer->result_count;
    if (answer->result_count)
        text_format(out, "Next: catalogue show %s\n", answer->results[0].study.id);
    if (answer->result_count && shown < count && !style->apart)
        text_format(out, "More: --offset %zu\n", shown);
    if (!count)
        add_ways_out(out, answer, style);
    if (is_past_end(answer, style) && !style->apart)
        text_format(out, "There %s only %zu: --offset %zu leaves all of them out.\n", count == 1 ? "is" : "are", count,
                    style->offset);
}

/* Lines that another function printed, folded. */
static void add_folded(struct text *out, const struct search_answer *answer, const struct print_style *style,
                       void (*print)(struct text *out, const struct search_answer *answer, const char *prefix))
{
    struct text printed = {0};
    struct arena arena = {0};
    print(&printed, answer, "");
    struct string_list lines = string_list_lines(&arena, text_string(&printed));
    for (size_t i = 0; i < lines.count; i++)
        wrap_string(out, lines.items[i], 0, style->width);
    if (lines.count)
        text_char(out, '\n');
    arena_free(&arena);
    text_free(&printed);
}

void print_text(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    if (style->explain) {
        text_add(out, "Read as: ");
        wrap_string(out, answer->query_in_words, 9, style->width);
    }
    if (style->explain && answer->ranked)
        wrap_string(out, explanation, 0, style->width);
    if (!style->apart)
        add_folded(out, answer, style, print_notes);
    add_heading(out, answer, style);
    add_results(out, answer, style);
    if (!style->apart)
        add_folded(out, answer, style, print_synonyms);
    if (style->facets)
        add_facets(out, answer, style);
    else if (!is_past_end(answer, style))
        add_narrowing(out, answer, style);
    add_next(out, answer, style);
}
