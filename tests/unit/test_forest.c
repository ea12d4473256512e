/* Where effects are drawn: ratios on a log scale, no effect always in view, round numbers below. */
#include "catalogue/site/parts/forest.h"

#include <math.h>
#include <string.h>

#include "tests/unit/unit.h"

static struct estimate ratio(double value, double low, double high)
{
    return (struct estimate){
        .is_ratio = true, .no_effect = 1, .value = value, .has_range = true, .low = low, .high = high};
}

static struct estimate difference(double value, double low, double high)
{
    return (struct estimate){.value = value, .has_range = true, .low = low, .high = high};
}

static struct forest_axis axis_of_one(const struct estimate *estimate)
{
    return forest_axis_of(&estimate, 1);
}

static void half_lies_as_far_from_no_effect_as_twice(void **state)
{
    (void)state;
    struct estimate wide = ratio(1, 0.25, 4);
    struct forest_axis axis = axis_of_one(&wide);
    assert_true(fabs(forest_place(&axis, 1) - 50) < 0.2);
    assert_true(fabs(forest_place(&axis, 0.5) + forest_place(&axis, 2) - 100) < 0.2);
}

static void no_effect_is_always_in_view(void **state)
{
    (void)state;
    struct estimate far = difference(12, 10, 14);
    struct forest_axis axis = axis_of_one(&far);
    assert_true(forest_place(&axis, 0) > 0 && forest_place(&axis, 0) < 10);
    assert_true(forest_place(&axis, 14) < 100);
    assert_int_equal(axis.ticks[0], 0);
}

static void several_share_an_axis(void **state)
{
    (void)state;
    struct estimate a = ratio(0.5, 0.25, 0.94);
    struct estimate b = ratio(3.8, 2.4, 5.9);
    const struct estimate *both[] = {&a, &b};
    struct forest_axis axis = forest_axis_of(both, 2);
    assert_true(forest_place(&axis, 0.25) > 0 && forest_place(&axis, 5.9) < 100);
    assert_int_equal(axis.tick_count, 4);
    assert_true(axis.ticks[1] == 1 && axis.ticks[3] == 5);
}

static void ticks_are_few_and_within(void **state)
{
    (void)state;
    static const double ends[][2] = {{0.93, 1.17}, {0.6, 1.8},   {0.001, 1000}, {0.1, 10},
                                     {1.32, 9.5},  {0.99, 1.76}, {0.999, 1.001}};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        struct estimate one = ratio(sqrt(ends[i][0] * ends[i][1]), ends[i][0], ends[i][1]);
        struct estimate other = difference(0, ends[i][0] - 1, ends[i][1]);
        struct forest_axis axes[] = {axis_of_one(&one), axis_of_one(&other)};
        for (size_t j = 0; j < 2; j++) {
            assert_in_range(axes[j].tick_count, 2, FOREST_TICKS);
            for (size_t k = 0; k < axes[j].tick_count; k++) {
                double place = forest_place(&axes[j], axes[j].ticks[k]);
                assert_true(place >= 0 && place <= 100);
                assert_true(!k || axes[j].ticks[k] > axes[j].ticks[k - 1]);
            }
        }
    }
}

static void numbers_that_cannot_be_are_drawn_at_the_edge(void **state)
{
    (void)state;
    struct estimate broken = ratio(0.5, 0, 0.9);
    struct forest_axis axis = axis_of_one(&broken);
    assert_true(forest_place(&axis, 0) == 0);
    struct estimate nothing = {.is_ratio = true, .no_effect = 1, .value = 1};
    axis = axis_of_one(&nothing);
    assert_true(forest_place(&axis, 1) == 50);
}

static const char *drawn(struct arena *arena, struct estimate estimate, enum estimate_says says)
{
    struct text out = {0};
    struct html html = html_piece(&out);
    struct forest_axis axis = axis_of_one(&estimate);
    estimate.says = says;
    forest_draw(&html, arena, &axis, &estimate);
    const char *result = arena_string(arena, text_string(&out));
    text_free(&out);
    return result;
}

/* "No difference shown" never looks like worse, and what has no range has no line. */
static void what_is_unsure_is_hollow(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct estimate estimate = ratio(1.32, 0.99, 1.76);
    assert_non_null(strstr(drawn(&arena, estimate, ESTIMATE_NONE_SHOWN), "dot unsure"));
    assert_non_null(strstr(drawn(&arena, estimate, ESTIMATE_WORSE), "dot worse"));
    assert_non_null(strstr(drawn(&arena, estimate, ESTIMATE_WORSE), "class=\"range\""));
    assert_non_null(strstr(drawn(&arena, estimate, ESTIMATE_NO_SIDE), "\"dot\""));
    estimate.has_range = false;
    assert_non_null(strstr(drawn(&arena, estimate, ESTIMATE_NO_RANGE), "dot unsure"));
    assert_null(strstr(drawn(&arena, estimate, ESTIMATE_NO_RANGE), "class=\"range\""));
    arena_free(&arena);
}

/* Relative differences are in percent, and so is what stands below them. */
static void numbers_below_say_what_they_count(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text out = {0};
    struct html html = html_piece(&out);
    struct estimate estimate = difference(-9.8, -15, -4);
    estimate.is_percent = true;
    struct forest_axis axis = axis_of_one(&estimate);
    forest_draw_axis(&html, &arena, &axis);
    assert_non_null(strstr(text_string(&out), ">\u221210%<"));
    text_free(&out);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_lies_as_far_from_no_effect_as_twice),
        cmocka_unit_test(no_effect_is_always_in_view),
        cmocka_unit_test(several_share_an_axis),
        cmocka_unit_test(ticks_are_few_and_within),
        cmocka_unit_test(numbers_that_cannot_be_are_drawn_at_the_edge),
        cmocka_unit_test(what_is_unsure_is_hollow),
        cmocka_unit_test(numbers_below_say_what_they_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
