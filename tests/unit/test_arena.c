#include "indexer/base/arena.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/unit.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xFF, size);
    }
    arena_free(&arena);
}

static void what_was_handed_out_never_moves(void **state)
{
    (void)state;
    enum { PIECES = 2000 };
    struct arena arena = {0};
    const char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++)
        pieces[i] = arena_format(&arena, "%0*zu", (int)(i % 200 + 4), i);
    for (size_t i = 0; i < PIECES; i++) {
        char expected[256];
        snprintf(expected, sizeof expected, "%0*zu", (int)(i % 200 + 4), i);
        assert_string_equal(pieces[i], expected);
    }
    arena_free(&arena);
}

static void a_large_piece_leaves_the_room_of_the_current_block(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *before = arena_alloc(&arena, 64);
    char *large = arena_alloc(&arena, 1024 * 1024);
    char *after = arena_alloc(&arena, 64);
    memset(large, 1, 1024 * 1024);
    if (!ARENA_PIECES_APART)
        assert_ptr_equal(after, before + 64);
    assert_int_equal(after[0], 0);
    arena_free(&arena);
}

static void copies_have_a_nul_behind_them(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_memory_equal(arena_copy(&arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    assert_string_equal(arena_string(&arena, "word"), "word");
    assert_string_equal(arena_format(&arena, "%s-%d", "x", 7), "x-7");
    arena_free(&arena);
}

static void an_array_grows_and_keeps_its_items(void **state)
{
    (void)state;
    struct arena arena = {0};
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        items = arena_grow(&arena, items, count, &capacity, sizeof *items);
        assert_true(capacity > count);
        items[count] = (int)count;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    arena_free(&arena);
}

static void a_freed_arena_can_be_used_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_free(&arena);
    arena_string(&arena, "first");
    arena_free(&arena);
    assert_null(arena.blocks);
    assert_string_equal(arena_string(&arena, "second"), "second");
    arena_free(&arena);
}

/* The status with which a child ends that does this, in silence; 0 when it comes through. */
static int status_after(void (*act)(struct arena *))
{
    pid_t child = fork();
    if (child == 0) {
        struct arena arena = {0};
        if (!freopen("/dev/null", "w", stderr))
            _exit(0);
        act(&arena);
        arena_free(&arena);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void ask_for_too_many(struct arena *arena)
{
    arena_array(arena, SIZE_MAX / 2, 4);
}

static void ask_for_too_much(struct arena *arena)
{
    arena_array(arena, 1, SIZE_MAX);
}

static void ask_for_little(struct arena *arena)
{
    arena_array(arena, 4, 4);
}

static void sizes_that_overflow_end_the_program(void **state)
{
    (void)state;
    assert_int_equal(status_after(ask_for_too_many), 2);
    assert_int_equal(status_after(ask_for_too_much), 2);
    assert_int_equal(status_after(ask_for_little), 0);
}

#if ARENA_PIECES_APART
#include <sanitizer/asan_interface.h>

enum { REPORTED = 99 };

/* Where to write; the compiler must not know. */
static volatile size_t at;

static void end_as_reported(void)
{
    _exit(REPORTED);
}

static void write_behind_a_string(struct arena *arena)
{
    __asan_set_death_callback(end_as_reported);
    char *string = arena_copy(arena, "abc", 3);
    arena_string(arena, "what comes after it");
    at = 4;
    string[at] = '!';
}

static void read_behind_an_array(struct arena *arena)
{
    __asan_set_death_callback(end_as_reported);
    const int *items = arena_array(arena, 3, sizeof *items);
    arena_array(arena, 3, sizeof *items);
    at = 3;
    at = (size_t)items[at];
}

static void read_what_was_freed(struct arena *arena)
{
    __asan_set_death_callback(end_as_reported);
    const char *string = arena_string(arena, "gone");
    arena_free(arena);
    at = (size_t)string[at];
}

static void the_sanitizer_sees_what_runs_over_its_piece(void **state)
{
    (void)state;
    assert_int_equal(status_after(write_behind_a_string), REPORTED);
    assert_int_equal(status_after(read_behind_an_array), REPORTED);
    assert_int_equal(status_after(read_what_was_freed), REPORTED);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(what_was_handed_out_never_moves),
        cmocka_unit_test(a_large_piece_leaves_the_room_of_the_current_block),
        cmocka_unit_test(copies_have_a_nul_behind_them),
        cmocka_unit_test(an_array_grows_and_keeps_its_items),
        cmocka_unit_test(a_freed_arena_can_be_used_again),
        cmocka_unit_test(sizes_that_overflow_end_the_program),
#if ARENA_PIECES_APART
        cmocka_unit_test(the_sanitizer_sees_what_runs_over_its_piece),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
