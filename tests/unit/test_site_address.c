#include "indexer/content/site_address.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void the_address_of_a_site_is_its_folder(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"https://board.example/cases/", "https://board.example/cases/"},
        {"https://board.example/cases", "https://board.example/cases"},
        {"https://board.example/cases/index.html", "https://board.example/cases/"},
        {"https://board.example/INDEX.HTM?x=1#top", "https://board.example/"},
        {"https://board.example/default.aspx#/a.html", "https://board.example/"},
        {"https://board.example/cases/?page=/x.html", "https://board.example/cases/"},
        {"https://board.html", "https://board.html"},
        {"https://board.example/.html", "https://board.example/"},
        {"board.example/a.php", "board.example/"},
        {".html", ".html"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(site_address_folder(&arena, cases[i][0]), cases[i][1]);
}

static void the_address_of_a_repository_is_its_front_page(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"https://git.example/board/catalogue", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue/", "https://git.example/board/catalogue/"},
        {"https://git.example/board/catalogue.git", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue//", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue/tree/main/content", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue/issues?q=/tree/", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue?q=/tree/", "https://git.example/board/catalogue"},
        {"https://git.example/board/catalogue.git/-/blob/a/edit/b#c", "https://git.example/board/catalogue"},
        {"https://git.example/tree/main", "https://git.example/tree/main"},
        {"https://git.example/", "https://git.example/"},
        {"https://.git", "https://"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(site_address_repository(&arena, cases[i][0]), cases[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_address_of_a_site_is_its_folder),
        cmocka_unit_test(the_address_of_a_repository_is_its_front_page),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
