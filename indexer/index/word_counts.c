#include "indexer/index/word_counts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/string_numbers.h"
#include "indexer/base/text.h"
#include "indexer/index/statements.h"
#include "indexer/index/tokens.h"

/* Longer words are not corrected and not completed. */
enum { LONGEST_WORD = 64 };

struct counted {
    const char *word;
    int64_t count;
};

struct word_counts {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena arena;
    struct string_numbers words;
    struct counted *counts; /* by the numbers of the words */
    size_t capacity;
    int times;
    const char *text;     /* that is counted now */
    size_t before;        /* where its last word ended */
    size_t last_size;     /* how long that was */
    struct text compound; /* the words that hang together so far, with blanks between */
    size_t parts;
};

struct word_counts *word_counts_new(struct index *index)
{
    struct tokenizer *tokenizer = tokenizer_open(index);
    if (!tokenizer)
        return NULL;
    struct word_counts *counts = memory_resize(NULL, sizeof *counts);
    *counts = (struct word_counts){.index = index, .tokenizer = tokenizer};
    return counts;
}

void word_counts_free(struct word_counts *counts)
{
    if (!counts)
        return;
    tokenizer_close(counts->tokenizer);
    text_free(&counts->compound);
    string_numbers_free(&counts->words);
    arena_free(&counts->arena);
    free(counts);
}

struct tokenizer *word_counts_tokenizer(struct word_counts *counts)
{
    return counts->tokenizer;
}

static bool is_worth_keeping(const char *word, size_t size)
{
    return (size > 1 || ascii_is_digit(word[0])) && size <= LONGEST_WORD && !memchr(word, '\0', size);
}

static void count_key(struct word_counts *counts, const char *word, size_t size)
{
    size_t known = counts->words.count;
    size_t number = string_number(&counts->words, word, size);
    if (number == known) {
        counts->counts = arena_grow(&counts->arena, counts->counts, number, &counts->capacity, sizeof *counts->counts);
        counts->counts[number] = (struct counted){counts->words.items[number], 0};
    }
    counts->counts[number].count += counts->times;
}

/* A hyphen between two words, a comma before the thousands of a number, or a point between two letters. */
static bool hangs_together(const struct word_counts *counts, size_t size, size_t start)
{
    static const char *const hyphens[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91"};
    const char *between = counts->text + counts->before;
    size_t length = start - counts->before;
    if (!counts->parts || !length)
        return false;
    if (length == 1 && *between == ',')
        return size == 3 && ascii_is_digit(between[-1]) && ascii_is_digit(between[1]);
    if (length == 1 && *between == '.' && size == 1)
        return ascii_is_letter(between[-1]) && ascii_is_letter(between[1]) && counts->last_size == 1;
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++)
        if (length == strlen(hyphens[i]) && !memcmp(between, hyphens[i], length))
            return !(ascii_is_digit(between[-1]) && ascii_is_digit(between[length]));
    return false;
}

/* Compounds are counted among the words; the blank tells them apart. */
static void end_compound(struct word_counts *counts)
{
    if (counts->parts > 1 && counts->compound.size <= LONGEST_WORD)
        count_key(counts, text_string(&counts->compound), counts->compound.size);
    text_clear(&counts->compound);
    counts->parts = 0;
}

static void count_word(void *context, const char *word, size_t size, size_t start, size_t end)
{
    struct word_counts *counts = context;
    if (is_worth_keeping(word, size))
        count_key(counts, word, size);
    if (!hangs_together(counts, size, start))
        end_compound(counts);
    text_add(&counts->compound, counts->parts ? " " : "");
    text_append(&counts->compound, word, size);
    counts->parts++;
    counts->before = end;
    counts->last_size = size;
}

void word_counts_add(struct word_counts *counts, const char *text, int times)
{
    counts->times = times;
    counts->text = text;
    tokens_each_word(counts->tokenizer, text, strlen(text), count_word, counts);
    end_compound(counts);
}

static int by_word(const void *a, const void *b)
{
    return strcmp(((const struct counted *)a)->word, ((const struct counted *)b)->word);
}

/* The words whose count changed, in byte order, so that a fresh table is always built in the same way. */
static size_t changed_words(struct word_counts *counts, struct counted **sorted)
{
    size_t count = 0;
    *sorted = arena_array(&counts->arena, counts->words.count, sizeof **sorted);
    for (size_t i = 0; i < counts->words.count; i++)
        if (counts->counts[i].count)
            (*sorted)[count++] = counts->counts[i];
    if (count)
        qsort(*sorted, count, sizeof **sorted, by_word);
    return count;
}

/* "well being" under "wellbeing". */
static bool store_compound(struct word_counts *counts, const struct counted *compound)
{
    struct text joined = {0};
    for (const char *at = compound->word; *at; at++)
        text_format(&joined, "%.*s", *at != ' ', at);
    static const enum statement_id statements[] = {SQL_ADD_COMPOUND, SQL_DROP_COMPOUND};
    bool done = true;
    for (size_t i = 0; done && i < (compound->count > 0 ? 1 : 2); i++) {
        struct statement *statement = statement_get(counts->index, statements[i]);
        bind_text(statement, ":joined", text_string(&joined));
        bind_text(statement, ":parts", compound->word);
        if (!i)
            bind_integer(statement, ":count", compound->count);
        done = statement_run(statement);
    }
    text_free(&joined);
    return done;
}

static bool store_word(struct word_counts *counts, const struct counted *word)
{
    if (strchr(word->word, ' '))
        return store_compound(counts, word);
    struct statement *add = statement_get(counts->index, SQL_ADD_WORD);
    bind_text(add, ":word", word->word);
    bind_text(add, ":stem", tokens_stems(counts->tokenizer, &counts->arena, word->word));
    bind_integer(add, ":count", word->count);
    if (!statement_run(add))
        return false;
    if (word->count > 0)
        return true;
    struct statement *drop = statement_get(counts->index, SQL_DROP_WORD);
    bind_text(drop, ":word", word->word);
    return statement_run(drop);
}

bool word_counts_store(struct word_counts *counts)
{
    struct counted *sorted = NULL;
    size_t count = changed_words(counts, &sorted);
    for (size_t i = 0; i < count; i++)
        if (!store_word(counts, &sorted[i]))
            return false;
    return true;
}

size_t words_count_of_stem(struct index *index, const char *stem)
{
    struct statement *statement = statement_get(index, SQL_STEM_COUNT);
    bind_text(statement, ":stem", stem);
    size_t count = statement_row(statement) ? statement_size(statement, 0) : 0;
    statement_end(statement);
    return count;
}

const char *compound_parts(struct index *index, struct arena *arena, const char *joined)
{
    struct statement *statement = statement_get(index, SQL_COMPOUND);
    bind_text(statement, ":joined", joined);
    const char *parts = statement_row(statement) ? statement_text(arena, statement, 0) : "";
    statement_end(statement);
    return parts;
}

struct compounds compounds_all(struct index *index, struct arena *arena)
{
    struct compounds all = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_COMPOUNDS);
    while (statement_row(statement)) {
        const char *joined = statement_text(arena, statement, 0);
        if (all.count && !strcmp(all.items[all.count - 1].joined, joined))
            continue;
        all.items = arena_grow(arena, all.items, all.count, &capacity, sizeof *all.items);
        all.items[all.count++] = (struct compound){joined, statement_text(arena, statement, 1)};
    }
    statement_end(statement);
    return all;
}

static struct surface_words read_words(struct statement *statement, struct arena *arena)
{
    struct surface_words words = {0};
    while (statement_row(statement)) {
        words.items = arena_grow(arena, words.items, words.count, &words.capacity, sizeof *words.items);
        words.items[words.count++] = (struct surface_word){
            statement_text(arena, statement, 0), statement_text(arena, statement, 1), statement_size(statement, 2)};
    }
    statement_end(statement);
    return words;
}

struct surface_words words_of_stem(struct index *index, struct arena *arena, const char *stem)
{
    struct statement *statement = statement_get(index, SQL_WORDS_OF_STEM);
    bind_text(statement, ":stem", stem);
    return read_words(statement, arena);
}

struct surface_words words_by_length(struct index *index, struct arena *arena, size_t shortest, size_t longest)
{
    struct statement *statement = statement_get(index, SQL_WORDS_BY_LENGTH);
    bind_integer(statement, ":shortest", (int64_t)shortest);
    bind_integer(statement, ":longest", (int64_t)longest);
    return read_words(statement, arena);
}

struct surface_words words_stemmed_away(struct index *index, struct arena *arena, const char *prefix,
                                        const char *stem_prefix, size_t limit)
{
    struct statement *statement = statement_get(index, SQL_WORDS_STEMMED_AWAY);
    bind_text(statement, ":prefix", prefix);
    bind_text(statement, ":stem", stem_prefix);
    bind_integer(statement, ":limit", (int64_t)limit);
    return read_words(statement, arena);
}
