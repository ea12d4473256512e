#include "indexer/index/row_sets.h"

#include <string.h>

#include "indexer/base/bitset.h"
#include "indexer/base/hash.h"
#include "indexer/index/lengths.h"
#include "indexer/index/queries.h"
#include "indexer/index/statements.h"

enum { BUCKETS = 1024, ROW_BYTES = TEXT_COLUMNS * 4 };

struct set {
    struct set *next; /* in the same bucket */
    const char *field;
    const char *term;
    struct bitset rows;
};

struct block {
    struct block *next;
    size_t number;
    unsigned char data[LENGTHS_BLOCK * ROW_BYTES];
    size_t rows; /* that are in use */
};

struct row_sets {
    struct arena *arena;
    struct index *index;
    struct set *buckets[BUCKETS];
    struct block *blocks; /* the one used last comes first */
};

struct row_sets *row_sets_new(struct arena *arena, struct index *index)
{
    struct row_sets *sets = arena_alloc(arena, sizeof *sets);
    sets->arena = arena;
    sets->index = index;
    return sets;
}

static struct set *find_set(struct row_sets *sets, const char *field, const char *term)
{
    uint64_t hash = hash_bytes(hash_bytes(HASH_START, field, strlen(field) + 1), term, strlen(term));
    struct set **bucket = &sets->buckets[hash % BUCKETS];
    for (struct set *set = *bucket; set; set = set->next)
        if (strcmp(set->field, field) == 0 && strcmp(set->term, term) == 0)
            return set;
    struct set *set = arena_alloc(sets->arena, sizeof *set);
    *set = (struct set){*bucket, arena_string(sets->arena, field), arena_string(sets->arena, term),
                        index_term_rows(sets->index, sets->arena, field, term)};
    *bucket = set;
    return set;
}

void row_sets_add(struct row_sets *sets, const char *field, const char *term, size_t row)
{
    bitset_add(sets->arena, &find_set(sets, field, term)->rows, row);
}

void row_sets_remove(struct row_sets *sets, const char *field, const char *term, size_t row)
{
    bitset_remove(&find_set(sets, field, term)->rows, row);
}

static struct block *load_block(struct row_sets *sets, size_t number)
{
    struct block *block = arena_alloc(sets->arena, sizeof *block);
    struct statement *statement = statement_get(sets->index, SQL_LENGTHS_BLOCK);
    block->number = number;
    bind_integer(statement, ":block", (int64_t)number);
    if (statement_row(statement)) {
        size_t size = 0;
        const void *data = statement_bytes(statement, 0, &size);
        if (!size || size % ROW_BYTES || size > sizeof block->data) {
            index_is_damaged(sets->index);
        } else {
            memcpy(block->data, data, size);
            block->rows = size / ROW_BYTES;
        }
    }
    statement_end(statement);
    block->next = sets->blocks;
    sets->blocks = block;
    return block;
}

static struct block *find_block(struct row_sets *sets, size_t number)
{
    for (struct block *block = sets->blocks; block; block = block->next)
        if (block->number == number)
            return block;
    return load_block(sets, number);
}

void row_sets_lengths(struct row_sets *sets, size_t row, const uint32_t lengths[TEXT_COLUMNS])
{
    struct block *block = find_block(sets, row / LENGTHS_BLOCK);
    size_t at = row % LENGTHS_BLOCK;
    unsigned char *bytes = block->data + at * ROW_BYTES;
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        for (size_t byte = 0; byte < 4; byte++)
            *bytes++ = (unsigned char)(lengths[column] >> 8 * byte & 0xFF);
    if (at + 1 > block->rows)
        block->rows = at + 1;
}

static bool store_set(struct row_sets *sets, const struct set *set)
{
    /* The set of what is seen is there also where it is empty: one that is not is lost (index_visible_rows). */
    size_t least = *set->field ? 0 : 1;
    /* Without empty words at the end, so that the bytes do not depend on how the set grew. */
    struct bitset rows = set->rows;
    while (rows.count > least && !rows.words[rows.count - 1])
        rows.count--;
    unsigned char *bytes = arena_alloc(sets->arena, rows.count * 8);
    bitset_store(&rows, bytes);
    struct statement *statement = statement_get(sets->index, rows.count ? SQL_STORE_TERM_ROWS : SQL_DELETE_TERM_ROWS);
    bind_text(statement, ":field", set->field);
    bind_text(statement, ":term", set->term);
    if (rows.count)
        bind_blob(statement, ":rows", bytes, rows.count * 8);
    return statement_run(statement);
}

static bool store_block(struct row_sets *sets, const struct block *block)
{
    struct statement *statement = statement_get(sets->index, SQL_STORE_LENGTHS);
    bind_integer(statement, ":block", (int64_t)block->number);
    bind_blob(statement, ":data", block->data, block->rows * ROW_BYTES);
    return statement_run(statement);
}

bool row_sets_store(struct row_sets *sets)
{
    bool done = true;
    for (size_t i = 0; done && i < BUCKETS; i++)
        for (const struct set *set = sets->buckets[i]; done && set; set = set->next)
            done = store_set(sets, set);
    for (const struct block *block = sets->blocks; done && block; block = block->next)
        done = store_block(sets, block);
    return done;
}
