#include "indexer/base/diagnostics.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "indexer/base/utf8.h"
#include "tests/unit/unit.h"

static const struct code broken = {"broken", SEVERITY_ERROR, false};
static const struct code doubtful = {"doubtful", SEVERITY_WARNING, false};
static const struct code failed = {"failed", SEVERITY_ERROR, true};

/* One problem in a source, as text. */
static void shows(const char *source, struct place place, const char *help, const char *expected)
{
    struct diagnostics diagnostics = {0};
    struct text out = {0};
    diagnostics_file(&diagnostics, "a.md", source, source ? strlen(source) : 0);
    diagnostics_add(&diagnostics, &broken, place, help, "not %s", "good");
    diagnostic_text(&out, &diagnostics.items[0], true, false);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
    diagnostics_free(&diagnostics);
}

static void the_line_and_a_caret_are_shown(void **state)
{
    (void)state;
    static const char source[] = "---\nsumary: x\r\nlast";
    shows(source, (struct place){2, 1, 6}, "write summary",
          "a.md:2:1: error[broken]: not good\n"
          "    2 | sumary: x\n"
          "      | ^^^^^^\n"
          "      = help: write summary\n");
    shows(source, (struct place){3, 5, 1}, NULL,
          "a.md:3:5: error[broken]: not good\n"
          "    3 | last\n"
          "      |     ^\n");
}

static void help_of_several_lines_stands_together(void **state)
{
    (void)state;
    shows(NULL, (struct place){0}, "write partners:\n  - name: x\n    type: y",
          "a.md: error[broken]: not good\n"
          "      = help: write partners:\n"
          "              - name: x\n"
          "                type: y\n");
}

static void a_place_that_is_not_there_is_no_trouble(void **state)
{
    (void)state;
    shows("one\n", (struct place){0}, NULL, "a.md: error[broken]: not good\n");
    shows("one\n", (struct place){9, 1, 1}, NULL, "a.md:9:1: error[broken]: not good\n");
    shows(NULL, (struct place){1, 1, 1}, NULL, "a.md:1:1: error[broken]: not good\n");
    shows("one\n", (struct place){1, 99, 99}, NULL,
          "a.md:1:99: error[broken]: not good\n"
          "    1 | one\n"
          "      |    ^\n");
}

static void carets_stand_under_their_characters(void **state)
{
    (void)state;
    shows("\xE6\x97\xA5 caf\xC3\xA9: x", (struct place){1, 3, 4}, NULL,
          "a.md:1:3: error[broken]: not good\n"
          "    1 | \xE6\x97\xA5 caf\xC3\xA9: x\n"
          "      |    ^^^^\n");
    shows("a\x1B[31mb", (struct place){1, 7, 1}, NULL,
          "a.md:1:7: error[broken]: not good\n"
          "    1 | a\\x1B[31mb\n"
          "      |          ^\n");
}

static void a_terminal_never_gets_raw_controls(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    struct text out = {0};
    static const char source[] = "\x1B]0;x\x07 \xC2\x9B \xE2\x80\xAE \xFF";
    diagnostics_file(&diagnostics, "a\nb\x1B.md", source, strlen(source));
    diagnostics_add(&diagnostics, &broken, (struct place){1, 1, 3}, "\x1B[1m", "unknown \"%s\"", "\r\x1B[2J");
    diagnostic_text(&out, &diagnostics.items[0], true, false);
    for (size_t i = 0; i < out.size; i++)
        assert_true(out.data[i] == '\n' || (unsigned char)out.data[i] >= ' ');
    assert_null(strstr(out.data, "\xC2\x9B"));
    assert_null(strstr(out.data, "\xE2\x80\xAE"));
    assert_null(strchr(out.data, '\xFF'));
    text_free(&out);
    diagnostics_free(&diagnostics);
}

static void a_long_line_is_cut_around_the_place(void **state)
{
    (void)state;
    static char source[100001];
    struct diagnostics diagnostics = {0};
    struct text out = {0};
    memset(source, 'x', sizeof source - 1);
    memcpy(source + 50000, "HERE", 4);
    diagnostics_file(&diagnostics, "a.md", source, sizeof source - 1);
    diagnostics_add(&diagnostics, &broken, (struct place){1, 50001, 4}, NULL, "long");
    diagnostic_text(&out, &diagnostics.items[0], true, false);
    const char *shown = strchr(text_string(&out), '\n') + 1;
    const char *carets = strchr(shown, '\n') + 1;
    assert_true(out.size < 500);
    assert_non_null(strstr(shown, "HERE"));
    /* The ellipsis takes three bytes and one column. */
    assert_int_equal(strstr(shown, "HERE") - shown - 2, strstr(carets, "^^^^") - carets);
    text_free(&out);
    diagnostics_free(&diagnostics);
}

static void colour_comes_only_when_asked_for(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    struct text out = {0};
    diagnostics_file(&diagnostics, "a.md", "x", 1);
    diagnostics_add(&diagnostics, &doubtful, (struct place){1, 1, 1}, NULL, "odd");
    diagnostic_text(&out, &diagnostics.items[0], false, false);
    assert_string_equal(text_string(&out), "a.md:1:1: warning[doubtful]: odd\n");
    text_clear(&out);
    diagnostic_text(&out, &diagnostics.items[0], false, true);
    assert_non_null(strstr(text_string(&out), "\033["));
    assert_string_equal(text_string(&out) + out.size - 5, "\033[0m\n");
    text_free(&out);
    diagnostics_free(&diagnostics);
}

static void json_holds_every_part(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    struct text out = {0};
    struct json json = json_writer(&out, false);
    diagnostics_file(&diagnostics, "a.md", "x", 1);
    diagnostics_add(&diagnostics, &doubtful, (struct place){1, 2, 3}, NULL, "say \"%d\"", 7);
    diagnostic_json(&json, &diagnostics.items[0]);
    assert_string_equal(text_string(&out),
                        "{\"path\":\"a.md\",\"line\":1,\"column\":2,\"severity\":\"warning\",\"code\":\"doubtful\","
                        "\"message\":\"say \\\"7\\\"\",\"help\":null,\"fix\":null}");
    text_clear(&out);
    diagnostics_fix(&diagnostics, (struct place){4, 5, 6}, "better", true);
    json = json_writer(&out, false);
    diagnostic_json(&json, &diagnostics.items[0]);
    assert_non_null(
        strstr(text_string(&out), "\"fix\":{\"line\":4,\"column\":5,\"length\":6,\"text\":\"better\",\"safe\":true}"));
    text_free(&out);
    diagnostics_free(&diagnostics);
}

static void a_diagnostic_owns_what_it_shows(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    char path[] = "a.md";
    char source[] = "one\n";
    char help[] = "do";
    diagnostics_file(&diagnostics, path, source, 4);
    diagnostics_add(&diagnostics, &broken, (struct place){1, 1, 1}, help, "no");
    memset(path, '?', 4);
    memset(source, '?', 4);
    memset(help, '?', 2);
    assert_string_equal(diagnostics.items[0].path, "a.md");
    assert_string_equal(diagnostics.items[0].source_line, "one");
    assert_string_equal(diagnostics.items[0].help, "do");
    diagnostics_free(&diagnostics);
}

static void sorting_is_by_place_and_keeps_equals_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        struct place place;
        const char *message;
    } rows[] = {
        {"b.md", {1, 1, 1}, "6"}, {"a.md", {2, 5, 1}, "4"}, {"a.md", {2, 5, 1}, "5"},
        {"a.md", {2, 1, 1}, "3"}, {"a.md", {0, 0, 0}, "1"}, {"a.md", {1, 9, 1}, "2"},
    };
    struct diagnostics diagnostics = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        diagnostics_file(&diagnostics, rows[i].path, NULL, 0);
        diagnostics_add(&diagnostics, &broken, rows[i].place, NULL, "%s", rows[i].message);
    }
    diagnostics_sort(&diagnostics);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_int_equal(diagnostics.items[i].message[0], '1' + (int)i);
    diagnostics_free(&diagnostics);
}

static void past_the_limit_they_are_only_counted(void **state)
{
    (void)state;
    struct diagnostics diagnostics = {0};
    for (int file = 0; file < 2; file++) {
        for (int i = 0; i < 250; i++) {
            diagnostics_file(&diagnostics, file ? "b.md" : "a.md", NULL, 0);
            diagnostics_add(&diagnostics, i % 2 ? &broken : &doubtful, (struct place){1, 1, 1}, NULL, "no");
        }
    }
    assert_int_equal(diagnostics.count, 400);
    assert_int_equal(diagnostics.errors, 250);
    assert_int_equal(diagnostics.warnings, 250);
    diagnostics_free(&diagnostics);
}

static void failures_of_the_system_are_told_apart(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    diagnostics_file(&diagnostics, "a.md", NULL, 0);
    diagnostics_add(&diagnostics, &broken, (struct place){0}, NULL, "not good");
    assert_int_equal(diagnostics.failures, 0);
    assert_null(diagnostics_failure(&arena, &diagnostics));
    diagnostics_add(&diagnostics, &failed, (struct place){0}, NULL, "the drive is gone");
    diagnostics_add(&diagnostics, &failed, (struct place){0}, NULL, "and so is the roof");
    assert_int_equal(diagnostics.failures, 2);
    assert_int_equal(diagnostics.errors, 3);
    assert_string_equal(diagnostics_failure(&arena, &diagnostics), "a.md: the drive is gone");
    diagnostics_free(&diagnostics);
    arena_free(&arena);
}

static void an_endless_message_has_an_end(void **state)
{
    (void)state;
    static char word[5000];
    struct diagnostics diagnostics = {0};
    memset(word, 'w', sizeof word - 1);
    diagnostics_add(&diagnostics, &broken, (struct place){0}, NULL, "unknown \"%s\"", word);
    assert_true(strlen(diagnostics.items[0].message) < 2000);
    assert_string_equal(diagnostics.items[0].path, "");
    diagnostics_free(&diagnostics);
}

/* Whatever number of bytes stands before them, two-byte and three-byte characters stay whole. */
static void a_message_is_cut_between_characters(void **state)
{
    (void)state;
    struct text words = {0};
    struct diagnostics diagnostics = {0};
    for (size_t i = 0; i < 1000; i++)
        text_add(&words, i % 2 ? "\xC3\xA9" : "\xE2\x82\xAC");
    for (int before = 0; before < 6; before++)
        diagnostics_add(&diagnostics, &broken, (struct place){0}, NULL, "%.*s%s", before, "xxxxxx",
                        text_string(&words));
    for (size_t i = 0; i < diagnostics.count; i++) {
        const char *message = diagnostics.items[i].message;
        size_t size = strlen(message);
        size_t offset = 0;
        assert_true(utf8_check(message, size, &offset));
        assert_true(size > 990 && size < 1010);
        assert_string_equal(message + size - 3, "…");
    }
    diagnostics_free(&diagnostics);
    diagnostics_add(&diagnostics, &broken, (struct place){0}, NULL, "%.1000s", text_string(&words));
    assert_string_equal(diagnostics.items[0].message + 998, "\xC3\xA9");
    text_free(&words);
    diagnostics_free(&diagnostics);
}

/* Files in the order that costs an insertion sort most: it would take ten seconds. */
static void many_are_sorted_in_little_time(void **state)
{
    (void)state;
    enum { FILES = 50000 };
    struct diagnostics diagnostics = {0};
    for (int i = FILES; i > 0; i--) {
        char path[16];
        snprintf(path, sizeof path, "%06d.md", i);
        diagnostics_file(&diagnostics, path, NULL, 0);
        diagnostics_add(&diagnostics, &broken, (struct place){1, 1, 1}, NULL, "no");
    }
    clock_t before = clock();
    diagnostics_sort(&diagnostics);
    assert_true(seconds_since(before) < 2);
    assert_string_equal(diagnostics.items[0].path, "000001.md");
    assert_string_equal(diagnostics.items[FILES - 1].path, "050000.md");
    diagnostics_free(&diagnostics);
}

static void offsets_become_places(void **state)
{
    (void)state;
    static const char source[] = "caf\xC3\xA9 x\n\ny";
    static const struct {
        size_t offset;
        size_t line;
        size_t column;
    } rows[] = {{0, 1, 1}, {6, 1, 6}, {7, 1, 7}, {8, 2, 1}, {9, 3, 1}, {10, 3, 2}, {99, 3, 2}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct place place = place_of(source, strlen(source), rows[i].offset, 4);
        assert_int_equal(place.line, rows[i].line);
        assert_int_equal(place.column, rows[i].column);
        assert_int_equal(place.length, 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_and_a_caret_are_shown),
        cmocka_unit_test(help_of_several_lines_stands_together),
        cmocka_unit_test(a_place_that_is_not_there_is_no_trouble),
        cmocka_unit_test(carets_stand_under_their_characters),
        cmocka_unit_test(a_terminal_never_gets_raw_controls),
        cmocka_unit_test(a_long_line_is_cut_around_the_place),
        cmocka_unit_test(colour_comes_only_when_asked_for),
        cmocka_unit_test(json_holds_every_part),
        cmocka_unit_test(a_diagnostic_owns_what_it_shows),
        cmocka_unit_test(sorting_is_by_place_and_keeps_equals_in_order),
        cmocka_unit_test(past_the_limit_they_are_only_counted),
        cmocka_unit_test(failures_of_the_system_are_told_apart),
        cmocka_unit_test(an_endless_message_has_an_end),
        cmocka_unit_test(a_message_is_cut_between_characters),
        cmocka_unit_test(many_are_sorted_in_little_time),
        cmocka_unit_test(offsets_become_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
