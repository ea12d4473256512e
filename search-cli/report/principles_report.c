#include "search-cli/report/principles_report.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"

static const char *const answers[SURVEY_SHOWN] = {
    [SHOWN_BY_RECORD] = PHRASE("shown by the record"),
    [SHOWN_ONLY_CLAIMED] = PHRASE("claimed"),
    [SHOWN_NOT] = PHRASE("no evidence either way"),
    [SHOWN_CANNOT_BE_CHECKED] = PHRASE("cannot be checked"),
};

static void add_counts(struct arena *arena, struct report *report, const struct survey *survey,
                       const struct vocabulary *principles)
{
    static const struct report_column columns[] = {{"label", PHRASE("Principle"), COLUMN_FOR_ALL},
                                                   {"shown", PHRASE("Shown by the record"), COLUMN_FOR_ALL},
                                                   {"claimed", PHRASE("Claimed"), COLUMN_FOR_ALL},
                                                   {"no_evidence", PHRASE("No evidence either way"), COLUMN_FOR_ALL},
                                                   {"not_checked", PHRASE("Cannot be checked"), COLUMN_FOR_ALL},
                                                   {"principle", "Id", COLUMN_FOR_DATA}};
    struct report_part *part = report_part_add(arena, report, "principles", say("Principle by principle"));
    struct report_table *table =
        report_table_add(arena, part, part->heading, columns, sizeof columns / sizeof *columns);
    table->of = survey->count;
    for (size_t i = 0; i < principles->count; i++) {
        size_t counts[SURVEY_SHOWN] = {0};
        for (size_t j = 0; j < survey->count; j++)
            counts[survey->items[j].principles[i]]++;
        struct report_cell *row = report_row(arena, table);
        row[0].words = (struct fact_part){principles->terms[i].label, FACT_TERM, principles->terms[i].id,
                                          facet_find("principles"),   false,     false};
        for (size_t j = 0; j < SURVEY_SHOWN; j++)
            row[1 + j] = report_number(counts[j]);
        row[1 + SURVEY_SHOWN] = report_words(principles->terms[i].id);
    }
}

/* By which answers each is shown, as the vocabulary has it. */
static void add_rules(struct arena *arena, struct report *report, const struct vocabulary *principles)
{
    struct report_part *part = report_part_add(arena, report, "rules", say("What shows a principle"));
    part->is_list = true;
    for (size_t i = 0; i < principles->count; i++)
        report_say(arena, part,
                   arena_format(arena, "%s: %s", principles->terms[i].label, principles->terms[i].definition));
}

static int compare_numbers(const void *a, const void *b)
{
    const double *one = a;
    const double *other = b;
    return *one < *other ? -1 : *one > *other;
}

/* The middle one; of an even number half way between the two. */
static void say_median(struct arena *arena, struct report_part *lead, const struct survey *survey)
{
    double *months = arena_array(arena, survey->count + 1, sizeof *months);
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        if (survey->items[i].first_measured >= 0)
            months[count++] = survey->items[i].first_measured;
    qsort(months, count, sizeof *months, compare_numbers);
    if (!count) {
        report_say(arena, lead, say("No case study says how long after its start an outcome was measured."));
        return;
    }
    double median = (months[(count - 1) / 2] + months[count / 2]) / 2;
    report_say(
        arena, lead,
        arena_format(arena,
                     say("From the start to the first measured outcome it took %s in the middle case, of the %s that "
                         "say so."),
                     format_counted(arena, median, say("%s month"), say("%s months")), format_count(arena, count)));
}

static void say_owners(struct arena *arena, struct report_part *lead, const struct survey *survey)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        count += survey->items[i].missing >> CASE_ACCOUNTABLE & 1;
    struct fact_item *line = report_line(arena, lead);
    fact_say(arena, line, arena_format(arena, say("Accountable owner not stated: %s."), SAY_FIRST),
             &(struct fact_part){.text = format_share(arena, count, survey->count),
                                 .link = count ? FACT_QUERY : FACT_WORDS,
                                 .to = "-has:accountable"});
}

/* What is claimed and could not be shown by any field is no claim that failed. */
static const char *answer_of(const struct term *principle, enum survey_shown shown)
{
    if (shown == SHOWN_ONLY_CLAIMED && !principle->shown_by.count)
        return say("claimed; no field can show it");
    return say(answers[shown]);
}

/* The principles that have this answer in a case, one behind the other. */
static const char *principles_with(struct arena *arena, const struct vocabulary *principles,
                                   const struct surveyed *item, enum survey_shown shown)
{
    struct string_list labels = {0};
    for (size_t i = 0; i < principles->count; i++)
        if (item->principles[i] == shown)
            string_list_add(arena, &labels, principles->terms[i].label);
    return string_list_join(arena, &labels, "; ");
}

/*
 * A row for each case of a sheet. Programs get a column for each principle; people read which the record shows and which
 * it only claims, as most answers are that there is none.
 */
static void add_cases(struct arena *arena, struct report *report, const struct survey *survey,
                      const struct vocabulary *principles, size_t first)
{
    enum { TITLE, SHOWN, CLAIMED, ID, FIRST_PRINCIPLE };
    struct report_column *columns = arena_array(arena, FIRST_PRINCIPLE + principles->count, sizeof *columns);
    columns[TITLE] = (struct report_column){"title", say("Case study"), COLUMN_FOR_ALL};
    columns[SHOWN] = (struct report_column){"shown", say("Shown by the record"), COLUMN_FOR_PEOPLE};
    columns[CLAIMED] = (struct report_column){"claimed", say("Claimed"), COLUMN_FOR_PEOPLE};
    columns[ID] = (struct report_column){"case", "Id", COLUMN_FOR_DATA};
    for (size_t i = 0; i < principles->count; i++)
        columns[FIRST_PRINCIPLE + i] =
            (struct report_column){principles->terms[i].id, principles->terms[i].label, COLUMN_FOR_DATA};
    struct report_part *part = report_part_add(arena, report, "cases", say("Case by case"));
    if (survey->count)
        report_say(
            arena, part,
            say("A principle that is not named beside a case study has no evidence either way there, or cannot be "
                "checked."));
    struct report_table *table =
        report_table_add(arena, part, part->heading, columns, FIRST_PRINCIPLE + principles->count);
    for (size_t i = first; i < survey->count && i < first + ACROSS_ROWS; i++) {
        const struct surveyed *item = &survey->items[i];
        struct report_cell *row = report_row(arena, table);
        row[TITLE] = report_link(item->row.title, FACT_CASE, item->row.id);
        row[SHOWN] = report_words(principles_with(arena, principles, item, SHOWN_BY_RECORD));
        row[CLAIMED] = report_words(principles_with(arena, principles, item, SHOWN_ONLY_CLAIMED));
        row[ID] = report_words(item->row.id);
        for (size_t j = 0; j < principles->count; j++)
            row[FIRST_PRINCIPLE + j] = report_words(answer_of(&principles->terms[j], item->principles[j]));
    }
}

static size_t sheets(const struct survey *survey)
{
    return survey->count ? (survey->count - 1) / ACROSS_ROWS + 1 : 1;
}

static void add_sheets(struct arena *arena, struct report *report, const struct survey *survey)
{
    if (sheets(survey) < 2)
        return;
    struct report_part *part = report_part_add(arena, report, "sheets", say("All sheets of this table"));
    part->is_list = true;
    for (size_t i = 1; i <= sheets(survey); i++)
        fact_part(report_line(arena, part),
                  (struct fact_part){.text = arena_format(arena, say("Sheet %zu"), i),
                                     .link = FACT_REPORT,
                                     .to = i > 1 ? arena_format(arena, "principles/%zu", i) : "principles"});
}

struct string_list principles_parts(struct arena *arena, const struct survey *survey)
{
    struct string_list parts = {0};
    for (size_t i = 2; i <= sheets(survey); i++)
        string_list_add(arena, &parts, arena_format(arena, "%zu", i));
    return parts;
}

struct report *principles_report(struct arena *arena, const struct survey *survey, const char *sheet)
{
    static const struct vocabulary none = {.name = "principles"};
    const struct vocabulary *found = vocabulary_find(survey->base->vocabularies, "principles");
    const struct vocabulary *principles = found ? found : &none;
    size_t number = 1;
    while (sheet && number <= sheets(survey) && (number == 1 || strcmp(arena_format(arena, "%zu", number), sheet) != 0))
        number++;
    if (number > sheets(survey))
        return NULL;
    struct report *report =
        across_report(arena, survey,
                      number == 1 ? say("Principles of partnership")
                                  : arena_format(arena, say("Principles of partnership, sheet %zu"), number));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(
        arena, lead,
        say("Claimed means that a case study names the principle and its record does not, or cannot, show it. The "
            "record shows one by what stands in its answers, as listed below; no evidence either way is no sign that "
            "it was missing. All case studies are counted, those of a single organisation too."));
    say_owners(arena, lead, survey);
    say_median(arena, lead, survey);
    add_counts(arena, report, survey, principles);
    add_rules(arena, report, principles);
    add_cases(arena, report, survey, principles, (number - 1) * ACROSS_ROWS);
    add_sheets(arena, report, survey);
    return report;
}
