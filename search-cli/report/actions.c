#include "search-cli/report/actions.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/tally_columns.h"
#include "search-cli/report/term_brief.h"

static const char facet_key[] = "actions";

enum { LEADS_NAMED = 2 };

/* "NHS provider (9), Voluntary sector (7)": who leads these cases most often. */
static const char *leads_of(struct arena *arena, const struct report_base *base, const struct bitset *rows)
{
    struct term_counts within = counts_within(arena, counts_of(base->counts, "lead_types"), rows);
    struct term_counts top = counts_top(arena, &within, LEADS_NAMED);
    struct string_list leads = {0};
    for (size_t i = 0; i < top.count; i++)
        string_list_add(
            arena, &leads,
            arena_format(arena, "%s (%s)", top.items[i].term->label, format_count(arena, top.items[i].count)));
    return string_list_join(arena, &leads, ", ");
}

enum { LABEL, CASES, LEADS, BEST, RESULTS, ID, BEST_ID, FIRST_NUMBER, COLUMNS = FIRST_NUMBER + DIRECTIONS };

static const struct report_column columns[COLUMNS] = {
    [LABEL] = {"label", PHRASE("Action"), COLUMN_FOR_ALL},
    [CASES] = {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
    [LEADS] = {"led_by", PHRASE("Led most often by"), COLUMN_FOR_ALL},
    [BEST] = {"best_known_label", PHRASE("Best known"), COLUMN_FOR_PEOPLE},
    [RESULTS] = {"results", PHRASE("Results"), COLUMN_FOR_PEOPLE},
    [ID] = {"action", "Id", COLUMN_FOR_DATA},
    [BEST_ID] = {"best_known", "Best known", COLUMN_FOR_DATA},
    TALLY_DIRECTION_COLUMNS(FIRST_NUMBER),
};

static void add_action(struct arena *arena, struct report_table *table, const struct report_base *base,
                       const struct term_count *action)
{
    struct tally tally = tally_of(base->counts, &action->rows);
    struct report_cell *row = report_row(arena, table);
    row[LABEL] = tally.count ? report_link(action->term->label, FACT_REPORT,
                                           arena_format(arena, "%s/%s", facet_key, action->term->id))
                             : report_words(action->term->label);
    row[CASES] = report_number(tally.count);
    row[ID] = report_words(action->term->id);
    for (size_t i = 0; i < DIRECTIONS; i++)
        row[FIRST_NUMBER + i] = report_number(tally.directions[i]);
    if (!tally.count)
        return;
    row[LEADS] = report_words(leads_of(arena, base, &action->rows));
    row[BEST] = report_words(vocabulary_label(base->vocabularies, "evidence", tally.best_evidence));
    row[BEST_ID] = report_words(tally.best_evidence);
    row[RESULTS] = tally_cell(arena, &tally);
}

struct report *actions_report(struct arena *arena, const struct report_base *base)
{
    const struct term_counts *actions = counts_of(base->counts, facet_key);
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = say("What can be done"), .query = "", .cases = bitset_size(base->visible)};
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(
        arena, lead,
        say("An action is what people did. Most case studies have several, so what came of one of them cannot be "
            "put down to a single action."));
    struct report_table *table = report_table_add(arena, lead, report->title, columns, COLUMNS);
    for (size_t i = 0; i < actions->count; i++)
        add_action(arena, table, base, &actions->items[i]);
    return report;
}

/* A count that leads to the case studies counted; nothing to lead to for none. */
static struct report_cell counted(size_t count, const char *query)
{
    struct report_cell cell = report_number(count);
    if (count)
        cell.words = (struct fact_part){.text = "", .link = FACT_QUERY, .to = query};
    return cell;
}

static size_t count_of(const struct term_counts *counts, const char *id)
{
    for (size_t i = 0; i < counts->count; i++)
        if (strcmp(counts->items[i].term->id, id) == 0)
            return counts->items[i].count;
    return 0;
}

/* Who leads an action and who takes part, by kind of partner, the most frequent first; who does neither is left out. */
static void add_who(struct arena *arena, struct report *report, const struct report_base *base,
                    const struct term_count *action)
{
    enum { PARTNER, LED, TOOK_PART, PARTNER_ID, WHO_COLUMNS };
    static const struct report_column who[WHO_COLUMNS] = {{"label", PHRASE("Kind of partner"), COLUMN_FOR_ALL},
                                                          {"led", PHRASE("Led it"), COLUMN_FOR_ALL},
                                                          {"took_part", PHRASE("Led it or took part"), COLUMN_FOR_ALL},
                                                          {"partner_type", "Id", COLUMN_FOR_DATA}};
    struct term_counts partners = counts_within(arena, counts_of(base->counts, "partner_types"), &action->rows);
    struct term_counts leads = counts_within(arena, counts_of(base->counts, "lead_types"), &action->rows);
    partners = counts_sorted(arena, &partners);
    struct report_part *part = report_part_add(arena, report, "who", say("Who can do it"));
    struct report_table *table = report_table_add(arena, part, part->heading, who, WHO_COLUMNS);
    table->of = action->count;
    for (size_t i = 0; i < partners.count; i++) {
        const struct term_count *partner = &partners.items[i];
        const char *id = partner->term->id;
        if (!partner->count)
            continue;
        struct report_cell *row = report_row(arena, table);
        row[PARTNER].words = (struct fact_part){partner->term->label, FACT_TERM, id, partners.facet, false, false};
        row[LED] = counted(count_of(&leads, id), arena_format(arena, "action:%s lead-type:%s", action->term->id, id));
        row[TOOK_PART] =
            counted(partner->count, arena_format(arena, "action:%s partner-type:%s", action->term->id, id));
        row[PARTNER_ID] = report_words(id);
    }
}

/* The cases with a direction, and a query for it; for those not known, what no other direction has. */
static struct bitset in_direction(struct arena *arena, const struct report_base *base, const struct bitset *rows,
                                  enum direction direction, const char **query)
{
    const char *terms[DIRECTIONS + 1] = {directions[direction].term};
    struct bitset found = bitset_copy(arena, rows);
    if (direction != NOT_KNOWN) {
        struct bitset these = counts_any(arena, base->counts, "result", terms);
        bitset_and(&found, &these);
        *query = arena_format(arena, "result:%s", terms[0]);
        return found;
    }
    *query = "-result:";
    for (size_t i = 0; i < NOT_KNOWN; i++) {
        terms[i] = directions[i].term;
        *query = arena_format(arena, "%s%s%s", *query, i ? "," : "", terms[i]);
    }
    struct bitset known = counts_any(arena, base->counts, "result", terms);
    bitset_minus(&found, &known);
    return found;
}

/* Its cases by result and evidence: a row for each direction that any has, a column for each level that any has. */
static void add_crossed(struct arena *arena, struct report *report, const struct report_base *base,
                        const struct term_count *action)
{
    struct term_counts levels = counts_within(arena, counts_of(base->counts, "evidence"), &action->rows);
    struct report_column *heads = arena_array(arena, levels.count + 1, sizeof *heads);
    struct report_part *part =
        report_part_add(arena, report, "result-evidence", say("By result, and by how well it is known"));
    size_t count = 1;
    heads[0] = (struct report_column){"result", PHRASE("Result"), COLUMN_FOR_ALL};
    for (size_t i = 0; i < levels.count; i++)
        if (levels.items[i].count)
            heads[count++] =
                (struct report_column){levels.items[i].term->id, levels.items[i].term->label, COLUMN_FOR_ALL};
    struct report_table *table = report_table_add(arena, part, part->heading, heads, count);
    table->of = action->count;
    for (size_t i = 0; i < DIRECTIONS; i++) {
        const char *query = "";
        struct bitset rows = in_direction(arena, base, &action->rows, (enum direction)i, &query);
        size_t column = 1;
        if (!bitset_size(&rows))
            continue;
        struct report_cell *row = report_row(arena, table);
        row[0] = report_words(format_capital(arena, say(directions[i].words)));
        for (size_t j = 0; j < levels.count; j++)
            if (levels.items[j].count)
                row[column++] = counted(
                    bitset_shared(&rows, &levels.items[j].rows),
                    arena_format(arena, "action:%s %s evidence:%s", action->term->id, query, levels.items[j].term->id));
    }
}

/* What a briefing says behind its first words, with what is to be looked at first as what to start with. */
static void add_brief(struct arena *arena, struct report *report, const struct report *brief)
{
    for (size_t i = 1; i < brief->part_count; i++) {
        const struct report_part *from = &brief->parts[i];
        bool first = strcmp(from->key, "examples") == 0;
        struct report_part *part = report_part_add(arena, report, from->key, from->heading);
        *part = *from;
        part->heading = first ? say("What to start with") : from->heading;
    }
}

static const struct term_count *find_action(const struct term_counts *actions, const char *id)
{
    for (size_t i = 0; i < actions->count; i++)
        if (strcmp(actions->items[i].term->id, id) == 0 && actions->items[i].count)
            return &actions->items[i];
    return NULL;
}

struct report *action_report(struct arena *arena, const struct report_base *base, struct cases_read *cases,
                             const char *id)
{
    const struct term_counts *actions = counts_of(base->counts, facet_key);
    const struct term_count *action = find_action(actions, id);
    if (!action)
        return NULL;
    const struct report *brief = term_brief(arena, base, cases, actions->facet, action);
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = action->term->label,
                              .question = say("What came of it, what to start with, and who can do it?"),
                              .query = brief->query,
                              .cases = action->count};
    report_say(
        arena, report_part_add(arena, report, "lead", ""),
        arena_format(arena, say("%s did this, most of them beside other things."), format_cases(arena, action->count)));
    add_brief(arena, report, brief);
    add_crossed(arena, report, base, action);
    add_who(arena, report, base, action);
    return report;
}

struct string_list actions_parts(struct arena *arena, const struct report_base *base)
{
    const struct term_counts *actions = counts_of(base->counts, facet_key);
    struct string_list parts = {0};
    for (size_t i = 0; i < actions->count; i++)
        if (actions->items[i].count)
            string_list_add(arena, &parts, actions->items[i].term->id);
    return parts;
}
