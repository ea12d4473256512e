#include "search-cli/plan_filters.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/content/vocabulary.h"
#include "indexer/index/dates.h"
#include "indexer/index/numbers.h"
#include "indexer/index/queries.h"
#include "indexer/index/search_text.h"
#include "search-cli/collect.h"

size_t plan_facet(const char *field)
{
    size_t i = 0;
    while (i < FACET_COUNT && strcmp(facets[i].key, field))
        i++;
    return i;
}

static struct bitset date_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    struct bitset rows = dates_between(index, arena, node->field, node->from, node->to);
    if (node->from_excluded) {
        struct bitset out = dates_between(index, arena, node->field, node->from, node->from);
        bitset_minus(&rows, &out);
    }
    if (node->to_excluded) {
        struct bitset out = dates_between(index, arena, node->field, node->to, node->to);
        bitset_minus(&rows, &out);
    }
    return rows;
}

/* Whole numbers: what is excluded is the next one. */
static struct bitset number_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    int64_t from = *node->from ? strtoll(node->from, NULL, 10) + node->from_excluded : 0;
    int64_t to = *node->to ? strtoll(node->to, NULL, 10) - node->to_excluded : INT64_MAX;
    return numbers_between(index, arena, node->field, from, to);
}

static void add_term_rows(struct index *index, struct arena *arena, const char *field, const char *term,
                          struct bitset *rows)
{
    struct bitset more = index_term_rows(index, arena, field, term);
    bitset_or(arena, rows, &more);
}

size_t plan_position(const struct vocabulary *vocabulary, const char *id, size_t fallback)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!strcmp(vocabulary->terms[i].id, id))
            return i;
    return fallback;
}

/* Terms stand in the order of their vocabulary: e0 to e5, neighbourhood to national. */
static struct bitset range_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    const struct vocabulary *vocabulary = plan_vocabulary(index, &facets[plan_facet(node->field)]);
    struct bitset rows = {0};
    assert(vocabulary); /* that of the terms which the range was made of */
    size_t from = plan_position(vocabulary, node->from, 0) + node->from_excluded;
    size_t end = plan_position(vocabulary, node->to, vocabulary->count - 1) + !node->to_excluded;
    for (size_t i = from; i < end; i++)
        add_term_rows(index, arena, node->field, vocabulary->terms[i].id, &rows);
    return rows;
}

/* What a value says that a text must have: every word, of which the last may be a beginning. */
struct wanted_words {
    struct plan_leaf *leaves;
    size_t count;
};

static struct wanted_words words_of(const struct term_finder *finder, const char *value)
{
    const char *star = strrchr(value, '*');
    bool prefix = star && !star[1];
    struct tokens tokens = tokens_read(finder->tokenizer, finder->arena, value, strlen(value));
    struct plan leaves = {0};
    for (size_t i = 0; i < tokens.count; i++)
        plan_leaf_add(finder->arena, &leaves, tokens.items[i].word, tokens.items[i].stem,
                      prefix && i + 1 == tokens.count);
    return (struct wanted_words){leaves.leaves, leaves.leaf_count};
}

/* The rows that have all of the words in one column. */
static struct bitset rows_with_words(const struct term_finder *finder, const struct wanted_words *words, size_t column)
{
    struct bitset rows = {0};
    struct collected collected = {0};
    if (words->count)
        collect(finder->index, words->leaves, words->count, 0, &collected);
    for (size_t i = 0; i < collected.row_count; i++) {
        size_t held = 0;
        for (size_t j = 0; j < collected.rows[i].count; j++)
            held += collected.hits[collected.rows[i].first + j].column == column;
        if (held == words->count)
            bitset_add(finder->arena, &rows, collected.rows[i].row);
    }
    collected_free(&collected);
    return rows;
}

static bool text_has_word(const struct term_finder *finder, const char *text, const struct plan_leaf *word)
{
    struct tokens tokens = tokens_read_stems(finder->tokenizer, finder->arena, text, strlen(text));
    for (size_t i = 0; i < tokens.count; i++)
        if (word->prefix ? !strncmp(tokens.items[i].stem, word->stems, strlen(word->stems))
                         : !strcmp(tokens.items[i].stem, word->stems))
            return true;
    return false;
}

/* Of the rows those with a place that has all of the words: in the index it stands among other tags. */
static struct bitset rows_with_place(const struct term_finder *finder, const struct wanted_words *words,
                                     const struct bitset *among)
{
    struct bitset rows = {0};
    struct case_rows cases = index_cases(finder->index, finder->arena, ORDER_ID, among);
    for (size_t i = 0; i < cases.count; i++) {
        size_t held = 0;
        for (size_t j = 0; j < words->count; j++)
            held += text_has_word(finder, cases.items[i].place, &words->leaves[j]);
        if (held == words->count)
            bitset_add(finder->arena, &rows, cases.items[i].row);
    }
    return rows;
}

static struct bitset word_rows(const struct term_finder *finder, const char *field, const char *value)
{
    struct wanted_words words = words_of(finder, value);
    bool title = strcmp(field, "title") == 0;
    struct bitset rows = rows_with_words(finder, &words, title ? TEXT_TITLE : TEXT_TAGS);
    return title || !bitset_size(&rows) ? rows : rows_with_place(finder, &words, &rows);
}

/* What no case has in its title, place or id is told. */
static struct bitset plain_rows(const struct term_finder *finder, const struct query_node *node,
                                struct string_list *notes)
{
    struct bitset rows = {0};
    for (size_t i = 0; i < node->values.count; i++) {
        const char *value = node->values.items[i];
        bool id = node->field_kind == QUERY_FIELD_IDS;
        struct bitset more =
            id ? index_id_rows(finder->index, finder->arena, value) : word_rows(finder, node->field, value);
        if (!bitset_size(&more))
            string_list_add(
                finder->arena, notes,
                arena_format(finder->arena, "No %s %s \"%s\".", node->field, id ? "begins with" : "has", value));
        bitset_or(finder->arena, &rows, &more);
    }
    return rows;
}

struct bitset plan_filter_rows(const struct term_finder *finder, const struct query_node *node,
                               struct string_list *notes)
{
    struct index *index = finder->index;
    struct arena *arena = finder->arena;
    struct bitset rows = {0};
    if (node->field_kind == QUERY_FIELD_DATES)
        return date_rows(index, arena, node);
    if (node->field_kind == QUERY_FIELD_NUMBERS)
        return number_rows(index, arena, node);
    if (node->field_kind == QUERY_FIELD_WORDS || node->field_kind == QUERY_FIELD_IDS)
        return plain_rows(finder, node, notes);
    if (node->kind == QUERY_RANGE)
        return range_rows(index, arena, node);
    for (size_t i = 0; i < node->values.count; i++)
        add_term_rows(index, arena, node->field, node->values.items[i], &rows);
    return rows;
}
