#include "catalogue/site/theme/palette.h"

#include <math.h>

static const struct colour black = {0, 0, 0};
static const struct colour white = {255, 255, 255};
static const struct colour papers[] = {{0xff, 0xff, 0xff}, {0x10, 0x18, 0x1a}};
static const struct colour inks[] = {{0x0d, 0x1b, 0x20}, {0xee, 0xf4, 0xf3}};
static const struct colour washes[] = {{0xf0, 0xf5, 0xf4}, {0x1a, 0x26, 0x28}};

/* The accent stands on the brand too, and needs its 3 to 1 there. */
static const double least_on_brand = 5;
static const double least_of_text = 4.5;
static const double least_of_line = 3;

static const char *const names[PALETTE_NAMES] = {
    [PALETTE_BRAND] = "brand",     [PALETTE_ON_BRAND] = "on-brand", [PALETTE_EDGE] = "edge",
    [PALETTE_AFTER] = "after",     [PALETTE_BEFORE] = "before",     [PALETTE_SHADE_1] = "shade-1",
    [PALETTE_SHADE_2] = "shade-2", [PALETTE_SHADE_3] = "shade-3",   [PALETTE_SHADE_4] = "shade-4",
};

static double linear(double part)
{
    double share = part / 255;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour one, struct colour other)
{
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return first > second ? first / second : second / first;
}

/* A share of the one and the rest of the other, as it can be written. */
static struct colour mix(struct colour one, struct colour other, double share)
{
    return (struct colour){round(one.red * share + other.red * (1 - share)),
                           round(one.green * share + other.green * (1 - share)),
                           round(one.blue * share + other.blue * (1 - share))};
}

/* As much of the colour as leaves the contrast on the ground; the rest is `end`, which has it. */
static struct colour readable(struct colour colour, struct colour end, struct colour ground, double least)
{
    enum { STEPS = 50 };
    for (int left = STEPS; left > 0; left--) {
        struct colour made = mix(colour, end, (double)left / STEPS);
        if (colour_contrast(made, ground) >= least)
            return made;
    }
    return end;
}

struct colour palette_paper(bool dark)
{
    return papers[dark];
}

struct colour palette_ink(bool dark)
{
    return inks[dark];
}

struct palette palette_of(struct colour colour, bool dark)
{
    static const double shares[2][4] = {{.12, .27, .45, .65}, {.15, .27, .39, .5}};
    struct palette palette;
    struct colour *at = palette.at;
    at[PALETTE_ON_BRAND] = white;
    at[PALETTE_BRAND] = readable(colour, black, white, dark ? 9 : least_on_brand);
    at[PALETTE_EDGE] = readable(colour, dark ? white : black, washes[dark], least_of_line);
    at[PALETTE_AFTER] = at[PALETTE_EDGE];
    at[PALETTE_BEFORE] = mix(at[PALETTE_AFTER], papers[dark], .55);
    for (size_t i = 0; i < 4; i++)
        at[PALETTE_SHADE_1 + i] =
            readable(mix(at[PALETTE_EDGE], papers[dark], shares[dark][i]), papers[dark], inks[dark], least_of_text);
    return palette;
}

static void add_scheme(struct text *out, struct colour colour, bool dark)
{
    const struct palette palette = palette_of(colour, dark);
    text_add(out, ":root {");
    for (size_t i = 0; i < PALETTE_NAMES; i++)
        text_format(out, " --%s: #%02x%02x%02x;", names[i], (unsigned)palette.at[i].red, (unsigned)palette.at[i].green,
                    (unsigned)palette.at[i].blue);
    text_add(out, " }");
}

void palette_css(struct text *out, struct colour colour)
{
    add_scheme(out, colour, false);
    text_add(out, "\n@media (prefers-color-scheme: dark) { ");
    add_scheme(out, colour, true);
    text_add(out, " }\n");
}
