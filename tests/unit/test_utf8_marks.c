#include "indexer/base/utf8_marks.h"

#include <string.h>

#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "tests/unit/unit.h"

/* Counting by marks is counting from the beginning, at every byte, with characters that lie across a step. */
static void marks_count_as_counting_does(void **state)
{
    static const char *const pieces[] = {"a", "é", "…", "𝄞", "\n", "bc"};
    struct arena arena = {0};
    struct text text = {0};
    (void)state;
    for (size_t i = 0; text.size < 2000; i++)
        text_add(&text, pieces[(i * i + i / 3) % COUNT_OF(pieces)]);
    struct utf8_marks marks = utf8_marks_make(&arena, text.data, text.size);
    size_t count = 0;
    for (size_t at = 0; at < text.size; at++) {
        if (((unsigned char)text.data[at] & 0xC0) == 0x80)
            continue;
        assert_int_equal(utf8_marks_count(&marks, at), utf8_length(text.data, at));
        assert_int_equal(utf8_marks_offset(&marks, count), at);
        count++;
    }
    assert_int_equal(utf8_marks_offset(&marks, count), text.size);
    assert_int_equal(utf8_marks_offset(&marks, count + 9), text.size);
    text_free(&text);
    arena_free(&arena);
}

static void an_empty_text_has_none(void **state)
{
    struct arena arena = {0};
    struct utf8_marks marks = utf8_marks_make(&arena, "", 0);
    (void)state;
    assert_int_equal(utf8_marks_count(&marks, 0), 0);
    assert_int_equal(utf8_marks_offset(&marks, 0), 0);
    assert_int_equal(utf8_marks_offset(&marks, 5), 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_count_as_counting_does),
        cmocka_unit_test(an_empty_text_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
