#include "search-cli/report/investment.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/scalars.h"
#include "search-cli/report/across.h"

/* By what costs are told apart. */
static const struct across_by bys[] = {
    {"priority_areas", "", PHRASE("By priority area"), PHRASE("Priority area")},
    {"deprivation_focus", "for-", PHRASE("By deprivation focus"), PHRASE("Deprivation focus")},
};
enum { BYS = sizeof bys / sizeof *bys };

/* What a cost is of; such ones can be compared. */
enum kind { IN_TOTAL, A_YEAR, A_PERSON, NOT_SAID, KINDS };
static const struct cost_kind {
    const char *per;
    const char *key;
    const char *heading;
    const char *counted; /* "29 a total" */
} kinds[KINDS] = {
    [IN_TOTAL] = {"total", "in_total", PHRASE("In total"), PHRASE("%s a total")},
    [A_YEAR] = {"year", "a_year", PHRASE("Per year"), PHRASE("%s a cost per year")},
    [A_PERSON] = {"person", "a_person", PHRASE("Per person"), PHRASE("%s a cost per person")},
    [NOT_SAID] = {"", "not_said", PHRASE("Other costs"), PHRASE("%s other")},
};

/* The costs of one kind that a set of cases states, the lowest first. */
struct costs {
    const struct surveyed **items;
    size_t count;
    bool one_currency;
};

static int compare_cost(const void *a, const void *b)
{
    const struct surveyed *const *one = a;
    const struct surveyed *const *other = b;
    double first = (*one)->cost.amount.number, second = (*other)->cost.amount.number;
    return first != second ? (first < second ? -1 : 1) : strcmp((*one)->row.id, (*other)->row.id);
}

static struct costs costs_of(struct arena *arena, const struct survey *survey, const struct bitset *rows,
                             enum kind kind)
{
    struct costs costs = {.items = arena_array(arena, survey->count + 1, sizeof *costs.items), .one_currency = true};
    for (size_t i = 0; i < survey->count; i++) {
        const struct surveyed *item = &survey->items[i];
        if (!item->cost.is_stated || !bitset_has(rows, item->row.row) || strcmp(item->cost.per, kinds[kind].per) != 0)
            continue;
        costs.items[costs.count++] = item;
        if (strcmp(item->cost.currency, costs.items[0]->cost.currency) != 0)
            costs.one_currency = false;
    }
    qsort(costs.items, costs.count, sizeof *costs.items, compare_cost);
    return costs;
}

static size_t count_stated(const struct survey *survey, const struct bitset *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        count += survey->items[i].cost.is_stated && bitset_has(rows, survey->items[i].row.row);
    return count;
}

static const char *money(struct arena *arena, const struct surveyed *item)
{
    return format_money(arena, item->cost.amount, item->cost.currency);
}

/* "£31, £51.11 and £1,812" */
static const char *each(struct arena *arena, const struct costs *costs)
{
    struct string_list told = {0};
    for (size_t i = 0; i + 1 < costs->count; i++)
        string_list_add(arena, &told, money(arena, costs->items[i]));
    const char *last = money(arena, costs->items[costs->count - 1]);
    return told.count ? arena_format(arena, say("%s and %s"), string_list_join(arena, &told, ", "), last) : last;
}

/* So many are all told. */
enum { FEW = 4 };

/* Each of a few; of more "9, from £1 million to £271 million". What lies in the middle of unlike things says nothing. */
static const char *range(struct arena *arena, const struct costs *costs)
{
    if (!costs->count)
        return "";
    if (!costs->one_currency)
        return arena_format(arena, say("%s in different currencies"), format_count(arena, costs->count));
    if (costs->count <= FEW)
        return each(arena, costs);
    return arena_format(arena, say("%s, from %s to %s"), format_count(arena, costs->count),
                        money(arena, costs->items[0]), money(arena, costs->items[costs->count - 1]));
}

static struct figure need_figure(const struct need *need)
{
    const char *point = strchr(need->figure, '.');
    struct figure figure = {0, point ? (int)strlen(point + 1) : 0};
    scalar_number(need->figure, &figure.number);
    return figure;
}

static const char *need_words(struct arena *arena, const struct need *need)
{
    return arena_format(arena, "%s: %s", need->what, format_figure(arena, need_figure(need)));
}

/* The columns of both tables; those of need only where the owner states any. */
enum {
    LABEL,
    SHARE,
    CASES,
    STATED,
    TOTAL,
    YEAR,
    PERSON,
    ID,
    TOTAL_COUNT,
    NEED_SAID,
    NEED_NUMBER,
    NEED_FROM,
    COLUMNS,
    WITHOUT_NEED = NEED_SAID
};

static const struct report_column *columns_of(struct arena *arena, const struct across_by *by)
{
    static const struct report_column named[COLUMNS] = {
        [SHARE] = {"share", PHRASE("State a cost"), COLUMN_FOR_PEOPLE},
        [CASES] = {"cases", "Case studies", COLUMN_FOR_DATA},
        [STATED] = {"state_cost", "Case studies that state a cost", COLUMN_FOR_DATA},
        [TOTAL] = {"in_total", PHRASE("In total"), COLUMN_FOR_ALL},
        [YEAR] = {"a_year", PHRASE("Per year"), COLUMN_FOR_ALL},
        [PERSON] = {"a_person", PHRASE("Per person"), COLUMN_FOR_ALL},
        [ID] = {"term", "Term", COLUMN_FOR_DATA},
        [TOTAL_COUNT] = {"in_total_cases", "Case studies with a cost in total", COLUMN_FOR_DATA},
        [NEED_SAID] = {"need", PHRASE("Need"), COLUMN_FOR_ALL},
        [NEED_NUMBER] = {"need_figure", "Figure of need", COLUMN_FOR_DATA},
        [NEED_FROM] = {"need_source", "Source of the need", COLUMN_FOR_DATA},
    };
    struct report_column *columns = arena_array(arena, COLUMNS, sizeof *columns);
    memcpy(columns, named, sizeof named);
    columns[LABEL] = (struct report_column){"label", by->column, COLUMN_FOR_ALL};
    return columns;
}

/* What is drawn of costs, when they are pounds, as the most are: others have no place on the same axis. */
static const struct report_amounts *amounts_of(struct arena *arena, const struct costs *costs)
{
    if (!costs->count || !costs->one_currency || strcmp(costs->items[0]->cost.currency, "GBP") != 0)
        return NULL;
    double *numbers = arena_array(arena, costs->count, sizeof *numbers);
    for (size_t i = 0; i < costs->count; i++)
        numbers[i] = costs->items[i]->cost.amount.number;
    struct report_amounts *amounts = arena_alloc(arena, sizeof *amounts);
    *amounts = (struct report_amounts){.numbers = numbers, .count = costs->count, .currency = "GBP"};
    return amounts;
}

static struct report_cell range_cell(struct arena *arena, const struct survey *survey, const struct bitset *rows,
                                     enum kind kind)
{
    struct costs costs = costs_of(arena, survey, rows, kind);
    return report_words(range(arena, &costs));
}

static void add_need(struct arena *arena, struct report_cell *row, const struct need *need)
{
    row[NEED_SAID] = report_words(need ? need_words(arena, need) : "");
    row[NEED_NUMBER] = report_words(need ? need->figure : "");
    row[NEED_FROM] = report_words(need ? need->source : "");
}

static void add_term(struct arena *arena, struct report_table *table, const struct survey *survey,
                     const struct term_count *term, const struct across_by *by)
{
    struct costs totals = costs_of(arena, survey, &term->rows, IN_TOTAL);
    size_t stated = count_stated(survey, &term->rows);
    const char *name = across_part_name(arena, by, term->term);
    struct report_cell *row = report_row(arena, table);
    row[LABEL] = stated ? report_link(term->term->label, FACT_REPORT, arena_format(arena, "investment/%s", name))
                        : report_words(term->term->label);
    row[SHARE] = report_words(
        arena_format(arena, say("%s of %s"), format_count(arena, stated), format_count(arena, term->count)));
    row[CASES] = report_number(term->count);
    row[STATED] = report_number(stated);
    row[TOTAL] = report_words(range(arena, &totals));
    row[TOTAL].amounts = amounts_of(arena, &totals);
    row[YEAR] = range_cell(arena, survey, &term->rows, A_YEAR);
    row[PERSON] = range_cell(arena, survey, &term->rows, A_PERSON);
    row[ID] = report_words(term->term->id);
    row[TOTAL_COUNT] = report_number(totals.count);
    if (survey->base->needs->count)
        add_need(arena, row, need_find(survey->base->needs, facet_find(by->facet)->vocabulary, term->term->id));
}

static void add_table(struct arena *arena, struct report *report, const struct survey *survey,
                      const struct across_by *by)
{
    struct report_part *part = report_part_add(arena, report, by->facet, say(by->heading));
    struct report_table *table = report_table_add(arena, part, say(by->heading), columns_of(arena, by),
                                                  survey->base->needs->count ? COLUMNS : WITHOUT_NEED);
    const struct term_counts *terms = counts_of(survey->base->counts, by->facet);
    for (size_t i = 0; i < terms->count; i++)
        add_term(arena, table, survey, &terms->items[i], by);
}

/* "56 of 191 case studies state what the work cost: 30 a total, 14 a cost per year, 12 a cost per person." */
static void say_stated(struct arena *arena, struct report_part *lead, const struct survey *survey,
                       const struct bitset *rows, size_t of)
{
    struct string_list told = {0};
    size_t stated = count_stated(survey, rows);
    for (size_t i = 0; i < KINDS; i++) {
        size_t count = costs_of(arena, survey, rows, (enum kind)i).count;
        if (count)
            string_list_add(arena, &told,
                            format_counted(arena, (double)count, say(kinds[i].counted), say(kinds[i].counted)));
    }
    report_say(arena, lead,
               stated ? arena_format(arena,
                                     stated == 1 ? say("%s of %s states what the work cost: %s.")
                                                 : say("%s of %s state what the work cost: %s."),
                                     format_count(arena, stated), format_cases(arena, of),
                                     string_list_join(arena, &told, ", "))
                      : arena_format(arena, say("None of %s states what the work cost."), format_cases(arena, of)));
}

/* Why nobody should add them up, before the first of them. */
static void say_unlike(struct arena *arena, struct report_part *lead)
{
    report_say(
        arena, lead,
        say("They are grants, new money, money that was there before and was pooled, estimates, or the price of one "
            "visit, of different years. So they cannot be added up, and none of them says what such work should "
            "cost. A case study that belongs to several areas or groups counts in each, with all its cost."));
}

static void add_reading(struct arena *arena, struct report *report, const struct survey *survey)
{
    static const char *const always[] = {
        PHRASE("A catalogue is not a budget. It has what was written up, not what was spent: little money beside a "
               "great need may mean that little was spent, or that nobody has told of it."),
        PHRASE("The cost of a programme may stand beside that of a project which it paid."),
    };
    struct report_part *part = report_part_add(arena, report, "reading", say("How to read this"));
    part->is_list = true;
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        report_say(arena, part, say(always[i]));
    report_say(arena, part,
               survey->base->needs->count
                   ? say("Figures of need count different things, too; each says what. Compare a row with itself in "
                         "other years or places, rather than with the row below.")
                   : say("This catalogue states no figures of need beside the costs."));
}

static void add_sources(struct arena *arena, struct report *report, const struct survey *survey)
{
    const struct needs *needs = survey->base->needs;
    if (!needs->count)
        return;
    struct report_part *part = report_part_add(arena, report, "sources", say("Where the figures of need come from"));
    part->is_list = true;
    for (size_t i = 0; i < needs->count; i++) {
        const struct need *need = &needs->items[i];
        report_say(arena, part,
                   arena_format(arena, "%s: %s",
                                vocabulary_label(survey->base->vocabularies, need->vocabulary, need->term),
                                format_sentence(arena, need->source)));
    }
}

struct report *investment_report(struct arena *arena, const struct survey *survey)
{
    struct report *report = across_report(arena, survey, say("What it cost"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    say_stated(arena, lead, survey, survey->base->visible, survey->count);
    say_unlike(arena, lead);
    for (size_t i = 0; i < BYS; i++)
        add_table(arena, report, survey, &bys[i]);
    add_reading(arena, report, survey);
    add_sources(arena, report, survey);
    return report;
}

/* "Training (prices of 2021)" */
static const char *covers(struct arena *arena, const struct survey_cost *cost)
{
    const char *year = *cost->year ? arena_format(arena, say("prices of %s"), cost->year) : "";
    return !*cost->covers ? year : *year ? arena_format(arena, say("%s (%s)"), cost->covers, year) : cost->covers;
}

static void add_cost(struct arena *arena, struct report_table *table, const struct survey *survey,
                     const struct surveyed *item)
{
    enum { CASE, COST, WHAT, EVIDENCE, AMOUNT, CURRENCY, PER, COST_OF_YEAR, COVERS, CASE_NAME };
    struct report_cell *row = report_row(arena, table);
    row[CASE] = report_link(item->row.title, FACT_CASE, item->row.id);
    row[COST] = report_words(money(arena, item));
    row[COST].is_amount = true;
    row[COST_OF_YEAR] = report_words(item->cost.year);
    row[WHAT] = report_words(covers(arena, &item->cost));
    row[COVERS] = report_words(item->cost.covers);
    row[EVIDENCE] = report_link(vocabulary_label(survey->base->vocabularies, "evidence", item->row.evidence),
                                FACT_QUERY, arena_format(arena, "evidence:%s", item->row.evidence));
    row[AMOUNT] = report_words(arena_format(arena, "%.*f", item->cost.amount.decimals, item->cost.amount.number));
    row[CURRENCY] = report_words(item->cost.currency);
    row[PER] = report_words(item->cost.per);
    row[CASE_NAME] = report_words(item->row.id);
}

static void add_kind(struct arena *arena, struct report *report, const struct survey *survey, const struct bitset *rows,
                     enum kind kind)
{
    static const struct report_column columns[] = {{"title", PHRASE("Case study"), COLUMN_FOR_ALL},
                                                   {"cost", PHRASE("Cost"), COLUMN_FOR_ALL},
                                                   {"what", PHRASE("What it covers"), COLUMN_FOR_PEOPLE},
                                                   {"evidence", PHRASE("How well the result is known"), COLUMN_FOR_ALL},
                                                   {"amount", "Amount", COLUMN_FOR_DATA},
                                                   {"currency", "Currency", COLUMN_FOR_DATA},
                                                   {"per", "Per", COLUMN_FOR_DATA},
                                                   {"year", "Prices of", COLUMN_FOR_DATA},
                                                   {"covers", "What it covers", COLUMN_FOR_DATA},
                                                   {"case", "Id", COLUMN_FOR_DATA}};
    struct costs costs = costs_of(arena, survey, rows, kind);
    if (!costs.count)
        return;
    struct report_part *part = report_part_add(arena, report, kinds[kind].key, say(kinds[kind].heading));
    if (costs.count > FEW)
        report_say(arena, part, format_sentence(arena, range(arena, &costs)));
    struct report_table *table =
        report_table_add(arena, part, say(kinds[kind].heading), columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < costs.count && i < ACROSS_ROWS; i++)
        add_cost(arena, table, survey, costs.items[i]);
    across_more(arena, report, costs.count, ACROSS_ROWS, "");
}

static struct report *report_term(struct arena *arena, const struct survey *survey, const struct term_count *term,
                                  const struct facet *facet)
{
    size_t stated = count_stated(survey, &term->rows);
    if (!stated)
        return NULL;
    struct report *report =
        across_report(arena, survey, arena_format(arena, say("%s: what it cost"), term->term->label));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    const struct need *need = need_find(survey->base->needs, facet->vocabulary, term->term->id);
    report->cases = stated;
    report->question = say("Which case studies state a cost, and what does it cover?");
    say_stated(arena, lead, survey, &term->rows, term->count);
    say_unlike(arena, lead);
    if (need)
        report_say(arena, lead,
                   arena_format(arena, say("The need. %s (%s)"), format_sentence(arena, need_words(arena, need)),
                                need->source));
    for (size_t i = 0; i < KINDS; i++)
        add_kind(arena, report, survey, &term->rows, (enum kind)i);
    add_reading(arena, report, survey);
    return report;
}

struct report *investment_of(struct arena *arena, const struct survey *survey, const char *part)
{
    const struct facet *facet = NULL;
    const struct term_count *term = across_part_find(survey, bys, BYS, part, &facet);
    return term ? report_term(arena, survey, term, facet) : NULL;
}

struct string_list investment_parts(struct arena *arena, const struct survey *survey)
{
    return across_part_names(arena, survey, bys, BYS, count_stated);
}
