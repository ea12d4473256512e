#include "catalogue/site/report/report_write.h"

#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/charts.h"
#include "catalogue/site/parts/forest.h"
#include "catalogue/site/parts/listing.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

/*
 * A longer table opens on demand; one that is longer than what is seen of it at once has its axis at the top, too; a report
 * of as many headings says which they are.
 */
enum { ROWS_OPEN = 100, ROWS_SEEN = 10, HEADINGS_LISTED = 9 };

void report_write_lines(struct frame *frame, const struct report_part *part, size_t most)
{
    struct html *html = &frame->html;
    size_t count = most && most < part->line_count ? most : part->line_count;
    if (!count)
        return;
    if (part->is_list)
        html_open(html, HTML_UL);
    for (size_t i = 0; i < count; i++) {
        html_open(html, part->is_list ? HTML_LI : HTML_P);
        case_fact_item(frame, &part->lines[i].words);
        if (part->lines[i].tally)
            chart_directions(html, part->lines[i].tally);
        html_close(html, part->is_list ? HTML_LI : HTML_P);
    }
    if (part->is_list)
        html_close(html, HTML_UL);
}

/* The axis of all figures of a table that are drawn; false when none is. */
static bool find_axis(struct frame *frame, const struct report_table *table, struct forest_axis *axis)
{
    size_t cells = table->row_count * table->column_count;
    double *numbers = arena_array(&frame->arena, 2 * cells + 1, sizeof *numbers);
    const char *currency = NULL;
    size_t count = 0;
    for (size_t i = 0; i < cells; i++) {
        const struct report_mark *mark = &table->cells[i].mark;
        const struct report_amounts *amounts = table->cells[i].amounts;
        if (amounts) {
            currency = amounts->currency;
            numbers[count++] = amounts->numbers[0];
            numbers[count++] = amounts->numbers[amounts->count - 1];
        }
        if (mark->is_drawn)
            numbers[count++] = mark->after;
        if (mark->is_drawn && mark->has_before)
            numbers[count++] = mark->before;
    }
    if (count)
        *axis = currency ? forest_axis_of_amounts(&frame->arena, numbers, count, currency)
                         : forest_axis_of_figures(&frame->arena, numbers, count);
    return count > 0;
}

static bool is_drawn_in(const struct report_table *table, size_t column)
{
    for (size_t row = 0; row < table->row_count; row++) {
        const struct report_cell *cell = &table->cells[row * table->column_count + column];
        if (cell->mark.is_drawn || cell->amounts)
            return true;
    }
    return false;
}

static bool is_on_page(const struct report_column *column)
{
    return column->shown == COLUMN_FOR_ALL || column->shown == COLUMN_FOR_PEOPLE;
}

/* Below the columns, the axis in that of the drawings. */
static void write_axis(struct frame *frame, const struct report_table *table, const struct forest_axis *axis)
{
    struct html *html = &frame->html;
    html_open_as(html, HTML_TFOOT, "rowgroup");
    html_open_as(html, HTML_TR, "row");
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_on_page(&table->columns[i]))
            continue;
        html_open_as(html, HTML_TD, "cell");
        if (is_drawn_in(table, i))
            forest_draw_axis(html, &frame->arena, axis);
        html_close(html, HTML_TD);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_TFOOT);
}

/* The first of a row is its head; each other one names its column, which stands before it where rows are stacked. */
static void write_cell(struct frame *frame, const struct report_table *table, const struct report_cell *cell,
                       const struct report_column *column, const struct forest_axis *axis, bool head)
{
    struct html *html = &frame->html;
    html_open_as(html, head ? HTML_TH : HTML_TD, head ? "rowheader" : "cell");
    if (head)
        html_attribute(html, "scope", "row");
    else
        html_attribute(html, "data-label", say(column->label));
    if (cell->is_number || cell->is_amount)
        html_class(html, "number");
    else if (cell->mark.is_drawn || cell->tally || cell->amounts)
        html_class(html, "drawn");
    struct fact_item item = {.parts = {cell->words}, .count = 1};
    item.parts[0].text = report_cell_text(&frame->arena, cell);
    case_fact_item(frame, &item);
    if (cell->is_number && cell->number && table->of)
        listing_bar(html, (double)cell->number / (double)table->of, "share");
    if (cell->tally)
        chart_directions(html, cell->tally);
    if (cell->amounts)
        forest_draw_amounts(html, &frame->arena, axis, cell->amounts->numbers, cell->amounts->count);
    if (cell->mark.is_drawn)
        forest_draw_figure(html, &frame->arena, axis, cell->mark.has_before ? &cell->mark.before : NULL,
                           cell->mark.after, cell->mark.side);
    html_close(html, head ? HTML_TH : HTML_TD);
}

static void write_table(struct frame *frame, const struct report_table *table)
{
    struct html *html = &frame->html;
    struct forest_axis axis;
    bool is_drawn = find_axis(frame, table, &axis);
    if (is_drawn && axis.currency)
        html_element(html, HTML_P, "note",
                     say("Each dot is a cost. Each equal step along the scale multiplies it by the same number."));
    struct html_mark box = frame_scroll_box(frame, table->caption);
    html_open_as(html, HTML_TABLE, "table");
    html_class(html, "report");
    html_element(html, HTML_CAPTION, "hidden", table->caption);
    html_open_as(html, HTML_THEAD, "rowgroup");
    html_open_as(html, HTML_TR, "row");
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_on_page(&table->columns[i]))
            continue;
        html_open_as(html, HTML_TH, "columnheader");
        html_attribute(html, "scope", "col");
        html_text(html, say(table->columns[i].label));
        if (table->row_count > ROWS_SEEN && is_drawn_in(table, i))
            forest_draw_axis(html, &frame->arena, &axis);
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    html_open_as(html, HTML_TBODY, "rowgroup");
    for (size_t row = 0; row < table->row_count; row++) {
        bool first = true;
        html_open_as(html, HTML_TR, "row");
        for (size_t i = 0; i < table->column_count; i++) {
            if (!is_on_page(&table->columns[i]))
                continue;
            write_cell(frame, table, &table->cells[row * table->column_count + i], &table->columns[i], &axis, first);
            first = false;
        }
        html_close(html, HTML_TR);
    }
    html_close(html, HTML_TBODY);
    if (is_drawn)
        write_axis(frame, table, &axis);
    html_close_to(html, box);
}

/* A row for each case study is for looking one up: it opens on demand. */
static void write_folded(struct frame *frame, const struct report_table *table)
{
    html_open(&frame->html, HTML_DETAILS);
    html_class(&frame->html, "rows");
    html_element(&frame->html, HTML_SUMMARY, NULL,
                 arena_format(&frame->arena, say("%s, all %s rows"), table->caption,
                              format_count(&frame->arena, table->row_count)));
    write_table(frame, table);
    html_close(&frame->html, HTML_DETAILS);
}

static void write_part(struct frame *frame, const struct report_part *part)
{
    struct html *html = &frame->html;
    if (part->is_aside) {
        html_open(html, HTML_DETAILS);
        html_class(html, "aside");
        html_element(html, HTML_SUMMARY, NULL, part->heading);
    } else if (*part->heading) {
        html_open(html, HTML_H2);
        html_id(html, part->key);
        html_text(html, part->heading);
        html_close(html, HTML_H2);
    }
    report_write_lines(frame, part, 0);
    if (part->table && part->table->row_count > ROWS_OPEN)
        write_folded(frame, part->table);
    else if (part->table && part->table->row_count)
        write_table(frame, part->table);
    if (part->is_aside)
        html_close(html, HTML_DETAILS);
}

static bool is_headed(const struct report_part *part)
{
    return *part->heading && !part->is_aside;
}

/* What stands far below is a step away on a telephone too. */
static void write_contents(struct frame *frame, const struct report *report)
{
    struct html *html = &frame->html;
    size_t headings = 0;
    for (size_t i = 0; i < report->part_count; i++)
        headings += is_headed(&report->parts[i]);
    if (headings < HEADINGS_LISTED)
        return;
    html_open(html, HTML_DETAILS);
    html_class(html, "contents");
    html_element(html, HTML_SUMMARY, NULL, say("On this page"));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < report->part_count; i++) {
        if (!is_headed(&report->parts[i]))
            continue;
        html_open(html, HTML_LI);
        frame_link(frame, path_at(&frame->arena, frame->path, report->parts[i].key), report->parts[i].heading);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_DETAILS);
}

void report_write(struct frame *frame, const struct report *report)
{
    size_t first = 0;
    while (first < report->part_count && !is_headed(&report->parts[first]))
        first++;
    html_open(&frame->html, HTML_DIV);
    html_attribute(&frame->html, "data-report", report->name);
    html_element(&frame->html, HTML_P, "lead", report->question);
    for (size_t i = 0; i < report->part_count; i++) {
        if (i == first)
            write_contents(frame, report);
        write_part(frame, &report->parts[i]);
    }
    html_close(&frame->html, HTML_DIV);
}

const struct report_part *report_part_find(const struct report *report, const char *key)
{
    for (size_t i = 0; i < report->part_count; i++)
        if (strcmp(report->parts[i].key, key) == 0)
            return &report->parts[i];
    return NULL;
}
