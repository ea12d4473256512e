#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "indexer/index/known_word_rows.h"
#include "indexer/index/word_counts.h"
#include "search-cli/stop_words.h"

/* Words longer than LONGEST_APART stand together: they are few. */
enum { LONGEST_APART = 18, LEAST = 4000, LEAST_KNOWN = 12000 };

static size_t shared_size(const char *a, const char *b)
{
    size_t size = 0;
    while (a[size] && a[size] == b[size] && size < 63)
        size++;
    return size;
}

/* How much it shares with the word before, what is its own, and a point. */
static void write_word(struct text *out, const char *word, const char *before)
{
    size_t shared = shared_size(word, before);
    digits_fixed(out, shared, 1);
    text_add(out, word + shared);
    text_char(out, '.');
}

/* For corrections: the words of each length in bytes but stop words, each followed by its count. */
static void write_by_length(struct shards *shards, const struct surface_words *words)
{
    struct text lengths = {0};
    size_t number = 0;
    for (size_t length = 1; length <= LONGEST_APART + 1; length++) {
        struct text list = {0};
        const char *before = "";
        for (size_t i = 0; i < words->count; i++) {
            size_t size = strlen(words->items[i].word);
            if (strpbrk(words->items[i].word, "0123456789") ||
                (size < LONGEST_APART + 1 ? size : LONGEST_APART + 1) != length || stop_word(words->items[i].word))
                continue;
            write_word(&list, words->items[i].word, before);
            digits_number(&list, words->items[i].count);
            before = words->items[i].word;
        }
        if (list.size) {
            text_format(&lengths, "%s%zu", number ? " " : "", length);
            shards_write_string(shards, arena_format(&shards->arena, "w%zu", number++), list.data, list.size);
        }
        text_free(&list);
    }
    json_member_integer(&shards->base, "wordsApart", LONGEST_APART);
    json_member_string(&shards->base, "w", text_string(&lengths));
    text_free(&lengths);
}

/* For beginnings: all words by alphabet. */
static void write_by_alphabet(struct shards *shards, const struct surface_words *words)
{
    struct shards_lines lines = {0};
    for (size_t i = 0; i < words->count; i++) {
        struct text line = {0};
        text_add(&line, words->items[i].word);
        shards_add(shards, &lines, words->items[i].word, &line);
        text_free(&line);
    }
    shards_write_lines(shards, &lines, "a", LEAST);
}

/*
 * What one may rightly type though nothing here has it: a stem, a tab, and the words that have it; each as how much it
 * shares with the stem, what is its own, and a point, or a colon behind a name.
 */
static void write_known(struct shards *shards)
{
    struct shards_lines lines = {0};
    struct known_names names = known_names(shards->index, &shards->arena);
    for (size_t i = 0; i < names.count;) {
        struct text line = {0};
        const char *stem = names.items[i].stem;
        text_format(&line, "%s\t", stem);
        for (; i < names.count && strcmp(names.items[i].stem, stem) == 0; i++) {
            size_t shared = shared_size(names.items[i].word, stem);
            digits_fixed(&line, shared, 1);
            text_format(&line, "%s%c", names.items[i].word + shared, names.items[i].is_plain ? '.' : ':');
        }
        shards_add(shards, &lines, stem, &line);
        text_free(&line);
    }
    shards_write_lines(shards, &lines, "k", LEAST_KNOWN);
}

void search_shards_words_write(struct shards *shards)
{
    write_by_length(shards, &shards->surface);
    write_by_alphabet(shards, &shards->surface);
    write_known(shards);
}
