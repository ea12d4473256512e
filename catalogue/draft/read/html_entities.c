#include "catalogue/draft/read/html_entities.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "catalogue/draft/read/document_text.h"
#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum {
    NAME_MAX_BYTES = 10,
    REPLACEMENT = 0xFFFD,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    NO_BREAK = 0xA0,
    SOFT_HYPHEN = 0xAD
};

static const struct {
    const char *name;
    uint32_t point;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},          {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
    {"nbsp", NO_BREAK}, {"pound", 0xA3},      {"euro", 0x20AC},  {"cent", 0xA2},     {"yen", 0xA5},
    {"copy", 0xA9},     {"reg", 0xAE},        {"trade", 0x2122}, {"ndash", 0x2013},  {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},    {"sbquo", 0x201A}, {"ldquo", 0x201C},  {"rdquo", 0x201D},
    {"bdquo", 0x201E},  {"laquo", 0xAB},      {"raquo", 0xBB},   {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"hellip", 0x2026}, {"bull", 0x2022},     {"middot", 0xB7},  {"deg", 0xB0},      {"plusmn", 0xB1},
    {"times", 0xD7},    {"divide", 0xF7},     {"frac12", 0xBD},  {"frac14", 0xBC},   {"frac34", 0xBE},
    {"sup1", 0xB9},     {"sup2", 0xB2},       {"sup3", 0xB3},    {"micro", 0xB5},    {"sect", 0xA7},
    {"para", 0xB6},     {"shy", SOFT_HYPHEN}, {"ensp", 0x2002},  {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"larr", 0x2190},   {"rarr", 0x2192},     {"uarr", 0x2191},  {"darr", 0x2193},   {"le", 0x2264},
    {"ge", 0x2265},     {"ne", 0x2260},       {"asymp", 0x2248}, {"minus", 0x2212},  {"permil", 0x2030},
    {"agrave", 0xE0},   {"aacute", 0xE1},     {"acirc", 0xE2},   {"auml", 0xE4},     {"aring", 0xE5},
    {"aelig", 0xE6},    {"ccedil", 0xE7},     {"egrave", 0xE8},  {"eacute", 0xE9},   {"ecirc", 0xEA},
    {"euml", 0xEB},     {"iacute", 0xED},     {"icirc", 0xEE},   {"iuml", 0xEF},     {"ntilde", 0xF1},
    {"ograve", 0xF2},   {"oacute", 0xF3},     {"ocirc", 0xF4},   {"ouml", 0xF6},     {"oslash", 0xF8},
    {"uacute", 0xFA},   {"ucirc", 0xFB},      {"uuml", 0xFC},    {"yacute", 0xFD},   {"szlig", 0xDF},
    {"Eacute", 0xC9},   {"Auml", 0xC4},       {"Ouml", 0xD6},    {"Uuml", 0xDC},     {"wcirc", 0x175},
    {"ycirc", 0x177},   {"Delta", 0x394},     {"alpha", 0x3B1},  {"beta", 0x3B2},    {"hyphen", 0x2010},
    {"lsqb", '['},      {"rsqb", ']'},        {"ast", '*'},      {"lowbar", '_'},    {"commat", '@'},
    {"num", '#'},       {"percnt", '%'},      {"colon", ':'},    {"period", '.'},    {"lpar", '('},
    {"rpar", ')'},      {"Tab", '\t'},        {"NewLine", '\n'}, {"check", 0x2713},  {"zwj", 0x200D},
};

/* The number behind "&#", which ends before `end`; 0 where there is none. What is no character is the replacement. */
static uint32_t numbered(const char *at, const char *end)
{
    unsigned base = at < end && ascii_lower(*at) == 'x' ? 16 : 10;
    uint32_t point = 0;
    at += base == 16;
    if (at == end)
        return 0;
    for (; at < end; at++) {
        unsigned digit = ascii_digit_value(*at, base);
        if (digit == base)
            return 0;
        point = point > 0x10FFFF ? point : point * base + digit;
    }
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) || !point)
        return REPLACEMENT;
    return point < 0x100 ? document_text_windows((unsigned char)point) : point;
}

static uint32_t named(const char *at, size_t size)
{
    for (size_t i = 0; i < COUNT(entities); i++)
        if (strlen(entities[i].name) == size && memcmp(entities[i].name, at, size) == 0)
            return entities[i].point;
    return 0;
}

/* Reads the entity at "&"; 0 where there is none. Its bytes go to *size. */
static uint32_t entity_at(const char *at, const char *end, size_t *size)
{
    const char *name = at + 1;
    const char *stop = name;
    while (stop < end && stop - name < NAME_MAX_BYTES &&
           (ascii_is_letter(*stop) || ascii_is_digit(*stop) || *stop == '#'))
        stop++;
    bool closed = stop < end && *stop == ';';
    *size = (size_t)(stop - at) + 1;
    if (!closed || stop == name)
        return 0;
    return *name == '#' ? numbered(name + 1, stop) : named(name, (size_t)(stop - name));
}

/* What nobody sees is left out: a soft hyphen, a mark of the order of bytes. */
static void add_point(struct text *out, uint32_t point)
{
    if (point == NO_BREAK || point == LINE_SEPARATOR || point == PARAGRAPH_SEPARATOR ||
        (point != '\n' && utf8_is_control(point)))
        text_char(out, ' ');
    else if (point != SOFT_HYPHEN && point != 0xFEFF && point != 0x200B)
        text_point(out, point);
}

const char *html_entities_read(struct arena *arena, const char *data, size_t size)
{
    struct text out = {0};
    const char *end = data + size;
    for (const char *at = data; at < end;) {
        size_t length = 1;
        uint32_t point = *at == '&' ? entity_at(at, end, &length) : 0;
        if (!point) {
            length = utf8_decode(at, (size_t)(end - at), &point);
            length += length == 0;
        }
        add_point(&out, point);
        at += length;
    }
    const char *read = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return read;
}
