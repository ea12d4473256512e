#include "indexer/index/lengths.h"

#include <string.h>

#include "indexer/index/statements.h"

enum { ROW_BYTES = TEXT_COLUMNS * 4 };

struct block {
    uint32_t numbers[LENGTHS_BLOCK * TEXT_COLUMNS];
};

struct lengths {
    struct index *index;
    struct arena *arena;
    struct block **blocks;
    size_t block_count;
};

static const uint32_t nothing[TEXT_COLUMNS];

struct lengths *lengths_of(struct index *index, struct arena *arena, size_t last)
{
    struct lengths *lengths = arena_alloc(arena, sizeof *lengths);
    size_t number = last / LENGTHS_BLOCK;
    lengths->block_count = (number > LENGTHS_BLOCK_LAST ? LENGTHS_BLOCK_LAST : number) + 1;
    lengths->blocks = arena_array(arena, lengths->block_count, sizeof(struct block *));
    lengths->index = index;
    lengths->arena = arena;
    return lengths;
}

/* A block is of whole rows, and not longer than it may be; one that is asked for is there. */
static bool is_good(size_t size)
{
    return size && size % ROW_BYTES == 0 && size / ROW_BYTES <= LENGTHS_BLOCK;
}

static struct block *read_block(struct lengths *lengths, size_t number)
{
    struct block *block = arena_alloc(lengths->arena, sizeof *block);
    struct statement *statement = statement_get(lengths->index, SQL_LENGTHS_BLOCK);
    bind_integer(statement, ":block", (int64_t)number);
    size_t size = 0;
    const unsigned char *data = statement_row(statement) ? statement_bytes(statement, 0, &size) : NULL;
    if (!is_good(size))
        index_is_damaged(lengths->index);
    for (size_t i = 0; is_good(size) && i < size / 4; i++, data += 4)
        block->numbers[i] =
            (uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24;
    statement_end(statement);
    return block;
}

const uint32_t *lengths_at(struct lengths *lengths, size_t row)
{
    size_t number = row / LENGTHS_BLOCK;
    if (number >= lengths->block_count)
        return nothing;
    if (!lengths->blocks[number])
        lengths->blocks[number] = read_block(lengths, number);
    return lengths->blocks[number]->numbers + row % LENGTHS_BLOCK * TEXT_COLUMNS;
}

bool lengths_decode(const unsigned char *data, size_t size, uint32_t lengths[TEXT_COLUMNS])
{
    size_t column = 0;
    memset(lengths, 0, TEXT_COLUMNS * sizeof *lengths);
    for (size_t i = 0; i < size && column < TEXT_COLUMNS; i++) {
        lengths[column] = lengths[column] << 7 | (data[i] & 0x7FU);
        column += !(data[i] & 0x80);
    }
    return column == TEXT_COLUMNS;
}
