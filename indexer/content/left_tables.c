#include "indexer/content/left_tables.h"

#include <string.h>

#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

enum { GAP_LEAST = 3, CELLS_MAX = 30 };

/* Bytes of the gap between two cells that begins here; 0 when it is none. */
static size_t gap_at(const char *text, size_t left)
{
    size_t size = 0;
    bool tab = false;
    while (size < left && (text[size] == ' ' || text[size] == '\t'))
        tab |= text[size++] == '\t';
    return tab || size >= GAP_LEAST ? size : 0;
}

static struct line trimmed(struct line line)
{
    while (line.size && strchr(" \t\r", *line.at))
        line.at++, line.size--;
    while (line.size && strchr(" \t\r", line.at[line.size - 1]))
        line.size--;
    return line;
}

static size_t cells_of(struct line line)
{
    size_t cells = line.size > 0;
    for (size_t i = 0; i < line.size; i++) {
        size_t gap = line.at[i] == ' ' || line.at[i] == '\t' ? gap_at(line.at + i, line.size - i) : 0;
        cells += gap > 0;
        i += gap ? gap - 1 : 0;
    }
    return cells <= CELLS_MAX ? cells : 0;
}

/* The cells of every line of a block; 0 when they differ in number. */
static size_t cells_in(const struct markdown_block *block, size_t *rows)
{
    size_t cells = 0;
    *rows = 0;
    for (const char *at = block->words; *at; at += *at == '\n') {
        size_t size = strcspn(at, "\n");
        size_t here = cells_of(trimmed((struct line){at, size}));
        if (here < 2 || (cells && here != cells))
            return 0;
        cells = here;
        ++*rows;
        at += size;
    }
    return cells;
}

/* A line of the table with bars between its cells; a bar of the text is escaped. */
static void add_row(struct text *out, struct line line)
{
    text_add(out, "| ");
    for (size_t i = 0; i < line.size; i++) {
        size_t gap = line.at[i] == ' ' || line.at[i] == '\t' ? gap_at(line.at + i, line.size - i) : 0;
        if (gap)
            text_add(out, " | ");
        else if (line.at[i] == '|')
            text_add(out, "\\|");
        else
            text_char(out, line.at[i]);
        i += gap ? gap - 1 : 0;
    }
    text_add(out, " |");
}

static void fix_rows(const struct looking *looking, size_t first, size_t end, size_t cells)
{
    const struct line *lines = looking->body->lines;
    struct text out = {0};
    for (size_t i = first; i < end; i++) {
        struct line line = trimmed(lines[i]);
        if (!line.size)
            continue;
        if (out.size)
            text_char(&out, '\n');
        add_row(&out, line);
        for (size_t cell = 0; i == first && cell < cells; cell++)
            text_add(&out, cell ? " --- |" : "\n| --- |");
    }
    size_t length = utf8_length(lines[first].at, (size_t)(lines[end - 1].at + lines[end - 1].size - lines[first].at));
    diagnostics_fix(looking->diagnostics, (struct place){first + looking->body->first_line, 1, length},
                    text_string(&out), true);
    text_free(&out);
}

size_t left_tables(const struct looking *looking, size_t blocks)
{
    const struct markdown_block *block = looking->block;
    size_t rows = 0;
    size_t more = 0;
    size_t cells = block->indented ? 0 : cells_in(block, &rows);
    size_t count = 1;
    while (cells && count < blocks && !block[count].depth && !block[count].indented &&
           cells_in(&block[count], &more) == cells) {
        rows += more;
        count++;
    }
    size_t first = block->pieces[0].line;
    size_t end = block[count - 1].pieces[block[count - 1].piece_count - 1].line;
    if (!cells || rows < 2 || !first || end > looking->body->line_count)
        return 0;
    struct line line = looking->body->lines[first - 1];
    struct place place = {first + looking->body->first_line - 1, 1, utf8_length(line.at, line.size)};
    report(looking->diagnostics, CODE_TABLE, place,
           "write | a cell | another | on each line, and | --- | --- | below the first",
           "these lines look like a table whose cells are parted by tabs or blanks; they run together");
    if (!block->depth && !block->quoted)
        fix_rows(looking, first - 1, end, cells);
    return count;
}
