#include "indexer/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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
    strcpy(here->folder, "/tmp/test_file.XXXXXX");
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

static enum file_status reading(void **state, const char *path, size_t limit)
{
    struct file file;
    return file_read(arena_of(state), path, limit, &file);
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

static void reading_gives_the_bytes_and_a_nul(void **state)
{
    struct file file = {0};
    put("a", "x\0y\n", 4);
    assert_int_equal(file_read(arena_of(state), "a", 4, &file), FILE_DONE);
    assert_int_equal(file.size, 4);
    assert_memory_equal(file.data, "x\0y\n", 5);
    assert_true(file.modified > 0);
    put("empty", "", 0);
    assert_int_equal(file_read(arena_of(state), "empty", 0, &file), FILE_DONE);
    assert_int_equal(file.size, 0);
    assert_string_equal(file.data, "");
}

static void the_limit_is_kept_to_the_byte(void **state)
{
    put("a", "12345", 5);
    assert_int_equal(reading(state, "a", 5), FILE_DONE);
    assert_int_equal(reading(state, "a", 4), FILE_TOO_LARGE);
    assert_int_equal(truncate("a", (off_t)5 << 30), 0); /* sparse */
    assert_int_equal(reading(state, "a", 1024), FILE_TOO_LARGE);
}

static void only_regular_files_are_read(void **state)
{
    put("a", "secret", 6);
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_int_equal(mkfifo("pipe", 0666), 0);
    assert_int_equal(symlink("a", "link"), 0);
    assert_int_equal(symlink("nowhere", "broken"), 0);
    static const char *const others[] = {"folder", "pipe", "link", "broken", "/dev/zero"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(reading(state, others[i], 100), FILE_NOT_REGULAR);
    assert_int_equal(reading(state, "missing", 100), FILE_MISSING);
    assert_int_equal(reading(state, "a/b", 100), FILE_MISSING);
}

static void a_file_that_says_it_is_empty_is_read_to_its_end(void **state)
{
    struct file file = {0};
    assert_int_equal(file_read(arena_of(state), "/proc/self/status", 1024 * 1024, &file), FILE_DONE);
    assert_true(file.size > 100);
    assert_int_equal(strlen(file.data), file.size);
    assert_int_equal(reading(state, "/proc/self/status", 10), FILE_TOO_LARGE);
}

static void every_status_has_its_words(void **state)
{
    (void)state;
    for (int status = FILE_DONE; status <= FILE_FAILED; status++)
        assert_true(strlen(file_status_text((enum file_status)status, EIO)) > 0);
    assert_string_equal(file_status_text(FILE_FAILED, EACCES), strerror(EACCES));
}

static void what_a_user_can_mend_is_no_failure_of_the_system(void **state)
{
    (void)state;
    static const int machine[] = {EIO, ESTALE, EMFILE, ENFILE, ENOMEM, ENOSPC};
    static const int users[] = {0, ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG};
    for (size_t i = 0; i < COUNT_OF(machine); i++)
        assert_true(file_reason_is_system(machine[i]));
    for (size_t i = 0; i < COUNT_OF(users); i++)
        assert_false(file_reason_is_system(users[i]));
}

static void stat_tells_size_and_kind(void **state)
{
    (void)state;
    struct file file = {0};
    put("a", "12345", 5);
    assert_int_equal(symlink("a", "link"), 0);
    assert_int_equal(file_stat("a", &file), FILE_DONE);
    assert_int_equal(file.size, 5);
    assert_int_equal(file_stat("link", &file), FILE_NOT_REGULAR);
    assert_int_equal(file_stat(".", &file), FILE_NOT_REGULAR);
    assert_int_equal(file_stat("missing", &file), FILE_MISSING);
}

static void names_come_sorted_by_bytes(void **state)
{
    struct file_names names;
    static const char *const files[] = {"b.md", "a.md", "B.md", "a-b.md", ".hidden.md", ".md", "c.txt", "d.md~"};
    static const char *const expected[] = {"B.md", "a-b.md", "a.md", "b.md"};
    for (size_t i = 0; i < COUNT_OF(files); i++)
        put(files[i], "", 0);
    assert_true(file_list(arena_of(state), ".", "", ".md", &names));
    assert_int_equal(names.count, COUNT_OF(expected));
    for (size_t i = 0; i < names.count; i++)
        assert_string_equal(names.names[i], expected[i]);
    assert_int_equal(entries(state), 6);
    assert_false(file_list(arena_of(state), "missing", "", "", &names));
    assert_int_equal(names.reason, ENOENT);
    assert_int_equal(names.count, 0);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

static uint64_t sum_of(const char *bytes, size_t size)
{
    uint64_t sum = 0;
    int reason = 0;
    FILE *file = fopen("summed", "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    assert_int_equal(file_sum("summed", &sum, &reason), FILE_DONE);
    return sum;
}

static void a_sum_tells_files_apart(void **state)
{
    enum { LARGE = 200001 };
    (void)state;
    uint64_t sum = 0;
    int reason = 0;
    char *large = calloc(1, LARGE);
    assert_non_null(large);
    uint64_t zeros = sum_of(large, LARGE);
    assert_true(zeros == sum_of(large, LARGE));
    assert_true(zeros != sum_of(large, LARGE - 1));
    for (size_t at = 0; at < LARGE; at += 65535) {
        large[at] ^= 1;
        assert_true(zeros != sum_of(large, LARGE));
        large[at] ^= 1;
    }
    free(large);
    assert_true(sum_of("", 0) != sum_of("", 1));
    assert_int_equal(file_sum("missing", &sum, &reason), FILE_MISSING);
    assert_int_equal(file_sum(".", &sum, &reason), FILE_FAILED);
    assert_int_equal(reason, EISDIR);
}

/* What a site offers for download may be larger than the memory of the machine that looks whether it is as it was. */
static void a_sum_takes_no_memory_however_large_the_file(void **state)
{
    (void)state;
    enum { SIZE = 64 * 1024 * 1024 };
    int status = 0;
    put("small", "x", 1);
    put("large", "", 0);
    assert_int_equal(truncate("large", SIZE), 0);
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit none = {1, 1};
        uint64_t sum = 0;
        int reason = 0;
        bool done = freopen("/dev/null", "w", stderr) && file_sum("small", &sum, &reason) == FILE_DONE &&
                    setrlimit(RLIMIT_AS, &none) == 0 && file_sum("large", &sum, &reason) == FILE_DONE;
        _exit(done ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(reading_gives_the_bytes_and_a_nul), IN_FOLDER(the_limit_is_kept_to_the_byte),
        IN_FOLDER(only_regular_files_are_read),       IN_FOLDER(a_file_that_says_it_is_empty_is_read_to_its_end),
        IN_FOLDER(every_status_has_its_words),        IN_FOLDER(what_a_user_can_mend_is_no_failure_of_the_system),
        IN_FOLDER(stat_tells_size_and_kind),          IN_FOLDER(names_come_sorted_by_bytes),
        IN_FOLDER(a_sum_tells_files_apart),           IN_FOLDER(a_sum_takes_no_memory_however_large_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
