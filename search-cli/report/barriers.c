#include "search-cli/report/barriers.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"

/* By what points are told apart. */
static const struct across_by bys[] = {
    {"actions", "", PHRASE("By action"), PHRASE("Action")},
    {"partner_types", "with-", PHRASE("By kind of partner"), PHRASE("Kind of partner")},
};
enum { BYS = sizeof bys / sizeof *bys };

static const char *const keys[SURVEY_POINTS] = {"helped", "in_the_way", "did_not_work"};

/* How many points of each sort the cases of a set tell, and how many cases tell any. */
struct point_counts {
    size_t points[SURVEY_POINTS];
    size_t cases[SURVEY_POINTS];
    size_t any;
};

static struct point_counts count_points(const struct survey *survey, const struct bitset *rows)
{
    struct point_counts counts = {0};
    for (size_t i = 0; i < survey->count; i++) {
        const struct surveyed *item = &survey->items[i];
        bool any = false;
        for (size_t j = 0; j < SURVEY_POINTS && bitset_has(rows, item->row.row); j++) {
            counts.points[j] += item->points[j].count;
            counts.cases[j] += item->points[j].count > 0;
            any = any || item->points[j].count;
        }
        counts.any += any;
    }
    return counts;
}

static size_t count_telling(const struct survey *survey, const struct bitset *rows)
{
    return count_points(survey, rows).any;
}

static void add_table(struct arena *arena, struct report *report, const struct survey *survey,
                      const struct across_by *by)
{
    enum { LABEL, FIRST, CASES = FIRST + SURVEY_POINTS, ID, COLUMNS };
    struct report_column *columns = arena_array(arena, COLUMNS, sizeof *columns);
    columns[LABEL] = (struct report_column){"label", say(by->column), COLUMN_FOR_ALL};
    for (size_t i = 0; i < SURVEY_POINTS; i++)
        columns[FIRST + i] = (struct report_column){keys[i], say(survey_headings[i]), COLUMN_FOR_ALL};
    columns[CASES] = (struct report_column){"cases", say("Case studies that tell"), COLUMN_FOR_ALL};
    columns[ID] = (struct report_column){"part", "Part", COLUMN_FOR_DATA};
    struct report_part *part = report_part_add(arena, report, by->facet, say(by->heading));
    struct report_table *table = report_table_add(arena, part, part->heading, columns, COLUMNS);
    const struct term_counts *terms = counts_of(survey->base->counts, by->facet);
    for (size_t i = 0; i < terms->count; i++) {
        struct point_counts counts = count_points(survey, &terms->items[i].rows);
        const char *name = across_part_name(arena, by, terms->items[i].term);
        struct report_cell *row = report_row(arena, table);
        row[LABEL] =
            counts.any ? report_link(terms->items[i].term->label, FACT_REPORT, arena_format(arena, "barriers/%s", name))
                       : report_words(terms->items[i].term->label);
        for (size_t j = 0; j < SURVEY_POINTS; j++)
            row[FIRST + j] = report_number(counts.points[j]);
        row[CASES] = report_number(counts.any);
        row[ID] = report_words(name);
    }
}

static void say_counts(struct arena *arena, struct report_part *lead, const struct point_counts *counts)
{
    for (size_t i = 0; i < SURVEY_POINTS; i++)
        report_say(arena, lead,
                   arena_format(arena, say("%s: %s in %s."), say(survey_headings[i]),
                                format_counted(arena, (double)counts->points[i], say("%s point"), say("%s points")),
                                format_cases(arena, counts->cases[i])));
}

struct report *barriers_report(struct arena *arena, const struct survey *survey)
{
    struct report *report = across_report(arena, survey, say("What helped and what got in the way"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    struct point_counts counts = count_points(survey, survey->base->visible);
    report_say(arena, lead,
               arena_format(arena,
                            say("%s of %s tell what helped, what got in the way or what did not work, in points. A "
                                "point is what those who tell it saw; it was not tested."),
                            format_count(arena, counts.any), format_cases(arena, survey->count)));
    say_counts(arena, lead, &counts);
    for (size_t i = 0; i < BYS; i++)
        add_table(arena, report, survey, &bys[i]);
    return report;
}

/* The points of a case behind its title, as long as there is room behind those told before it. Returns how many it has. */
static size_t add_points(struct arena *arena, struct report_part *part, const struct surveyed *item,
                         enum survey_points sort, size_t told)
{
    const struct string_list *points = &item->points[sort];
    struct string_list sentences = {0};
    for (size_t i = 0; i < points->count && told + i < ACROSS_LINES; i++)
        string_list_add(arena, &sentences, format_sentence(arena, points->items[i]));
    if (sentences.count) {
        struct fact_item *line = report_line(arena, part);
        const char *words = string_list_join(arena, &sentences, " ");
        fact_part(line, (struct fact_part){.text = item->row.title, .link = FACT_CASE, .to = item->row.id});
        fact_part(line, (struct fact_part){.text = arena_format(arena, ": %s", words)});
    }
    return points->count;
}

/* Of the best known first: a level has one character that sorts. */
static void add_sort(struct arena *arena, struct report *report, const struct survey *survey, const struct bitset *rows,
                     enum survey_points sort)
{
    struct report_part *part = report_part_add(arena, report, keys[sort], say(survey_headings[sort]));
    const struct vocabulary *levels = vocabulary_find(survey->base->vocabularies, "evidence");
    size_t count = 0;
    part->is_list = true;
    for (size_t level = levels ? levels->count : 0; level > 0; level--)
        for (size_t i = 0; i < survey->count; i++)
            if (bitset_has(rows, survey->items[i].row.row) &&
                strcmp(survey->items[i].row.evidence, levels->terms[level - 1].id) == 0)
                count += add_points(arena, part, &survey->items[i], sort, count);
    if (!count)
        report->part_count--;
    across_more(arena, report, count, ACROSS_LINES, "");
}

static struct report *report_term(struct arena *arena, const struct survey *survey, const struct term_count *term,
                                  const struct facet *facet)
{
    struct point_counts counts = count_points(survey, &term->rows);
    struct report *report = across_report(
        arena, survey, arena_format(arena, say("%s: what helped and what got in the way"), term->term->label));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report->cases = counts.any;
    struct fact_item *line = report_line(arena, lead);
    fact_say(arena, line,
             arena_format(arena,
                          counts.any == 1 ? say("%s of %s tagged %s tells of this in points.")
                                          : say("%s of %s tagged %s tell of this in points."),
                          format_count(arena, counts.any), format_cases(arena, term->count), SAY_FIRST),
             &(struct fact_part){term->term->label, FACT_TERM, term->term->id, facet, false, false});
    for (size_t i = 0; i < SURVEY_POINTS; i++)
        add_sort(arena, report, survey, &term->rows, (enum survey_points)i);
    return report;
}

struct report *barriers_of(struct arena *arena, const struct survey *survey, const char *part)
{
    const struct facet *facet = NULL;
    const struct term_count *term = across_part_find(survey, bys, BYS, part, &facet);
    return term ? report_term(arena, survey, term, facet) : NULL;
}

struct string_list barriers_parts(struct arena *arena, const struct survey *survey)
{
    return across_part_names(arena, survey, bys, BYS, count_telling);
}
