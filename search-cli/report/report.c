#include "search-cli/report/report.h"

#include <string.h>

#include "search-cli/present/format.h"

struct report_part *report_part_add(struct arena *arena, struct report *report, const char *key, const char *heading)
{
    report->parts = arena_grow(arena, report->parts, report->part_count, &report->part_capacity, sizeof *report->parts);
    struct report_part *part = &report->parts[report->part_count++];
    *part = (struct report_part){.key = key, .heading = heading};
    return part;
}

struct fact_item *report_line(struct arena *arena, struct report_part *part)
{
    part->lines = arena_grow(arena, part->lines, part->line_count, &part->line_capacity, sizeof *part->lines);
    part->lines[part->line_count] = (struct report_line){.tally = NULL};
    return &part->lines[part->line_count++].words;
}

void report_say(struct arena *arena, struct report_part *part, const char *words)
{
    if (*words)
        fact_part(report_line(arena, part), (struct fact_part){.text = words});
}

struct report_table *report_table_add(struct arena *arena, struct report_part *part, const char *caption,
                                      const struct report_column *columns, size_t column_count)
{
    part->table = arena_alloc(arena, sizeof *part->table);
    *part->table = (struct report_table){.caption = caption, .columns = columns, .column_count = column_count};
    return part->table;
}

struct report_cell *report_row(struct arena *arena, struct report_table *table)
{
    table->cells = arena_grow(arena, table->cells, table->row_count, &table->row_capacity,
                              table->column_count * sizeof *table->cells);
    struct report_cell *row = &table->cells[table->row_count++ * table->column_count];
    for (size_t i = 0; i < table->column_count; i++)
        row[i] = report_words("");
    return row;
}

struct report_cell report_number(size_t number)
{
    return (struct report_cell){.is_number = true, .number = number, .words = {.text = ""}};
}

struct report_cell report_words(const char *words)
{
    return (struct report_cell){.words = {.text = words}};
}

struct report_cell report_link(const char *words, enum fact_link link, const char *to)
{
    return (struct report_cell){.words = {.text = words, .link = link, .to = to}};
}

static size_t count_words(const char *text)
{
    static const char blanks[] = " \n\t";
    size_t count = 0;
    while (*(text += strspn(text, blanks))) {
        count++;
        text += strcspn(text, blanks);
    }
    return count;
}

static size_t count_table(const struct report_table *table)
{
    size_t count = count_words(table->caption);
    for (size_t column = 0; column < table->column_count; column++) {
        if (table->columns[column].shown == COLUMN_FOR_DATA)
            continue;
        count += count_words(table->columns[column].label);
        for (size_t row = 0; row < table->row_count; row++) {
            const struct report_cell *cell = &table->cells[row * table->column_count + column];
            count += cell->is_number + count_words(cell->words.text);
        }
    }
    return count;
}

size_t report_word_count(const struct report *report)
{
    size_t count = count_words(report->title) + count_words(report->question);
    for (size_t i = 0; i < report->part_count; i++) {
        const struct report_part *part = &report->parts[i];
        count += count_words(part->heading) + (part->table ? count_table(part->table) : 0);
        for (size_t j = 0; j < part->line_count; j++)
            for (size_t k = 0; k < part->lines[j].words.count; k++)
                count += count_words(part->lines[j].words.parts[k].text);
    }
    return count;
}

const char *report_cell_text(struct arena *arena, const struct report_cell *cell)
{
    return cell->is_number ? format_count(arena, cell->number) : cell->words.text;
}
