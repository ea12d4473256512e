#include "indexer/index/numbers.h"

#include "indexer/content/number_fields.h"
#include "indexer/index/statements.h"

bool numbers_remove(struct index *index, size_t row)
{
    struct statement *statement = statement_get(index, SQL_DELETE_NUMBERS);
    bind_integer(statement, ":row", (int64_t)row);
    return statement_run(statement);
}

static bool store_number(struct index *index, size_t row, const char *field, double number)
{
    struct statement *statement = statement_get(index, SQL_INSERT_NUMBER);
    bind_text(statement, ":field", field);
    bind_integer(statement, ":number", (int64_t)number);
    bind_integer(statement, ":row", (int64_t)row);
    return statement_run(statement);
}

bool numbers_store(struct index *index, size_t row, const struct case_study *study)
{
    bool done = numbers_remove(index, row);
    for (size_t i = 0; i < NUMBER_FIELD_COUNT && done; i++) {
        double number = number_fields[i].of(study);
        done = number <= 0 || store_number(index, row, number_fields[i].key, number);
    }
    return done;
}

struct bitset numbers_between(struct index *index, struct arena *arena, const char *field, int64_t from, int64_t to)
{
    struct bitset rows = {0};
    struct statement *statement = statement_get(index, SQL_NUMBERS_BETWEEN);
    bind_text(statement, ":field", field);
    bind_integer(statement, ":from", from);
    bind_integer(statement, ":to", to);
    while (statement_row(statement))
        bitset_add(arena, &rows, statement_size(statement, 0));
    statement_end(statement);
    return rows;
}

struct number_rows numbers_of(struct index *index, struct arena *arena, const char *field)
{
    struct number_rows rows = {0};
    struct statement *statement = statement_get(index, SQL_NUMBERS);
    bind_text(statement, ":field", field);
    while (statement_row(statement)) {
        rows.items = arena_grow(arena, rows.items, rows.count, &rows.capacity, sizeof *rows.items);
        rows.items[rows.count++] = (struct number_row){statement_integer(statement, 0), statement_size(statement, 1)};
    }
    statement_end(statement);
    return rows;
}
