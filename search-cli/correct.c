#include "search-cli/correct.h"

#include <stdint.h>
#include <string.h>

#include "indexer/content/nearest.h"
#include "search-cli/stop_words.h"

static size_t edits_allowed(size_t size)
{
    return size <= 4 ? 1 : 2;
}

/* The pairs of neighbouring letters of a word, its ends included, as a set of 64 bits. */
static uint64_t pairs_of(const char *word)
{
    uint64_t pairs = 0;
    unsigned previous = 0;
    do {
        unsigned letter = (unsigned char)*word;
        pairs |= UINT64_C(1) << ((previous * 31 + letter) % 64);
        previous = letter;
    } while (*word++);
    return pairs;
}

static size_t size_of_set(uint64_t set)
{
    size_t size = 0;
    for (; set; set &= set - 1)
        size++;
    return size;
}

struct candidate {
    const struct surface_word *word;
    size_t distance;
    bool same_first;
    bool likely;
};

/* Of one edit: a letter that was left out or two that changed places, rather than a letter too many or a wrong one. */
static bool is_likely(const char *typed, const char *word)
{
    size_t size = strlen(typed);
    size_t differing = 0;
    if (strlen(word) != size)
        return strlen(word) > size;
    for (size_t i = 0; i < size; i++)
        differing += typed[i] != word[i];
    return differing == 2;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    if (!b->word || a->distance != b->distance)
        return !b->word || a->distance < b->distance;
    if (a->same_first != b->same_first)
        return a->same_first;
    if (a->likely != b->likely)
        return a->likely;
    if (a->word->count != b->word->count)
        return a->word->count > b->word->count;
    return strcmp(a->word->word, b->word->word) < 0;
}

static bool has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

/* Of two edits only a long word is a slip, with the same first letter, and when nothing else is as near. */
static bool stands_out(const struct candidate *best, const struct candidate *rival, size_t size)
{
    if (best->distance < 2)
        return true;
    return size >= CORRECT_LONG && best->same_first &&
           (!rival->word || rival->distance > best->distance || !strcmp(rival->word->stem, best->word->stem));
}

/* An edit changes at most three pairs, so words that share fewer need not be compared letter by letter. */
struct correction correct_among(const char *word, const struct surface_words *words)
{
    struct candidate best = {0};
    struct candidate rival = {0}; /* the best of another stem */
    size_t size = strlen(word);
    size_t limit = edits_allowed(size);
    uint64_t pairs = pairs_of(word);
    size_t pair_count = size_of_set(pairs);
    size_t least = pair_count > 3 * limit ? pair_count - 3 * limit : 1;
    if (size < CORRECT_LEAST || has_digit(word))
        return (struct correction){0};
    for (size_t i = 0; i < words->count; i++) {
        struct candidate one = {.word = &words->items[i], .same_first = words->items[i].word[0] == word[0]};
        if (has_digit(one.word->word) || size_of_set(pairs & pairs_of(one.word->word)) < least)
            continue;
        one.distance = nearest_distance(word, one.word->word, limit);
        if (one.distance > limit || stop_word(one.word->word))
            continue;
        one.likely = one.distance == 1 && is_likely(word, one.word->word);
        bool better = is_better(&one, &best);
        const struct candidate *left = better ? &best : &one;
        const struct candidate *kept = better ? &one : &best;
        if (left->word && kept->word && strcmp(left->word->stem, kept->word->stem) && is_better(left, &rival))
            rival = *left;
        if (better)
            best = one;
    }
    if (!best.word)
        return (struct correction){0};
    return (struct correction){best.word->word, stands_out(&best, &rival, size)};
}

struct correction correct_word(struct index *index, struct arena *arena, const char *word)
{
    size_t size = strlen(word);
    size_t limit = edits_allowed(size);
    if (size < CORRECT_LEAST || has_digit(word))
        return (struct correction){0};
    struct surface_words words = words_by_length(index, arena, size - limit, size + limit);
    return correct_among(word, &words);
}
