#include "search-cli/present/print.h"

#include "indexer/index/queries.h"
#include "search-cli/present/csv.h"
#include "search-cli/present/print_fields.h"

/* Where a case cannot be read, the index keeps why, and its facts stay empty. */
static struct facts facts_at(struct arena *arena, const struct print_style *style, const char *id)
{
    const struct case_study *study = index_case_study(style->index, arena, id);
    const struct fact_context context = fact_context_of(style->index);
    return study ? facts_of(arena, study, &context) : facts_none(arena);
}

/* The columns of search results, by the numbers of their fields; returns how many. */
static size_t choose_columns(const struct print_style *style, size_t *columns)
{
    size_t count = 0;
    for (size_t i = 0; i < style->field_count; i++)
        columns[count++] = style->fields[i];
    for (size_t field = 0; field < PRINT_FIELDS && !style->fields; field++)
        if (print_field_is_usual(field))
            columns[count++] = field;
    return count;
}

static void add_names(struct text *out, const size_t *columns, size_t count, bool facts)
{
    struct arena arena = {0};
    struct facts none = facts_none(&arena);
    for (size_t i = 0; i < count; i++)
        csv_field(out, print_field_key(columns[i]), i == 0);
    if (facts)
        csv_fact_names(out, &none);
    csv_end_line(out);
    arena_free(&arena);
}

static void add_result(struct text *out, const struct search_result *result, const size_t *columns, size_t count)
{
    struct text value = {0};
    for (size_t i = 0; i < count; i++) {
        text_clear(&value);
        print_field_text(&value, result, columns[i]);
        csv_field(out, text_string(&value), i == 0);
    }
    text_free(&value);
}

/* Chosen fields stand alone; else the facts of each case follow. */
void print_csv(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    size_t columns[PRINT_FIELDS];
    size_t count = choose_columns(style, columns);
    add_names(out, columns, count, !style->fields);
    for (size_t i = 0; i < answer->result_count; i++) {
        struct arena arena = {0};
        add_result(out, &answer->results[i], columns, count);
        if (!style->fields) {
            struct facts facts = facts_at(&arena, style, answer->results[i].study.id);
            csv_facts(out, &facts);
        }
        csv_end_line(out);
        arena_free(&arena);
    }
}
