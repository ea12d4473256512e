#include "search-cli/report/matrix.h"

#include <string.h>

#include "search-cli/counts.h"
#include "tests/unit/golden_index.h"

static const struct matrix_cell *cell_of(const struct matrix *matrix, const char *down, const char *across)
{
    for (size_t i = 0; i < matrix->down.count * matrix->across.count; i++) {
        size_t row = i / matrix->across.count;
        size_t column = i % matrix->across.count;
        if (strcmp(matrix->down.entries[row].id, down) == 0 && strcmp(matrix->across.entries[column].id, across) == 0)
            return matrix_at(matrix, row, column);
    }
    return NULL;
}

static struct term_counts read_counts(const struct facet *facet)
{
    return counts_read(golden_index, &golden_arena, facet, &golden_visible);
}

static struct matrix golden_matrix(struct matrix_axis (*axis)(const struct facet *facet))
{
    struct term_counts counts[FACET_COUNT];
    for (size_t i = 0; i < FACET_COUNT; i++)
        counts[i] = read_counts(&facets[i]);
    return matrix_cross(&golden_arena, axis(&facets[0]), axis(&facets[2]), counts, bitset_size(&golden_visible));
}

static struct matrix_axis terms(const struct facet *facet)
{
    const struct term_counts counts = read_counts(facet);
    return matrix_terms(&golden_arena, &counts, NULL);
}

static struct matrix_axis groups(const struct facet *facet)
{
    const struct term_counts counts = read_counts(facet);
    return matrix_groups(&golden_arena, &counts, index_vocabularies(golden_index));
}

static void counts_follow_the_vocabulary(void **state)
{
    (void)state;
    struct term_counts counts = read_counts(&facets[0]);
    size_t cvd = 0;
    while (cvd < counts.count && strcmp(counts.items[cvd].term->id, "cvd") != 0)
        cvd++;
    assert_true(cvd < counts.count);
    assert_int_equal(counts.items[cvd].count, 2);
    assert_int_equal(counts.largest, 2);
    struct term_counts top = counts_top(&golden_arena, &counts, 1);
    assert_int_equal(top.count, 1);
    assert_string_equal(top.items[0].term->id, "cvd");
    struct term_counts fewer = counts_within(&golden_arena, &counts, &(struct bitset){0});
    assert_int_equal(fewer.count, counts.count);
    assert_int_equal(fewer.largest, 0);
    fewer = counts_within(&golden_arena, &counts, &counts.items[cvd].rows);
    assert_int_equal(fewer.items[cvd].count, 2);
    assert_int_equal(counts.items[cvd].count, 2);
}

static void a_cell_of_terms_says_what_came_of_its_cases(void **state)
{
    (void)state;
    struct matrix matrix = golden_matrix(terms);
    const struct matrix_cell *cell = cell_of(&matrix, "cvd", "core20");
    assert_non_null(cell);
    assert_int_equal(cell->tally.count, 2);
    assert_int_equal(cell->tally.directions[BETTER], 1);
    assert_int_equal(cell->tally.directions[NO_DIFFERENCE], 1);
    assert_int_equal(cell->tally.directions[MIXED] + cell->tally.directions[WORSE] + cell->tally.directions[NOT_KNOWN],
                     0);
    assert_string_equal(cell->tally.best_evidence, "e3");
}

static void an_empty_pair_is_kept(void **state)
{
    (void)state;
    struct matrix matrix = golden_matrix(terms);
    const struct matrix_cell *cell = cell_of(&matrix, "housing", "men");
    assert_non_null(cell);
    assert_int_equal(cell->tally.count, 0);
    assert_null(cell->tally.best_evidence);
}

static void a_case_counts_once_in_a_group(void **state)
{
    (void)state;
    struct matrix matrix = golden_matrix(groups);
    const struct matrix_cell *area = cell_of(&matrix, "clinical-priority", "area");
    const struct matrix_cell *group = cell_of(&matrix, "clinical-priority", "group");
    assert_non_null(area);
    assert_non_null(group);
    /* barbers have core20 and men, letters only core20; every case of a cell is counted there once. */
    assert_int_equal(area->tally.count, bitset_size(&area->rows));
    assert_true(bitset_shared(&area->rows, &group->rows) <= group->tally.count);
    assert_true(area->tally.count <= matrix.total);
}

static void an_axis_can_be_one_group(void **state)
{
    (void)state;
    const struct term_counts counts = read_counts(&facets[0]);
    struct matrix_axis axis = matrix_terms(&golden_arena, &counts, "clinical-priority");
    assert_true(axis.count > 0);
    for (size_t i = 0; i < axis.count; i++)
        assert_string_equal(axis.entries[i].group, "clinical-priority");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_follow_the_vocabulary), cmocka_unit_test(a_cell_of_terms_says_what_came_of_its_cases),
        cmocka_unit_test(an_empty_pair_is_kept),        cmocka_unit_test(a_case_counts_once_in_a_group),
        cmocka_unit_test(an_axis_can_be_one_group),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
