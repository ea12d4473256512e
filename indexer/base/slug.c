#include "indexer/base/slug.h"

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
