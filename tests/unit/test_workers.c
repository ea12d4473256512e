#include "indexer/base/workers.h"

#include <stdatomic.h>
#include <time.h>

#include "tests/unit/unit.h"

enum { PIECES = 500 };

/* What is made of a number stands in its place until it is taken. */
struct bench {
    size_t made[WORKERS_AHEAD]; /* one more than the number, 0 for nothing */
    atomic_size_t made_count;
    size_t taken[PIECES];
    size_t taken_count;
    size_t dropped;
    size_t enough; /* the taking ends with so many */
};

static void make(void *context, size_t at, size_t number)
{
    struct bench *bench = context;
    if (number % 7 == 0) /* some take longer than those behind them */
        nanosleep(&(struct timespec){.tv_nsec = 200000}, NULL);
    bench->made[at] += number + 1;
    bench->made_count++;
}

static bool take(void *context, size_t at, size_t number)
{
    struct bench *bench = context;
    bench->taken[bench->taken_count++] = bench->made[at] - 1;
    bench->made[at] = 0;
    return number + 1 < bench->enough;
}

static void drop(void *context, size_t at)
{
    struct bench *bench = context;
    bench->dropped++;
    bench->made[at] = 0;
}

static void run(struct bench *bench, size_t workers)
{
    static const struct workers_order order = {make, take, drop};
    bool all = workers_in_order(workers, PIECES, &order, bench);
    assert_int_equal(all, bench->enough >= PIECES);
    for (size_t i = 0; i < bench->taken_count; i++)
        assert_int_equal(bench->taken[i], i);
    for (size_t i = 0; i < WORKERS_AHEAD; i++)
        assert_int_equal(bench->made[i], 0);
    assert_int_equal(bench->taken_count + bench->dropped, bench->made_count);
}

static void pieces_are_taken_in_order_whoever_made_them(void **state)
{
    (void)state;
    for (size_t workers = 1; workers <= 4; workers++) {
        struct bench bench = {.enough = PIECES + 1};
        run(&bench, workers);
        assert_int_equal(bench.taken_count, PIECES);
        assert_int_equal(bench.dropped, 0);
    }
}

static void what_was_made_and_is_not_wanted_is_dropped(void **state)
{
    (void)state;
    for (size_t workers = 1; workers <= 4; workers++) {
        struct bench bench = {.enough = 40};
        run(&bench, workers);
        assert_int_equal(bench.taken_count, 40);
        assert_in_range(bench.made_count, 40, 40 + WORKERS_AHEAD);
    }
}

static void of_nothing_nothing_is_made(void **state)
{
    (void)state;
    static const struct workers_order order = {make, take, drop};
    struct bench bench = {0};
    assert_true(workers_in_order(2, 0, &order, &bench));
    assert_int_equal(bench.made_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_taken_in_order_whoever_made_them),
        cmocka_unit_test(what_was_made_and_is_not_wanted_is_dropped),
        cmocka_unit_test(of_nothing_nothing_is_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
