#define _XOPEN_SOURCE 700

#include "catalogue/from_here.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/unit.h"

static struct arena arena;
static char before[4096];
static char made[] = "/tmp/catalogue-unit-XXXXXX";
static char *top;

/* TOP/cat/content is a catalogue, TOP/catalogue a folder whose name begins alike. */
static int start(void **state)
{
    (void)state;
    if (!getcwd(before, sizeof before) || !mkdtemp(made) || !(top = realpath(made, NULL)) || chdir(top) != 0)
        return -1;
    return mkdir("cat", 0777) || mkdir("cat/content", 0777) || mkdir("cat/content/deep", 0777) ||
           mkdir("catalogue", 0777);
}

static int stop(void **state)
{
    (void)state;
    int failed = chdir(top) || rmdir("cat/content/deep") || rmdir("cat/content") || rmdir("cat") ||
                 rmdir("catalogue") || rmdir(top) || chdir(before);
    free(top);
    arena_free(&arena);
    return failed;
}

/* From TOP/folder, a path of the catalogue in TOP/root is named so; what begins with TOP stands for itself in `expected`. */
static void is_named(const char *folder, const char *root, const char *path, const char *expected)
{
    assert_int_equal(chdir(arena_format(&arena, "%s/%s", top, folder)), 0);
    assert_string_equal(from_here(&arena, arena_format(&arena, "%s%s", top, root), path), expected);
}

static void a_path_of_the_catalogue_leads_there_from_a_folder_in_it(void **state)
{
    (void)state;
    is_named("cat", "/cat", "content/a.md", "content/a.md");
    is_named("cat/content", "/cat", "content/a.md", "a.md");
    is_named("cat/content/deep", "/cat", "content/a.md", "../a.md");
    is_named("cat/content/deep", "/cat", "theme/a.css", "../../theme/a.css");
    is_named("cat/content/deep", "/cat", "content/deeper.md", "../deeper.md");
    is_named("cat/content", "/cat", "content", "../content");
    is_named("cat/content/deep", "/cat//", "content/a.md", "../a.md");
}

static void from_outside_it_is_named_whole(void **state)
{
    (void)state;
    const char *whole = arena_format(&arena, "%s/cat/content/a.md", top);
    is_named(".", "/cat", "content/a.md", whole);
    is_named("catalogue", "/cat", "content/a.md", whole);
    is_named("catalogue", "/cat/", "content/a.md", whole);
}

static void what_has_no_root_or_a_relative_one_stays_as_it_was_typed(void **state)
{
    (void)state;
    assert_string_equal(from_here(&arena, NULL, "x/a.md"), "x/a.md");
    assert_string_equal(from_here(&arena, "cat", "content/a.md"), "cat/content/a.md");
}

/* A folder that is gone has no name to begin from. */
static void in_a_folder_that_is_gone_paths_are_whole(void **state)
{
    (void)state;
    assert_int_equal(chdir(top), 0);
    assert_int_equal(mkdir("cat/gone", 0777), 0);
    assert_int_equal(chdir("cat/gone"), 0);
    assert_int_equal(rmdir("../gone"), 0);
    const char *root = arena_format(&arena, "%s/cat", top);
    assert_string_equal(from_here(&arena, root, "a.md"), arena_format(&arena, "%s/a.md", root));
}

static void the_root_of_the_machine_may_be_a_catalogue(void **state)
{
    (void)state;
    assert_int_equal(chdir("/"), 0);
    assert_string_equal(from_here(&arena, "/", "content/a.md"), "content/a.md");
    assert_int_equal(chdir("/tmp"), 0);
    assert_string_equal(from_here(&arena, "/", "content/a.md"), "../content/a.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_of_the_catalogue_leads_there_from_a_folder_in_it),
        cmocka_unit_test(from_outside_it_is_named_whole),
        cmocka_unit_test(what_has_no_root_or_a_relative_one_stays_as_it_was_typed),
        cmocka_unit_test(in_a_folder_that_is_gone_paths_are_whole),
        cmocka_unit_test(the_root_of_the_machine_may_be_a_catalogue),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
