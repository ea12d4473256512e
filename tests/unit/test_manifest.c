#include "catalogue/site/output/manifest.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

#define HEAD "# Files that catalogue publish wrote, and may change or remove.\n"

static struct manifest read(const char *list, bool ours)
{
    struct manifest manifest = {0};
    assert_int_equal(manifest_read(&arena, arena_string(&arena, list), &manifest), ours);
    return manifest;
}

static void what_is_printed_is_read(void **state)
{
    (void)state;
    struct text out = {0};
    struct manifest manifest = {.key = 0xfedcba9876543210};
    manifest_add(&arena, &manifest, &(struct manifest_file){"b/c.html", 1, 20, "listed shop.png"});
    manifest_add(&arena, &manifest, &(struct manifest_file){"a.html", UINT64_MAX, 0, ""});
    manifest_sort(&manifest);
    manifest_print(&out, &manifest);
    assert_string_equal(text_string(&out), HEAD "# key fedcba9876543210\n"
                                                "a.html ffffffffffffffff 0\n"
                                                "b/c.html 0000000000000001 20 listed shop.png\n");
    struct manifest again = read(text_string(&out), true);
    assert_true(again.key == manifest.key);
    assert_int_equal(again.count, 2);
    assert_string_equal(again.items[1].path, "b/c.html");
    assert_true(again.items[0].key == UINT64_MAX && again.items[1].key == 1);
    assert_int_equal(again.items[1].size, 20);
    assert_string_equal(again.items[1].note, "listed shop.png");
    text_free(&out);
}

static void paths_alone_have_no_keys(void **state)
{
    (void)state;
    struct manifest manifest = read(HEAD "b.html\na/x.css\n", true);
    assert_int_equal(manifest.count, 2);
    assert_true(manifest.key == 0 && manifest.items[0].key == 0);
    assert_string_equal(manifest.items[0].path, "a/x.css");
    assert_string_equal(manifest.items[0].note, "");
}

static void lines_that_are_none_of_ours_are_passed_over(void **state)
{
    (void)state;
    struct manifest manifest = read(HEAD "# key 12\n../x 0000000000000001 1\n/etc/passwd\n\n \nA.html\n"
                                         "a.html 0000000000000G01 -5 n\nb.html 01 9999999999999999999999\ncut off",
                                    true);
    assert_true(manifest.key == 0);
    assert_int_equal(manifest.count, 2);
    assert_true(manifest.items[0].key == 0 && manifest.items[1].key == 0);
    assert_int_equal(manifest.items[1].size, 0);
    read("index.html\n", false);
    read("", false);
}

static void files_are_found_by_path_and_by_their_folders(void **state)
{
    (void)state;
    struct manifest manifest = read(HEAD "a/b/c.html\na-b.html\nz.html\n", true);
    assert_non_null(manifest_find(&manifest, "a-b.html"));
    assert_null(manifest_find(&manifest, "a"));
    assert_null(manifest_find(&manifest, "zz"));
    assert_true(manifest_goes_through(&manifest, "a"));
    assert_true(manifest_goes_through(&manifest, "a/b"));
    assert_false(manifest_goes_through(&manifest, "a-b"));
    assert_false(manifest_goes_through(&manifest, "z"));
    assert_false(manifest_goes_through(&(struct manifest){0}, "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_is_read),
        cmocka_unit_test(paths_alone_have_no_keys),
        cmocka_unit_test(lines_that_are_none_of_ours_are_passed_over),
        cmocka_unit_test(files_are_found_by_path_and_by_their_folders),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
