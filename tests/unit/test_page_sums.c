/* The sums of the pages of an index. */
#include "tests/unit/unit.h"

#include <string.h>

#include "indexer/index/page_sums.h"

enum { PAGES = 3 };

/* A file of three pages whose header has room for sums; each page has its own. */
static void make_file(unsigned char file[PAGES * PAGE_SIZE])
{
    for (size_t i = 0; i < PAGES * PAGE_SIZE; i++)
        file[i] = (unsigned char)(i * 7 + i / PAGE_SIZE);
    file[16] = PAGE_SIZE >> 8;
    file[17] = 0;
    file[PAGE_RESERVED_OFFSET] = PAGE_SUM_SIZE;
    for (size_t at = 0; at < PAGES * PAGE_SIZE; at += PAGE_SIZE)
        page_sums_put(file + at, at);
}

static void each_bit_counts(void **state)
{
    (void)state;
    unsigned char file[PAGES * PAGE_SIZE];
    make_file(file);
    assert_true(page_sums_hold(file, sizeof file));
    for (size_t bit = 0; bit < sizeof file * 8; bit += 5) {
        file[bit / 8] ^= (unsigned char)(1 << bit % 8);
        assert_false(page_sums_hold(file, sizeof file));
        file[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    assert_true(page_sums_hold(file, sizeof file));
}

static void a_page_has_its_place(void **state)
{
    (void)state;
    unsigned char file[PAGES * PAGE_SIZE];
    make_file(file);
    memcpy(file + PAGE_SIZE, file + 2 * PAGE_SIZE, PAGE_SIZE);
    assert_false(page_sums_hold(file, sizeof file));
    page_sums_put(file + PAGE_SIZE, PAGE_SIZE);
    assert_true(page_sums_hold(file, sizeof file));
}

static void what_was_never_written_has_none(void **state)
{
    (void)state;
    unsigned char file[PAGES * PAGE_SIZE];
    make_file(file);
    memset(file + PAGE_SIZE, 0, PAGE_SIZE);
    assert_true(page_sums_hold(file, sizeof file));
    file[2 * PAGE_SIZE - 1] = 1;
    assert_false(page_sums_hold(file, sizeof file));
}

static void pages_are_whole(void **state)
{
    (void)state;
    unsigned char file[PAGES * PAGE_SIZE];
    make_file(file);
    assert_true(page_sums_hold(file, PAGE_SIZE));
    assert_false(page_sums_hold(file, PAGE_SIZE - 1));
    assert_false(page_sums_hold(file, PAGE_SIZE + 1));
    assert_false(page_sums_hold(file, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_bit_counts),
        cmocka_unit_test(a_page_has_its_place),
        cmocka_unit_test(what_was_never_written_has_none),
        cmocka_unit_test(pages_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
