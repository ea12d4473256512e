#include "indexer/index/dates.h"

#include "indexer/index/statements.h"

const struct date_field date_fields[DATE_FIELD_COUNT] = {
    {"published", CASE_PUBLISHED, "when it joined the catalogue"},
    {"start", CASE_START, "when the work began"},
    {"end", CASE_END, "when the work ended"},
    {"reviewed", CASE_REVIEWED, "when it was last looked through"},
};

static bool store_date(struct index *index, size_t row, const char *field, const char *date)
{
    struct statement *statement = statement_get(index, SQL_INSERT_DATE);
    bind_text(statement, ":field", field);
    bind_text(statement, ":date", date);
    bind_integer(statement, ":row", (int64_t)row);
    return statement_run(statement);
}

bool dates_remove(struct index *index, size_t row)
{
    struct statement *statement = statement_get(index, SQL_DELETE_DATES);
    bind_integer(statement, ":row", (int64_t)row);
    return statement_run(statement);
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
    struct bitset rows = {0};
    struct statement *statement = statement_get(index, SQL_DATES_BETWEEN);
    bind_text(statement, ":field", field);
    bind_text(statement, ":from", from);
    bind_text(statement, ":to", to);
    while (statement_row(statement))
        bitset_add(arena, &rows, statement_size(statement, 0));
    statement_end(statement);
    return rows;
}

struct date_rows dates_of(struct index *index, struct arena *arena, const char *field)
{
    struct date_rows rows = {0};
    struct statement *statement = statement_get(index, SQL_DATES);
    bind_text(statement, ":field", field);
    while (statement_row(statement)) {
        rows.items = arena_grow(arena, rows.items, rows.count, &rows.capacity, sizeof *rows.items);
        rows.items[rows.count++] = (struct date_row){statement_text(arena, statement, 0), statement_size(statement, 1)};
    }
    statement_end(statement);
    return rows;
}
