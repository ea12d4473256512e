#include "indexer/index/need_rows.h"

#include "indexer/index/statements.h"

static bool store_need(struct index *index, const struct need *need, size_t position)
{
    struct statement *statement = statement_get(index, SQL_INSERT_NEED);
    bind_integer(statement, ":position", (int64_t)position);
    bind_text(statement, ":vocabulary", need->vocabulary);
    bind_text(statement, ":term", need->term);
    bind_text(statement, ":figure", need->figure);
    bind_text(statement, ":what", need->what);
    bind_text(statement, ":source", need->source);
    return statement_run(statement);
}

bool need_rows_store(struct index *index, const struct needs *needs)
{
    bool done = statement_run(statement_get(index, SQL_DELETE_NEEDS));
    for (size_t i = 0; i < needs->count && done; i++)
        done = store_need(index, &needs->items[i], i);
    return done;
}

struct needs need_rows_all(struct index *index, struct arena *arena)
{
    struct needs needs = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_NEEDS);
    while (statement_row(statement)) {
        needs.items = arena_grow(arena, needs.items, needs.count, &capacity, sizeof *needs.items);
        needs.items[needs.count++] =
            (struct need){statement_text(arena, statement, 1), statement_text(arena, statement, 2),
                          statement_text(arena, statement, 3), statement_text(arena, statement, 4),
                          statement_text(arena, statement, 5)};
    }
    statement_end(statement);
    return needs;
}
