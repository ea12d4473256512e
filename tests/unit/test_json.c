#include "indexer/base/json.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/unit.h"

static const char *written(struct text *out, bool indented)
{
    struct json json = json_writer(out, indented);
    json_object_open(&json);
    json_member_string(&json, "title", "Barbers");
    json_key(&json, "results");
    json_array_open(&json);
    json_object_open(&json);
    json_object_close(&json);
    json_array_open(&json);
    json_array_close(&json);
    json_integer(&json, INT64_MIN);
    json_array_close(&json);
    json_member_integer(&json, "total", -3);
    json_member_bool(&json, "last", false);
    json_member_string(&json, "none", NULL);
    json_object_close(&json);
    return text_string(out);
}

static void commas_stand_between_and_nowhere_else(void **state)
{
    (void)state;
    struct text out = {0};
    assert_string_equal(written(&out, false), "{\"title\":\"Barbers\",\"results\":[{},[],-9223372036854775808],"
                                              "\"total\":-3,\"last\":false,\"none\":null}");
    text_free(&out);
}

static void indenting_puts_each_item_on_its_own_line(void **state)
{
    (void)state;
    struct text out = {0};
    assert_string_equal(written(&out, true), "{\n"
                                             "  \"title\": \"Barbers\",\n"
                                             "  \"results\": [\n"
                                             "    {},\n"
                                             "    [],\n"
                                             "    -9223372036854775808\n"
                                             "  ],\n"
                                             "  \"total\": -3,\n"
                                             "  \"last\": false,\n"
                                             "  \"none\": null\n"
                                             "}");
    text_free(&out);
}

static void texts_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *expected;
    } rows[] = {
        {"", "\"\""},
        {"say \"no\" \\ /", "\"say \\\"no\\\" \\\\ /\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\x01\x1B[31m\x7F", "\"\\u0001\\u001b[31m\\u007f\""},
        {"\xC2\x9B", "\"\\u009b\""},                        /* a C1 control */
        {"\xF0\x9F\xBF\xBE", "\"\\ud83f\\udffe\""},         /* U+1FFFE, which is no character */
        {"\xF4\x8F\xBF\xBF", "\"\\udbff\\udfff\""},         /* U+10FFFF, the last */
        {"\xE2\x80\xAE", "\"\\u202e\""},                    /* text turned right to left */
        {"\xE2\x80\xA8\xE2\x80\xA9", "\"\\u2028\\u2029\""}, /* line ends to a script */
        {"caf\xC3\xA9 \xF0\x9F\x98\x80", "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
        {"\xFF\xC3(", "\"\xEF\xBF\xBD\xEF\xBF\xBD(\""},               /* not UTF-8 */
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""}, /* a surrogate */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct text out = {0};
        struct json json = json_writer(&out, false);
        json_string(&json, rows[i].text);
        assert_string_equal(text_string(&out), rows[i].expected);
        text_free(&out);
    }
}

static void a_nul_inside_and_an_odd_key_are_escaped_too(void **state)
{
    (void)state;
    struct text out = {0};
    struct json json = json_writer(&out, false);
    json_object_open(&json);
    json_key(&json, "a\"\n");
    json_bytes(&json, "x\0y", 3);
    json_object_close(&json);
    assert_string_equal(text_string(&out), "{\"a\\\"\\n\":\"x\\u0000y\"}");
    text_free(&out);
}

static void numbers_have_their_shortest_form(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *expected;
    } rows[] = {
        {0, "0"},
        {1, "1"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {1.0 / 3, "0.3333333333333333"},
        {100000, "100000"},
        {1200000, "1200000"},
        {45000, "45000"},
        {0.00012, "0.00012"},
        {123456789012, "123456789012"},
        {0.1 + 0.2, "0.30000000000000004"},
        {(double)NAN, "nan"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct text out = {0};
        number_text(&out, rows[i].number);
        assert_string_equal(text_string(&out), rows[i].expected);
        text_free(&out);
    }
}

static void numbers_read_back_as_themselves(void **state)
{
    (void)state;
    static const double rows[] = {DBL_MAX, DBL_MIN, DBL_TRUE_MIN, DBL_EPSILON, 1e15, 1e16, 1e22, 9007199254740993.0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct text out = {0};
        number_text(&out, rows[i]);
        assert_true(strtod(text_string(&out), NULL) == rows[i]);
        text_free(&out);
    }
}

static void what_is_no_number_is_null(void **state)
{
    (void)state;
    struct text out = {0};
    struct json json = json_writer(&out, false);
    json_array_open(&json);
    json_number(&json, (double)NAN);
    json_number(&json, (double)INFINITY);
    json_number(&json, -(double)INFINITY);
    json_number(&json, 2.5);
    json_array_close(&json);
    assert_string_equal(text_string(&out), "[null,null,null,2.5]");
    text_free(&out);
}

static void the_deepest_level_is_whole(void **state)
{
    (void)state;
    struct text out = {0};
    struct json json = json_writer(&out, false);
    for (int i = 0; i < JSON_DEPTH_MAX; i++)
        json_array_open(&json);
    json_bool(&json, true);
    json_bool(&json, true);
    for (int i = 0; i < JSON_DEPTH_MAX; i++)
        json_array_close(&json);
    assert_int_equal(out.size, 2 * JSON_DEPTH_MAX + strlen("true,true"));
    assert_string_equal(text_string(&out) + JSON_DEPTH_MAX - 1, "[true,true]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
    text_free(&out);
}

/* Deeper than any document of ours the writer no longer tells levels apart, and writes within its own memory still. */
static void too_many_levels_harm_nothing(void **state)
{
    (void)state;
    struct text out = {0};
    struct json json = json_writer(&out, false);
    enum { MORE = 3 };
    for (int i = 0; i < JSON_DEPTH_MAX + MORE; i++)
        json_array_open(&json);
    for (int i = 0; i < JSON_DEPTH_MAX + MORE; i++)
        json_array_close(&json);
    assert_int_equal(out.size, 2 * (JSON_DEPTH_MAX + MORE));
    assert_int_equal(json.depth, 0);
    text_free(&out);
}

static void what_is_json_already_goes_in_indented(void **state)
{
    (void)state;
    struct text out = {0};
    struct json json = json_writer(&out, true);
    static const char one[] = "{\n  \"a\": [\n    1\n  ]\n}";
    json_array_open(&json);
    json_raw(&json, one, sizeof one - 1);
    json_raw(&json, "2", 1);
    json_array_close(&json);
    assert_string_equal(text_string(&out), "[\n  {\n    \"a\": [\n      1\n    ]\n  },\n  2\n]");
    text_clear(&out);
    json = json_writer(&out, false);
    json_object_open(&json);
    json_key(&json, "k");
    json_raw(&json, "[1]", 3);
    json_object_close(&json);
    assert_string_equal(text_string(&out), "{\"k\":[1]}");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_stand_between_and_nowhere_else),
        cmocka_unit_test(indenting_puts_each_item_on_its_own_line),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(a_nul_inside_and_an_odd_key_are_escaped_too),
        cmocka_unit_test(numbers_have_their_shortest_form),
        cmocka_unit_test(numbers_read_back_as_themselves),
        cmocka_unit_test(what_is_no_number_is_null),
        cmocka_unit_test(the_deepest_level_is_whole),
        cmocka_unit_test(too_many_levels_harm_nothing),
        cmocka_unit_test(what_is_json_already_goes_in_indented),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
