/* Any text as a part of a path, and which paths may name a file of a site. */
#include "tests/unit/unit.h"

#include "indexer/base/slug.h"

static void any_text_becomes_part_of_a_path(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"Barbers in Leeds", "barbers-in-leeds"}, {"--a  b!!", "a-b"}, {"\xc3\x89", "x"}, {"", "x"}};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(slug_of(&arena, rows[i][0]), rows[i][1]);
    arena_free(&arena);
}

static void only_plain_paths_are_files_of_a_site(void **state)
{
    (void)state;
    static const char *const good[] = {"index.html", "a/b-c/d_e.1.json", "robots.txt"};
    static const char *const bad[] = {"",     "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".git/config",
                                      "a/.b", "A.html",      "a b",  "a\nb",   "a{b"};
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_true(slug_path_is_valid(good[i]));
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(slug_path_is_valid(bad[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_text_becomes_part_of_a_path),
                                       cmocka_unit_test(only_plain_paths_are_files_of_a_site)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
