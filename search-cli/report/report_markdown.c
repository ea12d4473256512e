#include "search-cli/report/report_print.h"

#include <string.h>

/* A report on its way to Markdown. */
struct printing {
    struct text *out;
    struct arena *arena;
    const struct report_style *style;
};

/* What Markdown would read as its own marks is written as it is meant. */
static void add_plain(struct text *out, const char *words)
{
    for (; *words; words++) {
        if (strchr("\\`*_[]<>|#", *words))
            text_char(out, '\\');
        text_char(out, *words == '\n' ? ' ' : *words);
    }
}

static void add_part(const struct printing *printing, const struct fact_part *part)
{
    const struct report_style *style = printing->style;
    const char *address = style->address ? style->address(style, printing->arena, part) : NULL;
    text_add(printing->out, part->strong ? "**" : "");
    text_add(printing->out, address ? "[" : "");
    add_plain(printing->out, part->text);
    if (address)
        text_format(printing->out, "](%s)", address);
    text_add(printing->out, part->strong ? "**" : "");
}

static void add_line(const struct printing *printing, const struct fact_item *line)
{
    for (size_t i = 0; i < line->count; i++) {
        bool note = line->parts[i].note;
        bool goes_on = note && i && line->parts[i - 1].note;
        text_add(printing->out, goes_on ? " \u00b7 " : note ? " (" : "");
        add_part(printing, &line->parts[i]);
        text_add(printing->out, note && (i + 1 == line->count || !line->parts[i + 1].note) ? ")" : "");
    }
}

static void add_row(const struct printing *printing, const struct report_table *table, size_t row)
{
    text_char(printing->out, '|');
    for (size_t i = 0; i < table->column_count; i++) {
        const struct report_cell *cell = &table->cells[row * table->column_count + i];
        if (table->columns[i].shown == COLUMN_FOR_DATA)
            continue;
        text_char(printing->out, ' ');
        struct fact_part part = cell->words;
        part.text = report_cell_text(printing->arena, cell);
        add_part(printing, &part);
        text_add(printing->out, " |");
    }
    text_char(printing->out, '\n');
}

static void add_table(const struct printing *printing, const struct report_table *table)
{
    struct text *out = printing->out;
    text_add(out, "\n|");
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].shown == COLUMN_FOR_DATA)
            continue;
        text_char(out, ' ');
        add_plain(out, table->columns[i].label);
        text_add(out, " |");
    }
    text_add(out, "\n|");
    for (size_t i = 0; i < table->column_count; i++)
        text_add(out, table->columns[i].shown == COLUMN_FOR_DATA ? "" : " --- |");
    text_char(out, '\n');
    for (size_t row = 0; row < table->row_count; row++)
        add_row(printing, table, row);
}

static void add_report_part(const struct printing *printing, const struct report_part *part)
{
    if (*part->heading) {
        text_add(printing->out, "\n## ");
        add_plain(printing->out, part->heading);
        text_char(printing->out, '\n');
    }
    for (size_t i = 0; i < part->line_count; i++) {
        text_add(printing->out, part->is_list ? i ? "- " : "\n- " : "\n");
        add_line(printing, &part->lines[i].words);
        text_char(printing->out, '\n');
    }
    if (part->table && part->table->row_count)
        add_table(printing, part->table);
}

void report_markdown(struct text *out, const struct report *report, const struct report_style *style)
{
    struct arena arena = {0};
    const struct printing printing = {out, &arena, style};
    text_add(out, "# ");
    add_plain(out, report->title);
    text_add(out, "\n\n");
    add_plain(out, report->question);
    text_char(out, '\n');
    for (size_t i = 0; i < report->part_count; i++)
        add_report_part(&printing, &report->parts[i]);
    arena_free(&arena);
}
