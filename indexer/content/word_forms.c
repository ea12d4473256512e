#include "indexer/content/word_forms.h"

#include <string.h>

enum { WORD_MAX = 64, BASES_MAX = 32 };

const struct word_ending word_endings[] = {
    {"ies", "y"}, {"ied", "y"}, {"ier", "y"}, {"iers", "y"}, {"iest", "y"}, {"ily", "y"}, {"es", ""},
    {"s", ""},    {"ed", ""},   {"ed", "e"},  {"ing", ""},   {"ing", "e"},  {"ings", ""}, {"er", ""},
    {"er", "e"},  {"ers", ""},  {"ers", "e"}, {"est", ""},   {"est", "e"},  {"ly", ""},
};
const size_t word_ending_count = sizeof word_endings / sizeof *word_endings;

struct bases {
    char items[BASES_MAX][WORD_MAX + 2];
    size_t count;
};

static void add_base(struct bases *bases, const char *start, size_t size, const char *instead)
{
    memcpy(bases->items[bases->count], start, size);
    memcpy(bases->items[bases->count++] + size, instead, strlen(instead) + 1);
}

/* Behind these a word takes -es: "boxes", "churches", "heroes". */
static bool takes_es(const char *word, size_t size)
{
    char last = word[size - 1];
    char before = size > 1 ? word[size - 2] : ' ';
    return strchr("sxzo", last) || (last == 'h' && strchr("cs", before));
}

/* The word itself, and what it may be a form of. */
static void find_bases(const char *word, size_t size, struct bases *bases)
{
    add_base(bases, word, size, "");
    for (size_t i = 0; i < word_ending_count; i++) {
        const struct word_ending *form = &word_endings[i];
        size_t end = strlen(form->ending);
        if (size < end + 2 || strcmp(word + size - end, form->ending) != 0)
            continue;
        size_t rest = size - end;
        if (strcmp(form->ending, "es") == 0 && !takes_es(word, rest))
            continue;
        add_base(bases, word, rest, form->instead);
        if (!*form->instead && word[rest - 1] == word[rest - 2])
            add_base(bases, word, rest - 1, "");
    }
}

bool word_is_form(const char *word, const char *other)
{
    struct bases own = {0};
    struct bases others = {0};
    size_t size = strlen(word);
    size_t other_size = strlen(other);
    if (size > WORD_MAX || other_size > WORD_MAX || !size || !other_size)
        return strcmp(word, other) == 0;
    find_bases(word, size, &own);
    find_bases(other, other_size, &others);
    for (size_t i = 0; i < own.count; i++)
        for (size_t j = 0; j < others.count; j++)
            if (strcmp(own.items[i], others.items[j]) == 0)
                return true;
    return false;
}
