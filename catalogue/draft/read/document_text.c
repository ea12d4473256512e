#include "catalogue/draft/read/document_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum {
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    REPLACEMENT = 0xFFFD,
    SURROGATE_HIGH = 0xD800,
    SURROGATE_LOW = 0xDC00,
    SURROGATE_END = 0xE000
};

unsigned document_text_windows(unsigned char byte)
{
    static const uint16_t points[] = {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    };
    return byte >= 0x80 && byte <= 0x9F ? points[byte - 0x80] : byte;
}

/* A character. All that ends a line is "\n", "\r\n" once, and a control character a blank. */
static void add_point(struct text *out, uint32_t point, bool *return_before)
{
    bool is_end = point == '\n' || point == '\r' || point == LINE_SEPARATOR || point == PARAGRAPH_SEPARATOR;
    if (is_end && !(point == '\n' && *return_before))
        text_char(out, '\n');
    else if (!is_end)
        text_point(out, point == 0 || utf8_is_control(point) ? ' ' : point);
    *return_before = point == '\r';
}

static void add_utf8(struct text *out, const char *data, size_t size)
{
    bool return_before = false;
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        at += utf8_decode(data + at, size - at, &point);
        add_point(out, point, &return_before);
    }
}

/* Latin 9 has the euro and seven letters where Latin 1 has signs. */
static unsigned latin_9(unsigned char byte)
{
    static const struct {
        unsigned char byte;
        uint16_t point;
    } others[] = {{0xA4, 0x20AC}, {0xA6, 0x0160}, {0xA8, 0x0161}, {0xB4, 0x017D},
                  {0xB8, 0x017E}, {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}};
    for (size_t i = 0; i < COUNT(others); i++)
        if (others[i].byte == byte)
            return others[i].point;
    return document_text_windows(byte);
}

static unsigned of_ascii(unsigned char byte)
{
    return byte < 0x80 ? byte : REPLACEMENT;
}

static void add_bytes(struct text *out, const char *data, size_t size, unsigned (*point_of)(unsigned char byte))
{
    bool return_before = false;
    for (size_t at = 0; at < size; at++)
        add_point(out, point_of((unsigned char)data[at]), &return_before);
}

static uint32_t unit_at(const char *data, size_t at, bool big)
{
    unsigned first = (unsigned char)data[at];
    unsigned second = (unsigned char)data[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

/* Half of a pair that has no other half is a replacement character; so is a last byte alone. */
static void add_utf16(struct text *out, const char *data, size_t size, bool big)
{
    bool return_before = false;
    for (size_t at = 2; at < size; at += 2) {
        uint32_t unit = at + 1 < size ? unit_at(data, at, big) : REPLACEMENT;
        uint32_t low = at + 3 < size ? unit_at(data, at + 2, big) : 0;
        if (unit >= SURROGATE_HIGH && unit < SURROGATE_LOW && low >= SURROGATE_LOW && low < SURROGATE_END) {
            unit = 0x10000 + ((unit - SURROGATE_HIGH) << 10) + (low - SURROGATE_LOW);
            at += 2;
        }
        add_point(out, unit >= SURROGATE_HIGH && unit < SURROGATE_END ? REPLACEMENT : unit, &return_before);
    }
}

struct document_text document_text(struct arena *arena, const char *data, size_t size)
{
    struct document_text read = {0};
    struct text out = {0};
    size_t bad = 0;
    bool big = size > 1 && memcmp(data, "\xFE\xFF", 2) == 0;
    if (big || (size > 1 && memcmp(data, "\xFF\xFE", 2) == 0)) {
        read.read_as = "UTF-16";
        add_utf16(&out, data, size, big);
    } else if (utf8_check(data, size, &bad)) {
        size_t mark = utf8_mark_size(data, size);
        add_utf8(&out, data + mark, size - mark);
    } else {
        read.read_as = "Windows-1252";
        add_bytes(&out, data, size, document_text_windows);
    }
    read.data = arena_copy(arena, text_string(&out), out.size);
    read.size = out.size;
    text_free(&out);
    return read;
}

struct document_text document_text_of(struct arena *arena, const char *data, size_t size, const char *encoding)
{
    /* In Latin 1 nobody writes what Windows has letters for. */
    static const struct {
        const char *name;
        unsigned (*point_of)(unsigned char byte); /* NULL: the bytes tell */
    } known[] = {{"", NULL},
                 {"utf-8", NULL},
                 {"utf8", NULL},
                 {"us-ascii", NULL},
                 {"ascii", NULL},
                 {"utf-16", NULL},
                 {"iso-8859-1", document_text_windows},
                 {"iso8859-1", document_text_windows},
                 {"iso_8859-1", document_text_windows},
                 {"latin1", document_text_windows},
                 {"windows-1252", document_text_windows},
                 {"cp1252", document_text_windows},
                 {"cp-1252", document_text_windows},
                 {"iso-8859-15", latin_9},
                 {"latin-9", latin_9}};
    size_t i = 0;
    while (i < COUNT(known) && strcasecmp(known[i].name, encoding) != 0)
        i++;
    if (i < COUNT(known) && !known[i].point_of)
        return document_text(arena, data, size);
    struct document_text read = {0};
    struct text out = {0};
    add_bytes(&out, data, size, i < COUNT(known) ? known[i].point_of : of_ascii);
    read.data = arena_copy(arena, text_string(&out), out.size);
    read.size = out.size;
    for (size_t at = 0; i == COUNT(known) && at < size; at++)
        read.unread |= (unsigned char)data[at] >= 0x80;
    text_free(&out);
    return read;
}
