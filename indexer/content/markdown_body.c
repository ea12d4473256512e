#include "indexer/content/markdown_body.h"

#include <string.h>

#include "indexer/base/arena.h"
#include "indexer/base/ascii.h"
#include "indexer/base/normalise.h"
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
    const char *end = line.at + line.size;
    for (const char *at = line.at + from; size && at < end && (size_t)(end - at) >= size; at++) {
        at = memchr(at, *text, (size_t)(end - at) - size + 1);
        if (!at)
            return NULL;
        if (memcmp(at, text, size) == 0)
            return at;
    }
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

/* How one character of a text was written: bytes in the line, and bytes of the text that they became. */
struct step {
    size_t written;
    size_t read;
};

size_t markdown_entity_size(const char *at, size_t left)
{
    size_t size = 1;
    while (size < left && (ascii_is_letter(at[size]) || ascii_is_digit(at[size]) || at[size] == '#'))
        size++;
    return *at == '&' && size > 2 && size < left && at[size] == ';' ? size + 1 : 0;
}

static size_t character_size(const char *text)
{
    size_t size = 1;
    while (((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    return size;
}

/* The next step; none (0 written) when the line does not go on as the text does. */
static struct step step_at(struct arena *arena, const char *at, size_t left, const char *text)
{
    bool escaped = left > 1 && *at == '\\' && at[1] == *text && *text != '\\';
    if (escaped || (left > 1 && at[0] == '\\' && at[1] == '\\' && *text == '\\'))
        return (struct step){2, 1};
    if (left && *at == *text)
        return (struct step){1, 1};
    size_t entity = left ? markdown_entity_size(at, left) : 0;
    if (entity)
        return (struct step){entity, *text ? character_size(text) : 0};
    if (!left || (unsigned char)*at < 0x80)
        return (struct step){0, 0};
    size_t size = character_size(arena_copy(arena, at, left < 5 ? left : 5));
    const char *becomes = normalise(arena, arena_copy(arena, at, size));
    size_t read = strlen(becomes);
    if (strncmp(text, becomes, read) == 0)
        return (struct step){size, read};
    return (struct step){size, ascii_is_digit(*text)};
}

/* Where in a line a byte of a text was written, walking along from where its piece begins; NULL when they part. */
static const char *walk(const struct markdown_piece *piece, struct line line, const char *text, size_t at)
{
    struct arena arena = {0};
    const char *found = line.at + piece->column;
    size_t read = piece->at;
    while (found && read < at && found < line.at + line.size) {
        struct step step = step_at(&arena, found, (size_t)(line.at + line.size - found), text + read);
        found = step.written ? found + step.written : NULL;
        read += step.read;
    }
    size_t left = found ? (size_t)(line.at + line.size - found) : 0;
    bool goes_on = read == at && found && (!text[at] || !left || step_at(&arena, found, left, text + at).written);
    arena_free(&arena);
    return goes_on ? found : NULL;
}

static const char *written_at(const struct markdown_body *body, const struct markdown_block *block, size_t at)
{
    const struct markdown_piece *piece = piece_at(block, at);
    if (!piece->line || piece->line > body->line_count)
        return NULL;
    struct line line = body->lines[piece->line - 1];
    return piece->column < line.size ? walk(piece, line, block->text, at) : NULL;
}

bool markdown_was_typed(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                        const char *mark)
{
    size_t from = 0;
    struct line line = line_of(body, block, at, &from);
    const char *written = written_at(body, block, at);
    size_t size = strlen(mark);
    if (written)
        return size <= (size_t)(line.at + line.size - written) && memcmp(written, mark, size) == 0;
    for (const char *found; (found = find_in(line, from, mark, size)); from = (size_t)(found - line.at) + 1)
        if (found == line.at || found[-1] != '\\')
            return true;
    return false;
}

/*
 * Marks and escapes are gone from the text, so the place is walked to, or looked for: the letters it begins with, in the
 * line where its piece stands, from where the piece begins; then the letters it ends with, behind them.
 */
struct place markdown_place_in(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                               size_t size)
{
    const char *text = block->text + at;
    size_t number = piece_at(block, at)->line;
    size_t from = 0;
    struct line line = line_of(body, block, at, &from);
    size_t letters = letters_at(text, size);
    const char *written = written_at(body, block, at);
    const char *last_written = written ? written_at(body, block, at + size) : NULL;
    bool here = last_written && last_written > written && last_written <= line.at + line.size;
    const char *found = written ? written : find_in(line, from, text, letters);
    found = found ? found : find_in(line, 0, text, letters);
    size_t start = found ? (size_t)(found - line.at) : from;
    size_t last = size;
    while (last > letters && (ascii_is_letter(text[last - 1]) || ascii_is_digit(text[last - 1])))
        last--;
    bool whole = found && find_in((struct line){found, size <= line.size - start ? size : 0}, 0, text, size) == found;
    const char *behind = found && last < size && start + letters <= line.size
                             ? find_in(line, start + letters, text + last, size - last)
                             : NULL;
    size_t end = whole    ? start + size
                 : here   ? (size_t)(last_written - line.at)
                 : behind ? (size_t)(behind - line.at) + size - last
                          : start + letters;
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
