#include "search-cli/report/quality.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/scalars.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"
#include "search-cli/report/organisation_report.h"

enum { LISTED = 10 };

/* What is looked at, and as of when. */
struct looking {
    struct arena *arena;
    const struct survey *survey;
    const char *on;
};

static bool lacks(const struct surveyed *item, enum case_field field)
{
    return item->missing >> field & 1;
}

/* A date without a day is past when all of its days are. */
static const char *why_overdue(const struct looking *looking, const struct surveyed *item)
{
    size_t size = strlen(item->review_due);
    bool is_past = size && *looking->on && strncmp(looking->on, item->review_due, size) > 0;
    return is_past ? arena_format(looking->arena, say("was due to be looked through by %s"),
                                  format_date(looking->arena, item->review_due))
                   : NULL;
}

/* Too early for longer than it takes until a case study is looked through again. */
static const char *why_too_early(const struct looking *looking, const struct surveyed *item)
{
    const char *from = *item->start ? item->start : item->newest;
    if (strcmp(item->row.result, "too-early") != 0 || !*from || !*looking->on)
        return NULL;
    double months = scalar_years_between(from, looking->on) * 12;
    return months >= looking->survey->base->settings->review_months
               ? arena_format(looking->arena, say("too early to tell since %s"), format_date(looking->arena, from))
               : NULL;
}

static const char *why_no_source(const struct looking *looking, const struct surveyed *item)
{
    (void)looking;
    return lacks(item, CASE_SOURCES) ? say("names no source") : NULL;
}

static const char *why_no_owner(const struct looking *looking, const struct surveyed *item)
{
    (void)looking;
    return lacks(item, CASE_ACCOUNTABLE) ? say("does not say who is accountable") : NULL;
}

static const char *why_no_contact(const struct looking *looking, const struct surveyed *item)
{
    (void)looking;
    return lacks(item, CASE_CONTACT) ? say("names nobody to ask") : NULL;
}

/* What a case study is looked through for; why it needs a look, or NULL. */
static const struct check {
    const char *key;
    const char *label;
    const char *query; /* that finds just these, where there is one */
    const char *(*why)(const struct looking *looking, const struct surveyed *item);
} checks[] = {
    {"review-overdue", PHRASE("Due to be looked through again"), "", why_overdue},
    {"too-early", PHRASE("Too early to tell for too long"), "", why_too_early},
    {"no-source", PHRASE("No source"), "-has:sources", why_no_source},
    {"no-owner", PHRASE("Accountable owner not stated"), "-has:accountable", why_no_owner},
    {"no-contact", PHRASE("Nobody to ask"), "-has:contact", why_no_contact},
};
enum { CHECKS = sizeof checks / sizeof *checks };

static size_t count_of(const struct looking *looking, const struct check *check)
{
    size_t count = 0;
    for (size_t i = 0; i < looking->survey->count; i++)
        count += check->why(looking, &looking->survey->items[i]) != NULL;
    return count;
}

static struct report_cell leading(size_t number, const char *query)
{
    struct report_cell cell = report_number(number);
    if (number && *query)
        cell.words = (struct fact_part){.text = "", .link = FACT_QUERY, .to = query};
    return cell;
}

static void add_checks(const struct looking *looking, struct report *report)
{
    static const struct report_column columns[] = {{"label", PHRASE("What it needs"), COLUMN_FOR_ALL},
                                                   {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
                                                   {"check", "Check", COLUMN_FOR_DATA}};
    struct report_part *part = report_part_add(looking->arena, report, "checks", say("What needs another look"));
    struct report_table *table = report_table_add(looking->arena, part, part->heading, columns, 3);
    table->of = looking->survey->count;
    for (size_t i = 0; i < CHECKS; i++) {
        struct report_cell *row = report_row(looking->arena, table);
        row[0] = report_words(say(checks[i].label));
        row[1] = leading(count_of(looking, &checks[i]), checks[i].query);
        row[2] = report_words(checks[i].key);
    }
}

/* The first of those that need a look; why is said where the heading does not say all. */
static void add_list(const struct looking *looking, struct report *report, const struct check *check)
{
    struct report_part *part = report_part_add(looking->arena, report, check->key, say(check->label));
    size_t count = 0;
    part->is_list = true;
    for (size_t i = 0; i < looking->survey->count; i++) {
        const char *why = check->why(looking, &looking->survey->items[i]);
        if (why && count++ < LISTED)
            across_case(looking->arena, part, &looking->survey->items[i].row, *check->query ? "" : why);
    }
    if (!count)
        report->part_count--;
    across_more(looking->arena, report, count, LISTED, check->query);
}

static void add_fields(const struct looking *looking, struct report *report)
{
    static const struct report_column columns[] = {{"answer", PHRASE("Advised answer"), COLUMN_FOR_ALL},
                                                   {"cases", PHRASE("Case studies without it"), COLUMN_FOR_ALL},
                                                   {"field", "Field", COLUMN_FOR_DATA}};
    struct report_part *part = report_part_add(looking->arena, report, "missing", say("Which answers are missing"));
    struct report_table *table = report_table_add(looking->arena, part, part->heading, columns, 3);
    table->of = looking->survey->count;
    for (size_t field = 0; field < CASE_FIELDS; field++) {
        size_t count = 0;
        for (size_t i = 0; i < looking->survey->count; i++)
            count += lacks(&looking->survey->items[i], (enum case_field)field);
        if (case_fields[field].need != FIELD_ADVISED)
            continue;
        struct report_cell *row = report_row(looking->arena, table);
        row[0] = report_words(say(case_fields[field].help));
        row[1] = leading(
            count, field == CASE_EVALUATOR ? "" : arena_format(looking->arena, "-has:%s", case_fields[field].key));
        row[2] = report_words(case_fields[field].key);
    }
}

/* Of those that lead more than one, the most first. */
static int compare_leads(const void *a, const void *b)
{
    const struct organisation *const *one = a;
    const struct organisation *const *other = b;
    if ((*one)->led_count != (*other)->led_count)
        return (*one)->led_count > (*other)->led_count ? -1 : 1;
    return strcmp((*one)->name, (*other)->name);
}

static void add_lead(const struct looking *looking, struct report_table *table, const struct organisation *organisation)
{
    size_t filled = 0, advised = 0, owners = 0, contacts = 0;
    for (size_t i = 0; i < organisation->led_count; i++) {
        const struct surveyed *item = &looking->survey->items[organisation->led[i]];
        filled += item->filled;
        advised += item->advised;
        owners += !lacks(item, CASE_ACCOUNTABLE);
        contacts += !lacks(item, CASE_CONTACT);
    }
    struct report_cell *row = report_row(looking->arena, table);
    row[0] = organisation_cell(looking->arena, organisation);
    row[1] = report_number(organisation->led_count);
    row[2] = report_words(format_share(looking->arena, filled, advised));
    row[3] = report_words(format_share(looking->arena, owners, organisation->led_count));
    row[4] = report_words(format_share(looking->arena, contacts, organisation->led_count));
    row[5] = report_number(filled);
    row[6] = report_number(advised);
}

static void add_organisations(const struct looking *looking, struct report *report,
                              const struct organisations *organisations)
{
    static const struct report_column columns[] = {{"organisation", PHRASE("Who leads"), COLUMN_FOR_ALL},
                                                   {"leads", PHRASE("Case studies led"), COLUMN_FOR_ALL},
                                                   {"answers", PHRASE("Advised answers given"), COLUMN_FOR_PEOPLE},
                                                   {"owners", PHRASE("Say who is accountable"), COLUMN_FOR_ALL},
                                                   {"contacts", PHRASE("Say whom to ask"), COLUMN_FOR_ALL},
                                                   {"given", "Answers given", COLUMN_FOR_DATA},
                                                   {"advised", "Answers advised", COLUMN_FOR_DATA}};
    const struct organisation **leads = arena_array(looking->arena, organisations->count + 1, sizeof *leads);
    size_t count = 0;
    for (size_t i = 0; i < organisations->several; i++)
        if (organisations->items[i].led_count > 1)
            leads[count++] = &organisations->items[i];
    qsort(leads, count, sizeof *leads, compare_leads);
    struct report_part *part =
        report_part_add(looking->arena, report, "organisations", say("By the organisation that leads"));
    if (count)
        report_say(looking->arena, part, say("Those that lead more than one case study."));
    else
        report_say(looking->arena, part, say("No organisation leads more than one case study."));
    struct report_table *table = report_table_add(looking->arena, part, part->heading, columns, 7);
    for (size_t i = 0; i < count && i < ACROSS_ROWS; i++)
        add_lead(looking, table, leads[i]);
    across_more(looking->arena, report, count, ACROSS_ROWS, "");
}

/* What is said of how many, with the day on which it is so. */
static const char *as_of(const struct looking *looking, const char *words)
{
    return *looking->on
               ? arena_format(looking->arena, say("%s, as of %s"), words, format_date(looking->arena, looking->on))
               : words;
}

struct report *quality_report(struct arena *arena, const struct survey *survey,
                              const struct organisations *organisations, const char *on)
{
    const struct looking looking = {arena, survey, on};
    struct report *report = across_report(arena, survey, say("Quality of the records"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    size_t filled = 0, advised = 0;
    for (size_t i = 0; i < survey->count; i++) {
        filled += survey->items[i].filled;
        advised += survey->items[i].advised;
    }
    report_say(arena, lead,
               arena_format(arena, say("%s. Of the answers that are advised, they give %s."),
                            as_of(&looking, format_cases(arena, survey->count)), format_share(arena, filled, advised)));
    report_say(
        arena, lead,
        say("What is missing here is missing in the record; it may well have been there. A gap is no blame: nobody "
            "is asked to guess."));
    add_checks(&looking, report);
    add_fields(&looking, report);
    for (size_t i = 0; i < CHECKS; i++)
        add_list(&looking, report, &checks[i]);
    add_organisations(&looking, report, organisations);
    return report;
}

/* All that one needs, in words and by key; how many that are. */
static size_t whys_of(const struct looking *looking, const struct surveyed *item, struct string_list *whys,
                      struct string_list *keys)
{
    for (size_t i = 0; i < CHECKS; i++) {
        const char *why = checks[i].why(looking, item);
        if (!why)
            continue;
        string_list_add(looking->arena, whys, why);
        string_list_add(looking->arena, keys, checks[i].key);
    }
    return whys->count;
}

struct report *stale_report(struct arena *arena, const struct survey *survey, const char *on, size_t most)
{
    static const struct report_column columns[] = {{"title", PHRASE("Case study"), COLUMN_FOR_ALL},
                                                   {"why", PHRASE("Why"), COLUMN_FOR_ALL},
                                                   {"case", "Id", COLUMN_FOR_DATA},
                                                   {"checks", "Checks", COLUMN_FOR_DATA},
                                                   {"due", "Due", COLUMN_FOR_DATA}};
    const struct looking looking = {arena, survey, on};
    struct report *report = across_report(arena, survey, say("Case studies that need another look"));
    struct report_part *part = report_part_add(arena, report, "stale", "");
    struct report_part *lead = part;
    struct report_table *table = report_table_add(arena, part, report->title, columns, 5);
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++) {
        const struct surveyed *item = &survey->items[i];
        struct string_list whys = {0}, keys = {0};
        if (!whys_of(&looking, item, &whys, &keys) || (count++ >= most && most))
            continue;
        struct report_cell *row = report_row(arena, table);
        row[0] = report_link(item->row.title, FACT_CASE, item->row.id);
        row[1] = report_words(string_list_join(arena, &whys, "; "));
        row[2] = report_words(item->row.id);
        row[3] = report_words(string_list_join(arena, &keys, " "));
        row[4] = report_words(item->review_due);
    }
    report_say(arena, lead,
               arena_format(arena, "%s.",
                            as_of(&looking, arena_format(arena, say("%s of %s"), format_count(arena, count),
                                                         format_cases(arena, survey->count)))));
    report->cases = count;
    across_more(arena, report, count, most ? most : count, "");
    return report;
}
