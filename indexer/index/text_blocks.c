#include "indexer/index/text_blocks.h"

#include <sqlite3.h>
#include <stdint.h>

#include "indexer/base/text.h"
#include "indexer/index/lengths.h"
#include "indexer/index/search_text.h"
#include "indexer/index/statements.h"

/* At most so many blocks, none of fewer rows but the last. */
enum { BLOCKS_MOST = 16, ROWS_LEAST = 128 };

/* The two rows of search_data that are no pages: how many rows and words there are, and the list of segments. */
enum { RECORD_TOTALS = 1, RECORD_SEGMENTS = 10 };

bool text_blocks_open(struct index *copy)
{
    static const enum statement_id statements[] = {SQL_BLOCK_TABLE, SQL_BLOCK_ROOM};
    bool done = index_check(copy, sqlite3_db_config(copy->db, SQLITE_DBCONFIG_DEFENSIVE, 0, (int *)NULL));
    for (size_t i = 0; done && i < sizeof statements / sizeof *statements; i++)
        done = statement_run(statement_get(copy, statements[i]));
    return done;
}

static struct statement *of_segment(struct index *copy, enum statement_id id, size_t segment)
{
    struct statement *statement = statement_get(copy, id);
    bind_integer(statement, ":segment", (int64_t)segment);
    return statement;
}

/* Segments are numbered from 1 on. */
static bool make_block(struct index *copy, size_t segment, size_t rows)
{
    static const enum statement_id pages[] = {SQL_BLOCK_DROP_DATA, SQL_BLOCK_DROP_TERMS, SQL_BLOCK_DATA,
                                              SQL_BLOCK_TERMS};
    struct statement *fill = statement_get(copy, SQL_BLOCK_FILL);
    bind_integer(fill, ":first", (int64_t)((segment - 1) * rows + 1));
    bind_integer(fill, ":last", (int64_t)(segment * rows));
    bool done = statement_run(fill);
    for (size_t i = 0; done && i < sizeof pages / sizeof *pages; i++)
        done = statement_run(of_segment(copy, pages[i], segment));
    return done && statement_run(statement_get(copy, SQL_BLOCK_EMPTY));
}

static bool make_blocks(struct index *copy, const struct bitset *changed, size_t blocks, size_t rows)
{
    bool done = true;
    for (size_t segment = 1; done && segment <= blocks; segment++) {
        size_t first = (segment - 1) * rows + 1;
        size_t row = first;
        if (bitset_next(changed, row, &row) && row < first + rows)
            done = make_block(copy, segment, rows);
    }
    return done;
}

/* A number as SQLite writes it: seven bits a byte, the highest first, all but the last marked. */
static void add_number(struct text *out, uint64_t number)
{
    for (int shift = 49; shift > 0; shift -= 7)
        if (number >> shift)
            text_char(out, (char)(0x80U | (number >> shift & 0x7FU)));
    text_char(out, (char)(number & 0x7FU));
}

static bool store_record(struct index *copy, int64_t id, const struct text *record)
{
    struct statement *statement = statement_get(copy, SQL_BLOCK_RECORD);
    bind_integer(statement, ":id", id);
    bind_blob(statement, ":block", record->data, record->size);
    return statement_run(statement);
}

static size_t pages_of(struct index *copy, size_t segment)
{
    struct statement *statement = of_segment(copy, SQL_BLOCK_PAGES, segment);
    size_t count = statement_row(statement) ? statement_size(statement, 0) : 0;
    statement_end(statement);
    return count;
}

/* No changes of settings; one level; so many segments and pages; none being merged, and again how many segments. */
static bool store_segments(struct index *copy, size_t blocks)
{
    struct text record = {0};
    struct text list = {0};
    size_t count = 0;
    size_t all = 0;
    for (size_t segment = 1; segment <= blocks; segment++) {
        size_t pages = pages_of(copy, segment);
        if (!pages)
            continue;
        count++;
        all += pages;
        add_number(&list, segment);
        add_number(&list, 1);
        add_number(&list, pages);
    }
    text_append(&record, "\0\0\0\0", 4);
    add_number(&record, 1);
    add_number(&record, count);
    add_number(&record, all);
    add_number(&record, 0);
    add_number(&record, count);
    text_append(&record, text_string(&list), list.size);
    bool done = store_record(copy, RECORD_SEGMENTS, &record);
    text_free(&record);
    text_free(&list);
    return done;
}

static bool add_lengths(struct statement *sizes, uint64_t sums[TEXT_COLUMNS])
{
    uint32_t lengths[TEXT_COLUMNS];
    size_t size = 0;
    const unsigned char *data = statement_bytes(sizes, 0, &size);
    bool good = lengths_decode(data, size, lengths);
    for (size_t column = 0; good && column < TEXT_COLUMNS; column++)
        sums[column] += lengths[column];
    return good;
}

/* How many rows, and the words of each column in all. */
static bool store_totals(struct index *copy)
{
    struct text record = {0};
    uint64_t sums[TEXT_COLUMNS] = {0};
    size_t rows = 0;
    struct statement *sizes = statement_get(copy, SQL_ALL_DOCUMENT_SIZES);
    for (; statement_row(sizes); rows++) {
        if (!add_lengths(sizes, sums))
            index_is_damaged(copy);
    }
    statement_end(sizes);
    add_number(&record, rows);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        add_number(&record, sums[column]);
    bool done = store_record(copy, RECORD_TOTALS, &record);
    text_free(&record);
    return done;
}

bool text_blocks_make(struct index *copy, const struct bitset *changed, size_t count)
{
    size_t rows = ROWS_LEAST;
    while (rows * BLOCKS_MOST < count)
        rows *= 2;
    size_t blocks = (count + rows - 1) / rows;
    return make_blocks(copy, changed, blocks, rows) && store_segments(copy, blocks) && store_totals(copy) &&
           !index_failed(copy);
}
