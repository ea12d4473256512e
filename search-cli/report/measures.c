#include "search-cli/report/measures.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"

/* How much there is of a measure. */
struct measure_counts {
    size_t cases;
    size_t figures;
    size_t leads; /* different organisations that lead these cases */
};

static const char *lead_of(struct arena *arena, const struct surveyed *item)
{
    for (size_t i = 0; i < item->partner_count; i++)
        if (item->partners[i].leads)
            return case_name_key(arena, item->partners[i].name);
    return "";
}

static struct measure_counts count_measure(struct arena *arena, const struct survey *survey,
                                           const struct measure *measure)
{
    struct measure_counts counts = {0};
    struct string_list leads = {0};
    for (size_t i = 0; i < survey->count; i++) {
        size_t figures = 0;
        for (size_t j = 0; j < survey->items[i].figure_count; j++)
            figures += survey->items[i].figures[j].measure == measure;
        const char *lead = figures ? lead_of(arena, &survey->items[i]) : "";
        if (*lead && !string_list_have(&leads, lead))
            string_list_add(arena, &leads, lead);
        counts.figures += figures;
        counts.cases += figures > 0;
    }
    counts.leads = leads.count;
    return counts;
}

static const char *wanted(const struct measure *measure)
{
    return strcmp(measure->better, "lower") == 0 ? say("lower is better") : say("higher is better");
}

/* Figures stand on one axis where all are figures afterwards, or all are changes in percent. */
static bool is_on_axis(const struct survey *survey, const struct measure *measure)
{
    size_t effects = 0, figures = 0;
    for (size_t i = 0; i < survey->count; i++)
        for (size_t j = 0; j < survey->items[i].figure_count; j++)
            if (survey->items[i].figures[j].measure == measure) {
                figures++;
                effects += survey->items[i].figures[j].is_effect;
            }
    return effects == 0 || effects == figures;
}

/* From the lowest figure to the highest; "" where they do not stand on one axis, or there is none. */
static const char *range_of(struct arena *arena, const struct survey *survey, const struct measure *measure)
{
    struct figure low = {0}, high = {0};
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        for (size_t j = 0; j < survey->items[i].figure_count; j++) {
            const struct survey_figure *figure = &survey->items[i].figures[j];
            if (figure->measure != measure)
                continue;
            low = !count || figure->after.number < low.number ? figure->after : low;
            high = !count || figure->after.number > high.number ? figure->after : high;
            count++;
        }
    if (!count || !is_on_axis(survey, measure))
        return "";
    return low.number < high.number ? format_from_to(arena, low, high, measure->unit)
                                    : format_with_unit(arena, low, measure->unit);
}

static void add_measure(struct arena *arena, struct report_table *table, const struct survey *survey,
                        const struct measure *measure, struct measure_counts counts)
{
    enum { LABEL, UNIT, RANGE, WANTED, CASES, FIGURES, LEADS, ID };
    struct report_cell *row = report_row(arena, table);
    row[LABEL] = counts.figures
                     ? report_link(measure->label, FACT_REPORT, arena_format(arena, "measures/%s", measure->id))
                     : report_words(measure->label);
    row[UNIT] = report_words(measure->unit);
    row[RANGE] = report_words(range_of(arena, survey, measure));
    row[WANTED] = report_words(wanted(measure));
    row[CASES] = report_number(counts.cases);
    row[FIGURES] = report_number(counts.figures);
    row[LEADS] = report_number(counts.leads);
    row[ID] = report_words(measure->id);
}

/* A measure and how much there is of it. */
struct counted_measure {
    const struct measure *measure;
    struct measure_counts counts;
};

/* What can be compared most comes first, else as the vocabulary has it. */
static int compare_counted(const void *a, const void *b)
{
    const struct counted_measure *one = a;
    const struct counted_measure *other = b;
    if (one->counts.leads != other->counts.leads)
        return one->counts.leads < other->counts.leads ? 1 : -1;
    if (one->counts.figures != other->counts.figures)
        return one->counts.figures < other->counts.figures ? 1 : -1;
    return one->measure < other->measure ? -1 : one->measure > other->measure;
}

static void add_measures(struct arena *arena, struct report_part *part, const struct survey *survey,
                         const struct counted_measure *counted, size_t count)
{
    static const struct report_column columns[] = {{"label", PHRASE("Measure"), COLUMN_FOR_ALL},
                                                   {"unit", PHRASE("Unit"), COLUMN_FOR_DATA},
                                                   {"range", PHRASE("From lowest to highest"), COLUMN_FOR_ALL},
                                                   {"wanted", PHRASE("Which way is wanted"), COLUMN_FOR_ALL},
                                                   {"cases", PHRASE("Case studies"), COLUMN_FOR_DATA},
                                                   {"figures", PHRASE("Figures"), COLUMN_FOR_ALL},
                                                   {"leads", PHRASE("Organisations"), COLUMN_FOR_ALL},
                                                   {"measure", "Id", COLUMN_FOR_DATA}};
    struct report_table *table =
        report_table_add(arena, part, part->heading, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++)
        add_measure(arena, table, survey, counted[i].measure, counted[i].counts);
}

struct report *measures_report(struct arena *arena, const struct survey *survey)
{
    const struct vocabularies *vocabularies = survey->base->vocabularies;
    struct report *report = across_report(arena, survey, say("Shared measures"));
    size_t count = vocabularies->measure_count;
    struct counted_measure *counted = arena_array(arena, count + 1, sizeof *counted);
    size_t shared = 0;
    for (size_t i = 0; i < count; i++) {
        const struct measure *measure = &vocabularies->measures[i];
        counted[i] = (struct counted_measure){measure, count_measure(arena, survey, measure)};
        shared += counted[i].counts.leads > 1;
    }
    qsort(counted, count, sizeof *counted, compare_counted);
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(arena, lead,
               arena_format(arena,
                            say("Measures that mean the same in every case study, so that figures can be read side by "
                                "side. %s of %s have figures of more than one organisation."),
                            format_count(arena, shared), format_count(arena, count)));
    if (shared)
        add_measures(arena, report_part_add(arena, report, "shared", say("Of several organisations")), survey, counted,
                     shared);
    if (count > shared)
        add_measures(arena, report_part_add(arena, report, "single", say("Of one organisation so far, or of none")),
                     survey, counted + shared, count - shared);
    return report;
}

static struct report_mark mark_of(const struct survey_figure *figure)
{
    bool lower = strcmp(figure->measure->better, "lower") == 0;
    double change = figure->has_baseline ? figure->after.number - figure->baseline.number : 0;
    return (struct report_mark){.is_drawn = true,
                                .has_before = figure->has_baseline,
                                .before = figure->baseline.number,
                                .after = figure->after.number,
                                .side = change == 0             ? 0
                                        : (change > 0) != lower ? 1
                                                                : -1};
}

/* For programs: as it was reported, without commas. */
static const char *plain(struct arena *arena, struct figure figure)
{
    return arena_format(arena, "%.*f", figure.decimals, figure.number);
}

static void add_figure(struct arena *arena, struct report_table *table, const struct survey *survey,
                       const struct surveyed *item, const struct survey_figure *figure)
{
    enum { CASE, SAYS, GROUP, EVIDENCE, BEFORE, AFTER, ID };
    struct report_cell *row = report_row(arena, table);
    row[CASE] = report_link(item->row.title, FACT_CASE, item->row.id);
    row[GROUP] = report_words(figure->group);
    row[SAYS] = report_words(figure->short_term ? arena_format(arena, say("A short-term sign: %s"), figure->sentence)
                                                : figure->sentence);
    if (is_on_axis(survey, figure->measure))
        row[SAYS].mark = mark_of(figure);
    row[EVIDENCE] = report_words(vocabulary_label(survey->base->vocabularies, "evidence", item->row.evidence));
    row[BEFORE] = report_words(figure->has_baseline ? plain(arena, figure->baseline) : "");
    row[AFTER] = report_words(plain(arena, figure->after));
    row[ID] = report_words(item->row.id);
}

static size_t add_figures(struct arena *arena, struct report_table *table, const struct survey *survey,
                          const struct measure *measure)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        for (size_t j = 0; j < survey->items[i].figure_count; j++)
            if (survey->items[i].figures[j].measure == measure && count++ < ACROSS_LINES)
                add_figure(arena, table, survey, &survey->items[i], &survey->items[i].figures[j]);
    return count;
}

struct report *measure_report(struct arena *arena, const struct survey *survey, const char *id)
{
    static const struct report_column columns[] = {{"title", PHRASE("Case study"), COLUMN_FOR_ALL},
                                                   {"says", PHRASE("What it says"), COLUMN_FOR_ALL},
                                                   {"group", PHRASE("Whose figure"), COLUMN_FOR_ALL},
                                                   {"evidence", PHRASE("How well it is known"), COLUMN_FOR_ALL},
                                                   {"baseline", "Before", COLUMN_FOR_DATA},
                                                   {"after", "After, or the effect", COLUMN_FOR_DATA},
                                                   {"case", "Id", COLUMN_FOR_DATA}};
    const struct measure *measure = vocabulary_measure(survey->base->vocabularies, id);
    struct measure_counts counts = measure ? count_measure(arena, survey, measure) : (struct measure_counts){0};
    if (!counts.figures)
        return NULL;
    struct report *report = across_report(arena, survey, measure->label);
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report->question = say("What figures do the case studies have of it?");
    report->cases = counts.cases;
    report_say(arena, lead, measure->definition);
    report_say(
        arena, lead,
        arena_format(arena, say("%s in %s, led by %s. Unit: %s; %s."),
                     format_counted(arena, (double)counts.figures, say("%s figure"), say("%s figures")),
                     format_cases(arena, counts.cases),
                     format_counted(arena, (double)counts.leads, say("%s organisation"), say("%s organisations")),
                     measure->unit, wanted(measure)));
    report_say(arena, lead,
               say("Places and years differ, so a larger figure is not by itself a better piece of work."));
    struct report_table *table =
        report_table_add(arena, lead, measure->label, columns, sizeof columns / sizeof *columns);
    size_t shown = add_figures(arena, table, survey, measure);
    across_more(arena, report, shown, ACROSS_LINES, "");
    return report;
}

struct string_list measures_parts(struct arena *arena, const struct survey *survey)
{
    const struct vocabularies *vocabularies = survey->base->vocabularies;
    struct string_list parts = {0};
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        if (count_measure(arena, survey, &vocabularies->measures[i]).figures)
            string_list_add(arena, &parts, vocabularies->measures[i].id);
    return parts;
}
