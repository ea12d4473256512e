#include "search-cli/report/lens_report.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/brief.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/tally_columns.h"

enum { LESSONS = 3, CONTACTS = 2, LOOKED_AT = 6, FEW = 5 };

static bool ask_cells(struct index *index, struct arena *arena, const struct lens_cells *cells,
                      const struct bitset *within, struct asked **asked)
{
    bool done = true;
    *asked = arena_array(arena, cells->count + 1, sizeof **asked);
    for (size_t i = 0; i < cells->count && done; i++) {
        done = asked_query(index, arena, cells->items[i].query, &(*asked)[i]);
        if (done && within)
            asked_keep(&(*asked)[i], within);
    }
    return done;
}

bool lens_ask(struct index *index, struct arena *arena, const struct lens *lens, const struct bitset *within,
              struct lens_answers *answers)
{
    *answers = (struct lens_answers){.lens = lens};
    if (!ask_cells(index, arena, &lens->cells, within, &answers->cells) ||
        !ask_cells(index, arena, &lens->second_axis, within, &answers->second))
        return false;
    for (size_t i = 0; i < lens->cells.count; i++)
        bitset_or(arena, &answers->rows, &answers->cells[i].rows);
    return true;
}

const char *lens_period(struct arena *arena, const struct lens *lens)
{
    const char *period = *lens->to     ? arena_format(arena, say("%s to %s"), *lens->from ? lens->from : "?", lens->to)
                         : *lens->from ? arena_format(arena, say("Since %s"), lens->from)
                                       : "";
    return period;
}

static size_t empty_cells(const struct lens_answers *answers)
{
    size_t count = 0;
    for (size_t i = 0; i < answers->lens->cells.count; i++)
        count += bitset_size(&answers->cells[i].rows) == 0;
    return count;
}

static const char *open_questions(struct arena *arena, const struct lens_answers *answers)
{
    size_t open = empty_cells(answers);
    return open == 0 ? say("none of them is left without a case study")
           : open == 1
               ? say("one of them is left without a case study")
               : arena_format(arena, say("%s of them are left without a case study"), format_count(arena, open));
}

/* "Only among: North West." */
static void say_within(struct arena *arena, struct report_part *part, const char *within)
{
    if (*within)
        report_say(arena, part, arena_format(arena, say("Only among: %s."), within));
}

struct report *lens_list_report(struct arena *arena, const struct lens_answers *answers, size_t count,
                                const char *within)
{
    enum { ID, LENS, PERIOD, QUESTIONS, EMPTY, CASES, COLUMNS }; /* the id is what is typed */
    static const struct report_column columns[COLUMNS] = {
        [ID] = {"id", "Id", COLUMN_FOR_TYPING},
        [LENS] = {"name", PHRASE("Lens"), COLUMN_FOR_ALL},
        [PERIOD] = {"period", PHRASE("Held"), COLUMN_FOR_ALL},
        [QUESTIONS] = {"questions", PHRASE("Questions"), COLUMN_FOR_ALL},
        [EMPTY] = {"unanswered", PHRASE("Unanswered"), COLUMN_FOR_ALL},
        [CASES] = {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
    };
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = say("Lenses"), .query = "", .cases = count};
    struct report_part *part = report_part_add(arena, report, "lenses", "");
    report_say(
        arena, part,
        say("Policies on health inequalities come and go; what was learned stays. Each lens puts the questions of one "
            "policy or framework to the same case studies."));
    say_within(arena, part, within);
    struct report_table *table = report_table_add(arena, part, say("Lenses"), columns, COLUMNS);
    for (size_t i = 0; i < count; i++) {
        const struct lens *lens = answers[i].lens;
        struct report_cell *row = report_row(arena, table);
        row[LENS] = report_link(lens->name, FACT_LENS, lens->id);
        row[ID] = report_words(lens->id);
        row[PERIOD] = report_words(lens_period(arena, lens));
        row[QUESTIONS] = report_number(lens->cells.count);
        row[EMPTY] = report_number(empty_cells(&answers[i]));
        row[CASES] = report_number(bitset_size(&answers[i].rows));
    }
    return report;
}

static const char *with_stop(struct arena *arena, const char *text)
{
    return format_sentence(arena, text);
}

/* Where a source ends and its address begins, if it has one at its end. */
static size_t source_words(const char *source)
{
    const char *address = strstr(source, "https://");
    address = address ? address : strstr(source, "http://");
    return address && !strpbrk(address, " \n") ? (size_t)(address - source) : strlen(source);
}

/* "Source: A plan, 2021.", which leads there where its address is known. */
static void add_source(struct arena *arena, struct fact_item *line, const struct lens *lens)
{
    const char *address = lens->source + source_words(lens->source);
    size_t size = (size_t)(address - lens->source);
    while (*address && size && strchr(" ,:", lens->source[size - 1]))
        size--;
    const char *words = arena_copy(arena, lens->source, size);
    const char *sentence = with_stop(arena, arena_format(arena, say("Source: %s"), *address ? SAY_FIRST : words));
    fact_say(arena, line, sentence, &(struct fact_part){.text = words, .link = FACT_ADDRESS, .to = address});
}

/* When it held, what came after: a sentence each. */
static struct string_list times_of(struct arena *arena, const struct lens *lens)
{
    struct string_list told = {0};
    const char *period = lens_period(arena, lens);
    if (*period)
        string_list_add(arena, &told,
                        with_stop(arena, arena_format(arena, say("When it held: %s"), format_lower(arena, period))));
    if (*lens->replaced_by)
        string_list_add(arena, &told,
                        with_stop(arena, arena_format(arena, say("What came after: %s"), lens->replaced_by)));
    return told;
}

enum {
    CELL,
    CASES,
    BEST,
    RESULTS,
    GAPS,
    CELL_ID,
    HEADING,
    BEST_ID,
    FIRST_NUMBER,
    CELL_COLUMNS = FIRST_NUMBER + DIRECTIONS
};

static const struct report_column cell_columns[CELL_COLUMNS] = {
    [CELL] = {"label", PHRASE("Question"), COLUMN_FOR_ALL},
    [CASES] = {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
    [BEST] = {"best_known_label", PHRASE("Best known"), COLUMN_FOR_PEOPLE},
    [RESULTS] = {"results", PHRASE("Results"), COLUMN_FOR_PEOPLE},
    [GAPS] = {"gap", PHRASE("The gap"), COLUMN_FOR_PEOPLE},
    [CELL_ID] = {"cell", "Cell", COLUMN_FOR_DATA},
    [HEADING] = {"heading", "Heading", COLUMN_FOR_DATA},
    [BEST_ID] = {"best_known", "Best known", COLUMN_FOR_DATA},
    TALLY_DIRECTION_COLUMNS(FIRST_NUMBER),
};

static void add_cell_row(struct arena *arena, struct report_table *table, const struct report_base *base,
                         const struct lens_answers *answers, size_t number, const char *heading)
{
    const struct lens_cell *cell = &answers->lens->cells.items[number];
    struct tally tally = tally_of(base->counts, &answers->cells[number].rows);
    struct report_cell *row = report_row(arena, table);
    row[CELL] = report_link(cell->label, FACT_LENS, arena_format(arena, "%s/%s", answers->lens->id, cell->id));
    row[CASES] = report_number(tally.count);
    row[CELL_ID] = report_words(cell->id);
    row[HEADING] = report_words(heading);
    for (size_t i = 0; i < DIRECTIONS; i++)
        row[FIRST_NUMBER + i] = report_number(tally.directions[i]);
    if (!tally.count)
        return;
    row[BEST] = report_words(vocabulary_label(base->vocabularies, "evidence", tally.best_evidence));
    row[BEST_ID] = report_words(tally.best_evidence);
    row[RESULTS] = tally_cell(arena, &tally);
    row[GAPS] =
        report_words(tally.gaps[GAP_UNMEASURED] < tally.count ? tally_gaps(arena, &tally) : say("not measured"));
}

/* The cells, a table under each heading. */
static void add_cells(struct arena *arena, struct report *report, const struct report_base *base,
                      const struct lens_answers *answers)
{
    const struct lens_cells *cells = &answers->lens->cells;
    struct report_table *table = NULL;
    const char *heading = "";
    for (size_t i = 0; i < cells->count; i++) {
        if (!table || *cells->items[i].heading) {
            heading = cells->items[i].heading;
            struct report_part *part = report_part_add(arena, report, arena_format(arena, "cells-%zu", i + 1),
                                                       *heading ? heading : say("The questions"));
            table = report_table_add(arena, part, part->heading, cell_columns, CELL_COLUMNS);
            table->of = bitset_size(&answers->rows);
        }
        add_cell_row(arena, table, base, answers, i, heading);
    }
}

/* The cells against the second axis: a row for each cell, a column for each of the others. */
static void add_crossed_row(struct arena *arena, struct report_table *table, const struct lens_answers *answers,
                            size_t number)
{
    const struct lens_cell *cell = &answers->lens->cells.items[number];
    struct report_cell *row = report_row(arena, table);
    row[0] = report_link(cell->label, FACT_LENS, arena_format(arena, "%s/%s", answers->lens->id, cell->id));
    for (size_t i = 0; i < answers->lens->second_axis.count; i++) {
        const char *query = answers->lens->second_axis.items[i].query;
        row[i + 1] = report_number(bitset_shared(&answers->cells[number].rows, &answers->second[i].rows));
        if (row[i + 1].number)
            row[i + 1].words = (struct fact_part){
                .text = "", .link = FACT_QUERY, .to = arena_format(arena, "(%s) (%s)", cell->query, query)};
    }
}

static void add_crossed(struct arena *arena, struct report *report, const struct lens_answers *answers)
{
    const struct lens_cells *second = &answers->lens->second_axis;
    struct report_column *columns = arena_array(arena, second->count + 1, sizeof *columns);
    if (!second->count)
        return;
    struct report_part *part = report_part_add(arena, report, "crossed", say("Case studies by both"));
    columns[0] = (struct report_column){"label", say("Question"), COLUMN_FOR_ALL};
    for (size_t i = 0; i < second->count; i++) {
        columns[i + 1] = (struct report_column){second->items[i].id, second->items[i].label, COLUMN_FOR_ALL};
        report_say(arena, part, arena_format(arena, "%s: %s", second->items[i].label, second->items[i].question));
    }
    struct report_table *table = report_table_add(arena, part, part->heading, columns, second->count + 1);
    table->of = bitset_size(&answers->rows);
    for (size_t i = 0; i < answers->lens->cells.count; i++)
        add_crossed_row(arena, table, answers, i);
}

/* Where there are few, each is named. */
static void add_few(struct arena *arena, struct cases_read *reading, struct report *report,
                    const struct lens_cell *cell, const struct case_rows *cases)
{
    struct report_part *part = report_part_add(arena, report, arena_format(arena, "%s-cases", cell->id), "");
    part->is_list = true;
    for (size_t i = 0; i < cases->count; i++) {
        struct fact_item *line = report_line(arena, part);
        fact_part(line, (struct fact_part){.text = cases->items[i].title, .link = FACT_CASE, .to = cases->items[i].id});
        cases_note_level(reading, line, &cases->items[i]);
    }
}

/* What one cell says: its question, lessons, whom to ask. */
static void add_cell(struct arena *arena, struct cases_read *reading, struct report *report,
                     const struct lens_answers *answers, size_t number)
{
    const struct lens_cell *cell = &answers->lens->cells.items[number];
    const struct asked *asked = &answers->cells[number];
    struct report_part *part = report_part_add(arena, report, cell->id, cell->label);
    report_say(arena, part, cell->question);
    if (!bitset_size(&asked->rows)) {
        report_say(arena, part, say("No case study here bears on this."));
        return;
    }
    struct tally tally = tally_of(reading->base->counts, &asked->rows);
    tally_say(arena, part,
              arena_format(arena, "%s: %s.", format_cases(arena, tally.count), tally_directions(arena, &tally)),
              &tally);
    struct case_rows best = cases_best(arena, reading, asked, &asked->rows, LOOKED_AT);
    if (tally.count <= FEW)
        add_few(arena, reading, report, cell, &best);
    struct report_part *lessons = report_part_add(arena, report, arena_format(arena, "%s-learning", cell->id), "");
    lessons->is_list = true;
    cases_add_learning(arena, reading, lessons, &best, LESSONS);
    if (!lessons->line_count)
        report->part_count--;
    struct bitset reachable = index_term_rows(reading->base->index, arena, "has", "contact");
    bitset_and(&reachable, &asked->rows);
    best = cases_best(arena, reading, asked, &reachable, CONTACTS);
    struct report_part *contacts = report_part_add(arena, report, arena_format(arena, "%s-contacts", cell->id), "");
    report_say(arena, contacts, best.count ? say("Whom to ask:") : say("None of them names anybody to ask."));
    struct report_part *list = report_part_add(arena, report, arena_format(arena, "%s-ask", cell->id), "");
    list->is_list = true;
    cases_add_contacts(arena, reading, list, &best, CONTACTS);
}

static const char *how_many_bear(struct arena *arena, const struct lens_answers *answers)
{
    size_t count = bitset_size(&answers->rows);
    const char *cases = format_cases(arena, count);
    if (answers->lens->cells.count == 1)
        return arena_format(arena, count == 1 ? say("%s bears on its question.") : say("%s bear on its question."),
                            cases);
    return arena_format(arena,
                        count == 1 ? say("%s bears on one or more of its %s questions; %s.")
                                   : say("%s bear on one or more of its %s questions; %s."),
                        cases, format_count(arena, answers->lens->cells.count), open_questions(arena, answers));
}

struct report *lens_report(struct arena *arena, const struct lens_answers *answers, const char *within,
                           struct cases_read *cases)
{
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = answers->lens->name,
                              .question = say("What do the case studies answer to its questions?"),
                              .query = "",
                              .cases = bitset_size(&answers->rows)};
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    struct string_list times = times_of(arena, answers->lens);
    report_say(arena, lead, answers->lens->summary);
    add_source(arena, report_line(arena, lead), answers->lens);
    for (size_t i = 0; i < times.count; i++)
        report_say(arena, lead, times.items[i]);
    say_within(arena, lead, within);
    report_say(arena, lead, how_many_bear(arena, answers));
    add_cells(arena, report, cases->base, answers);
    add_crossed(arena, report, answers);
    for (size_t i = 0; i < answers->lens->cells.count; i++)
        add_cell(arena, cases, report, answers, i);
    return report;
}

/* What a briefing has room for: of each question how many bear on it, and how well the best of them is known. */
static void add_brief_rows(struct arena *arena, struct report *report, const struct report_base *base,
                           const struct lens_answers *answers)
{
    enum { LABEL, COUNT, KNOWN, COLUMNS };
    static const struct report_column columns[COLUMNS] = {
        [LABEL] = {"label", PHRASE("Question"), COLUMN_FOR_ALL},
        [COUNT] = {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
        [KNOWN] = {"best_known", PHRASE("Best known"), COLUMN_FOR_ALL}};
    struct report_part *part = report_part_add(arena, report, "questions", say("The questions"));
    struct report_table *table = report_table_add(arena, part, part->heading, columns, COLUMNS);
    table->of = bitset_size(&answers->rows);
    for (size_t i = 0; i < answers->lens->cells.count; i++) {
        const struct lens_cell *cell = &answers->lens->cells.items[i];
        struct tally tally = tally_of(base->counts, &answers->cells[i].rows);
        struct report_cell *row = report_row(arena, table);
        row[LABEL] = report_link(cell->label, FACT_LENS, arena_format(arena, "%s/%s", answers->lens->id, cell->id));
        row[COUNT] = report_number(tally.count);
        if (tally.count)
            row[KNOWN] = report_words(vocabulary_label(base->vocabularies, "evidence", tally.best_evidence));
    }
}

/* What a briefing on a lens begins with. */
struct lens_asked {
    const struct lens_answers *answers;
    const char *within;
};

static void begin_brief(struct arena *arena, struct report *report, const struct report_base *base, const void *subject)
{
    const struct lens_asked *asked = subject;
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    struct string_list times = times_of(arena, asked->answers->lens);
    struct fact_item *line = report_line(arena, lead);
    add_source(arena, line, asked->answers->lens);
    if (times.count)
        fact_part(line, (struct fact_part){.text = arena_format(arena, " %s", string_list_join(arena, &times, " "))});
    say_within(arena, lead, asked->within);
    report_say(arena, lead, how_many_bear(arena, asked->answers));
    add_brief_rows(arena, report, base, asked->answers);
}

struct report *lens_brief(struct arena *arena, const struct lens_answers *answers, const char *within,
                          struct cases_read *cases)
{
    const struct asked asked = {.query = "", .about = "", .rows = answers->rows, .total = bitset_size(&answers->rows)};
    return brief_report(arena,
                        &(struct brief_request){.base = cases->base,
                                                .cases = cases,
                                                .asked = &asked,
                                                .title = arena_format(arena, say("Briefing: %s"), answers->lens->name),
                                                .question = say(brief_question),
                                                .begin = begin_brief,
                                                .subject = &(struct lens_asked){answers, within}});
}

struct report *lens_cell_report(struct arena *arena, const struct lens_answers *answers, size_t cell,
                                const char *within, struct cases_read *cases)
{
    const struct lens_cell *asked = &answers->lens->cells.items[cell];
    return brief_report(
        arena,
        &(struct brief_request){.base = cases->base,
                                .cases = cases,
                                .asked = &answers->cells[cell],
                                .title = *within ? arena_format(arena, "%s, %s", asked->label, within) : asked->label,
                                .question = asked->question});
}
