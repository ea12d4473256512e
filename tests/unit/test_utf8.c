#include "indexer/base/utf8.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/unit.h"

static void every_character_survives_decoding(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        uint32_t point;
    } rows[] = {
        {"a", 'a'},
        {"\x7F", 0x7F},
        {"\xC2\x80", 0x80},
        {"\xDF\xBF", 0x7FF},
        {"\xE0\xA0\x80", 0x800},
        {"\xED\x9F\xBF", 0xD7FF},
        {"\xEE\x80\x80", 0xE000},
        {"\xEF\xBF\xBF", 0xFFFF},
        {"\xF0\x90\x80\x80", 0x10000},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        uint32_t point = 0;
        size_t size = strlen(rows[i].bytes);
        assert_int_equal(utf8_decode(rows[i].bytes, size, &point), size);
        assert_int_equal(point, rows[i].point);
        /* Cut short, it is no character; what follows does not matter. */
        for (size_t less = 1; less < size; less++)
            assert_int_equal(utf8_decode(rows[i].bytes, less, &point), 0);
    }
}

static void what_is_not_utf8_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "\x80",             /* continuation alone */
        "\xBF",             /* the same */
        "\xC0\xAF",         /* overlong slash */
        "\xC1\xBF",         /* overlong DEL */
        "\xE0\x80\xAF",     /* overlong in three */
        "\xE0\x9F\xBF",     /* the largest overlong in three */
        "\xF0\x80\x80\xAF", /* overlong in four */
        "\xF0\x8F\xBF\xBF", /* the largest overlong in four */
        "\xED\xA0\x80",     /* the first surrogate */
        "\xED\xBF\xBF",     /* the last surrogate */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80", /* a lead that never is */
        "\xFE",             /* the same */
        "\xFF",             /* the same */
        "\xC3(",            /* continuation missing */
        "\xE2\x82(",        /* the last one missing */
        "caf\xE9",          /* Windows-1252 */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char line[32];
        size_t offset = 99;
        size_t clean = strlen("ok \xC3\xA9 ") + (rows[i][0] == 'c' ? 3 : 0);
        snprintf(line, sizeof line, "ok \xC3\xA9 %s", rows[i]);
        assert_false(utf8_check(line, strlen(line), &offset));
        assert_int_equal(offset, clean);
    }
}

static void valid_text_passes(void **state)
{
    (void)state;
    size_t offset = 99;
    static const char text[] = "plain, caf\xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x98\x80";
    assert_true(utf8_check(text, sizeof text, &offset)); /* with the NUL */
    assert_true(utf8_check("", 0, &offset));
    assert_false(utf8_check(text, sizeof text - 2, &offset));
    assert_int_equal(offset, sizeof text - 5);
}

static void characters_and_columns_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        size_t width;
    } rows[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"caf\xC3\xA9", 4, 4},
        {"cafe\xCC\x81", 5, 4},             /* a combining accent */
        {"\xE6\x97\xA5\xE6\x9C\xAC", 2, 4}, /* two wide characters */
        {"\xF0\x9F\x98\x80!", 2, 3},        /* an emoji */
        {"a\xE2\x80\x8B\xEF\xBB\xBF"
         "b",
         4, 2}, /* zero width space, byte order mark */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(utf8_length(rows[i].text, strlen(rows[i].text)), rows[i].length);
        assert_int_equal(utf8_width(rows[i].text, strlen(rows[i].text)), rows[i].width);
    }
}

static void fitting_cuts_between_characters(void **state)
{
    (void)state;
    static const char text[] = "e\xCC\x81\xE6\x97\xA5"
                               "z"; /* e with accent, a wide one, z */
    size_t size = sizeof text - 1;
    assert_int_equal(utf8_fit(text, size, 0), 0);
    assert_int_equal(utf8_fit(text, size, 1), 3);
    assert_int_equal(utf8_fit(text, size, 2), 3); /* half a wide character does not fit */
    assert_int_equal(utf8_fit(text, size, 3), 6);
    assert_int_equal(utf8_fit(text, size, 4), 7);
    assert_int_equal(utf8_fit(text, size, 999), size);
    assert_int_equal(utf8_fit("", 0, 5), 0);
}

static void bad_bytes_do_not_stop_the_counting(void **state)
{
    (void)state;
    static const char text[] = "\xFF\xC3";
    assert_int_equal(utf8_width(text, 2), 2);
    assert_int_equal(utf8_fit(text, 2, 1), 1);
}

static void controls_are_told_from_text(void **state)
{
    (void)state;
    static const uint32_t bad[] = {0,      1,      8,      0x0B,   0x0C,    0x0E,    0x1B,   0x1F,
                                   0x7F,   0x80,   0x9B,   0x9F,   0x2028,  0x202E,  0x2066, 0x2069,
                                   0xFDD0, 0xFFFB, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF};
    static const uint32_t good[] = {'\t', '\n', '\r', ' ', '~', 0xA0, 0xE9, 0x2027, 0x206A, 0xFFFD, 0x10000, 0x10FFFD};
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_true(utf8_is_control(bad[i]));
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_false(utf8_is_control(good[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_survives_decoding),
        cmocka_unit_test(what_is_not_utf8_is_refused_where_it_stands),
        cmocka_unit_test(valid_text_passes),
        cmocka_unit_test(characters_and_columns_are_counted),
        cmocka_unit_test(fitting_cuts_between_characters),
        cmocka_unit_test(bad_bytes_do_not_stop_the_counting),
        cmocka_unit_test(controls_are_told_from_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
