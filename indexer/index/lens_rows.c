#include "indexer/index/lens_rows.h"

#include "indexer/index/statements.h"

static bool store_cells(struct index *index, const char *lens, int axis, const struct lens_cells *cells)
{
    bool done = true;
    for (size_t i = 0; i < cells->count && done; i++) {
        const struct lens_cell *cell = &cells->items[i];
        struct statement *statement = statement_get(index, SQL_INSERT_LENS_CELL);
        bind_text(statement, ":lens", lens);
        bind_integer(statement, ":axis", axis);
        bind_integer(statement, ":position", (int64_t)i);
        bind_text(statement, ":id", cell->id);
        bind_text(statement, ":label", cell->label);
        bind_text(statement, ":question", cell->question);
        bind_text(statement, ":query", cell->query);
        bind_text(statement, ":heading", cell->heading);
        done = statement_run(statement);
    }
    return done;
}

static bool store_lens(struct index *index, const struct lens *lens)
{
    struct statement *statement = statement_get(index, SQL_INSERT_LENS);
    bind_text(statement, ":id", lens->id);
    bind_text(statement, ":name", lens->name);
    bind_text(statement, ":source", lens->source);
    bind_text(statement, ":began", lens->from);
    bind_text(statement, ":ended", lens->to);
    bind_text(statement, ":replaced_by", lens->replaced_by);
    bind_text(statement, ":summary", lens->summary);
    return statement_run(statement) && store_cells(index, lens->id, 0, &lens->cells) &&
           store_cells(index, lens->id, 1, &lens->second_axis);
}

bool lens_rows_store(struct index *index, const struct lenses *lenses)
{
    bool done = statement_run(statement_get(index, SQL_DELETE_LENS_CELLS)) &&
                statement_run(statement_get(index, SQL_DELETE_LENSES));
    for (size_t i = 0; i < lenses->count && done; i++)
        done = store_lens(index, &lenses->items[i]);
    return done;
}

static struct lens_cells read_cells(struct index *index, struct arena *arena, const char *lens, int axis)
{
    struct lens_cells cells = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_LENS_CELLS);
    bind_text(statement, ":lens", lens);
    bind_integer(statement, ":axis", axis);
    while (statement_row(statement)) {
        cells.items = arena_grow(arena, cells.items, cells.count, &capacity, sizeof *cells.items);
        cells.items[cells.count++] =
            (struct lens_cell){statement_text(arena, statement, 0), statement_text(arena, statement, 1),
                               statement_text(arena, statement, 2), statement_text(arena, statement, 3),
                               statement_text(arena, statement, 4)};
    }
    statement_end(statement);
    return cells;
}

struct lenses lens_rows_all(struct index *index, struct arena *arena)
{
    struct lenses lenses = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, SQL_LENSES);
    while (statement_row(statement)) {
        lenses.items = arena_grow(arena, lenses.items, lenses.count, &capacity, sizeof *lenses.items);
        lenses.items[lenses.count++] = (struct lens){.id = statement_text(arena, statement, 0),
                                                     .name = statement_text(arena, statement, 1),
                                                     .source = statement_text(arena, statement, 2),
                                                     .from = statement_text(arena, statement, 3),
                                                     .to = statement_text(arena, statement, 4),
                                                     .replaced_by = statement_text(arena, statement, 5),
                                                     .summary = statement_text(arena, statement, 6)};
    }
    statement_end(statement);
    for (size_t i = 0; i < lenses.count; i++) {
        lenses.items[i].cells = read_cells(index, arena, lenses.items[i].id, 0);
        lenses.items[i].second_axis = read_cells(index, arena, lenses.items[i].id, 1);
    }
    return lenses;
}
