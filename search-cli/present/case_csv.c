#include "search-cli/present/case_csv.h"

#include <string.h>

#include "indexer/base/phrases.h"
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
            (struct csv_column){case_fields[plain_fields[i]].key, say(case_fields[plain_fields[i]].help), NULL,
                                &case_fields[plain_fields[i]]});
    add(arena, columns, (struct csv_column){"address", say("Where the page of the case study stands."), NULL, NULL});
    for (size_t i = 0; i < FACET_COUNT; i++)
        add(arena, columns,
            (struct csv_column){facets[i].key,
                                arena_format(arena, say("%s: the ids of its terms."), say(facets[i].label)),
                                facets[i].vocabulary, NULL});
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &facts.items[i];
        if (fact->facet)
            add(arena, columns,
                (struct csv_column){labels_key(arena, fact->facet),
                                    arena_format(arena, say("%s: the same in words."), say(fact->facet->label)), NULL,
                                    NULL});
        else if (fact->kind->shown & FACT_CSV)
            add(arena, columns,
                (struct csv_column){
                    fact->key, arena_format(arena, say("%s, in words, as the page has it."), fact->label), NULL, NULL});
    }
}

/* What an item has besides its fields; the title of an outcome's source is looked up by its number. */
static const struct csv_column outcome_words_columns[] = {
    {"sentence", PHRASE("The outcome in one sentence, as the page has it."), NULL, NULL},
    {"verdict", PHRASE("What the figures say: better, worse, no change, no difference shown …"), NULL, NULL},
    {"source_title", PHRASE("The title of its source."), NULL, NULL},
    {"source_address", PHRASE("Where that can be found."), NULL, NULL},
};
static const struct csv_column partner_words_columns[] = {
    {"leads", PHRASE("Yes for the one that led: the first with that role, else the first."), NULL, NULL},
};

/* One item of a list, about to be written. */
struct item {
    const struct case_study *study;
    const struct facts *facts;
    size_t number; /* from 0 */
    const struct value *value;
};

static void write_outcome_words(struct text *out, const struct item *item);
static void write_partner_words(struct text *out, const struct item *item);

/* The tables that have a line for each item of a list. */
static const struct list_table {
    enum case_field field;
    const char *number; /* what the column of that name says, in the codebook */
    const struct csv_column *words;
    size_t word_count;
    void (*write_words)(struct text *out, const struct item *item);
} list_tables[CASE_TABLES] = {
    [TABLE_OUTCOMES] = {CASE_OUTCOMES, PHRASE("Which of its outcomes this is, from 1."), outcome_words_columns,
                        sizeof outcome_words_columns / sizeof *outcome_words_columns, write_outcome_words},
    [TABLE_PARTNERS] = {CASE_PARTNERS, PHRASE("Which of its partners this is, from 1."), partner_words_columns,
                        sizeof partner_words_columns / sizeof *partner_words_columns, write_partner_words},
    [TABLE_ADOPTIONS] = {CASE_ADOPTIONS, PHRASE("Which of its adoptions this is, from 1."), NULL, 0, NULL},
};

/* The fields of an item and, in their place, those of the groups of answers in it: estimate_value. */
static void add_fields(struct arena *arena, struct csv_columns *columns, const struct field *fields, size_t count,
                       const char *before)
{
    for (size_t i = 0; i < count; i++) {
        const char *key = arena_format(arena, "%s%s", before, fields[i].key);
        if (fields[i].type == FIELD_MAP)
            add_fields(arena, columns, fields[i].members, fields[i].member_count, arena_format(arena, "%s_", key));
        else
            add(arena, columns, (struct csv_column){key, say(fields[i].help), fields[i].vocabulary, &fields[i]});
    }
}

static void add_list_columns(struct arena *arena, struct csv_columns *columns, const struct list_table *table)
{
    const struct field *list = &case_fields[table->field];
    add(arena, columns, (struct csv_column){"title", say("The title of the case study."), NULL, NULL});
    add(arena, columns, (struct csv_column){"number", say(table->number), NULL, NULL});
    add_fields(arena, columns, list->members, list->member_count, "");
    for (size_t i = 0; i < table->word_count; i++)
        add(arena, columns, table->words[i]);
}

struct csv_columns case_csv_columns(struct arena *arena, enum case_table table)
{
    struct csv_columns columns = {0};
    add(arena, &columns,
        (struct csv_column){"id", say("The id of the case study, which is the name of its file."), NULL, NULL});
    if (table == TABLE_CASES)
        add_case_columns(arena, &columns);
    else
        add_list_columns(arena, &columns, &list_tables[table]);
    return columns;
}

const char *case_table_file(enum case_table table)
{
    static const char *const files[CASE_TABLES] = {[TABLE_CASES] = CASES_FILE,
                                                   [TABLE_OUTCOMES] = OUTCOMES_FILE,
                                                   [TABLE_PARTNERS] = PARTNERS_FILE,
                                                   [TABLE_ADOPTIONS] = ADOPTIONS_FILE};
    return files[table];
}

void case_csv_head(struct text *out, enum case_table table, bool marked)
{
    struct arena arena = {0};
    struct csv_columns columns = case_csv_columns(&arena, table);
    text_add(out, marked ? byte_order_mark : "");
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

static void write_outcome_words(struct text *out, const struct item *item)
{
    const struct outcome_words *words = &item->facts->outcomes[item->number];
    csv_field(out, words->sentence, false);
    csv_field(out, words->verdict, false);
    write_source(out, item->study, words->source);
}

static void write_partner_words(struct text *out, const struct item *item)
{
    csv_field(out, case_lead(item->study) == item->value ? "yes" : "no", false);
}

static void write_items(struct text *out, const struct list_table *table, const struct case_study *study,
                        const struct facts *facts)
{
    const struct field *list = &case_fields[table->field];
    const struct value *items = &study->fields[table->field];
    struct arena arena = {0};
    for (size_t i = 0; i < items->count; i++) {
        csv_field(out, study->id, true);
        csv_field(out, case_text(study, CASE_TITLE, ""), false);
        csv_field(out, arena_format(&arena, "%zu", i + 1), false);
        write_fields(out, list->members, list->member_count, items->items[i].items);
        if (table->write_words)
            table->write_words(out, &(struct item){study, facts, i, &items->items[i]});
        csv_end_line(out);
    }
    arena_free(&arena);
}

void case_csv_lines(struct text *out, enum case_table table, const struct case_study *study, const struct facts *facts,
                    const char *address)
{
    if (table == TABLE_CASES)
        write_case(out, study, facts, address);
    else
        write_items(out, &list_tables[table], study, facts);
}
