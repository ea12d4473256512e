#include "search-cli/report/matrix_report.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/tally_columns.h"

const struct matrix_pair matrix_pairs[MATRIX_PAIRS] = {
    {"priority_areas", "deprivation_focus", PHRASE("Subjects and people"), PHRASE("What was tried, and for whom?")},
    {"partner_types", "partner_types", PHRASE("Who works with whom"),
     PHRASE("Which kinds of partner stand in one case study?")},
    {"deprivation_focus", "involvement", PHRASE("About them, or with them"),
     PHRASE("What part had the people whom the work was for?")},
    {"actions", "result", PHRASE("What was done and what came of it"),
     PHRASE("What result do case studies of each action report?")},
};

enum {
    ROW,
    COLUMN,
    CASES,
    BEST,
    RESULTS,
    GAPS,
    ROW_ID,
    COLUMN_ID,
    BEST_ID,
    FIRST_NUMBER,
    COLUMNS = FIRST_NUMBER + DIRECTIONS + GAP_EFFECTS
};

static const struct report_column columns[COLUMNS] = {
    [ROW] = {"row_label", PHRASE("Row"), COLUMN_FOR_ALL},
    [COLUMN] = {"column_label", PHRASE("Column"), COLUMN_FOR_ALL},
    [CASES] = {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
    [BEST] = {"best_known_label", PHRASE("Best known"), COLUMN_FOR_PEOPLE},
    [RESULTS] = {"results", PHRASE("Results"), COLUMN_FOR_PEOPLE},
    [GAPS] = {"gap", PHRASE("Gap"), COLUMN_FOR_PEOPLE},
    [ROW_ID] = {"row", "Row", COLUMN_FOR_DATA},
    [COLUMN_ID] = {"column", "Column", COLUMN_FOR_DATA},
    [BEST_ID] = {"best_known", "Best known", COLUMN_FOR_DATA},
    TALLY_DIRECTION_COLUMNS(FIRST_NUMBER),
    [FIRST_NUMBER + DIRECTIONS + GAP_FELL] = {"gap_narrowed", "Gap narrowed", COLUMN_FOR_DATA},
    [FIRST_NUMBER + DIRECTIONS + GAP_STAYED] = {"gap_same", "No change in the gap", COLUMN_FOR_DATA},
    [FIRST_NUMBER + DIRECTIONS + GAP_ROSE] = {"gap_widened", "Gap widened", COLUMN_FOR_DATA},
    [FIRST_NUMBER + DIRECTIONS + GAP_BOTH] = {"gap_mixed", "Gap mixed", COLUMN_FOR_DATA},
    [FIRST_NUMBER + DIRECTIONS + GAP_UNMEASURED] = {"gap_not_measured", "Gap not measured", COLUMN_FOR_DATA},
};

struct matrix matrix_of(struct arena *arena, const struct report_base *base, const struct facet *down,
                        const struct facet *across, const struct bitset *rows)
{
    struct term_counts of_rows = counts_within(arena, counts_of(base->counts, down->key), rows);
    struct term_counts of_columns = counts_within(arena, counts_of(base->counts, across->key), rows);
    return matrix_cross(arena, matrix_terms(arena, &of_rows, NULL), matrix_terms(arena, &of_columns, NULL),
                        base->counts, bitset_size(rows));
}

static void add_row(struct arena *arena, struct report_table *table, const struct report_base *base,
                    const struct matrix *matrix, size_t number)
{
    const struct matrix_entry *down = &matrix->down.entries[number / matrix->across.count];
    const struct matrix_entry *across = &matrix->across.entries[number % matrix->across.count];
    const struct tally *tally = &matrix->cells[number].tally;
    struct report_cell *row = report_row(arena, table);
    row[ROW] = report_words(down->label);
    row[COLUMN] = report_words(across->label);
    row[CASES] = report_number(tally->count);
    row[ROW_ID] = report_words(down->id);
    row[COLUMN_ID] = report_words(across->id);
    row[BEST_ID] = report_words(tally->best_evidence ? tally->best_evidence : "");
    for (size_t i = 0; i < DIRECTIONS; i++)
        row[FIRST_NUMBER + i] = report_number(tally->directions[i]);
    for (size_t i = 0; i < GAP_EFFECTS; i++)
        row[FIRST_NUMBER + DIRECTIONS + i] = report_number(tally->gaps[i]);
    if (!tally->count)
        return;
    row[BEST] = report_words(vocabulary_label(base->vocabularies, "evidence", tally->best_evidence));
    row[RESULTS] = report_words(tally_directions(arena, tally));
    if (tally->gaps[GAP_UNMEASURED] < tally->count)
        row[GAPS] = report_words(arena_format(arena, say("gap: %s"), tally_gaps(arena, tally)));
}

static void add_pairs(struct arena *arena, struct report *report, const struct report_base *base,
                      const struct matrix *matrix, bool empty)
{
    struct report_part *part =
        report_part_add(arena, report, "pairs", empty ? say("Pairs without any") : say("Pair by pair"));
    struct report_table *table = report_table_add(arena, part, part->heading, columns, COLUMNS);
    table->crossed = true;
    for (size_t i = 0; i < matrix->down.count * matrix->across.count; i++)
        if (!empty || !matrix->cells[i].tally.count)
            add_row(arena, table, base, matrix, i);
}

static void add_hole(struct arena *arena, struct report_part *part, const struct matrix *matrix,
                     const struct matrix_hole *hole)
{
    const struct matrix_entry *down = &matrix->down.entries[hole->row];
    const struct matrix_entry *across = &matrix->across.entries[hole->column];
    struct fact_item *line = report_line(arena, part);
    const struct fact_part both[] = {{down->label, FACT_TERM, down->id, matrix->down.facet, false, false},
                                     {across->label, FACT_TERM, across->id, matrix->across.facet, false, false}};
    fact_say(arena, line,
             arena_format(arena, say("%s (%s) and %s (%s)"), SAY_FIRST, format_count(arena, down->count), SAY_SECOND,
                          format_count(arena, across->count)),
             both);
}

/* What comes first among the holes, in words. */
static void say_order(struct arena *arena, struct report_part *part, const struct matrix_holes *holes)
{
    if (holes->first)
        report_say(
            arena, part,
            arena_format(arena,
                         say("%s of these are pairs of two national priorities, and come first; then those where "
                             "each side by itself has most. The number in brackets is how many it has."),
                         format_count(arena, holes->first)));
    else
        report_say(arena, part,
                   say("One would be expected most where each side by itself has many. The number in brackets is how "
                       "many it has."));
}

static void add_holes(struct arena *arena, struct report *report, const struct matrix *matrix)
{
    struct matrix_holes holes = matrix_holes(arena, matrix, MATRIX_HOLES);
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(arena, lead,
               arena_format(arena, say("%s. Of %s pairs of a %s and a %s, %s have none."),
                            format_cases(arena, matrix->total), format_count(arena, holes.pairs),
                            format_lower(arena, say(matrix->down.facet->label)),
                            format_lower(arena, say(matrix->across.facet->label)), format_count(arena, holes.of)));
    if (!holes.of || !matrix->total)
        return;
    say_order(arena, report_part_add(arena, report, "order", say("The largest holes")), &holes);
    struct report_part *part = report_part_add(arena, report, "holes", "");
    part->is_list = true;
    for (size_t i = 0; i < holes.count; i++)
        add_hole(arena, part, matrix, &holes.items[i]);
}

struct report *matrix_report(struct arena *arena, const struct report_base *base, const struct matrix *matrix,
                             const char *query, bool empty)
{
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = arena_format(arena, say("Gap map: %s and %s"),
                                                    format_lower(arena, say(matrix->down.facet->label)),
                                                    format_lower(arena, say(matrix->across.facet->label))),
                              .query = query,
                              .cases = matrix->total};
    add_holes(arena, report, matrix);
    add_pairs(arena, report, base, matrix, empty);
    return report;
}
