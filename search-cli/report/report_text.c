#include "search-cli/report/report_print.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "search-cli/present/format.h"
#include "search-cli/present/table.h"
#include "search-cli/present/wrap.h"

enum { ITEM_INDENT = 2, COUNT_WIDTH = 4 };

/* A report on its way to a terminal. */
struct printing {
    struct text *out;
    struct arena *arena;
    const struct report_style *style;
};

static void add_lines(const struct printing *printing, const struct report_part *part)
{
    for (size_t i = 0; i < part->line_count; i++) {
        text_add(printing->out, part->is_list ? "- " : "");
        wrap_string(printing->out, fact_item_words_and_links(printing->arena, &part->lines[i].words),
                    part->is_list ? ITEM_INDENT : 0, printing->style->width);
    }
}

static const struct report_cell *cell_at(const struct report_table *table, size_t row, size_t column)
{
    return &table->cells[row * table->column_count + column];
}

/* The columns for people, in their order; returns how many. */
static size_t choose_columns(const struct printing *printing, const struct report_table *table, size_t **columns)
{
    size_t count = 0;
    *columns = arena_array(printing->arena, table->column_count, sizeof **columns);
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].shown != COLUMN_FOR_DATA)
            (*columns)[count++] = i;
    return count;
}

static size_t natural_width(const struct printing *printing, const struct report_table *table, size_t column)
{
    size_t width = utf8_width(table->columns[column].label, strlen(table->columns[column].label));
    for (size_t row = 0; row < table->row_count; row++) {
        const char *text = report_cell_text(printing->arena, cell_at(table, row, column));
        size_t columns = utf8_width(text, strlen(text));
        width = columns > width ? columns : width;
    }
    return width;
}

/* The longest word of a column, which no line may break. */
static size_t least_width(const struct printing *printing, const struct report_table *table, size_t column)
{
    size_t least = 0;
    for (size_t row = 0; row <= table->row_count; row++) {
        const char *text =
            row ? report_cell_text(printing->arena, cell_at(table, row - 1, column)) : table->columns[column].label;
        while (*text) {
            size_t size = strcspn(text, " ");
            size_t width = utf8_width(text, size);
            least = width > least ? width : least;
            text += size + (text[size] == ' ');
        }
    }
    return least;
}

/* Takes from the widest column that can give until all fit; false when they cannot. */
static bool fit(size_t *widths, const size_t *least, size_t count, size_t room)
{
    for (;;) {
        size_t sum = TABLE_GAP * (count - 1);
        size_t widest = count;
        for (size_t i = 0; i < count; i++) {
            sum += widths[i];
            if (widths[i] > least[i] && (widest == count || widths[i] > widths[widest]))
                widest = i;
        }
        if (sum <= room)
            return true;
        if (widest == count)
            return false;
        widths[widest]--;
    }
}

static void add_row(const struct printing *printing, const struct string_list *texts, const size_t *widths)
{
    struct string_list *cells = arena_array(printing->arena, texts->count, sizeof *cells);
    for (size_t i = 0; i < texts->count; i++)
        cells[i] = table_fold(printing->arena, texts->items[i], widths[i]);
    table_row(printing->out, cells, widths, texts->count);
}

static void add_columns(const struct printing *printing, const struct report_table *table, const size_t *columns,
                        size_t count, const size_t *widths)
{
    struct string_list labels = {0};
    for (size_t i = 0; i < count; i++)
        string_list_add(printing->arena, &labels, table->columns[columns[i]].label);
    add_row(printing, &labels, widths);
    for (size_t row = 0; row < table->row_count; row++) {
        struct string_list texts = {0};
        for (size_t i = 0; i < count; i++)
            string_list_add(printing->arena, &texts,
                            report_cell_text(printing->arena, cell_at(table, row, columns[i])));
        add_row(printing, &texts, widths);
    }
}

/* Where columns would be too narrow: one row below the other. */
static void add_records(const struct printing *printing, const struct report_table *table, const size_t *columns,
                        size_t count)
{
    for (size_t row = 0; row < table->row_count; row++) {
        wrap_string(printing->out, report_cell_text(printing->arena, cell_at(table, row, columns[0])), 0,
                    printing->style->width);
        for (size_t i = 1; i < count; i++) {
            const char *text = report_cell_text(printing->arena, cell_at(table, row, columns[i]));
            if (!*text)
                continue;
            text_add(printing->out, "  ");
            wrap_string(printing->out, arena_format(printing->arena, "%s: %s", table->columns[columns[i]].label, text),
                        ITEM_INDENT, printing->style->width);
        }
    }
}

static bool same_pair_row(const struct report_table *table, size_t row, size_t other)
{
    return strcmp(cell_at(table, row, 0)->words.text, cell_at(table, other, 0)->words.text) == 0;
}

/* "   8 Core20: E3 Compared; 5 better, 2 mixed" */
static void add_pair(const struct printing *printing, const struct report_table *table, const size_t *columns,
                     size_t count, size_t row)
{
    struct string_list rest = {0};
    for (size_t i = 3; i < count; i++) {
        const char *text = report_cell_text(printing->arena, cell_at(table, row, columns[i]));
        if (*text)
            string_list_add(printing->arena, &rest, text);
    }
    text_format(printing->out, "%*s ", COUNT_WIDTH, report_cell_text(printing->arena, cell_at(table, row, columns[2])));
    wrap_string(printing->out,
                arena_format(printing->arena, "%s: %s", cell_at(table, row, columns[1])->words.text,
                             string_list_join(printing->arena, &rest, "; ")),
                COUNT_WIDTH + 1, printing->style->width);
}

/* The pairs of one row of the map: those with cases, then on a line those without. */
static size_t add_pair_row(const struct printing *printing, const struct report_table *table, const size_t *columns,
                           size_t count, size_t from)
{
    struct string_list none = {0};
    size_t row = from;
    wrap_toned(printing->out, cell_at(table, from, columns[0])->words.text,
               tone_of(TONE_HEADING, printing->style->color));
    text_char(printing->out, '\n');
    for (; row < table->row_count && same_pair_row(table, row, from); row++) {
        if (cell_at(table, row, columns[2])->number)
            add_pair(printing, table, columns, count, row);
        else
            string_list_add(printing->arena, &none, cell_at(table, row, columns[1])->words.text);
    }
    if (none.count) {
        text_format(printing->out, "%*s ", COUNT_WIDTH, "0");
        wrap_string(printing->out,
                    none.count == row - from && row - from > 1 ? "with any of them"
                                                               : string_list_join(printing->arena, &none, "; "),
                    COUNT_WIDTH + 1, printing->style->width);
    }
    return row;
}

static void add_table(const struct printing *printing, const struct report_table *table)
{
    size_t *columns;
    size_t count = choose_columns(printing, table, &columns);
    size_t *widths = arena_array(printing->arena, count, sizeof *widths);
    size_t *least = arena_array(printing->arena, count, sizeof *least);
    if (table->crossed) {
        for (size_t row = 0; row < table->row_count;)
            row = add_pair_row(printing, table, columns, count, row);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        widths[i] = natural_width(printing, table, columns[i]);
        least[i] = least_width(printing, table, columns[i]);
    }
    if (count <= TABLE_COLUMNS_MOST && fit(widths, least, count, printing->style->width))
        add_columns(printing, table, columns, count, widths);
    else
        add_records(printing, table, columns, count);
}

static void add_part(const struct printing *printing, const struct report_part *part)
{
    text_char(printing->out, '\n');
    if (*part->heading) {
        wrap_toned(printing->out, part->heading, tone_of(TONE_HEADING, printing->style->color));
        text_char(printing->out, '\n');
    }
    add_lines(printing, part);
    if (part->table && part->table->row_count) {
        text_add(printing->out, part->line_count ? "\n" : "");
        add_table(printing, part->table);
    }
}

void report_text(struct text *out, const struct report *report, const struct report_style *style)
{
    struct arena arena = {0};
    const struct printing printing = {out, &arena, style};
    wrap_toned(out, report->title, tone_of(TONE_TITLE, style->color));
    text_char(out, '\n');
    wrap_string(out, report->question, 0, style->width);
    for (size_t i = 0; i < report->part_count; i++)
        add_part(&printing, &report->parts[i]);
    arena_free(&arena);
}
