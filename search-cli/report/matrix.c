#include "catalogue/reports/matrix.h"

#include <string.h>

struct matrix_axis matrix_terms(struct arena *arena, const struct term_counts *counts, const char *group)
{
    struct matrix_axis axis = {.facet = counts->facet,
                               .entries = arena_array(arena, counts->count, sizeof *axis.entries)};
    for (size_t i = 0; i < counts->count; i++) {
        const struct term *term = counts->items[i].term;
        if (group && strcmp(term->group, group) != 0)
            continue;
        axis.entries[axis.count++] = (struct matrix_entry){.id = term->id,
                                                           .label = term->label,
                                                           .group = term->group,
                                                           .rows = counts->items[i].rows,
                                                           .count = counts->items[i].count};
    }
    return axis;
}

static struct matrix_entry *entry_of_group(struct matrix_axis *axis, const char *group)
{
    for (size_t i = 0; i < axis->count; i++) {
        if (strcmp(axis->entries[i].id, group) == 0)
            return &axis->entries[i];
    }
    axis->entries[axis->count] = (struct matrix_entry){.id = group, .group = ""};
    return &axis->entries[axis->count++];
}

struct matrix_axis matrix_groups(struct arena *arena, const struct term_counts *counts,
                                 const struct vocabularies *vocabularies)
{
    struct matrix_axis terms = matrix_terms(arena, counts, NULL);
    struct matrix_axis axis = {.facet = counts->facet,
                               .entries = arena_array(arena, terms.count, sizeof *axis.entries)};
    for (size_t i = 0; i < terms.count; i++) {
        struct matrix_entry *entry = entry_of_group(&axis, terms.entries[i].group);
        entry->label = vocabulary_group_label(vocabularies, entry->id);
        bitset_or(arena, &entry->rows, &terms.entries[i].rows);
        entry->count = bitset_size(&entry->rows);
    }
    return axis;
}

/* Where the cases of each result are counted; what is not named here is not known. */
static size_t *direction_of(struct matrix_cell *cell, const char *result)
{
    const struct {
        const char *result;
        size_t *count;
    } directions[] = {
        {"positive", &cell->better},
        {"mixed", &cell->mixed},
        {"no-effect", &cell->no_effect},
        {"negative", &cell->worse},
    };
    for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
        if (strcmp(directions[i].result, result) == 0)
            return directions[i].count;
    }
    return &cell->not_known;
}

static void count_directions(struct matrix_cell *cell, const struct term_counts *results)
{
    for (size_t i = 0; i < results->count; i++)
        *direction_of(cell, results->items[i].term->id) += bitset_shared(&cell->rows, &results->items[i].rows);
}

static void find_best_evidence(struct matrix_cell *cell, const struct term_counts *levels)
{
    for (size_t i = 0; i < levels->count; i++) {
        const char *level = levels->items[i].term->id;
        if (bitset_shared(&cell->rows, &levels->items[i].rows) &&
            (!cell->best_evidence || strcmp(level, cell->best_evidence) > 0))
            cell->best_evidence = level;
    }
}

struct matrix matrix_cross(struct arena *arena, struct matrix_axis down, struct matrix_axis across,
                           const struct matrix_outcomes *outcomes)
{
    struct matrix matrix = {.across = across, .down = down, .total = outcomes->total};
    matrix.cells = arena_array(arena, down.count * across.count, sizeof *matrix.cells);
    for (size_t i = 0; i < down.count * across.count; i++) {
        struct matrix_cell *cell = &matrix.cells[i];
        cell->rows = bitset_copy(arena, &down.entries[i / across.count].rows);
        bitset_and(&cell->rows, &across.entries[i % across.count].rows);
        cell->count = bitset_size(&cell->rows);
        if (!cell->count)
            continue;
        count_directions(cell, outcomes->results);
        find_best_evidence(cell, outcomes->evidence);
    }
    return matrix;
}

const struct matrix_cell *matrix_at(const struct matrix *matrix, size_t row, size_t column)
{
    return &matrix->cells[row * matrix->across.count + column];
}

static size_t expected_at(const struct matrix *matrix, const struct matrix_hole *hole)
{
    return matrix->down.entries[hole->row].count * matrix->across.entries[hole->column].count;
}

/* Puts a hole where it belongs among the largest so far, of which there are at most `most`. */
static void keep_hole(struct matrix_holes *holes, const struct matrix *matrix, struct matrix_hole hole, size_t most)
{
    size_t at = holes->count;
    while (at && expected_at(matrix, &holes->items[at - 1]) < expected_at(matrix, &hole))
        at--;
    if (at == most)
        return;
    holes->count += holes->count < most;
    for (size_t i = holes->count - 1; i > at; i--)
        holes->items[i] = holes->items[i - 1];
    holes->items[at] = hole;
}

struct matrix_holes matrix_holes(struct arena *arena, const struct matrix *matrix, size_t most)
{
    struct matrix_holes holes = {.items = arena_array(arena, most, sizeof *holes.items)};
    for (size_t row = 0; row < matrix->down.count; row++) {
        for (size_t column = 0; column < matrix->across.count; column++) {
            if (matrix_at(matrix, row, column)->count)
                continue;
            holes.of++;
            keep_hole(&holes, matrix, (struct matrix_hole){row, column}, most);
        }
    }
    return holes;
}
