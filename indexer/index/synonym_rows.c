#include "indexer/index/synonym_rows.h"

#include <sqlite3.h>
#include <string.h>

struct store {
    sqlite3_stmt *statement;
    struct tokenizer *tokenizer;
    struct arena *arena;
};

static int parameter(sqlite3_stmt *statement, const char *name)
{
    return sqlite3_bind_parameter_index(statement, name);
}

static bool store_word(struct store *store, size_t group, size_t position, enum synonym_kind kind, const char *text)
{
    sqlite3_stmt *statement = store->statement;
    const char *stems = tokens_stems(store->tokenizer, store->arena, text);
    sqlite3_bind_int64(statement, parameter(statement, ":group"), (sqlite3_int64)group);
    sqlite3_bind_int64(statement, parameter(statement, ":position"), (sqlite3_int64)position);
    sqlite3_bind_text(statement, parameter(statement, ":kind"), synonym_keys[kind], -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, parameter(statement, ":text"), text, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, parameter(statement, ":stems"), stems, -1, SQLITE_STATIC);
    return sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
}

static bool store_group(struct store *store, size_t number, const struct synonym_group *group)
{
    size_t position = 0;
    for (int kind = 0; kind < SYNONYM_KINDS; kind++)
        for (size_t i = 0; i < group->members[kind].count; i++)
            if (!store_word(store, number, position++, (enum synonym_kind)kind, group->members[kind].items[i]))
                return false;
    return true;
}

bool synonyms_store(struct index *index, const struct synonyms *synonyms)
{
    static const char sql[] = "INSERT INTO synonyms (\"group\", position, kind, text, stems) "
                              "VALUES (:group, :position, :kind, :text, :stems)";
    struct arena arena = {0};
    struct store store = {NULL, tokenizer_open(index), &arena};
    bool done = store.tokenizer && sqlite3_exec(index->db, "DELETE FROM synonyms", NULL, NULL, NULL) == SQLITE_OK &&
                sqlite3_prepare_v2(index->db, sql, -1, &store.statement, NULL) == SQLITE_OK;
    for (size_t i = 0; i < synonyms->count && done; i++)
        done = store_group(&store, i, &synonyms->items[i]);
    sqlite3_finalize(store.statement);
    tokenizer_close(store.tokenizer);
    arena_free(&arena);
    return done;
}

static enum synonym_kind kind_of(const char *key)
{
    int kind = 0;
    while (kind < SYNONYM_KINDS - 1 && strcmp(synonym_keys[kind], key))
        kind++;
    return (enum synonym_kind)kind;
}

static struct synonym_rows read_rows(sqlite3_stmt *statement, struct arena *arena)
{
    struct synonym_rows rows = {0};
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        rows.items = arena_grow(arena, rows.items, rows.count, &rows.capacity, sizeof *rows.items);
        rows.items[rows.count++] = (struct synonym_row){
            (size_t)sqlite3_column_int64(statement, 0),
            kind_of((const char *)sqlite3_column_text(statement, 1)),
            arena_string(arena, (const char *)sqlite3_column_text(statement, 2)),
            arena_string(arena, (const char *)sqlite3_column_text(statement, 3)),
        };
    }
    sqlite3_finalize(statement);
    return rows;
}

struct synonym_rows synonyms_find(struct index *index, struct arena *arena, const char *stems)
{
    static const char sql[] =
        "SELECT \"group\", kind, text, stems FROM synonyms WHERE \"group\" = (SELECT \"group\" FROM synonyms "
        "WHERE stems = :stems AND kind <> 'related' ORDER BY \"group\" LIMIT 1) ORDER BY position";
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK)
        sqlite3_bind_text(statement, parameter(statement, ":stems"), stems, -1, SQLITE_STATIC);
    return read_rows(statement, arena);
}

struct synonym_rows synonyms_all(struct index *index, struct arena *arena)
{
    static const char sql[] = "SELECT \"group\", kind, text, stems FROM synonyms ORDER BY \"group\", position";
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return (struct synonym_rows){0};
    return read_rows(statement, arena);
}

bool synonyms_have_stem(struct index *index, const char *stem)
{
    static const char sql[] = "SELECT 1 FROM synonyms WHERE instr(' ' || stems || ' ', ' ' || :stem || ' ') LIMIT 1";
    sqlite3_stmt *statement = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, parameter(statement, ":stem"), stem, -1, SQLITE_STATIC);
        found = sqlite3_step(statement) == SQLITE_ROW;
    }
    sqlite3_finalize(statement);
    return found;
}
