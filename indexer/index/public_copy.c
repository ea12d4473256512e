#include "indexer/index/public_copy.h"

#include "indexer/content/publicity.h"
#include "indexer/index/index_create.h"
#include "indexer/index/queries.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"

struct copying {
    struct index *from;
    struct store to;
    struct bitset visible; /* in `from` */
};

/* Every row into the table of an insertion; `row`, where it is not 0, is the case's number in the copy. */
static bool copy_rows(const struct copying *copying, struct statement *rows, enum statement_id insertion, size_t row)
{
    bool done = true;
    while (done && statement_row(rows)) {
        struct statement *statement = statement_get(copying->to.index, insertion);
        bind_row(statement, rows);
        if (row)
            bind_integer(statement, ":row", (int64_t)row);
        done = statement_run(statement);
    }
    statement_end(rows);
    return done;
}

/* What belongs to no case. */
static bool copy_config(const struct copying *copying)
{
    static const enum statement_id tables[][2] = {
        {SQL_COPY_SETTINGS, SQL_INSERT_SETTING}, {SQL_COPY_TERMS, SQL_INSERT_TERM},
        {SQL_COPY_SYNONYMS, SQL_INSERT_SYNONYM}, {SQL_COPY_KNOWN_WORDS, SQL_INSERT_KNOWN_WORD},
        {SQL_COPY_MEASURES, SQL_INSERT_MEASURE},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!copy_rows(copying, statement_get(copying->from, tables[i][0]), tables[i][1], 0))
            return false;
    return true;
}

static struct statement *rows_of(const struct copying *copying, enum statement_id id, size_t row)
{
    struct statement *statement = statement_get(copying->from, id);
    bind_integer(statement, ":row", (int64_t)row);
    return statement;
}

static bool copy_words(const struct copying *copying, struct arena *arena, size_t from, size_t to)
{
    struct search_text text;
    return index_texts(copying->from, arena, from, text.columns) && store_words(&copying->to, to, &text);
}

static bool copy_tags(const struct copying *copying, size_t from, size_t to)
{
    bool done = true;
    struct statement *rows = rows_of(copying, SQL_ROW_TERMS, from);
    while (done && statement_row(rows))
        done = store_tag(&copying->to, to, statement_text_here(rows, 0), statement_text_here(rows, 1));
    statement_end(rows);
    if (bitset_has(&copying->visible, from))
        store_visible(&copying->to, to);
    return done;
}

static bool copy_mentions(const struct copying *copying, const char *id)
{
    struct statement *rows = statement_get(copying->from, SQL_COPY_MENTIONS);
    bind_text(rows, ":id", id);
    return copy_rows(copying, rows, SQL_INSERT_MENTION, 0);
}

/* Cases get their numbers anew, in the order in which they come. */
static bool copy_case(const struct copying *copying, const struct case_row *row)
{
    struct arena arena = {0};
    struct statement *insertion = statement_get(copying->to.index, SQL_INSERT_CASE);
    bool done = copy_rows(copying, rows_of(copying, SQL_COPY_CASE, row->row), SQL_INSERT_CASE, 0);
    size_t to = done ? statement_inserted_row(insertion) : 0;
    done = done && copy_words(copying, &arena, row->row, to) && copy_tags(copying, row->row, to) &&
           copy_mentions(copying, row->id) &&
           copy_rows(copying, rows_of(copying, SQL_COPY_DATES, row->row), SQL_INSERT_DATE, to) &&
           copy_rows(copying, rows_of(copying, SQL_COPY_NUMBERS, row->row), SQL_INSERT_NUMBER, to);
    arena_free(&arena);
    return done;
}

static bool copy_cases(const struct copying *copying, struct arena *arena)
{
    bool require_review = index_settings(copying->from)->require_review;
    struct case_rows cases = index_cases(copying->from, arena, ORDER_ID, NULL, 0, 0);
    for (size_t i = 0; i < cases.count; i++)
        if (publicity_is_open(publicity_of(cases.items[i].review_status, require_review)) &&
            !copy_case(copying, &cases.items[i]))
            return false;
    return true;
}

static bool copy_all(struct index *from, struct index *to)
{
    struct arena arena = {0};
    struct copying copying = {
        .from = from,
        .to = {.index = to, .sets = row_sets_new(&arena, to), .words = word_counts_new(to)},
        .visible = index_visible_rows(from, &arena),
    };
    bool done = copying.to.words && statement_run(statement_get(to, SQL_BEGIN)) && copy_config(&copying) &&
                copy_cases(&copying, &arena) && store_finish(&copying.to) &&
                statement_run(statement_get(to, SQL_COMMIT));
    word_counts_free(copying.to.words);
    arena_free(&arena);
    return done;
}

bool public_copy(struct index *index, const char *path, struct index_status *status)
{
    struct index *copy = index_create(path, status);
    if (!copy)
        return false;
    bool done = copy_all(index, copy) && !index_failed(index);
    if (done)
        return index_replace(copy, path, status);
    *status = index_failed(index) ? index->status : copy->status;
    index_discard(copy);
    return false;
}
