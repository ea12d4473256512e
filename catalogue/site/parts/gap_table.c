#include "catalogue/site/parts/gap_table.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/charts.h"
#include "catalogue/site/parts/shades.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

const char *gap_anchor(struct arena *arena, const struct matrix *matrix, size_t row, size_t column)
{
    return arena_format(arena, "%s-and-%s", path_slug(arena, matrix->down.entries[row].id),
                        path_slug(arena, matrix->across.entries[column].id));
}

/* Says what a part of a table of groups is: a narrow page lays it out otherwise, which would take that from it. */
static void say_role(struct html *html, const struct gap_table *table, const char *role)
{
    if (!table->compact)
        html_attribute(html, "role", role);
}

struct url gap_to_form(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    struct url form = url_query(&frame->arena, frame_url(frame, path_contribute), matrix->down.facet->key,
                                matrix->down.entries[row].id);
    return url_query(&frame->arena, form, matrix->across.facet->key, matrix->across.entries[column].id);
}

/*
 * There are hundreds: by keys one gets there from the gaps in words. Among all terms, more than a thousand, the style knows
 * a count by its place and not by a class.
 */
static void write_hole(struct frame *frame, const struct gap_table *table, size_t row, size_t column)
{
    html_open(&frame->html, HTML_A);
    if (!table->groups)
        html_class(&frame->html, "count");
    html_attribute(&frame->html, "tabindex", "-1");
    html_address(&frame->html, "href", gap_to_form(frame, table->matrix, row, column));
    html_text(&frame->html, "0");
    html_close(&frame->html, HTML_A);
}

/* In a table of one group or two a link says of what it counts; among all terms, where the heads do, that would be too long. */
static void write_pair(struct html *html, const struct matrix *matrix, size_t row, size_t column)
{
    html_open(html, HTML_SPAN);
    html_class(html, "hidden");
    html_text(html, " ");
    html_format(html,
                matrix_at(matrix, row, column)->tally.count == 1 ? say("case study: %s, %s")
                                                                 : say("case studies: %s, %s"),
                matrix->down.entries[row].label, matrix->across.entries[column].label);
    html_close(html, HTML_SPAN);
}

static void write_count(struct frame *frame, const struct gap_table *table, size_t row, size_t column)
{
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    const char *count = format_count(&frame->arena, cell->tally.count);
    if (!cell->tally.count && table->terms && site_has(frame->site, path_contribute)) {
        write_hole(frame, table, row, column);
        return;
    }
    if (!cell->tally.count || !table->cell_url) {
        html_element(&frame->html, HTML_SPAN, table->groups ? NULL : "count", count);
        return;
    }
    html_open(&frame->html, HTML_A);
    if (!table->groups)
        html_class(&frame->html, "count");
    html_address(&frame->html, "href", table->cell_url(frame, table->matrix, row, column));
    html_text(&frame->html, count);
    if (!table->groups)
        write_pair(&frame->html, table->matrix, row, column);
    html_close(&frame->html, HTML_A);
}

static void write_cell(struct frame *frame, const struct gap_table *table, size_t row, size_t column)
{
    struct html *html = &frame->html;
    const struct matrix_cell *cell = matrix_at(table->matrix, row, column);
    html_open(html, HTML_TD);
    html_class(html, shade_of(frame->site, cell->tally.count));
    say_role(html, table, "cell");
    write_count(frame, table, row, column);
    if (!cell->tally.count && !table->groups) {
        html_element(html, HTML_SPAN, table->compact ? "hidden" : "note",
                     arena_format(&frame->arena, " %s", say("no case study yet")));
    } else if (!table->compact) {
        html_open(html, HTML_SPAN);
        html_class(html, "note");
        html_format(html, say("best known: %s"),
                    vocabulary_label(frame->site->vocabularies, "evidence", cell->tally.best_evidence));
        html_close(html, HTML_SPAN);
        chart_directions(html, &cell->tally);
        html_element(html, HTML_SPAN, table->drawn ? "hidden" : "note", tally_directions(&frame->arena, &cell->tally));
    }
    html_close(html, HTML_TD);
}

/* How many entries from `from` on have its group. */
static size_t run_of_group(const struct matrix_axis *axis, size_t from)
{
    size_t run = 1;
    while (from + run < axis->count && strcmp(axis->entries[from + run].group, axis->entries[from].group) == 0)
        run++;
    return run;
}

/* The groups of the columns, above them. */
static void write_column_groups(struct frame *frame, const struct matrix_axis *across)
{
    struct html *html = &frame->html;
    html_open(html, HTML_TR);
    html_open(html, HTML_TD);
    html_close(html, HTML_TD);
    for (size_t i = 0; i < across->count; i += run_of_group(across, i)) {
        html_open(html, HTML_TH);
        html_attribute(html, "scope", "colgroup");
        html_number(html, "colspan", (double)run_of_group(across, i));
        html_text(html, vocabulary_group_label(frame->site->vocabularies, across->entries[i].group));
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
}

/* A row that names the group of those below it. */
static void write_row_group(struct frame *frame, const struct matrix *matrix, size_t row)
{
    struct html *html = &frame->html;
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, "scope", "rowgroup");
    html_number(html, "colspan", (double)matrix->across.count + 1);
    html_text(html, vocabulary_group_label(frame->site->vocabularies, matrix->down.entries[row].group));
    html_close(html, HTML_TH);
    html_close(html, HTML_TR);
}

static bool begins_group(const struct matrix_axis *axis, size_t entry)
{
    const char *group = axis->entries[entry].group;
    return *group && (!entry || strcmp(group, axis->entries[entry - 1].group) != 0);
}

static void write_head(struct frame *frame, const struct gap_table *table, bool is_row, const char *label,
                       const char *path)
{
    html_open(&frame->html, HTML_TH);
    html_attribute(&frame->html, "scope", is_row ? "row" : "col");
    say_role(&frame->html, table, is_row ? "rowheader" : "columnheader");
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
    html_class(html, table->groups ? "gaps compact heat" : table->compact ? "gaps compact" : "gaps roomy");
    say_role(html, table, "table");
    html_element(html, HTML_CAPTION, table->compact ? "hidden" : NULL, table->caption); /* a heading says it */
    html_open(html, HTML_THEAD);
    say_role(html, table, "rowgroup");
    if (table->groups && matrix->across.count && *matrix->across.entries[0].group)
        write_column_groups(frame, &matrix->across);
    html_open(html, HTML_TR);
    say_role(html, table, "row");
    write_head(frame, table, false, say(matrix->down.facet->label), NULL);
    for (size_t i = 0; i < matrix->across.count; i++)
        write_head(frame, table, false, matrix->across.entries[i].label,
                   table->column_path ? table->column_path(frame, matrix, i) : NULL);
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    html_open(html, HTML_TBODY);
    say_role(html, table, "rowgroup");
    for (size_t row = 0; row < matrix->down.count; row++) {
        if (table->groups && begins_group(&matrix->down, row))
            write_row_group(frame, matrix, row);
        html_open(html, HTML_TR);
        say_role(html, table, "row");
        write_head(frame, table, true, matrix->down.entries[row].label,
                   table->row_path ? table->row_path(frame, matrix, row) : NULL);
        for (size_t column = 0; column < matrix->across.count; column++)
            write_cell(frame, table, row, column);
        html_close(html, HTML_TR);
    }
    html_close(html, HTML_TBODY);
    html_close(html, HTML_TABLE);
    html_close(html, HTML_SECTION);
}
