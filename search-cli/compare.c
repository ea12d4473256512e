#include "search-cli/compare.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/content/fields.h"
#include "search-cli/present/show_text.h"
#include "search-cli/present/wrap.h"

enum { LABEL_COLUMNS = 22, GAP_COLUMNS = 2, CELL_LEAST = 18 };

struct filler {
    struct arena *arena;
    const struct vocabularies *vocabularies;
};

static void fill_text(const struct filler *filler, const struct case_study *study, enum case_field field,
                      struct string_list *cell)
{
    const char *text = case_text(study, field, "");
    if (*text)
        string_list_add(filler->arena, cell, text);
}

static void fill_title(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    fill_text(filler, study, CASE_TITLE, cell);
}

static void fill_place(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    fill_text(filler, study, CASE_PLACE, cell);
}

static void fill_accountable(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    fill_text(filler, study, CASE_ACCOUNTABLE, cell);
}

static void fill_when(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    const char *start = case_text(study, CASE_START, "");
    const char *end = case_text(study, CASE_END, "");
    if (*start || *end)
        string_list_add(filler->arena, cell,
                        arena_format(filler->arena, "%s%s%s%s", *start ? "from " : "", start, *end ? " to " : "", end));
}

static void fill_evidence(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    string_list_add(filler->arena, cell, vocabulary_label(filler->vocabularies, "evidence", study->evidence.id));
    string_list_add(filler->arena, cell, study->evidence.reason);
}

static void fill_partners(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    for (size_t i = 0; i < partners->count; i++)
        string_list_add(filler->arena, cell, value_text(&partners->items[i], PARTNER_NAME, ""));
}

static void fill_cost(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    const struct value *cost = &study->fields[CASE_COST];
    if (cost->kind == VALUE_MAP)
        string_list_add(filler->arena, cell,
                        arena_format(filler->arena, "%s %s %s%s%s", value_text(cost, COST_CURRENCY, "GBP"),
                                     value_text(cost, COST_AMOUNT, ""), value_text(cost, COST_PER, ""),
                                     *value_text(cost, COST_COVERS, "") ? ": " : "",
                                     value_text(cost, COST_COVERS, "")));
}

static void fill_reach(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    const struct value *reach = &study->fields[CASE_REACH];
    const char *of = value_text(reach, REACH_OF, "");
    if (reach->kind == VALUE_MAP)
        string_list_add(
            filler->arena, cell,
            arena_format(filler->arena, "%s%s%s people", value_text(reach, REACH_PEOPLE, ""), *of ? " of " : "", of));
}

static void fill_outcomes(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        struct text line = {0};
        show_outcome(&line, study, i);
        string_list_add(filler->arena, cell, arena_string(filler->arena, text_string(&line)));
        text_free(&line);
    }
}

static void fill_learning(const struct filler *filler, const struct case_study *study, struct string_list *cell)
{
    const struct value *learning = &study->fields[CASE_LEARNING];
    for (size_t i = 0; i < learning->count; i++)
        string_list_add(filler->arena, cell, learning->items[i].text);
}

/* The rows that are not facets; those of facets come between the two parts. */
static const struct row_kind {
    const char *key;
    const char *label;
    void (*fill)(const struct filler *filler, const struct case_study *study, struct string_list *cell);
    bool after_facets;
} row_kinds[] = {
    {"title", "Title", fill_title, false},
    {"place", "Place", fill_place, false},
    {"when", "When", fill_when, false},
    {"partners", "Partners", fill_partners, false},
    {"evidence", "Evidence level", fill_evidence, true},
    {"cost", "Cost", fill_cost, true},
    {"reach", "Reach", fill_reach, true},
    {"outcomes", "Outcomes", fill_outcomes, true},
    {"learning", "Key learning", fill_learning, true},
    {"accountable", "Accountable", fill_accountable, true},
};

enum { ROW_KINDS = sizeof row_kinds / sizeof *row_kinds };

static bool has_cells(const struct compare_row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < COMPARE_MOST; i++)
        filled += row->cells[i].count;
    return filled > 0;
}

static void add_row(struct comparison *comparison, const struct compare_row *row)
{
    if (has_cells(row))
        comparison->rows[comparison->row_count++] = *row;
}

static void add_kinds(struct comparison *comparison, const struct filler *filler, bool after_facets)
{
    for (size_t i = 0; i < ROW_KINDS; i++) {
        struct compare_row row = {.key = row_kinds[i].key, .label = row_kinds[i].label};
        for (size_t j = 0; j < comparison->study_count && row_kinds[i].after_facets == after_facets; j++)
            row_kinds[i].fill(filler, comparison->studies[j], &row.cells[j]);
        add_row(comparison, &row);
    }
}

static void add_facet(struct comparison *comparison, const struct filler *filler, const struct facet *facet)
{
    struct compare_row row = {.key = facet->key, .label = facet->label};
    for (size_t i = 0; i < comparison->study_count; i++) {
        struct string_list terms = case_terms(filler->arena, comparison->studies[i], facet);
        for (size_t j = 0; j < terms.count; j++)
            string_list_add(filler->arena, &row.cells[i],
                            vocabulary_label(filler->vocabularies, facet->vocabulary, terms.items[j]));
    }
    add_row(comparison, &row);
}

struct comparison compare_make(struct arena *arena, const struct case_study *const *studies, size_t count,
                               const struct vocabularies *vocabularies)
{
    const struct filler filler = {arena, vocabularies};
    struct comparison comparison = {.study_count = count};
    comparison.rows = arena_array(arena, ROW_KINDS + FACET_COUNT, sizeof *comparison.rows);
    for (size_t i = 0; i < count; i++)
        comparison.studies[i] = studies[i];
    add_kinds(&comparison, &filler, false);
    for (size_t i = 0; i < FACET_COUNT; i++)
        if (strcmp(facets[i].key, "evidence"))
            add_facet(&comparison, &filler, &facets[i]);
    add_kinds(&comparison, &filler, true);
    return comparison;
}

static void add_padding(struct text *out, size_t columns)
{
    for (size_t i = 0; i < columns; i++)
        text_char(out, ' ');
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

static void add_table_line(struct text *out, const char *label, const struct string_list *cells, size_t count,
                           size_t line, size_t width)
{
    size_t label_width = utf8_width(label, strlen(label));
    size_t pending = label_width < LABEL_COLUMNS ? LABEL_COLUMNS - label_width : 1;
    text_add(out, label);
    for (size_t i = 0; i < count; i++) {
        if (line < cells[i].count) {
            add_padding(out, pending);
            text_add(out, cells[i].items[line]);
            size_t taken = utf8_width(cells[i].items[line], strlen(cells[i].items[line]));
            pending = GAP_COLUMNS + (taken < width ? width - taken : 0);
        } else {
            pending += width + GAP_COLUMNS;
        }
    }
    text_char(out, '\n');
}

static void add_table_row(struct text *out, const struct compare_row *row, size_t count, size_t width)
{
    struct arena arena = {0};
    struct string_list cells[COMPARE_MOST];
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        cells[i] = cell_lines(&arena, &row->cells[i], width);
        most = cells[i].count > most ? cells[i].count : most;
    }
    for (size_t line = 0; line < most; line++)
        add_table_line(out, line ? "" : row->label, cells, count, line, width);
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
    size_t gaps = (comparison->study_count - 1) * GAP_COLUMNS;
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
