#include "indexer/base/normalise.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *const rows[][2] = {
    /* ligatures and full-width forms */
    {"The ﬁnance oﬃce, ﬂu and eﬀort, ﬅ ﬆ", "The finance office, flu and effort, st st"},
    {"ａｎｎ＠ｃｏｕｎｃｉｌ．ｅｘａｍｐｌｅ　１２", "ann@council.example 12"},
    {"𝐀𝐳 𝓪 𝗕𝗼𝗹𝗱 𝟎𝟏𝟏𝟑 𝟿, ann﹫council﹒example, a﹣b", "Az a Bold 0113 9, ann@council.example, a-b"},
    /* formulas and units, but no powers and no footnotes */
    {"CO₂, HbA₁c, C₁₂H₂₂O₁₁ and Ca(OH)₂", "CO2, HbA1c, C12H22O11 and Ca(OH)2"},
    {"30 kg/m², 5 cm³, 12 km²²", "30 kg/m2, 5 cm3, 12 km22"},
    {"10⁶ people, 5³, 20%², it rose¹", "10⁶ people, 5³, 20%², it rose¹"},
    {"the 19ᵗʰ, 1ˢᵗ, 2ⁿᵈ and 3ʳᵈ", "the 19th, 1st, 2nd and 3rd"},
    {"10₂ and x₁₀", "10₂ and x10"},
    /* what nobody sees */
    {"943\u200d476\u200b5919 ward\u2060round co\u00adop \u202c\u2066x\u200e", "9434765919 wardround coop x"},
    {"a\ufe0fb c\U000e0100 d\u115f\u3164\uffa0e f\u180bg", "ab c de fg"},
    {"1\ufe0f\u20e3 and \u2764\ufe0f", "1\ufe0f\u20e3 and \u2764\ufe0f"},
    {"\u200d\u0628 \u0628\u200dx\u200c\u0628 a\U000e01f0", "\u200d\u0628 \u0628\u200dx\u200c\u0628 a\U000e01f0"},
    {"x\u00b9\u00b2\u00b3 m\u2070\u2074\u2079 y\u207a", "x123 m049 y\u207a"},
    /* blanks and hyphens that do not break */
    {"0113\u00a0496\u202f00\u200900 drop\u2011in", "0113 496 00 00 drop-in"},
    /* what other scripts and emoji are made of stays */
    {"👩\u200d⚕\ufe0f and क\u094d\u200dष", "👩\u200d⚕\ufe0f and क\u094d\u200dष"},
    {"🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"},
    {"a\U000e0067b", "ab"},
    {"café ½ £5 – … “x” Łódź", "café ½ £5 – … “x” Łódź"},
    {"", ""},
};

static void a_text_is_as_readers_see_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(normalise(&arena, rows[i][0]), rows[i][1]);
}

static void twice_is_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(normalise(&arena, rows[i][1]), rows[i][1]);
}

static void what_needs_nothing_is_not_copied(void **state)
{
    (void)state;
    static const char plain[] = "Barbers offer checks";
    assert_ptr_equal(normalise(&arena, plain), plain);
    assert_ptr_equal(normalise_trimmed(&arena, plain), plain);
}

static void blanks_at_the_ends_go(void **state)
{
    (void)state;
    assert_string_equal(normalise_trimmed(&arena, " \u00a0 Barbers \u200b\t\n"), "Barbers");
    assert_string_equal(normalise_trimmed(&arena, " \u2003 "), "");
}

static void odd_blanks_are_known(void **state)
{
    (void)state;
    assert_int_equal(normalise_odd_blank("\u00a0a", 3), 2);
    assert_int_equal(normalise_odd_blank("\u2003", 3), 3);
    assert_int_equal(normalise_odd_blank(" a", 2), 0);
    assert_int_equal(normalise_odd_blank("é", 2), 0);
    assert_int_equal(normalise_odd_blank("", 0), 0);
}

static void what_nobody_sees_is_found(void **state)
{
    (void)state;
    static const char text[] = "a\u200bb \u00a0 \u202ec\u00ad";
    struct unseen unseen = normalise_unseen_in(text, sizeof text - 1);
    assert_int_equal(unseen.count, 3);
    assert_int_equal(unseen.first, 0x200B);
    assert_int_equal(unseen.from, 1);
    assert_int_equal(unseen.to, sizeof text - 1);
    assert_string_equal(normalise_seen(&arena, text, sizeof text - 1), "ab \u00a0 c");
    assert_int_equal(normalise_unseen_in("Ten\nmen \u2019", 11).count, 0);
    assert_int_equal(normalise_unseen_in("", 0).count, 0);
}

static void what_joins_is_seen(void **state)
{
    (void)state;
    static const char england[] = "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F";
    static const char family[] = "\U0001F468\u200D\U0001F469";
    static const char persian[] = "\u0645\u200C\u0647";
    assert_int_equal(normalise_unseen_in(england, sizeof england - 1).count, 0);
    assert_int_equal(normalise_unseen_in(family, sizeof family - 1).count, 0);
    assert_int_equal(normalise_unseen_in(persian, sizeof persian - 1).count, 0);
    assert_int_equal(normalise_unseen_in("a\U000E0067\U000E0062", 9).count, 2);
    assert_int_equal(normalise_unseen_in("a\u200Db", 5).count, 1);
}

static void what_nobody_sees_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(normalise_unseen_name(&arena, 0x202E), "a mark that turns the direction of the text (U+202E)");
    assert_string_equal(normalise_unseen_name(&arena, 0x2069), "a mark that turns the direction of the text (U+2069)");
    assert_string_equal(normalise_unseen_name(&arena, 0x00AD), "a soft hyphen (U+00AD)");
    assert_string_equal(normalise_unseen_name(&arena, 0xE0067), "an invisible character (U+E0067)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_as_readers_see_it),
        cmocka_unit_test(twice_is_once),
        cmocka_unit_test(what_needs_nothing_is_not_copied),
        cmocka_unit_test(blanks_at_the_ends_go),
        cmocka_unit_test(odd_blanks_are_known),
        cmocka_unit_test(what_nobody_sees_is_found),
        cmocka_unit_test(what_joins_is_seen),
        cmocka_unit_test(what_nobody_sees_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
