#include "catalogue/draft/read/mail.h"

#include <string.h>

#include "catalogue/draft/read/form_table.h"
#include "catalogue/draft/read/mail_decode.h"
#include "catalogue/draft/read/mail_head.h"
#include "tests/unit/unit.h"

static void words(const char *written, const char *expected)
{
    struct arena arena = {0};
    bool unread = false;
    assert_string_equal(mail_decode_words(&arena, written, strlen(written), &unread), expected);
    assert_int_equal(unread, strstr(expected, "\uFFFD") != NULL);
    arena_free(&arena);
}

static void words_of_a_head_are_decoded(void **state)
{
    (void)state;
    words("Plain words", "Plain words");
    words("=?utf-8?Q?Caf=C3=A9_=26_tea?=", "Caf\u00e9 & tea");
    words("=?UTF-8?b?w6k=?= x", "\u00e9 x");
    words("=?iso-8859-1?q?=A3?=\n =?iso-8859-1?Q?5?=", "\u00a35");
    words("=?windows-1252?Q?=93so=94?=", "\u201cso\u201d");
    words("=?iso-8859-15?Q?=A4?=", "\u20ac");
    words("=?utf-8*en?Q?x?= =?iso-8859-1?Q?y?= z", "xy z");
    /* A letter may be cut in two. */
    words("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "\u00e9");
    words("=?koi8-r?Q?=C9?=", "\uFFFD");
    words("=?utf-8?Q?What?"
          "?=",
          "What?");
    words("=?utf-8?Q?", "=?utf-8?Q?");
    words("=?utf-8?X?a?=", "=?utf-8?X?a?=");
    words("a =?= b", "a =?= b");
}

static void decoded(void (*decode)(struct text *, const char *, size_t), const char *written, const char *expected)
{
    struct text out = {0};
    decode(&out, written, strlen(written));
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
}

static void bodies_are_decoded(void **state)
{
    (void)state;
    decoded(mail_decode_quoted, "a=3D=\nb=  \nc=zz=", "a=bc=zz");
    decoded(mail_decode_quoted, "=e2=82=ac", "\u20ac");
    decoded(mail_decode_base64, "SGVs\nbG8=", "Hello");
    decoded(mail_decode_base64, "SGVsbG8", "Hello");
    decoded(mail_decode_base64, "S*G V", "He");
    decoded(mail_decode_base64, "====", "");
    assert_int_equal(mail_base64_size("SGVs\nbG8=", 9), 5);
}

static void parameter(const char *value, const char *name, const char *expected)
{
    struct arena arena = {0};
    assert_string_equal(mail_value_parameter(&arena, value, name), expected);
    arena_free(&arena);
}

static void parameters_are_found(void **state)
{
    (void)state;
    parameter("text/plain; charset=utf-8", "charset", "utf-8");
    parameter("text/plain; Charset = \"utf-8\" ; x=y", "charset", "utf-8");
    parameter("multipart/mixed; boundary=\"a; b\\\"c\"", "boundary", "a; b\"c");
    parameter("attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf", "filename", "r\u00e9sum\u00e9.pdf");
    parameter("a; filename*0*=iso-8859-1'en'%A3; filename*1=5.pdf", "filename", "\u00a35.pdf");
    parameter("a; name=\"=?utf-8?Q?=C3=A9?=.pdf\"", "name", "\u00e9.pdf");
    parameter("text/plain", "charset", "");
    parameter("text/plain; charset", "charset", "");
    parameter("a; names=x", "name", "");
    parameter("", "name", "");
    parameter(";=;\"", "name", "");
}

static void an_e_mail_is_known_by_its_head(void **state)
{
    (void)state;
    assert_true(mail_is_one("From: a@b.example\nSubject: x\n\nHello"));
    assert_true(mail_is_one("From a@b.example Tue Mar  5\nX-Y2: z\n  more\nTo: c\nsubject: x\n"));
    assert_false(mail_is_one("From: a@b.example\n\nSubject: x\n"));
    assert_false(mail_is_one("Subject: x\nBackground: men came late.\n"));
    assert_false(mail_is_one(""));
}

static void forms(const char *markdown, const char *expected)
{
    struct arena arena = {0};
    struct left_out left_out = {0};
    assert_string_equal(form_table_markdown(&arena, markdown, &left_out), expected);
    arena_free(&arena);
}

static void forms_are_told_from_tables_of_data(void **state)
{
    (void)state;
    forms("| Background | Cold homes. |\n|---|---|\n| Results | Warm ones. |\nSo\n",
          "\n## Background\n\nCold homes.\n\n## Results\n\nWarm ones.\n\n##\n\nSo\n");
    static const char *const others[] = {
        "| Year | Results |\n|---|---|\n| 2018 | 300 |\n",
        "| Results | 300 |\n|---|---|\n| Costs | 1,200 |\n",
        "| Background | x |\n| Results | y |\n",
        "```\n| Background | Cold homes. |\n|---|---|\n| Results | Warm. |\n```\n",
        "| Need | a lot | b |\n|---|---|---|\n| Aim | c | d |\n",
        "| Background | Cold homes. |\n|---|---|\n",
    };
    for (size_t i = 0; i < COUNT_OF(others); i++)
        forms(others[i], others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_a_head_are_decoded),
        cmocka_unit_test(bodies_are_decoded),
        cmocka_unit_test(parameters_are_found),
        cmocka_unit_test(an_e_mail_is_known_by_its_head),
        cmocka_unit_test(forms_are_told_from_tables_of_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
