#include "indexer/index/public_copy.h"

#include <string.h>

#include "indexer/content/publicity.h"
#include "indexer/index/index_create.h"
#include "indexer/index/queries.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"
#include "indexer/index/text_blocks.h"

struct copying {
    struct index *from;
    struct store to;
    struct arena arena;
    struct case_rows cases; /* those that are copied, by id: they get the numbers from 1 on */
    struct bitset visible;  /* in `from` */
    bool all;               /* nothing is left out, and so words and their counts are the same */
    struct bitset changed;  /* the rows of the copy whose case is another, or all of them */
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

static bool copy_table(const struct copying *copying, enum statement_id rows, enum statement_id insertion)
{
    return copy_rows(copying, statement_get(copying->from, rows), insertion, 0);
}

/* What only reports need. */
static bool copy_report_rows(const struct copying *copying)
{
    return copy_table(copying, SQL_LENSES, SQL_INSERT_LENS) &&
           copy_table(copying, SQL_COPY_LENS_CELLS, SQL_INSERT_LENS_CELL) &&
           copy_table(copying, SQL_NEEDS, SQL_INSERT_NEED);
}

/* What belongs to no case. */
static bool copy_config(const struct copying *copying)
{
    return copy_table(copying, SQL_COPY_SETTINGS, SQL_INSERT_SETTING) &&
           copy_table(copying, SQL_COPY_TERMS, SQL_INSERT_TERM) &&
           copy_table(copying, SQL_COPY_SYNONYMS, SQL_INSERT_SYNONYM) &&
           copy_table(copying, SQL_COPY_KNOWN_WORDS, SQL_INSERT_KNOWN_WORD) &&
           copy_table(copying, SQL_COPY_MEASURES, SQL_INSERT_MEASURE) && copy_report_rows(copying);
}

static struct statement *rows_of(const struct copying *copying, enum statement_id id, size_t row)
{
    struct statement *statement = statement_get(copying->from, id);
    bind_integer(statement, ":row", (int64_t)row);
    return statement;
}

static bool count_words(const struct copying *copying, size_t from)
{
    struct arena arena = {0};
    struct search_text text;
    bool done = index_texts(copying->from, &arena, from, text.columns);
    if (done)
        store_count_words(&copying->to, &text, 1);
    arena_free(&arena);
    return done;
}

/* The full-text index of the texts is made at the end. */
static bool copy_texts(const struct copying *copying, size_t from, size_t to)
{
    return copy_rows(copying, rows_of(copying, SQL_COPY_TEXTS, from), SQL_INSERT_TEXTS, to) &&
           copy_rows(copying, rows_of(copying, SQL_DOCUMENT_SIZES, from), SQL_INSERT_DOCUMENT_SIZES, to) &&
           store_lengths(&copying->to, to);
}

static bool copy_tags(const struct copying *copying, size_t from, size_t to)
{
    bool done = true;
    struct statement *rows = rows_of(copying, SQL_ROW_TERMS, from);
    while (done && statement_row(rows))
        done = store_tag(&copying->to, to, statement_text_here(rows, 0), statement_text_here(rows, 1));
    statement_end(rows);
    store_visible(&copying->to, to, bitset_has(&copying->visible, from));
    return done;
}

static bool copy_mentions(const struct copying *copying, const char *id)
{
    struct statement *rows = statement_get(copying->from, SQL_COPY_MENTIONS);
    bind_text(rows, ":id", id);
    return copy_rows(copying, rows, SQL_INSERT_MENTION, 0);
}

/* All but what it mentions. */
static bool copy_case(const struct copying *copying, size_t number)
{
    size_t from = copying->cases.items[number].row;
    size_t to = number + 1;
    return copy_rows(copying, rows_of(copying, SQL_COPY_CASE, from), SQL_INSERT_CASE, to) &&
           copy_rows(copying, rows_of(copying, SQL_COPY_SOURCE, from), SQL_INSERT_SOURCE, to) &&
           copy_texts(copying, from, to) && copy_tags(copying, from, to) &&
           copy_rows(copying, rows_of(copying, SQL_COPY_DATES, from), SQL_INSERT_DATE, to) &&
           copy_rows(copying, rows_of(copying, SQL_COPY_NUMBERS, from), SQL_INSERT_NUMBER, to);
}

/* In the order of cases, as rows of this table have no other. */
static bool copy_all_mentions(const struct copying *copying)
{
    bool done = true;
    for (size_t i = 0; done && i < copying->cases.count; i++)
        done = copy_mentions(copying, copying->cases.items[i].id);
    return done;
}

/* A copy that has nothing yet. */
static bool copy_everything(struct copying *copying)
{
    bool done = copy_config(copying);
    for (size_t i = 0; done && i < copying->cases.count; i++) {
        bitset_add(&copying->arena, &copying->changed, i + 1);
        done = copy_case(copying, i) && (copying->all || count_words(copying, copying->cases.items[i].row));
    }
    return done && copy_all_mentions(copying) &&
           (!copying->all || (copy_table(copying, SQL_COPY_WORDS, SQL_ADD_WORD) &&
                              copy_table(copying, SQL_COPY_COMPOUNDS, SQL_ADD_COMPOUND)));
}

/* All that a row of ours says of a case comes from its file, and from whether that is still good. */
static bool is_as_it_was(struct copying *copying, size_t number)
{
    struct statement *now = rows_of(copying, SQL_COPY_LAST_STATE, copying->cases.items[number].row);
    struct statement *then = statement_get(copying->to.index, SQL_COPY_LAST_STATE);
    bind_integer(then, ":row", (int64_t)number + 1);
    bool same = statement_row(now) && statement_row(then) && statement_integer(now, 0) == statement_integer(then, 0) &&
                statement_size(now, 1) == statement_size(then, 1);
    statement_end(now);
    statement_end(then);
    return same;
}

/* Whether a copy has the same cases under the same numbers, whatever they said then. */
static bool has_these_cases(struct copying *copying)
{
    struct case_rows then = index_cases(copying->to.index, &copying->arena, ORDER_ID, NULL);
    bool same = then.count == copying->cases.count;
    for (size_t i = 0; same && i < then.count; i++)
        same = then.items[i].row == i + 1 && strcmp(then.items[i].id, copying->cases.items[i].id) == 0;
    return same && !index_failed(copying->to.index);
}

static bool renew_case(struct copying *copying, size_t number)
{
    struct arena arena = {0};
    struct case_row row = copying->cases.items[number];
    row.row = number + 1;
    bitset_add(&copying->arena, &copying->changed, row.row);
    bool done = store_remove_all_but_texts(&copying->to, &arena, &row) &&
                statement_run_of_row(copying->to.index, SQL_DELETE_TEXTS, row.row) &&
                statement_run_of_row(copying->to.index, SQL_DELETE_DOCUMENT_SIZES, row.row) &&
                copy_case(copying, number) && count_words(copying, copying->cases.items[number].row);
    arena_free(&arena);
    return done;
}

/* An earlier copy of the same cases. */
static bool renew(struct copying *copying)
{
    static const enum statement_id deletions[] = {SQL_DELETE_SETTINGS, SQL_DELETE_ALL_MENTIONS, SQL_DELETE_LENS_CELLS,
                                                  SQL_DELETE_LENSES, SQL_DELETE_NEEDS};
    bool done = true;
    for (size_t i = 0; done && i < sizeof deletions / sizeof *deletions; i++)
        done = statement_run(statement_get(copying->to.index, deletions[i]));
    done = done && copy_table(copying, SQL_COPY_SETTINGS, SQL_INSERT_SETTING) && copy_report_rows(copying);
    for (size_t i = 0; done && i < copying->cases.count; i++)
        done = is_as_it_was(copying, i) || renew_case(copying, i);
    return done && copy_all_mentions(copying);
}

static void list_cases(struct copying *copying)
{
    bool require_review = index_settings(copying->from)->require_review;
    struct case_rows *cases = &copying->cases;
    size_t count = 0;
    *cases = index_cases(copying->from, &copying->arena, ORDER_ID, NULL);
    for (size_t i = 0; i < cases->count; i++)
        if (publicity_is_open(publicity_of(cases->items[i].review_status, require_review)))
            cases->items[count++] = cases->items[i];
    copying->all = count == cases->count;
    cases->count = count;
    copying->visible = index_visible_rows(copying->from, &copying->arena);
}

/* By one of the two ways, which lead to the same. */
static bool fill(struct copying *copying, bool (*way)(struct copying *copying), struct index *copy)
{
    copying->to =
        (struct store){.index = copy, .sets = row_sets_new(&copying->arena, copy), .words = word_counts_new(copy)};
    copying->changed = (struct bitset){0};
    bool done = copying->to.words && text_blocks_open(copy) && (way != renew || has_these_cases(copying)) &&
                statement_run(statement_get(copy, SQL_BEGIN)) && way(copying) && store_finish(&copying->to) &&
                statement_run(statement_get(copy, SQL_COMMIT)) &&
                text_blocks_make(copy, &copying->changed, copying->cases.count);
    word_counts_free(copying->to.words);
    return done && !index_failed(copying->from);
}

static bool make(struct copying *copying, const char *before, const char *path, struct index_status *status)
{
    struct index *copy = before ? index_create_from(before, path, status) : index_create(path, status);
    if (!copy)
        return false;
    bool done = fill(copying, before ? renew : copy_everything, copy) && index_pack(copy, path, status);
    if (index_failed(copy))
        *status = copy->status;
    done = index_discard(copy, status) && done;
    return done;
}

/* Whatever an earlier copy lacks, it is no more than a shorter way. */
bool public_copy(struct index *index, const char *before, const char *path, struct index_status *status)
{
    struct copying copying = {.from = index};
    list_cases(&copying);
    bool done = !index_failed(index) && ((before && make(&copying, before, path, status)) ||
                                         (!index_failed(index) && make(&copying, NULL, path, status)));
    if (index_failed(index))
        *status = index->status;
    arena_free(&copying.arena);
    return done;
}
