#include "indexer/index/inverted.h"

#include <sqlite3.h>
#include <string.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"
#include "indexer/index/search_text.h"
#include "indexer/index/statements.h"

/* A view of FTS5 upon its own index; being temporary, it works where nothing may be written. */
static const char open_sql[] =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_places USING fts5vocab(main, search, instance)";
static const char walk_sql[] = "SELECT term, doc, col, \"offset\" FROM temp.search_places";

/* One term while its places are gathered. */
struct gathering {
    struct index *index;
    struct arena arena;
    struct text term;
    struct inverted_place *places;
    size_t count;
    size_t capacity;
};

/* TEXT_COLUMNS for a name that the table does not have. */
static uint32_t column_of(const char *name)
{
    uint32_t column = 0;
    while (column < TEXT_COLUMNS && strcmp(search_text_names[column], name) != 0)
        column++;
    return column;
}

/* False for a place that no index of ours has. */
static bool read_place(sqlite3_stmt *statement, struct inverted_place *place)
{
    sqlite3_int64 row = sqlite3_column_int64(statement, 1);
    const unsigned char *column = sqlite3_column_text(statement, 2);
    sqlite3_int64 offset = sqlite3_column_int64(statement, 3);
    if (!column || row < 1 || row > STATEMENT_ROW_MAX || offset < 0 || offset > INT32_MAX)
        return false;
    *place = (struct inverted_place){(uint32_t)row, column_of((const char *)column), (uint32_t)offset};
    return place->column < TEXT_COLUMNS;
}

static bool is_same_term(const struct gathering *gathering, const char *term, size_t size)
{
    return gathering->count && gathering->term.size == size && memcmp(gathering->term.data, term, size) == 0;
}

static void add_place(struct gathering *gathering, const struct inverted_place *place)
{
    gathering->places = arena_grow(&gathering->arena, gathering->places, gathering->count, &gathering->capacity,
                                   sizeof *gathering->places);
    gathering->places[gathering->count++] = *place;
}

static void walk(sqlite3_stmt *statement, struct gathering *gathering,
                 void (*each)(void *context, const char *term, struct inverted_place *places, size_t count),
                 void *context)
{
    int result;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
        struct inverted_place place;
        const char *term = (const char *)sqlite3_column_text(statement, 0);
        if (!term || !read_place(statement, &place)) {
            index_is_damaged(gathering->index);
            return;
        }
        size_t size = (size_t)sqlite3_column_bytes(statement, 0);
        if (!is_same_term(gathering, term, size)) {
            if (gathering->count)
                each(context, gathering->term.data, gathering->places, gathering->count);
            gathering->count = 0;
            text_clear(&gathering->term);
            text_append(&gathering->term, term, size);
        }
        add_place(gathering, &place);
    }
    if (index_check(gathering->index, result) && gathering->count)
        each(context, gathering->term.data, gathering->places, gathering->count);
}

bool inverted_walk(struct index *index,
                   void (*each)(void *context, const char *term, struct inverted_place *places, size_t count),
                   void *context)
{
    struct gathering gathering = {.index = index};
    sqlite3_stmt *statement = NULL;
    if (index_check(index, sqlite3_exec(index->db, open_sql, NULL, NULL, NULL)) &&
        index_check(index, sqlite3_prepare_v2(index->db, walk_sql, -1, &statement, NULL)))
        walk(statement, &gathering, each, context);
    sqlite3_finalize(statement);
    text_free(&gathering.term);
    arena_free(&gathering.arena);
    return !index_failed(index);
}
