#include "indexer/base/slug.h"

#include <string.h>

#include "indexer/base/ascii.h"

const char *slug_of(struct arena *arena, const char *text)
{
    char *slug = arena_string(arena, text);
    size_t length = 0;
    for (; *text; text++) {
        char byte = ascii_lower(*text);
        if (ascii_is_letter(byte) || ascii_is_digit(byte))
            slug[length++] = byte;
        else if (length && slug[length - 1] != '-')
            slug[length++] = '-';
    }
    while (length && slug[length - 1] == '-')
        length--;
    slug[length] = '\0';
    return length ? slug : "x";
}

bool slug_path_is_valid(const char *path)
{
    bool at_start = true;
    for (; *path; path++) {
        if (at_start && (*path == '.' || *path == '/'))
            return false;
        at_start = *path == '/';
        if (!(*path >= 'a' && *path <= 'z') && !ascii_is_digit(*path) && !strchr("-_./", *path))
            return false;
    }
    return !at_start;
}
