#include "search-cli/report/matrix.h"

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
                                                           .first = term->first,
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

struct matrix matrix_cross(struct arena *arena, struct matrix_axis down, struct matrix_axis across,
                           const struct term_counts *counts, size_t total)
{
    struct matrix matrix = {.across = across, .down = down, .total = total};
    matrix.cells = arena_array(arena, down.count * across.count, sizeof *matrix.cells);
    for (size_t i = 0; i < down.count * across.count; i++) {
        struct matrix_cell *cell = &matrix.cells[i];
        cell->rows = bitset_copy(arena, &down.entries[i / across.count].rows);
        bitset_and(&cell->rows, &across.entries[i % across.count].rows);
        cell->tally = tally_of(counts, &cell->rows);
    }
    return matrix;
}

const struct matrix_cell *matrix_at(const struct matrix *matrix, size_t row, size_t column)
{
    return &matrix->cells[row * matrix->across.count + column];
}

static bool is_first(const struct matrix *matrix, struct matrix_hole hole)
{
    return matrix->down.entries[hole.row].first && matrix->across.entries[hole.column].first;
}

static size_t expected_at(const struct matrix *matrix, struct matrix_hole hole)
{
    return matrix->down.entries[hole.row].count * matrix->across.entries[hole.column].count;
}

static bool comes_before(const struct matrix *matrix, struct matrix_hole one, struct matrix_hole other)
{
    if (is_first(matrix, one) != is_first(matrix, other))
        return is_first(matrix, one);
    return expected_at(matrix, one) > expected_at(matrix, other);
}

/* Puts a hole where it belongs among the largest so far, of which there are at most `most`. */
static void keep_hole(struct matrix_holes *holes, const struct matrix *matrix, struct matrix_hole hole, size_t most)
{
    size_t at = holes->count;
    while (at && comes_before(matrix, hole, holes->items[at - 1]))
        at--;
    if (at == most)
        return;
    holes->count += holes->count < most;
    for (size_t i = holes->count - 1; i > at; i--)
        holes->items[i] = holes->items[i - 1];
    holes->items[at] = hole;
}

/* Crossed with itself, a facet has each pair twice: the second time is left out, and so is what stands on the diagonal. */
static bool is_pair(const struct matrix *matrix, size_t row, size_t column)
{
    return matrix->down.facet != matrix->across.facet || column > row;
}

struct matrix_holes matrix_holes(struct arena *arena, const struct matrix *matrix, size_t most)
{
    struct matrix_holes holes = {.items = arena_array(arena, most, sizeof *holes.items)};
    for (size_t row = 0; row < matrix->down.count; row++) {
        for (size_t column = 0; column < matrix->across.count; column++) {
            const struct matrix_hole hole = {row, column};
            holes.pairs += is_pair(matrix, row, column);
            if (matrix_at(matrix, row, column)->tally.count || !is_pair(matrix, row, column))
                continue;
            holes.of++;
            holes.first += is_first(matrix, hole);
            keep_hole(&holes, matrix, hole, most);
        }
    }
    return holes;
}
