#include "search-cli/present/case_csv.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "search-cli/present/csv.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* The fields of a case that are one text; those of several parts come in words, as facts. */
static const enum case_field plain_fields[] = {CASE_TITLE, CASE_SUMMARY, CASE_PLACE,     CASE_PUBLISHED,
                                               CASE_START, CASE_END,     CASE_PROGRAMME, CASE_ACCOUNTABLE};
enum { PLAIN_FIELDS = sizeof plain_fields / sizeof *plain_fields };

static void add(struct arena *arena, struct csv_columns *columns, struct csv_column column)
{
    columns->items = arena_grow(arena, columns->items, columns->count, &columns->capacity, sizeof *columns->items);
    columns->items[columns->count++] = column;
}

static const char *labels_key(struct arena *arena, const struct facet *facet)
{
    return arena_format(arena, "%s_labels", facet->key);
}

static void add_case_columns(struct arena *arena, struct csv_columns *columns)
{
    struct facts facts = facts_none(arena);
    for (size_t i = 0; i < PLAIN_FIELDS; i++)
        add(arena, columns,
            (struct csv_column){case_fields[plain_fields[i]].key, case_fields[plain_fields[i]].help, NULL});
    add(arena, columns, (struct csv_column){"address", "Where the page of the case study stands.", NULL});
    for (size_t i = 0; i < FACET_COUNT; i++)
        add(arena, columns,
            (struct csv_column){facets[i].key, arena_format(arena, "%s: the ids of its terms.", facets[i].label),
                                facets[i].vocabulary});
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &facts.items[i];
        if (fact->facet)
            add(arena, columns,
                (struct csv_column){labels_key(arena, fact->facet),
                                    arena_format(arena, "%s: the same in words.", fact->facet->label), NULL});
        else if (fact->kind->shown & FACT_CSV)
            add(arena, columns,
                (struct csv_column){fact->key, arena_format(arena, "%s, in words, as the page has it.", fact->label),
                                    NULL});
    }
}

/* What an outcome has besides its fields; the title of its source is looked up by its number. */
static const struct csv_column outcome_words_columns[] = {
    {"sentence", "The outcome in one sentence, as the page has it.", NULL},
    {"verdict", "What the figures say: better, worse, no change, no difference shown …", NULL},
    {"source_title", "The title of its source.", NULL},
    {"source_address", "Where that can be found.", NULL},
};
enum { WORDS_COLUMNS = sizeof outcome_words_columns / sizeof *outcome_words_columns };

/* The fields of an outcome and, in their place, those of the groups of answers in it: estimate_value. */
static void add_fields(struct arena *arena, struct csv_columns *columns, const struct field *fields, size_t count,
                       const char *before)
{
    for (size_t i = 0; i < count; i++) {
        const char *key = arena_format(arena, "%s%s", before, fields[i].key);
        if (fields[i].type == FIELD_MAP)
            add_fields(arena, columns, fields[i].members, fields[i].member_count, arena_format(arena, "%s_", key));
        else
            add(arena, columns, (struct csv_column){key, fields[i].help, fields[i].vocabulary});
    }
}

static void add_outcome_columns(struct arena *arena, struct csv_columns *columns)
{
    const struct field *outcomes = &case_fields[CASE_OUTCOMES];
    add(arena, columns, (struct csv_column){"title", "The title of the case study.", NULL});
    add(arena, columns, (struct csv_column){"number", "Which of its outcomes this is, from 1.", NULL});
    add_fields(arena, columns, outcomes->members, outcomes->member_count, "");
    for (size_t i = 0; i < WORDS_COLUMNS; i++)
        add(arena, columns, outcome_words_columns[i]);
}

struct csv_columns case_csv_columns(struct arena *arena, enum case_table table)
{
    static void (*const adders[CASE_TABLES])(struct arena * arena, struct csv_columns * columns) = {
        [TABLE_CASES] = add_case_columns, [TABLE_OUTCOMES] = add_outcome_columns};
    struct csv_columns columns = {0};
    add(arena, &columns, (struct csv_column){"id", "The id of the case study, which is the name of its file.", NULL});
    adders[table](arena, &columns);
    return columns;
}

void case_csv_head(struct text *out, enum case_table table)
{
    struct arena arena = {0};
    struct csv_columns columns = case_csv_columns(&arena, table);
    text_add(out, byte_order_mark);
    for (size_t i = 0; i < columns.count; i++)
        csv_field(out, columns.items[i].key, i == 0);
    csv_end_line(out);
    arena_free(&arena);
}

/* Labels may have commas in them. */
static const char *labels_of(struct arena *arena, const struct fact *fact)
{
    struct string_list labels = {0};
    for (size_t i = 0; i < fact->count; i++)
        string_list_add(arena, &labels, fact_item_words(arena, &fact->items[i]));
    return string_list_join(arena, &labels, "; ");
}

static void write_case(struct text *out, const struct case_study *study, const struct facts *facts, const char *address)
{
    struct arena arena = {0};
    csv_field(out, study->id, true);
    for (size_t i = 0; i < PLAIN_FIELDS; i++)
        csv_field(out, case_text(study, plain_fields[i], ""), false);
    csv_field(out, address, false);
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct string_list terms = case_terms(&arena, study, &facets[i]);
        csv_field(out, string_list_join(&arena, &terms, "; "), false);
    }
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->items[i].facet)
            csv_field(out, labels_of(&arena, &facts->items[i]), false);
        else if (facts->items[i].kind->shown & FACT_CSV)
            csv_field(out, fact_words(&arena, &facts->items[i]), false);
    }
    csv_end_line(out);
    arena_free(&arena);
}

static const char *words_of(const struct field *field, const struct value *value)
{
    if (field->type == FIELD_YES_NO && value->kind == VALUE_NUMBER)
        return value->number != 0 ? "yes" : "no";
    return value->text ? value->text : "";
}

static void write_fields(struct text *out, const struct field *fields, size_t count, const struct value *values)
{
    static const struct value none[ESTIMATE_MEMBERS];
    for (size_t i = 0; i < count; i++) {
        const struct value *value = &values[i];
        if (fields[i].type == FIELD_MAP)
            write_fields(out, fields[i].members, fields[i].member_count,
                         value->kind == VALUE_MAP ? value->items : none);
        else
            csv_field(out, words_of(&fields[i], value), false);
    }
}

/* Its source by number, from 1; "" twice when it names none. */
static void write_source(struct text *out, const struct case_study *study, size_t number)
{
    const struct value *sources = &study->fields[CASE_SOURCES];
    const struct value *source = number && number <= sources->count ? &sources->items[number - 1] : NULL;
    const char *doi = source ? value_text(source, SOURCE_DOI, "") : "";
    csv_field(out, source ? value_text(source, SOURCE_TITLE, "") : "", false);
    struct arena arena = {0};
    csv_field(out,
              *doi     ? arena_format(&arena, "https://doi.org/%s", doi)
              : source ? value_text(source, SOURCE_URL, "")
                       : "",
              false);
    arena_free(&arena);
}

static void write_outcomes(struct text *out, const struct case_study *study, const struct facts *facts,
                           const char *address)
{
    (void)address;
    const struct field *field = &case_fields[CASE_OUTCOMES];
    struct arena arena = {0};
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        const struct outcome_words *words = &facts->outcomes[i];
        csv_field(out, study->id, true);
        csv_field(out, case_text(study, CASE_TITLE, ""), false);
        csv_field(out, arena_format(&arena, "%zu", i + 1), false);
        write_fields(out, field->members, field->member_count, study->fields[CASE_OUTCOMES].items[i].items);
        csv_field(out, words->sentence, false);
        csv_field(out, words->verdict, false);
        write_source(out, study, words->source);
        csv_end_line(out);
    }
    arena_free(&arena);
}

void case_csv_lines(struct text *out, enum case_table table, const struct case_study *study, const struct facts *facts,
                    const char *address)
{
    static void (*const writers[CASE_TABLES])(struct text * out, const struct case_study *study,
                                              const struct facts *facts, const char *address) = {
        [TABLE_CASES] = write_case, [TABLE_OUTCOMES] = write_outcomes};
    writers[table](out, study, facts, address);
}
