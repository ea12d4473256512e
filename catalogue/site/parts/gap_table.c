#include "catalogue/site/parts/gap_table.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/parts/shades.h"
#include "search-cli/present/format.h"

const char *gap_direction(struct arena *arena, const struct matrix_cell *cell)
{
    const struct {
        size_t count;
        const char *word;
    } parts[] = {{cell->better, "better"},
                 {cell->mixed, "mixed"},
                 {cell->no_effect, "no difference shown"},
                 {cell->worse, "worse"},
                 {cell->not_known, "not known"}};
    const char *words = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count)
            words = arena_format(arena, "%s%s%s %s", words, *words ? ", " : "", format_count(arena, parts[i].count),
                                 parts[i].word);
    }
    return words;
}

const char *gap_anchor(struct arena *arena, const struct matrix *matrix, size_t row, size_t column)
{
    return arena_format(arena, "%s-and-%s", path_slug(arena, matrix->down.entries[row].id),
                        path_slug(arena, matrix->across.entries[column].id));
}

/* What came of the cases as one bar of parts, for the eye; the words stand beside it. */
static void write_direction_bar(struct html *html, const struct matrix_cell *cell)
{
    const struct {
        const char *kind;
        size_t count;
    } parts[] = {{"better", cell->better},
                 {"mixed", cell->mixed},
                 {"same", cell->no_effect},
                 {"worse", cell->worse},
                 {"unknown", cell->not_known}};
    double at = 0;
    html_open(html, HTML_SVG);
    html_class(html, "bar direction");
    html_attribute(html, "viewBox", "0 0 100 10");
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        double width = listing_share((double)parts[i].count / (double)cell->count);
        if (!parts[i].count)
            continue;
        html_open(html, HTML_RECT);
        html_class(html, parts[i].kind);
        html_number(html, "x", at);
        html_number(html, "width", width);
        html_attribute(html, "height", "10");
        html_close(html, HTML_RECT);
        at = listing_share((at + width) / 100);
    }
    html_close(html, HTML_SVG);
}

static void write_count(struct frame *frame, const struct gap_table *table, size_t row, size_t column)
{
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    const char *path = cell->count && table->cell_path ? table->cell_path(frame, table->matrix, row, column) : NULL;
    const char *count = format_count(&frame->arena, cell->count);
    if (!path) {
        html_element(&frame->html, HTML_SPAN, "count", count);
        return;
    }
    html_open(&frame->html, HTML_A);
    html_class(&frame->html, "count");
    html_address(&frame->html, "href", frame_url(frame, path));
    html_text(&frame->html, count);
    html_open(&frame->html, HTML_SPAN);
    html_class(&frame->html, "hidden");
    html_format(&frame->html, " case stud%s: %s, %s", cell->count == 1 ? "y" : "ies",
                table->matrix->down.entries[row].label, table->matrix->across.entries[column].label);
    html_close(&frame->html, HTML_SPAN);
    html_close(&frame->html, HTML_A);
}

static void write_cell(struct frame *frame, const struct gap_table *table, size_t row, size_t column)
{
    struct html *html = &frame->html;
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    html_open(html, HTML_TD);
    html_class(html, shade_of(frame->site, cell->count));
    write_count(frame, table, row, column);
    if (!cell->count) {
        html_element(html, HTML_SPAN, table->compact ? "hidden" : "note", " no case study yet");
    } else if (!table->compact) {
        html_open(html, HTML_SPAN);
        html_class(html, "note");
        html_format(html, "best known: %s",
                    vocabulary_label(frame->site->vocabularies, "evidence", cell->best_evidence));
        html_close(html, HTML_SPAN);
        write_direction_bar(html, cell);
        html_element(html, HTML_SPAN, "note", gap_direction(&frame->arena, cell));
    }
    html_close(html, HTML_TD);
}

static void write_head(struct frame *frame, const char *scope, const char *label, const char *path)
{
    html_open(&frame->html, HTML_TH);
    html_attribute(&frame->html, "scope", scope);
    if (path)
        frame_link(frame, path, label);
    else
        html_text(&frame->html, label);
    html_close(&frame->html, HTML_TH);
}

void gap_table_write(struct frame *frame, const struct gap_table *table)
{
    struct html *html = &frame->html;
    const struct matrix *matrix = table->matrix;
    frame_scroll_box(frame, table->caption);
    html_open(html, HTML_TABLE);
    html_class(html, table->compact ? "gaps compact" : "gaps");
    html_element(html, HTML_CAPTION, NULL, table->caption);
    html_open(html, HTML_THEAD);
    html_open(html, HTML_TR);
    write_head(frame, "col", matrix->down.facet->label, NULL);
    for (size_t i = 0; i < matrix->across.count; i++)
        write_head(frame, "col", matrix->across.entries[i].label,
                   table->column_path ? table->column_path(frame, matrix, i) : NULL);
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    html_open(html, HTML_TBODY);
    for (size_t row = 0; row < matrix->down.count; row++) {
        html_open(html, HTML_TR);
        write_head(frame, "row", matrix->down.entries[row].label,
                   table->row_path ? table->row_path(frame, matrix, row) : NULL);
        for (size_t column = 0; column < matrix->across.count; column++)
            write_cell(frame, table, row, column);
        html_close(html, HTML_TR);
    }
    html_close(html, HTML_TBODY);
    html_close(html, HTML_TABLE);
    html_close(html, HTML_SECTION);
}

/* The pairs of all terms of the first and the third leading tag. */
static struct matrix matrix_of_terms(struct frame *frame)
{
    const struct site *site = frame->site;
    struct matrix_axis down = matrix_terms(&frame->arena, &site->counts[0], NULL);
    struct matrix_axis across = matrix_terms(&frame->arena, &site->counts[2], NULL);
    return site_matrix(site, &frame->arena, down, across);
}

static void write_hole(struct frame *frame, const struct matrix_entry *down, const struct matrix_entry *across,
                       const struct matrix *matrix)
{
    struct html *html = &frame->html;
    html_open(html, HTML_LI);
    frame_link(frame, path_term(&frame->arena, matrix->down.facet, down->id, 1), down->label);
    html_format(html, " (%s) and ", format_count(&frame->arena, down->count));
    frame_link(frame, path_term(&frame->arena, matrix->across.facet, across->id, 1), across->label);
    html_format(html, " (%s)", format_count(&frame->arena, across->count));
    html_close(html, HTML_LI);
}

void gap_holes_write(struct frame *frame, size_t most)
{
    struct matrix matrix = matrix_of_terms(frame);
    struct matrix_holes holes = matrix_holes(&frame->arena, &matrix, most);
    if (!holes.of)
        return;
    html_open(&frame->html, HTML_P);
    html_format(
        &frame->html,
        "Of %s pairs of a priority area and a group of people, %s have no case study here. One would be expected "
        "most where both have many:",
        format_count(&frame->arena, matrix.down.count * matrix.across.count), format_count(&frame->arena, holes.of));
    html_close(&frame->html, HTML_P);
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < holes.count; i++)
        write_hole(frame, &matrix.down.entries[holes.items[i].row], &matrix.across.entries[holes.items[i].column],
                   &matrix);
    html_close(&frame->html, HTML_UL);
}
