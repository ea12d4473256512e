/* Whatever colour a publisher chooses, what stands on the pages can be read. */
#include "catalogue/site/theme/palette.h"

#include "indexer/content/scalars.h"
#include "tests/unit/unit.h"

static struct colour read(const char *text)
{
    unsigned parts[3];
    assert_true(scalar_colour(text, parts));
    return (struct colour){parts[0], parts[1], parts[2]};
}

static void colours_are_read_as_style_sheets_write_them(void **state)
{
    static const char *const none[] = {"",        "#",       "#12",      "#12345",  "#1234567", "purple",
                                       "#3f2a6g", "# 3f2a6", "#3f2a68x", "##3f2a6", "3f 2a6"};
    unsigned parts[3];
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(scalar_colour(none[i], parts));
    struct colour colour = read("#3F2a68");
    assert_true(colour.red == 0x3f && colour.green == 0x2a && colour.blue == 0x68);
    colour = read("f0a");
    assert_true(colour.red == 0xff && colour.green == 0 && colour.blue == 0xaa);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_true(colour_contrast(read("#000"), read("#fff")) == 21);
    assert_true(colour_contrast(read("#777"), read("#777")) == 1);
    double grey = colour_contrast(read("#767676"), read("#fff"));
    assert_true(grey > 4.54 && grey < 4.55);
}

static void check(struct colour colour, bool dark)
{
    const struct palette palette = palette_of(colour, dark);
    const struct colour accent = read("#ffc233");
    const struct colour wash = read(dark ? "#1a2628" : "#f0f5f4");
    assert_true(colour_contrast(palette.at[PALETTE_BRAND], palette.at[PALETTE_ON_BRAND]) >= 4.5);
    assert_true(colour_contrast(palette.at[PALETTE_BRAND], accent) >= 3);
    for (enum palette_name name = PALETTE_EDGE; name <= PALETTE_AFTER; name++) {
        assert_true(colour_contrast(palette.at[name], palette_paper(dark)) >= 3);
        assert_true(colour_contrast(palette.at[name], wash) >= 3);
    }
    for (enum palette_name name = PALETTE_SHADE_1; name <= PALETTE_SHADE_4; name++)
        assert_true(colour_contrast(palette.at[name], palette_ink(dark)) >= 4.5);
}

static void every_colour_gives_a_palette_that_can_be_read(void **state)
{
    enum { STEP = 17 };
    (void)state;
    for (int red = 0; red < 256; red += STEP) {
        for (int green = 0; green < 256; green += STEP) {
            for (int blue = 0; blue < 256; blue += STEP) {
                check((struct colour){red, green, blue}, false);
                check((struct colour){red, green, blue}, true);
            }
        }
    }
}

static void a_colour_that_can_be_read_is_kept(void **state)
{
    (void)state;
    struct palette palette = palette_of(read("#3f2a68"), false);
    assert_true(palette.at[PALETTE_BRAND].red == 0x3f && palette.at[PALETTE_EDGE].blue == 0x68);
    palette = palette_of(read("#ff0"), false);
    assert_true(palette.at[PALETTE_BRAND].red < 0x80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_are_read_as_style_sheets_write_them),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(every_colour_gives_a_palette_that_can_be_read),
        cmocka_unit_test(a_colour_that_can_be_read_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
