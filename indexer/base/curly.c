#include "indexer/base/curly.h"

#include <stdbool.h>
#include <string.h>

static bool has(const char *text, size_t size, const char *mark)
{
    size_t length = strlen(mark);
    for (size_t i = 0; i + length <= size; i++)
        if (memcmp(text + i, mark, length) == 0)
            return true;
    return false;
}

struct curly curly_around(const char *text, size_t size)
{
    static const char *const pairs[][2] = {{"“", "”"}, {"‘", "’"}, {"„", "“"}, {"„", "”"},
                                           {"”", "”"}, {"«", "»"}, {"“", "\""}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct curly curly = {strlen(pairs[i][0]), strlen(pairs[i][1])};
        size_t marks = curly.before + curly.behind;
        if (size > marks && memcmp(text, pairs[i][0], curly.before) == 0 &&
            memcmp(text + size - curly.behind, pairs[i][1], curly.behind) == 0 &&
            !has(text + curly.before, size - marks, pairs[i][0]) &&
            !has(text + curly.before, size - marks, pairs[i][1]))
            return curly;
    }
    return (struct curly){0, 0};
}
