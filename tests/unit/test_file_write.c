#include "indexer/base/file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "tests/unit/unit.h"

/* Each test works in an empty folder of its own and names files relative to it. */
struct place_to_be {
    struct arena arena;
    char folder[64];
    int before;
};

static int enter_folder(void **state)
{
    struct place_to_be *here = calloc(1, sizeof *here);
    assert_non_null(here);
    strcpy(here->folder, "/tmp/test_file_write.XXXXXX");
    here->before = open(".", O_RDONLY | O_DIRECTORY);
    assert_non_null(mkdtemp(here->folder));
    assert_int_equal(chdir(here->folder), 0);
    *state = here;
    return 0;
}

static int leave_folder(void **state)
{
    struct place_to_be *here = *state;
    char command[128];
    int status = fchdir(here->before);
    snprintf(command, sizeof command, "rm -rf '%s'", here->folder);
    status |= system(command);
    close(here->before);
    arena_free(&here->arena);
    free(here);
    return status;
}

static struct arena *arena_of(void **state)
{
    return &((struct place_to_be *)*state)->arena;
}

static void put(const char *path, const char *data, size_t size)
{
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(data, 1, size, stream), size);
    assert_int_equal(fclose(stream), 0);
}

static size_t entries(void **state)
{
    struct file_names names;
    assert_true(file_list(arena_of(state), ".", "", "", &names));
    return names.count;
}

static void writing_changes_only_what_differs(void **state)
{
    struct file first = {0};
    struct file second = {0};
    bool changed = false;
    assert_true(file_write("a", "one", 3, &changed, NULL));
    assert_true(changed);
    assert_int_equal(file_read(arena_of(state), "a", 10, &first), FILE_DONE);
    assert_true(file_write("a", "one", 3, &changed, NULL));
    assert_false(changed);
    assert_int_equal(file_stat("a", &second), FILE_DONE);
    assert_true(first.modified == second.modified);
    assert_true(file_write("a", "two", 3, NULL, NULL));
    assert_int_equal(file_read(arena_of(state), "a", 10, &second), FILE_DONE);
    assert_string_equal(second.data, "two");
    assert_true(file_write("a", "", 0, &changed, NULL));
    assert_true(changed);
    assert_int_equal(entries(state), 1);
}

static void writing_replaces_a_link_and_not_what_it_points_to(void **state)
{
    struct file file = {0};
    put("outside", "keep", 4);
    assert_int_equal(symlink("outside", "link"), 0);
    assert_true(file_write("link", "new", 3, NULL, NULL));
    assert_int_equal(file_read(arena_of(state), "outside", 10, &file), FILE_DONE);
    assert_string_equal(file.data, "keep");
    assert_int_equal(file_read(arena_of(state), "link", 10, &file), FILE_DONE);
    assert_string_equal(file.data, "new");
}

static void failing_to_write_leaves_nothing_behind(void **state)
{
    bool changed = true;
    int reason = 0;
    assert_false(file_write("no/such/folder", "x", 1, &changed, &reason));
    assert_int_equal(reason, ENOENT);
    assert_false(changed);
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_false(file_write("folder", "x", 1, NULL, &reason));
    assert_int_equal(reason, EISDIR);
    assert_int_equal(entries(state), 1);
    assert_int_equal(access(".folder.new", F_OK), -1);
}

static void what_a_killed_run_left_is_taken_over(void **state)
{
    struct file file = {0};
    put(".a.new", "half a fi", 9);
    assert_true(file_write("a", "whole", 5, NULL, NULL));
    assert_int_equal(file_read(arena_of(state), "a", 10, &file), FILE_DONE);
    assert_string_equal(file.data, "whole");
    assert_int_equal(access(".a.new", F_OK), -1);
}

static void nobody_elses_file_is_written_to(void **state)
{
    struct file file = {0};
    int reason = 0;
    put("other", "keep", 4);
    assert_int_equal(link("other", ".a.new"), 0);
    assert_false(file_write("a", "x", 1, NULL, &reason));
    assert_int_equal(reason, EEXIST);
    assert_int_equal(unlink(".a.new"), 0);
    assert_int_equal(symlink("other", ".a.new"), 0);
    assert_false(file_write("a", "x", 1, NULL, &reason));
    assert_int_equal(reason, ELOOP);
    assert_int_equal(unlink(".a.new"), 0);
    assert_int_equal(mkfifo(".a.new", 0666), 0);
    assert_false(file_write("a", "x", 1, NULL, &reason));
    assert_int_equal(reason, ENXIO);
    assert_int_equal(file_read(arena_of(state), "other", 10, &file), FILE_DONE);
    assert_string_equal(file.data, "keep");
}

static void what_is_written_is_for_those_that_the_mask_lets_in(void **state)
{
    (void)state;
    struct stat status;
    mode_t before = umask(027);
    bool done = file_write("a", "x", 1, NULL, NULL);
    umask(before);
    assert_true(done);
    assert_int_equal(stat("a", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void folders_are_made_with_those_above(void **state)
{
    (void)state;
    struct stat status;
    assert_true(file_make_folders("a/b/c", NULL));
    assert_true(file_make_folders("a/b/c", NULL));
    assert_true(file_make_folders("a//d/", NULL));
    assert_true(file_make_folders("/tmp", NULL));
    assert_int_equal(stat("a/b/c", &status), 0);
    assert_true(S_ISDIR(status.st_mode));
    assert_int_equal(stat("a/d", &status), 0);
}

static void a_file_in_the_way_is_no_folder(void **state)
{
    (void)state;
    int reason = 0;
    put("a", "", 0);
    assert_false(file_make_folders("a/b", &reason));
    assert_int_equal(reason, ENOTDIR);
    reason = 0;
    assert_false(file_make_folders("a", &reason));
    assert_int_equal(reason, ENOTDIR);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(writing_changes_only_what_differs),
        IN_FOLDER(writing_replaces_a_link_and_not_what_it_points_to),
        IN_FOLDER(failing_to_write_leaves_nothing_behind),
        IN_FOLDER(what_a_killed_run_left_is_taken_over),
        IN_FOLDER(nobody_elses_file_is_written_to),
        IN_FOLDER(what_is_written_is_for_those_that_the_mask_lets_in),
        IN_FOLDER(folders_are_made_with_those_above),
        IN_FOLDER(a_file_in_the_way_is_no_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
