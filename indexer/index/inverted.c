#include "indexer/index/inverted.h"

#include <sqlite3.h>
#include <string.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"

/* A view of FTS5 upon its own index; being temporary, it works where nothing may be written. */
static const char open_sql[] =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_places USING fts5vocab(main, search, instance)";
static const char walk_sql[] = "SELECT term, doc, col, \"offset\" FROM temp.search_places";

/* One term while its places are gathered. */
struct gathering {
    struct arena arena;
    struct text term;
    struct inverted_place *places;
    size_t count;
    size_t capacity;
};

static uint32_t column_of(const char *name)
{
    static const char *const names[] = {"title", "summary", "tags", "body"};
    uint32_t column = 0;
    while (column < sizeof names / sizeof *names - 1 && strcmp(names[column], name) != 0)
        column++;
    return column;
}

static bool is_same_term(const struct gathering *gathering, const char *term, size_t size)
{
    return gathering->count && gathering->term.size == size && memcmp(gathering->term.data, term, size) == 0;
}

static void add_place(struct gathering *gathering, sqlite3_stmt *statement)
{
    gathering->places = arena_grow(&gathering->arena, gathering->places, gathering->count, &gathering->capacity,
                                   sizeof *gathering->places);
    gathering->places[gathering->count++] = (struct inverted_place){
        (uint32_t)sqlite3_column_int64(statement, 1), column_of((const char *)sqlite3_column_text(statement, 2)),
        (uint32_t)sqlite3_column_int64(statement, 3)};
}

static void walk(sqlite3_stmt *statement, struct gathering *gathering,
                 void (*each)(void *context, const char *term, struct inverted_place *places, size_t count),
                 void *context)
{
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *term = (const char *)sqlite3_column_text(statement, 0);
        size_t size = (size_t)sqlite3_column_bytes(statement, 0);
        if (!is_same_term(gathering, term, size)) {
            if (gathering->count)
                each(context, gathering->term.data, gathering->places, gathering->count);
            gathering->count = 0;
            text_clear(&gathering->term);
            text_append(&gathering->term, term, size);
        }
        add_place(gathering, statement);
    }
    if (gathering->count)
        each(context, gathering->term.data, gathering->places, gathering->count);
}

bool inverted_walk(struct index *index,
                   void (*each)(void *context, const char *term, struct inverted_place *places, size_t count),
                   void *context)
{
    struct gathering gathering = {0};
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_exec(index->db, open_sql, NULL, NULL, NULL) == SQLITE_OK &&
                sqlite3_prepare_v2(index->db, walk_sql, -1, &statement, NULL) == SQLITE_OK;
    if (done)
        walk(statement, &gathering, each, context);
    done = sqlite3_finalize(statement) == SQLITE_OK && done;
    text_free(&gathering.term);
    arena_free(&gathering.arena);
    return done;
}
