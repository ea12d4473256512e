#include "search-cli/spelling.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"

const char *spelling_split_digits(struct arena *arena, const char *word)
{
    struct text split = {0};
    bool met = false;
    for (const char *at = word; *at; at++) {
        bool meets = at > word && ascii_is_digit(*at) != ascii_is_digit(at[-1]);
        text_format(&split, "%s%c", meets ? " " : "", *at);
        met |= meets;
    }
    const char *copy = met ? arena_string(arena, text_string(&split)) : "";
    text_free(&split);
    return copy;
}

const char *spelling_in_words(struct arena *arena, const char *word)
{
    static const struct {
        const char *ending;
        const char *words;
    } numbers[] = {{"k", "000"}, {"m", "million"}, {"bn", "billion"}};
    size_t digits = strspn(word, "0123456789");
    for (size_t i = 0; digits && i < sizeof numbers / sizeof *numbers; i++)
        if (!strcmp(word + digits, numbers[i].ending))
            return arena_format(arena, "%.*s %s", (int)digits, word, numbers[i].words);
    return "";
}
