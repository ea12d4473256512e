#include "search-cli/report/partners.h"

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"
#include "search-cli/report/matrix_report.h"
#include "search-cli/report/tally_columns.h"

enum { PAIRS = 12 };

static void add_kind(struct arena *arena, struct report_table *table, const struct report_base *base,
                     const struct term_count *kind, const struct term_count *led)
{
    enum { KIND, CASES, LEADS, RESULTS, ID };
    const struct tally tally = tally_of(base->counts, &led->rows);
    struct report_cell *row = report_row(arena, table);
    row[KIND].words =
        (struct fact_part){kind->term->label, FACT_TERM, kind->term->id, facet_find("partner_types"), false, false};
    row[CASES] = report_number(kind->count);
    row[LEADS] = report_number(led->count);
    if (led->count)
        row[LEADS].words = (struct fact_part){
            .text = "", .link = FACT_QUERY, .to = arena_format(arena, "lead_types:%s", led->term->id)};
    row[RESULTS] = tally_cell(arena, &tally);
    row[ID] = report_words(kind->term->id);
}

static void add_kinds(struct arena *arena, struct report *report, const struct report_base *base)
{
    static const struct report_column columns[] = {{"label", PHRASE("Kind of partner"), COLUMN_FOR_ALL},
                                                   {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
                                                   {"leads", PHRASE("Of these it leads"), COLUMN_FOR_ALL},
                                                   {"results", PHRASE("What came of those it leads"), COLUMN_FOR_ALL},
                                                   {"partner_type", "Id", COLUMN_FOR_DATA}};
    const struct term_counts *kinds = counts_of(base->counts, "partner_types");
    const struct term_counts *led = counts_of(base->counts, "lead_types");
    struct report_part *part = report_part_add(arena, report, "kinds", say("Kinds of partner"));
    struct report_table *table =
        report_table_add(arena, part, part->heading, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < kinds->count && i < led->count; i++)
        add_kind(arena, table, base, &kinds->items[i], &led->items[i]);
}

/* A pair of two kinds, and in how many case studies both stand. */
struct pair {
    size_t row, column, count;
};

/* Keeps the largest, the earlier first where two are as large. */
static size_t largest_pairs(const struct matrix *matrix, struct pair pairs[PAIRS])
{
    size_t kept = 0;
    for (size_t row = 0; row < matrix->down.count; row++)
        for (size_t column = row + 1; column < matrix->across.count; column++) {
            const struct pair pair = {row, column, matrix_at(matrix, row, column)->tally.count};
            size_t at = kept;
            while (at > 0 && pair.count > pairs[at - 1].count)
                at--;
            if (!pair.count || at == PAIRS)
                continue;
            kept += kept < PAIRS;
            for (size_t i = kept - 1; i > at; i--)
                pairs[i] = pairs[i - 1];
            pairs[at] = pair;
        }
    return kept;
}

static void add_pairs(struct arena *arena, struct report *report, const struct report_base *base)
{
    const struct facet *facet = facet_find("partner_types");
    struct matrix matrix = matrix_of(arena, base, facet, facet, base->visible);
    struct pair pairs[PAIRS];
    size_t count = largest_pairs(&matrix, pairs);
    struct report_part *part = report_part_add(arena, report, "pairs", say("Who works together most"));
    part->is_list = true;
    for (size_t i = 0; i < count; i++) {
        const struct matrix_entry *one = &matrix.down.entries[pairs[i].row];
        const struct matrix_entry *other = &matrix.across.entries[pairs[i].column];
        struct fact_item *line = report_line(arena, part);
        fact_part(line, (struct fact_part){.text = arena_format(arena, "%s: ",
                                                                arena_format(arena, say("%s and %s"), one->label,
                                                                             format_lower(arena, other->label)))});
        fact_part(line, (struct fact_part){
                            .text = format_cases(arena, pairs[i].count),
                            .link = FACT_QUERY,
                            .to = arena_format(arena, "partner_types:%s partner_types:%s", one->id, other->id)});
    }
    if (!count)
        report->part_count--;
    struct matrix_holes holes = matrix_holes(arena, &matrix, 1);
    report_say(arena, report_part_add(arena, report, "holes", ""),
               arena_format(arena, say("Of %s pairs of two kinds, %s stand together in no case study."),
                            format_count(arena, holes.pairs), format_count(arena, holes.of)));
}

struct report *partners_report(struct arena *arena, const struct survey *survey)
{
    struct report *report = across_report(arena, survey, say("Partners"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(
        arena, lead,
        say("A case study counts under each kind of partner that it names. Who stands in one may have done much or "
            "little."));
    add_kinds(arena, report, survey->base);
    add_pairs(arena, report, survey->base);
    return report;
}
