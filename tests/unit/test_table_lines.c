/* The lines of tables while they wait for each other. */

#include "catalogue/site/publish/table_lines.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "tests/unit/unit.h"

static char folder[] = "/tmp/lines-XXXXXX";
static char path[sizeof folder + sizeof "/.lines"];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/.lines", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static void put(struct table_lines *lines, size_t row, enum case_table table, const char *bytes)
{
    int reason = 0;
    assert_true(table_lines_put(lines, row, table, bytes, strlen(bytes), &reason));
}

static void expect(struct table_lines *lines, size_t row, enum case_table table, const char *bytes)
{
    struct text out = {0};
    int reason = 0;
    text_add(&out, "before ");
    assert_true(table_lines_get(lines, row, table, &out, &reason));
    assert_string_equal(out.data + strlen("before "), bytes);
    assert_int_equal(table_lines_have(lines, row, table), *bytes != '\0');
    text_free(&out);
}

/* In any order, the last put counts, and of what was not put there is nothing. */
static void lines_come_back(void **state)
{
    int reason = 0;
    (void)state;
    struct table_lines *lines = table_lines_open(path, 4, &reason);
    assert_non_null(lines);
    put(lines, 3, TABLE_CASES, "three\n");
    put(lines, 0, TABLE_CASES, "zero\n");
    put(lines, 0, CASE_TABLES - 1, "zero,1\nzero,2\n");
    expect(lines, 3, TABLE_CASES, "three\n");
    put(lines, 3, TABLE_CASES, "three again\n");
    expect(lines, 0, TABLE_CASES, "zero\n");
    expect(lines, 0, CASE_TABLES - 1, "zero,1\nzero,2\n");
    expect(lines, 3, TABLE_CASES, "three again\n");
    expect(lines, 1, TABLE_CASES, "");
    table_lines_close(lines);
    table_lines_close(NULL);
}

/* More than is held at once. */
static void many_lines_come_back(void **state)
{
    enum { ROWS = 300, SIZE = 9000 };
    static char bytes[SIZE + 1];
    int reason = 0;
    (void)state;
    struct table_lines *lines = table_lines_open(path, ROWS, &reason);
    assert_non_null(lines);
    for (size_t row = 0; row < ROWS; row++)
        put(lines, row, TABLE_CASES, memset(bytes, 'a' + (int)(row % 26), SIZE));
    for (size_t row = ROWS; row--;)
        expect(lines, row, TABLE_CASES, memset(bytes, 'a' + (int)(row % 26), SIZE));
    table_lines_close(lines);
}

/* The folder can be removed while the file is open, and nothing that stands there is taken. */
static void the_file_has_no_name(void **state)
{
    int reason = 0;
    (void)state;
    struct table_lines *lines = table_lines_open(path, 1, &reason);
    assert_int_equal(access(path, F_OK), -1);
    table_lines_close(lines);
    assert_true(file_create(path, "mine", 4, &reason));
    assert_null(table_lines_open(path, 1, &reason));
    assert_int_equal(reason, EEXIST);
    assert_int_equal(access(path, F_OK), 0);
    assert_int_equal(unlink(path), 0);
}

static void what_is_not_there_cannot_be_read(void **state)
{
    char bytes[8];
    int reason = 0;
    (void)state;
    int descriptor = file_unnamed(path, &reason);
    assert_true(file_write_on(descriptor, "12345", 5, &reason));
    assert_true(file_read_at(descriptor, bytes, 3, 2, &reason));
    assert_memory_equal(bytes, "345", 3);
    assert_false(file_read_at(descriptor, bytes, 4, 2, &reason));
    assert_int_equal(reason, EIO);
    close(descriptor);
    assert_false(file_read_at(descriptor, bytes, 1, 0, &reason));
    assert_int_equal(reason, EBADF);
    assert_false(file_write_on(descriptor, "6", 1, &reason));
    assert_int_equal(reason, EBADF);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_back),
        cmocka_unit_test(many_lines_come_back),
        cmocka_unit_test(the_file_has_no_name),
        cmocka_unit_test(what_is_not_there_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
