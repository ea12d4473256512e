#include "search-cli/report/report_print.h"

#include "indexer/base/json.h"
#include "search-cli/present/csv.h"

enum { REPORT_JSON_VERSION = 1 };

static bool is_data(const struct report_column *column)
{
    return column->shown != COLUMN_FOR_PEOPLE;
}

/* What a part of the words leads to, by the kind of what it is. */
static void add_link(struct json *json, const struct fact_part *part)
{
    static const char *const keys[] = {
        [FACT_ADDRESS] = "url",   [FACT_DOI] = "doi",       [FACT_MAILBOX] = "email", [FACT_CASE] = "case",
        [FACT_TERM] = "term",     [FACT_SOURCE] = "source", [FACT_LENS] = "lens",     [FACT_QUERY] = "query",
        [FACT_REPORT] = "report", [FACT_WORDS] = NULL};
    if (!keys[part->link])
        return;
    json_object_open(json);
    json_member_string(json, "text", part->text);
    json_member_string(json, keys[part->link], part->to);
    json_object_close(json);
}

static void add_line(struct json *json, struct arena *arena, const struct fact_item *line)
{
    json_object_open(json);
    json_member_string(json, "text", fact_item_words(arena, line));
    json_key(json, "links");
    json_array_open(json);
    for (size_t i = 0; i < line->count; i++)
        add_link(json, &line->parts[i]);
    json_array_close(json);
    json_object_close(json);
}

static void add_row(struct json *json, const struct report_table *table, size_t row)
{
    json_object_open(json);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct report_cell *cell = &table->cells[row * table->column_count + i];
        json_key(json, table->columns[i].key);
        if (cell->is_number)
            json_integer(json, (int64_t)cell->number);
        else
            json_string(json, cell->words.text);
    }
    json_object_close(json);
}

static void add_table(struct json *json, const struct report_table *table)
{
    json_key(json, "columns");
    json_array_open(json);
    for (size_t i = 0; i < table->column_count; i++) {
        json_object_open(json);
        json_member_string(json, "key", table->columns[i].key);
        json_member_string(json, "label", table->columns[i].label);
        json_member_bool(json, "for_people",
                         table->columns[i].shown == COLUMN_FOR_ALL || table->columns[i].shown == COLUMN_FOR_PEOPLE);
        json_object_close(json);
    }
    json_array_close(json);
    json_key(json, "rows");
    json_array_open(json);
    for (size_t row = 0; row < table->row_count; row++)
        add_row(json, table, row);
    json_array_close(json);
}

static void add_part(struct json *json, struct arena *arena, const struct report_part *part)
{
    json_object_open(json);
    json_member_string(json, "key", part->key);
    json_member_string(json, "heading", part->heading);
    json_key(json, "lines");
    json_array_open(json);
    for (size_t i = 0; i < part->line_count; i++)
        add_line(json, arena, &part->lines[i].words);
    json_array_close(json);
    if (part->table)
        add_table(json, part->table);
    json_object_close(json);
}

void report_json(struct text *out, const struct report *report)
{
    struct arena arena = {0};
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", REPORT_JSON_VERSION);
    json_member_string(&json, "report", report->name);
    json_member_string(&json, "title", report->title);
    json_member_string(&json, "question", report->question);
    json_member_string(&json, "query", report->query);
    json_member_integer(&json, "cases", (int64_t)report->cases);
    json_key(&json, "parts");
    json_array_open(&json);
    for (size_t i = 0; i < report->part_count; i++)
        add_part(&json, &arena, &report->parts[i]);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
    arena_free(&arena);
}

static void add_csv_names(struct text *out, const struct report_table *table)
{
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_data(&table->columns[i]))
            continue;
        csv_field(out, table->columns[i].key, first);
        first = false;
    }
    csv_end_line(out);
}

static void add_csv_row(struct text *out, const struct report_table *table, size_t row)
{
    struct arena arena = {0};
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct report_cell *cell = &table->cells[row * table->column_count + i];
        if (!is_data(&table->columns[i]))
            continue;
        csv_field(out, cell->is_number ? arena_format(&arena, "%zu", cell->number) : cell->words.text, first);
        first = false;
    }
    csv_end_line(out);
    arena_free(&arena);
}

void report_csv(struct text *out, const struct report *report)
{
    const struct report_column *columns = NULL;
    for (size_t i = 0; i < report->part_count; i++) {
        const struct report_table *table = report->parts[i].table;
        if (!table || (columns && table->columns != columns))
            continue;
        if (!columns)
            add_csv_names(out, table);
        columns = table->columns;
        for (size_t row = 0; row < table->row_count; row++)
            add_csv_row(out, table, row);
    }
}
