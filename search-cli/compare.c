#include "search-cli/compare.h"

#include <string.h>

#include "search-cli/present/table.h"
#include "search-cli/present/wrap.h"

enum { LABEL_COLUMNS = 22, CELL_LEAST = 18 };

static bool is_told(const struct facts *facts, size_t count, size_t i)
{
    size_t items = 0;
    for (size_t j = 0; j < count; j++)
        items += facts[j].items[i].count;
    return items > 0;
}

/* The main results are told as at the top of a case study: several with all their notes would hide the other answers. */
static struct compare_row make_row(struct arena *arena, const struct facts *facts, size_t count, size_t i)
{
    bool at_a_glance = strcmp(facts[0].items[i].key, "main_outcomes") == 0;
    struct compare_row row = {.key = facts[0].items[i].key, .label = facts[0].items[i].label};
    for (size_t j = 0; j < count; j++) {
        const struct fact *fact = &facts[j].items[i];
        for (size_t k = 0; k < fact->count; k++) {
            struct fact_item item = at_a_glance ? fact_item_told(&fact->items[k]) : fact->items[k];
            string_list_add(arena, &row.cells[j], fact_item_words(arena, &item));
        }
    }
    return row;
}

struct comparison compare_make(struct arena *arena, const struct case_study *const *studies, size_t count,
                               const struct fact_context *context)
{
    struct comparison comparison = {.study_count = count};
    struct facts facts[COMPARE_MOST] = {0};
    for (size_t i = 0; i < count; i++) {
        comparison.studies[i] = studies[i];
        facts[i] = facts_of(arena, studies[i], context);
    }
    comparison.rows = arena_array(arena, facts[0].count, sizeof *comparison.rows);
    for (size_t i = 0; i < facts[0].count; i++) {
        bool compared = facts[0].items[i].kind->shown & FACT_COMPARED;
        if (compared && is_told(facts, count, i))
            comparison.rows[comparison.row_count++] = make_row(arena, facts, count, i);
    }
    return comparison;
}

/* A cell folded to its width, an item a paragraph. */
static struct string_list cell_lines(struct arena *arena, const struct string_list *cell, size_t width)
{
    struct text folded = {0};
    for (size_t i = 0; i < cell->count; i++) {
        text_add(&folded, cell->count > 1 ? "- " : "");
        wrap_string(&folded, cell->items[i], cell->count > 1 ? 2 : 0, width);
    }
    struct string_list lines = string_list_lines(arena, text_string(&folded));
    text_free(&folded);
    return lines;
}

static void add_table_row(struct text *out, const struct compare_row *row, size_t count, size_t width)
{
    struct arena arena = {0};
    struct string_list cells[COMPARE_MOST + 1] = {0};
    size_t widths[COMPARE_MOST + 1] = {LABEL_COLUMNS - TABLE_GAP};
    cells[0] = table_fold(&arena, row->label, widths[0]);
    for (size_t i = 0; i < count; i++) {
        cells[i + 1] = cell_lines(&arena, &row->cells[i], width);
        widths[i + 1] = width;
    }
    table_row(out, cells, widths, count + 1);
    arena_free(&arena);
}

/* One case under the other, each row with its label. */
static void add_stacked(struct text *out, const struct comparison *comparison, const struct print_style *style)
{
    for (size_t i = 0; i < comparison->study_count; i++)
        for (size_t j = 0; j < comparison->row_count; j++) {
            const struct compare_row row = {.label = comparison->rows[j].label,
                                            .cells = {comparison->rows[j].cells[i]}};
            if (!j && i)
                text_char(out, '\n');
            add_table_row(out, &row, 1, style->width - LABEL_COLUMNS);
        }
}

void compare_text(struct text *out, const struct comparison *comparison, const struct print_style *style)
{
    size_t gaps = (comparison->study_count - 1) * TABLE_GAP;
    size_t width = (style->width - LABEL_COLUMNS - gaps) / comparison->study_count;
    if (width < CELL_LEAST) {
        add_stacked(out, comparison, style);
        return;
    }
    for (size_t i = 0; i < comparison->row_count; i++) {
        add_table_row(out, &comparison->rows[i], comparison->study_count, width);
        text_char(out, '\n');
    }
}

static void add_json_row(struct json *json, const struct comparison *comparison, const struct compare_row *row)
{
    json_object_open(json);
    json_member_string(json, "key", row->key);
    json_member_string(json, "label", row->label);
    json_key(json, "cells");
    json_array_open(json);
    for (size_t i = 0; i < comparison->study_count; i++) {
        json_array_open(json);
        for (size_t j = 0; j < row->cells[i].count; j++)
            json_string(json, row->cells[i].items[j]);
        json_array_close(json);
    }
    json_array_close(json);
    json_object_close(json);
}

void compare_json(struct text *out, const struct comparison *comparison)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", PRINT_JSON_VERSION);
    json_key(&json, "ids");
    json_array_open(&json);
    for (size_t i = 0; i < comparison->study_count; i++)
        json_string(&json, comparison->studies[i]->id);
    json_array_close(&json);
    json_key(&json, "rows");
    json_array_open(&json);
    for (size_t i = 0; i < comparison->row_count; i++)
        add_json_row(&json, comparison, &comparison->rows[i]);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
}
