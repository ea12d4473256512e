#include "search-cli/report/organisation_report.h"

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"
#include "search-cli/report/tally_columns.h"

struct report_cell organisation_cell(struct arena *arena, const struct organisation *organisation)
{
    return organisation->count > 1 ? report_link(organisation->name, FACT_REPORT,
                                                 arena_format(arena, "organisations/%s", organisation->slug))
                                   : report_words(organisation->name);
}

static struct tally tally_its(struct arena *arena, const struct survey *survey, const struct organisation *organisation)
{
    struct bitset rows = {0};
    for (size_t i = 0; i < organisation->count; i++)
        bitset_add(arena, &rows, survey->items[organisation->cases[i]].row.row);
    return tally_of(survey->base->counts, &rows);
}

static void add_organisation(struct arena *arena, struct report_table *table, const struct survey *survey,
                             const struct organisation *organisation)
{
    enum { NAME, TYPE, CASES, LEADS, RESULTS };
    const struct tally tally = tally_its(arena, survey, organisation);
    struct report_cell *row = report_row(arena, table);
    row[NAME] = organisation_cell(arena, organisation);
    row[TYPE] = report_words(vocabulary_label(survey->base->vocabularies, "partner-types", organisation->type));
    row[CASES] = report_number(organisation->count);
    row[LEADS] = report_number(organisation->led_count);
    row[RESULTS] = tally_cell(arena, &tally);
}

struct report *organisations_report(struct arena *arena, const struct survey *survey,
                                    const struct organisations *organisations)
{
    static const struct report_column columns[] = {
        {"name", PHRASE("Organisation"), COLUMN_FOR_ALL},
        {"type", PHRASE("Kind"), COLUMN_FOR_ALL},
        {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
        {"leads", PHRASE("Of these it leads"), COLUMN_FOR_ALL},
        {"results", PHRASE("What came of them"), COLUMN_FOR_ALL},
    };
    struct report *report = across_report(arena, survey, say("Organisations"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    size_t shown = organisations->several < ACROSS_ROWS ? organisations->several : ACROSS_ROWS;
    report_say(
        arena, lead,
        arena_format(
            arena,
            organisations->several == 1
                ? say("The case studies name %s partners. One stands in more than one; the others are found by "
                      "searching "
                      "for the name.")
                : say("The case studies name %s partners. %s stand in more than one; the others are found by searching "
                      "for the name."),
            format_count(arena, organisations->count), format_count(arena, organisations->several)));
    report_say(arena, lead,
               say("What is the same but for letters, “the” and what stands in parentheses counts as one name. A name "
                   "such as “General practices” stands for many bodies."));
    struct report_table *table =
        report_table_add(arena, lead, say("Organisations"), columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < shown; i++)
        add_organisation(arena, table, survey, &organisations->items[i]);
    across_more(arena, report, organisations->several, shown, "");
    return report;
}

static bool leads(const struct organisation *organisation, size_t number)
{
    for (size_t i = 0; i < organisation->led_count; i++)
        if (organisation->led[i] == number)
            return true;
    return false;
}

static void add_case(struct arena *arena, struct report_table *table, const struct survey *survey,
                     const struct organisation *organisation, size_t number)
{
    enum { CASE, PART, RESULT, EVIDENCE, FILLED, NEXT, ID };
    const struct surveyed *item = &survey->items[number];
    struct report_cell *row = report_row(arena, table);
    row[CASE] = report_link(item->row.title, FACT_CASE, item->row.id);
    row[PART] = report_words(leads(organisation, number) ? say("leads") : say("takes part"));
    row[RESULT] = report_words(vocabulary_label(survey->base->vocabularies, "result", item->row.result));
    row[EVIDENCE] = report_words(vocabulary_label(survey->base->vocabularies, "evidence", item->row.evidence));
    row[FILLED] = report_words(format_share(arena, item->filled, item->advised));
    row[NEXT] = report_words(say(item->next));
    row[ID] = report_words(item->row.id);
}

static void add_missing(struct arena *arena, struct report *report, const struct survey *survey,
                        const struct organisation *organisation)
{
    struct report_part *part = report_part_add(arena, report, "missing", say("What its records do not say"));
    part->is_list = true;
    for (size_t field = 0; field < CASE_FIELDS; field++) {
        size_t count = 0;
        for (size_t i = 0; i < organisation->count; i++)
            count += survey->items[organisation->cases[i]].missing >> field & 1;
        if (count)
            report_say(arena, part,
                       arena_format(arena, "%s: %s", say(case_fields[field].help),
                                    format_share(arena, count, organisation->count)));
    }
    if (!part->line_count)
        report->part_count--;
}

struct report *organisation_report(struct arena *arena, const struct survey *survey,
                                   const struct organisation *organisation)
{
    static const struct report_column columns[] = {
        {"title", PHRASE("Case study"), COLUMN_FOR_ALL},
        {"part", PHRASE("Its part"), COLUMN_FOR_ALL},
        {"result", PHRASE("Result"), COLUMN_FOR_ALL},
        {"evidence", PHRASE("How well it is known"), COLUMN_FOR_ALL},
        {"filled", PHRASE("Advised answers given"), COLUMN_FOR_ALL},
        {"next", PHRASE("What would raise the level"), COLUMN_FOR_ALL},
        {"case", "Id", COLUMN_FOR_DATA},
    };
    struct report *report = across_report(arena, survey, organisation->name);
    const struct tally tally = tally_its(arena, survey, organisation);
    size_t shown = organisation->count < ACROSS_LINES ? organisation->count : ACROSS_LINES;
    report->question = say("What did it take part in, and what would strengthen its records?");
    report->cases = organisation->count;
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(arena, lead,
               arena_format(arena, say("%s, of which it leads %s. What came of them: %s."),
                            format_cases(arena, organisation->count), format_count(arena, organisation->led_count),
                            tally_directions(arena, &tally)));
    struct report_table *table =
        report_table_add(arena, lead, organisation->name, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < shown; i++)
        add_case(arena, table, survey, organisation, organisation->cases[i]);
    across_more(arena, report, organisation->count, shown, "");
    add_missing(arena, report, survey, organisation);
    return report;
}
