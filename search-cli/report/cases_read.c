#include "search-cli/report/cases_read.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"

/* From here on a result was compared, and may be told as one thing's effect. */
static const char compared[] = "e3";

static const char *const causes[] = {
    "because",  "cause",     "caused",      "causes",     "cut",       "cuts",    "due to",    "effective", "improve",
    "improved", "improves",  "increase",    "increased",  "increases", "lead to", "leads to",  "led to",    "lowered",
    "lowers",   "prevent",   "prevented",   "prevents",   "raise",     "raised",  "raises",    "reduce",    "reduced",
    "reduces",  "result in", "resulted in", "results in", "saved",     "saves",   "thanks to", "worked",    "works",
};

static bool is_letter(char byte)
{
    return ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z';
}

static bool begins_with(const char *text, const char *word)
{
    size_t i = 0;
    while (word[i] && ascii_lower(text[i]) == word[i])
        i++;
    return !word[i] && !is_letter(text[i]);
}

bool claims_cause(const char *text)
{
    for (const char *at = text; *at; at++) {
        if (at > text && is_letter(at[-1]))
            continue;
        for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
            if (begins_with(at, causes[i]))
                return true;
    }
    return false;
}

/* A case and what it is put in order by. */
struct ranked {
    size_t row;
    const char *evidence;
    size_t areas;
    size_t position;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *one = a;
    const struct ranked *other = b;
    int level = strcmp(other->evidence, one->evidence);
    if (level)
        return level;
    if (one->areas != other->areas)
        return one->areas < other->areas ? -1 : 1;
    return one->position < other->position ? -1 : 1;
}

static size_t areas_of(const struct report_base *base, size_t row)
{
    const struct term_counts *areas = counts_of(base->counts, "priority_areas");
    size_t count = 0;
    for (size_t i = 0; i < areas->count; i++)
        count += bitset_has(&areas->items[i].rows, row);
    return count;
}

/* Of those known as well, first what is about the fewest areas: its main result is more likely about the one asked for. */
struct cases_order cases_order_read(struct arena *arena, const struct report_base *base)
{
    struct arena scratch = {0};
    struct case_rows cases = index_cases(base->index, &scratch, ORDER_EVIDENCE, base->visible);
    struct ranked *ranked = arena_array(&scratch, cases.count + 1, sizeof *ranked);
    struct cases_order order = {arena_array(arena, cases.count, sizeof *order.rows), cases.count};
    for (size_t i = 0; i < cases.count; i++)
        ranked[i] = (struct ranked){cases.items[i].row, cases.items[i].evidence, areas_of(base, cases.items[i].row), i};
    qsort(ranked, cases.count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < cases.count; i++)
        order.rows[i] = ranked[i].row;
    arena_free(&scratch);
    return order;
}

struct case_rows cases_best(struct arena *arena, struct cases_read *reading, const struct asked *asked,
                            const struct bitset *rows, size_t most)
{
    struct case_rows best = {.items = arena_array(arena, most + 1, sizeof *best.items)};
    if (!asked->ranked && !reading->order.rows)
        reading->order = cases_order_read(reading->arena, reading->base);
    const size_t *order = asked->ranked ? asked->first : reading->order.rows;
    size_t count = asked->ranked ? asked->first_count : reading->order.count;
    for (size_t i = 0; i < count && best.count < most; i++)
        if (bitset_has(rows, order[i]) && index_case_at(reading->base->index, arena, order[i], &best.items[best.count]))
            best.count++;
    return best;
}

const struct case_told *cases_tell(struct cases_read *reading, const struct case_row *row)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->items[i].row.row == row->row)
            return &reading->items[i];
    struct case_row own;
    const struct case_study *study = index_case_study(reading->base->index, reading->arena, row->id);
    if (!study || !index_case_at(reading->base->index, reading->arena, row->row, &own))
        return NULL;
    const struct fact_context context = {.vocabularies = reading->base->vocabularies,
                                         .settings = reading->base->settings,
                                         .as_of = reading->base->as_of};
    reading->items =
        arena_grow(reading->arena, reading->items, reading->count, &reading->capacity, sizeof *reading->items);
    struct case_told *told = &reading->items[reading->count++];
    *told = (struct case_told){own, study, arena_alloc(reading->arena, sizeof *told->facts)};
    *told->facts = facts_of(reading->arena, study, &context);
    return told;
}

void cases_note_title(struct fact_item *line, const struct case_row *row)
{
    fact_part(line, (struct fact_part){.text = row->title, .link = FACT_CASE, .to = row->id, .note = true});
}

void cases_note_level(const struct cases_read *reading, struct fact_item *line, const struct case_row *row)
{
    fact_part(line, (struct fact_part){.text = vocabulary_label(reading->base->vocabularies, "evidence", row->evidence),
                                       .note = true});
    fact_part(line, (struct fact_part){.text = vocabulary_label(reading->base->vocabularies, "result", row->result),
                                       .note = true});
}

static const char *lesson_of(const struct case_told *told)
{
    const struct fact *learning = facts_find(told->facts, "learning");
    for (size_t i = 0; i < learning->count; i++) {
        const char *words = learning->items[i].parts[0].text;
        if (strcmp(told->row.evidence, compared) >= 0 || !claims_cause(words))
            return words;
    }
    return NULL;
}

void cases_add_learning(struct arena *arena, struct cases_read *reading, struct report_part *part,
                        const struct case_rows *best, size_t most)
{
    for (size_t i = 0; i < best->count && part->line_count < most; i++) {
        const struct case_told *told = cases_tell(reading, &best->items[i]);
        const char *lesson = told ? lesson_of(told) : NULL;
        if (!lesson)
            continue;
        struct fact_item *line = report_line(arena, part);
        fact_part(line, (struct fact_part){.text = lesson});
        cases_note_title(line, &told->row);
        fact_part(line, (struct fact_part){
                            .text = vocabulary_label(reading->base->vocabularies, "evidence", told->row.evidence),
                            .note = true});
    }
}

void cases_add_contacts(struct arena *arena, struct cases_read *reading, struct report_part *part,
                        const struct case_rows *best, size_t most)
{
    for (size_t i = 0; i < best->count && part->line_count < most; i++) {
        const struct case_told *told = cases_tell(reading, &best->items[i]);
        const struct fact *contact = told ? facts_find(told->facts, "contact") : NULL;
        if (!contact || !contact->count)
            continue;
        struct fact_item *line = report_line(arena, part);
        *line = contact->items[0];
        cases_note_title(line, &told->row);
    }
}
