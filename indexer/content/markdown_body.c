#include "indexer/content/markdown_body.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"

static size_t letters_at(const char *text, size_t size)
{
    size_t end = 0;
    while (end < size && (ascii_is_letter(text[end]) || ascii_is_digit(text[end])))
        end++;
    return end ? end : size ? 1 : 0;
}

static const char *find_in(struct line line, size_t from, const char *text, size_t size)
{
    for (size_t at = from; size && at + size <= line.size; at++)
        if (memcmp(line.at + at, text, size) == 0)
            return line.at + at;
    return NULL;
}

/* The piece of a block that holds a byte of its text. */
static const struct markdown_piece *piece_at(const struct markdown_block *block, size_t at)
{
    size_t low = 0;
    size_t high = block->piece_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (block->pieces[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &block->pieces[low];
}

/* The line where a byte of a block's text was written, and from where on in it: it is never shorter than what is seen. */
static struct line line_of(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                           size_t *from)
{
    const struct markdown_piece *piece = piece_at(block, at);
    struct line line =
        piece->line && piece->line <= body->line_count ? body->lines[piece->line - 1] : (struct line){"", 0};
    *from = piece->column + at - piece->at;
    *from = *from < line.size ? *from : 0;
    return line;
}

bool markdown_was_typed(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                        const char *mark)
{
    size_t from = 0;
    struct line line = line_of(body, block, at, &from);
    for (const char *found; (found = find_in(line, from, mark, strlen(mark))); from = (size_t)(found - line.at) + 1)
        if (found == line.at || found[-1] != '\\')
            return true;
    return false;
}

/*
 * Marks and escapes are gone from the text, so the place is looked for: the letters it begins with, in the line where
 * its piece stands, from where the piece begins; then the letters it ends with, behind them.
 */
struct place markdown_place_in(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                               size_t size)
{
    const char *text = block->text + at;
    size_t number = piece_at(block, at)->line;
    size_t from = 0;
    struct line line = line_of(body, block, at, &from);
    size_t letters = letters_at(text, size);
    const char *found = find_in(line, from, text, letters);
    found = found ? found : find_in(line, 0, text, letters);
    size_t start = found ? (size_t)(found - line.at) : from;
    size_t last = size;
    while (last > letters && (ascii_is_letter(text[last - 1]) || ascii_is_digit(text[last - 1])))
        last--;
    bool whole = found && find_in((struct line){found, size <= line.size - start ? size : 0}, 0, text, size) == found;
    const char *behind = found && last < size ? find_in(line, start + letters, text + last, size - last) : NULL;
    size_t end = whole ? start + size : behind ? (size_t)(behind - line.at) + size - last : start + letters;
    return (struct place){number + body->first_line - 1, utf8_length(line.at, start) + 1,
                          utf8_length(line.at + start, (end < line.size ? end : line.size) - start)};
}

const struct markdown_section *markdown_section(const struct markdown_body *body, const char *heading)
{
    for (size_t i = 0; i < body->section_count; i++)
        if (strcmp(body->sections[i].heading, heading) == 0)
            return &body->sections[i];
    return NULL;
}
