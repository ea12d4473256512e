#include "catalogue/site/gap_table.h"

#include <string.h>

#include "catalogue/site/figures.h"
#include "catalogue/site/listing.h"
#include "catalogue/site/paths.h"

const char *gap_direction(struct arena *arena, const struct matrix_cell *cell)
{
    const struct {
        size_t count;
        const char *word;
    } parts[] = {{cell->better, "better"},
                 {cell->mixed, "mixed"},
                 {cell->no_effect, "no effect"},
                 {cell->worse, "worse"},
                 {cell->not_known, "not known"}};
    const char *words = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count)
            words = arena_format(arena, "%s%s%s %s", words, *words ? ", " : "", figure_count(arena, parts[i].count),
                                 parts[i].word);
    }
    return words;
}

const char *gap_anchor(struct arena *arena, const struct matrix *matrix, size_t row, size_t column)
{
    return arena_format(arena, "%s-and-%s", path_slug(arena, matrix->down.entries[row].id),
                        path_slug(arena, matrix->across.entries[column].id));
}

static size_t largest_count(const struct matrix *matrix)
{
    size_t largest = 0;
    for (size_t i = 0; i < matrix->down.count * matrix->across.count; i++)
        largest = matrix->cells[i].count > largest ? matrix->cells[i].count : largest;
    return largest;
}

/* What came of the cases as one bar of parts, for the eye; the words stand beside it. */
static void write_direction_bar(struct html *html, const struct matrix_cell *cell)
{
    const struct {
        const char *kind;
        size_t count;
    } parts[] = {{"better", cell->better},
                 {"mixed", cell->mixed},
                 {"worse", cell->no_effect + cell->worse},
                 {"unknown", cell->not_known}};
    double at = 0;
    html_open(html, "svg");
    html_class(html, "bar direction");
    html_attribute(html, "viewBox", "0 0 100 10");
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        double width = listing_share((double)parts[i].count / (double)cell->count);
        if (!parts[i].count)
            continue;
        html_open(html, "rect");
        html_class(html, parts[i].kind);
        html_number(html, "x", at);
        html_number(html, "width", width);
        html_attribute(html, "height", "10");
        html_close(html, "rect");
        at = listing_share((at + width) / 100);
    }
    html_close(html, "svg");
}

static void write_count(struct sheet *sheet, const struct gap_table *table, size_t row, size_t column)
{
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    const char *path = cell->count && table->cell_path ? table->cell_path(sheet, table->matrix, row, column) : NULL;
    const char *count = figure_count(&sheet->arena, cell->count);
    if (!path) {
        html_element(&sheet->html, "span", "count", count);
        return;
    }
    html_open(&sheet->html, "a");
    html_class(&sheet->html, "count");
    html_address(&sheet->html, "href", sheet_url(sheet, path));
    html_text(&sheet->html, count);
    html_open(&sheet->html, "span");
    html_class(&sheet->html, "hidden");
    html_format(&sheet->html, " case stud%s: %s, %s", cell->count == 1 ? "y" : "ies",
                table->matrix->down.entries[row].label, table->matrix->across.entries[column].label);
    html_close(&sheet->html, "span");
    html_close(&sheet->html, "a");
}

static void write_cell(struct sheet *sheet, const struct gap_table *table, size_t row, size_t column, size_t largest)
{
    struct html *html = &sheet->html;
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    html_open(html, "td");
    html_class(html, figure_shade(cell->count, largest));
    write_count(sheet, table, row, column);
    if (!cell->count) {
        html_element(html, "span", table->compact ? "hidden" : "note", " no case study yet");
    } else if (!table->compact) {
        html_open(html, "span");
        html_class(html, "note");
        html_format(html, "best known: %s",
                    vocabulary_label(sheet->site->vocabularies, "evidence", cell->best_evidence));
        html_close(html, "span");
        write_direction_bar(html, cell);
        html_element(html, "span", "note", gap_direction(&sheet->arena, cell));
    }
    html_close(html, "td");
}

static void write_head(struct sheet *sheet, const char *scope, const char *label, const char *path)
{
    html_open(&sheet->html, "th");
    html_attribute(&sheet->html, "scope", scope);
    if (path)
        sheet_link(sheet, path, label);
    else
        html_text(&sheet->html, label);
    html_close(&sheet->html, "th");
}

void gap_table_write(struct sheet *sheet, const struct gap_table *table)
{
    struct html *html = &sheet->html;
    const struct matrix *matrix = table->matrix;
    size_t largest = largest_count(matrix);
    sheet_scroll_box(sheet, table->caption);
    html_open(html, "table");
    html_class(html, table->compact ? "gaps compact" : "gaps");
    html_element(html, "caption", NULL, table->caption);
    html_open(html, "thead");
    html_open(html, "tr");
    write_head(sheet, "col", matrix->down.facet->label, NULL);
    for (size_t i = 0; i < matrix->across.count; i++)
        write_head(sheet, "col", matrix->across.entries[i].label,
                   table->column_path ? table->column_path(sheet, matrix, i) : NULL);
    html_close(html, "tr");
    html_close(html, "thead");
    html_open(html, "tbody");
    for (size_t row = 0; row < matrix->down.count; row++) {
        html_open(html, "tr");
        write_head(sheet, "row", matrix->down.entries[row].label,
                   table->row_path ? table->row_path(sheet, matrix, row) : NULL);
        for (size_t column = 0; column < matrix->across.count; column++)
            write_cell(sheet, table, row, column, largest);
        html_close(html, "tr");
    }
    html_close(html, "tbody");
    html_close(html, "table");
    html_close(html, "section");
}
