#include "indexer/base/normalise.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

/* Letters beyond these join in ways that a reader of them sees; an emoji is made of several characters. */
enum { JOINING_SCRIPTS = 0x0530, EMOJI = 0x1F000, KEYCAP = 0x20E3, UNIT_LETTERS = 2 };

/* What one character becomes, wherever it stands. */
struct fold {
    uint32_t point;
    const char *text;
};

/* Ligatures, blanks, raised letters (19th) and lowered ones; "" for what cannot be seen. In the order of the points. */
static const struct fold folds[] = {
    {0x00A0, " "},   {0x00AD, ""},    {0x02B0, "h"},  {0x02B3, "r"},  {0x02E2, "s"},  {0x034F, ""},   {0x061C, ""},
    {0x115F, ""},    {0x1160, ""},    {0x1680, " "},  {0x180E, ""},   {0x1D48, "d"},  {0x1D57, "t"},  {0x2000, " "},
    {0x2001, " "},   {0x2002, " "},   {0x2003, " "},  {0x2004, " "},  {0x2005, " "},  {0x2006, " "},  {0x2007, " "},
    {0x2008, " "},   {0x2009, " "},   {0x200A, " "},  {0x200B, ""},   {0x200E, ""},   {0x200F, ""},   {0x2010, "-"},
    {0x2011, "-"},   {0x202A, ""},    {0x202B, ""},   {0x202C, ""},   {0x202D, ""},   {0x202E, ""},   {0x202F, " "},
    {0x205F, " "},   {0x2060, ""},    {0x2061, ""},   {0x2062, ""},   {0x2063, ""},   {0x2064, ""},   {0x2065, ""},
    {0x2066, ""},    {0x2067, ""},    {0x2068, ""},   {0x2069, ""},   {0x206A, ""},   {0x206B, ""},   {0x206C, ""},
    {0x206D, ""},    {0x206E, ""},    {0x206F, ""},   {0x207F, "n"},  {0x2090, "a"},  {0x2091, "e"},  {0x2092, "o"},
    {0x2093, "x"},   {0x2095, "h"},   {0x2096, "k"},  {0x2097, "l"},  {0x2098, "m"},  {0x2099, "n"},  {0x209A, "p"},
    {0x209B, "s"},   {0x209C, "t"},   {0x3000, " "},  {0x3164, ""},   {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"},
    {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"}, {0xFE50, ","},  {0xFE52, "."},  {0xFE63, "-"},
    {0xFE6B, "@"},   {0xFEFF, ""},    {0xFFA0, ""},   {0xFFE1, "£"},
};

static const char *fold_of(uint32_t point)
{
    size_t low = 0;
    size_t high = sizeof folds / sizeof *folds;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (folds[middle].point == point)
            return folds[middle].text;
        if (folds[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The digit that stands raised (or lowered), or a NUL. */
static char raised_digit(uint32_t point)
{
    if (point == 0xB9 || point == 0xB2 || point == 0xB3)
        return (char)(point == 0xB9 ? '1' : point - 0xB0 + '0');
    return point == 0x2070 || (point >= 0x2074 && point <= 0x2079) ? (char)(point - 0x2070 + '0') : '\0';
}

static char lowered_digit(uint32_t point)
{
    return point >= 0x2080 && point <= 0x2089 ? (char)(point - 0x2080 + '0') : '\0';
}

/* The letter or digit that is written in one of the fourteen hands of mathematics, or a NUL. */
static char mathematical(uint32_t point)
{
    if (point >= 0x1D7CE && point <= 0x1D7FF)
        return (char)('0' + (point - 0x1D7CE) % 10);
    if (point < 0x1D400 || point > 0x1D6A3)
        return '\0';
    uint32_t letter = (point - 0x1D400) % 52;
    return (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
}

/* What was written so far, as far as the next character depends on it. */
struct writing {
    struct text out;
    uint32_t last;  /* the character before, 0 at the start */
    size_t letters; /* how many letters it ends with */
    bool raised;    /* it ends with a digit that was raised or lowered, and is one now */
};

/* Chooses one of several shapes of the character before it. */
static bool is_variation(uint32_t point)
{
    return (point >= 0x180B && point <= 0x180F) || (point >= 0xFE00 && point <= 0xFE0F) ||
           (point >= 0xE0100 && point <= 0xE01EF);
}

static bool is_invisible_joiner(const struct writing *writing, uint32_t point, uint32_t next)
{
    if (point == 0x200C || point == 0x200D)
        return writing->last < JOINING_SCRIPTS && next < JOINING_SCRIPTS;
    if (is_variation(point))
        return writing->last < JOINING_SCRIPTS && next != KEYCAP;
    return point >= 0xE0000 && point <= 0xE007F && writing->last < EMOJI;
}

/* What a character becomes behind what was written; NULL when it stays. */
static const char *become(const struct writing *writing, uint32_t point, uint32_t next, char room[2])
{
    if (is_invisible_joiner(writing, point, next))
        return "";
    char digit = lowered_digit(point);
    if (digit && !writing->raised && writing->last < 0x80 && ascii_is_digit((char)writing->last))
        digit = '\0';
    if (!digit && (writing->raised || (writing->letters && writing->letters <= UNIT_LETTERS)))
        digit = raised_digit(point);
    if (!digit && point >= 0xFF01 && point <= 0xFF5E)
        digit = (char)(point - 0xFEE0);
    if (!digit)
        digit = mathematical(point);
    room[0] = digit;
    return digit ? room : fold_of(point);
}

static void add_character(struct writing *writing, uint32_t point, const char *bytes, size_t size, const char *becomes)
{
    if (becomes)
        text_add(&writing->out, becomes);
    else
        text_append(&writing->out, bytes, size);
    if (becomes && !*becomes)
        return;
    writing->raised = becomes && (raised_digit(point) || lowered_digit(point));
    writing->last = becomes ? (unsigned char)becomes[strlen(becomes) - 1] : point;
    writing->letters = writing->last < 0x80 && ascii_is_letter((char)writing->last) ? writing->letters + 1 : 0;
}

static uint32_t point_at(const char *text, size_t size)
{
    uint32_t point = 0;
    return size && utf8_decode(text, size, &point) ? point : 0;
}

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x80)
        text++;
    return !*text;
}

/* Goes on in a text to the next character that is left out, behind `at`; its bytes, 0 at the end. */
static size_t next_unseen(struct writing *writing, const char *text, size_t size, size_t *at, uint32_t *point)
{
    for (size_t length; *at < size; *at += length) {
        size_t plain = utf8_plain_run(text + *at, size - *at);
        *point = ' ';
        length = plain ? plain : utf8_decode(text + *at, size - *at, point);
        length = length ? length : 1;
        char room[2] = {0};
        const char *becomes =
            plain ? NULL : become(writing, *point, point_at(text + *at + length, size - *at - length), room);
        if (becomes && !*becomes)
            return length;
        writing->last = *point;
    }
    return 0;
}

struct unseen normalise_unseen_in(const char *text, size_t size)
{
    struct unseen unseen = {0};
    struct writing writing = {0};
    uint32_t point = 0;
    size_t at = 0;
    for (size_t length; (length = next_unseen(&writing, text, size, &at, &point)); at += length) {
        unseen.first = unseen.count ? unseen.first : point;
        unseen.from = unseen.count ? unseen.from : at;
        unseen.to = at + length;
        unseen.count++;
    }
    return unseen;
}

const char *normalise_seen(struct arena *arena, const char *text, size_t size)
{
    struct text out = {0};
    struct writing writing = {0};
    uint32_t point = 0;
    size_t at = 0;
    size_t kept = 0;
    for (size_t length; (length = next_unseen(&writing, text, size, &at, &point)); kept = at += length)
        text_append(&out, text + kept, at - kept);
    text_append(&out, text + kept, size - kept);
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

/* As Unicode has it: marks, embeddings, overrides and isolates, and what ends them. */
static bool turns_direction(uint32_t point)
{
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

const char *normalise_unseen_name(struct arena *arena, uint32_t point)
{
    const char *what = turns_direction(point) ? "a mark that turns the direction of the text"
                       : point == 0x00AD      ? "a soft hyphen"
                       : point == 0x200B      ? "a blank without width"
                       : point == 0xFEFF      ? "a byte order mark"
                                              : "an invisible character";
    return arena_format(arena, "%s (U+%04X)", what, (unsigned)point);
}

const char *normalise(struct arena *arena, const char *text)
{
    if (is_ascii(text))
        return text;
    struct writing writing = {0};
    size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(text + at, size - at, &point);
        length = length ? length : 1;
        char room[2] = {0};
        add_character(&writing, point, text + at, length,
                      become(&writing, point, point_at(text + at + length, size - at - length), room));
        at += length;
    }
    const char *copy = arena_copy(arena, text_string(&writing.out), writing.out.size);
    text_free(&writing.out);
    return copy;
}

const char *normalise_trimmed(struct arena *arena, const char *text)
{
    static const char blanks[] = " \t\r\n";
    text = normalise(arena, text);
    size_t start = strspn(text, blanks);
    size_t size = strlen(text);
    while (size > start && strchr(blanks, text[size - 1]))
        size--;
    return start || text[size] ? arena_copy(arena, text + start, size - start) : text;
}

size_t normalise_unseen(const char *text, size_t size)
{
    uint32_t point = 0;
    size_t length = size && (unsigned char)*text >= 0x80 ? utf8_decode(text, size, &point) : 0;
    const char *becomes = length ? fold_of(point) : NULL;
    return becomes && !*becomes ? length : 0;
}

size_t normalise_odd_blank(const char *text, size_t size)
{
    uint32_t point = 0;
    size_t length = size && (unsigned char)*text >= 0x80 ? utf8_decode(text, size, &point) : 0;
    const char *becomes = length ? fold_of(point) : NULL;
    return becomes && (*becomes == ' ' || point == 0x200B || point == 0xFEFF) ? length : 0;
}
