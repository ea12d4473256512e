#include "catalogue/site/picture/letters.h"

#include <math.h>
#include <string.h>

#include "indexer/base/ascii.h"

/*
 * A letter is a list of lines with blanks between; a line is points with what leads from one to the next between them.
 * A point is two digits, from the left and from the top. - is straight; v and h are quarters of an ellipse, which leave
 * up or down, or sideways.
 */
static const char *const capitals[] = {
    "08-30-68 15-55",                /* A */
    "00-30h52v34-04 34h66v38-08-00", /* B */
    "62v30h03-05v38h66",             /* C */
    "00-20h63-65v28-08-00",          /* D */
    "60-00-08-68 04-54",             /* E */
    "60-00-08 04-54",                /* F */
    "62v30h03-05v38h66-64-44",       /* G */
    "00-08 60-68 04-64",             /* H */
    "00-08",                         /* I */
    "50-55v28h06",                   /* J */
    "00-08 60-04-68",                /* K */
    "00-08-58",                      /* L */
    "08-00-35-60-68",                /* M */
    "08-00-68-60",                   /* N */
    "03v30h63-65v38h05-03",          /* O */
    "08-00-30h62v34-04",             /* P */
    "03v30h63-65v38h05-03 46-68",    /* Q */
    "08-00-30h62v34-04 34-68",       /* R */
    "62v30h02v34h66v38h06",          /* S */
    "00-60 30-38",                   /* T */
    "00-05v38h65-60",                /* U */
    "00-38-60",                      /* V */
    "00-28-40-68-80",                /* W */
    "00-68 60-08",                   /* X */
    "00-34-60 34-38",                /* Y */
    "00-60-08-68",                   /* Z */
};
static const char *const digits[] = {
    "03v30h63-65v38h05-03",    "02-20-28",    "02v30h62-08-68",
    "00-60-33h66v38h06",       "48-40-05-65", "60-00-04-34h66v38h06",
    "62v30h02-06v38h66v34h06", "00-60-28",    "34h02v30h62v34h06v38h66v34",
    "06v38h66-62v30h02v34h62",
};

enum { BLANK = 2, BETWEEN = 3, STEPS = 12 };

static const char *lines_of(char letter)
{
    char low = ascii_lower(letter);
    return low >= 'a' && low <= 'z' ? capitals[low - 'a'] : letter >= '0' && letter <= '9' ? digits[letter - '0'] : "";
}

static double width_of(char letter)
{
    const char *lines = lines_of(letter);
    int most = *lines ? 0 : BLANK;
    for (size_t i = 0; lines[i]; i += lines[i + 2] ? 3 : 2)
        most = lines[i] - '0' > most ? lines[i] - '0' : most;
    return most;
}

double letters_width(const char *text, size_t size)
{
    double width = 0;
    for (size_t i = 0; i < size; i++)
        width += width_of(text[i]) + (i ? BETWEEN : 0);
    return width;
}

struct point {
    double x, y;
};

static double distance(struct point at, struct point from, struct point to)
{
    double dx = to.x - from.x, dy = to.y - from.y;
    double length = dx * dx + dy * dy;
    double share = length > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / length : 0;
    share = fmin(1, fmax(0, share));
    return hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

/* The pixel that a place lies in, or the nearest end of its row or column, which has `count`. */
static size_t pixel_at(double place, size_t count)
{
    return (size_t)fmin((double)count, fmax(0, floor(place)));
}

/* The round pen goes straight; what it has drawn before is not made paler. */
static void draw_straight(const struct pen *pen, struct point from, struct point to)
{
    double half = 0.62 * pen->unit;
    struct picture *picture = pen->picture;
    const size_t right = pixel_at(fmax(from.x, to.x) + half + 2, picture->width);
    const size_t bottom = pixel_at(fmax(from.y, to.y) + half + 2, picture->height);
    for (size_t y = pixel_at(fmin(from.y, to.y) - half, picture->height); y < bottom; y++)
        for (size_t x = pixel_at(fmin(from.x, to.x) - half, picture->width); x < right; x++) {
            double cover = half + 0.5 - distance((struct point){(double)x + 0.5, (double)y + 0.5}, from, to);
            int tone = (int)lround(fmin(1, fmax(0, cover)) * (LETTER_TONES - 1));
            unsigned char *pixel = &picture->pixels[y * picture->width + x];
            if (*pixel < pen->paper + tone)
                *pixel = (unsigned char)(pen->paper + tone);
        }
}

static void draw_quarter(const struct pen *pen, struct point from, struct point to, bool sideways)
{
    struct point last = from;
    for (int i = 1; i <= STEPS; i++) {
        double turn = i * acos(0) / STEPS;
        double out = 1 - cos(turn), along = sin(turn);
        struct point next = {from.x + (to.x - from.x) * (sideways ? along : out),
                             from.y + (to.y - from.y) * (sideways ? out : along)};
        draw_straight(pen, last, next);
        last = next;
    }
}

static void draw_letter(const struct pen *pen, const char *lines, double x, double y)
{
    struct point last = {0, 0};
    char way = ' ';
    for (size_t i = 0; lines[i]; i += lines[i + 2] ? 3 : 2) {
        struct point next = {x + (lines[i] - '0') * pen->unit, y + (lines[i + 1] - '0') * pen->unit};
        if (way == '-')
            draw_straight(pen, last, next);
        else if (way != ' ')
            draw_quarter(pen, last, next, way == 'h');
        way = lines[i + 2];
        last = next;
    }
}

void letters_draw(const struct pen *pen, const char *text, size_t size, double x, double y)
{
    for (size_t i = 0; i < size; i++) {
        draw_letter(pen, lines_of(text[i]), x, y);
        x += (width_of(text[i]) + BETWEEN) * pen->unit;
    }
}
