#include "search-cli/present/table.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "search-cli/present/wrap.h"

struct string_list table_fold(struct arena *arena, const char *text, size_t width)
{
    struct text folded = {0};
    wrap_string(&folded, text, 0, width);
    struct string_list lines = string_list_lines(arena, text_string(&folded));
    text_free(&folded);
    return lines;
}

static void add_padding(struct text *out, size_t columns)
{
    for (size_t i = 0; i < columns; i++)
        text_char(out, ' ');
}

/* Blanks are only written before what follows them, so that no line ends in blanks. */
static void add_line(struct text *out, const struct string_list *cells, const size_t *widths, size_t count, size_t line)
{
    size_t pending = 0;
    for (size_t i = 0; i < count; i++) {
        if (line >= cells[i].count) {
            pending += widths[i] + TABLE_GAP;
            continue;
        }
        const char *words = cells[i].items[line];
        size_t taken = utf8_width(words, strlen(words));
        add_padding(out, pending);
        text_add(out, words);
        pending = TABLE_GAP + (taken < widths[i] ? widths[i] - taken : 0);
    }
    text_char(out, '\n');
}

void table_row(struct text *out, const struct string_list *cells, const size_t *widths, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = cells[i].count > most ? cells[i].count : most;
    for (size_t line = 0; line < most; line++)
        add_line(out, cells, widths, count, line);
}
