#include "indexer/base/place.h"

#include <string.h>

#include "indexer/base/utf8.h"

struct place place_cursor_at(struct place_cursor *cursor, size_t offset, size_t length)
{
    if (offset < cursor->offset)
        cursor->offset = cursor->line = cursor->column = 0;
    for (; cursor->offset < offset && cursor->offset < cursor->size; cursor->offset++) {
        char byte = cursor->source[cursor->offset];
        cursor->column += ((unsigned char)byte & 0xC0) != 0x80;
        if (byte == '\n') {
            cursor->line++;
            cursor->column = 0;
        }
    }
    size_t first_line = cursor->first_line ? cursor->first_line : 1;
    return (struct place){first_line + cursor->line, cursor->column + 1, length};
}

struct place place_of(const char *source, size_t size, size_t offset, size_t length)
{
    struct place_cursor cursor = {.source = source, .size = size};
    return place_cursor_at(&cursor, offset, length);
}

static bool is_start(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Passes `count` characters; false when there are fewer. */
static bool pass(const char *source, size_t size, size_t *at, size_t count)
{
    for (; count && *at < size; count--)
        for (++*at; *at < size && !is_start(source[*at]);)
            ++*at;
    return count == 0;
}

bool place_bytes(const char *source, size_t size, struct place place, size_t *from, size_t *to)
{
    size_t at = utf8_mark_size(source, size);
    if (!place.line || !place.column)
        return false;
    for (size_t line = 1; line < place.line; line++) {
        const char *stop = at < size ? memchr(source + at, '\n', size - at) : NULL;
        if (!stop)
            return false;
        at = (size_t)(stop - source) + 1;
    }
    if (!pass(source, size, &at, place.column - 1))
        return false;
    *from = *to = at;
    return pass(source, size, to, place.length);
}
