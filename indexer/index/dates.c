#include "indexer/index/dates.h"

#include <sqlite3.h>
#include <string.h>

const struct date_field date_fields[DATE_FIELD_COUNT] = {
    {"published", CASE_PUBLISHED},
    {"start", CASE_START},
    {"end", CASE_END},
    {"reviewed", CASE_REVIEWED},
};

const struct date_field *date_field_find(const char *key)
{
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        if (!strcmp(date_fields[i].key, key))
            return &date_fields[i];
    return NULL;
}

static int parameter(sqlite3_stmt *statement, const char *name)
{
    return sqlite3_bind_parameter_index(statement, name);
}

static bool store_date(struct index *index, size_t row, const char *field, const char *date)
{
    static const char sql[] = "INSERT INTO dates (field, date, row) VALUES (:field, :date, :row)";
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK;
    if (done) {
        sqlite3_bind_text(statement, parameter(statement, ":field"), field, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, parameter(statement, ":date"), date, -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement, parameter(statement, ":row"), (sqlite3_int64)row);
        done = sqlite3_step(statement) == SQLITE_DONE;
    }
    sqlite3_finalize(statement);
    return done;
}

bool dates_remove(struct index *index, size_t row)
{
    static const char sql[] = "DELETE FROM dates WHERE row = :row";
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK;
    if (done) {
        sqlite3_bind_int64(statement, parameter(statement, ":row"), (sqlite3_int64)row);
        done = sqlite3_step(statement) == SQLITE_DONE;
    }
    sqlite3_finalize(statement);
    return done;
}

bool dates_store(struct index *index, size_t row, const struct case_study *study)
{
    bool done = dates_remove(index, row);
    for (size_t i = 0; i < DATE_FIELD_COUNT && done; i++) {
        const char *date = case_text(study, date_fields[i].field, "");
        done = !*date || store_date(index, row, date_fields[i].key, date);
    }
    return done;
}

struct bitset dates_between(struct index *index, struct arena *arena, const char *field, const char *from,
                            const char *to)
{
    static const char sql[] = "SELECT row FROM dates WHERE field = :field "
                              "AND substr(date, 1, length(:from)) >= substr(:from, 1, length(date)) "
                              "AND substr(date, 1, length(:to)) <= substr(:to, 1, length(date))";
    struct bitset rows = {0};
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, parameter(statement, ":field"), field, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, parameter(statement, ":from"), from, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, parameter(statement, ":to"), to, -1, SQLITE_STATIC);
        while (sqlite3_step(statement) == SQLITE_ROW)
            bitset_add(arena, &rows, (size_t)sqlite3_column_int64(statement, 0));
    }
    sqlite3_finalize(statement);
    return rows;
}

struct date_rows dates_of(struct index *index, struct arena *arena, const char *field)
{
    static const char sql[] = "SELECT date, row FROM dates WHERE field = :field ORDER BY date, row";
    struct date_rows rows = {0};
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, parameter(statement, ":field"), field, -1, SQLITE_STATIC);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            rows.items = arena_grow(arena, rows.items, rows.count, &rows.capacity, sizeof *rows.items);
            rows.items[rows.count++] =
                (struct date_row){arena_string(arena, (const char *)sqlite3_column_text(statement, 0)),
                                  (size_t)sqlite3_column_int64(statement, 1)};
        }
    }
    sqlite3_finalize(statement);
    return rows;
}
