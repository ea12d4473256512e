#include "indexer/base/utf8.h"

#include <string.h>

struct range {
    uint32_t first;
    uint32_t last;
};

/* Combining marks and other characters that take no column of their own. */
static const struct range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x093C, 0x093C}, {0x094D, 0x094D}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
    {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

/* East Asian wide characters and emoji. */
static const struct range double_width[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static const struct range controls[] = {
    {0x00, 0x08},     {0x0B, 0x0C},     {0x0E, 0x1F},     {0x7F, 0x9F},
    {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFDD0, 0xFDEF}, {0xFFF9, 0xFFFB},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool in_ranges(uint32_t point, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

size_t utf8_mark_size(const char *data, size_t size)
{
    return size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t utf8_decode(const char *data, size_t size, uint32_t *point)
{
    static const uint32_t lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)data;
    size_t length = sequence_length(bytes[0]);
    if (!length || length > size)
        return 0;
    uint32_t value = bytes[0] & lead_mask[length];
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (bytes[i] & 0x3FU);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *point = value;
    return length;
}

bool utf8_check(const char *data, size_t size, size_t *offset)
{
    for (size_t at = utf8_plain_run(data, size); at < size; at += utf8_plain_run(data + at, size - at)) {
        uint32_t point;
        size_t length = utf8_decode(data + at, size - at, &point);
        if (!length) {
            *offset = at;
            return false;
        }
        at += length;
    }
    return true;
}

size_t utf8_length(const char *data, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)data[i] & 0xC0) != 0x80;
    return count;
}

size_t utf8_bytes(const char *data, size_t size, size_t characters)
{
    size_t at = 0;
    while (at < size && characters > 0) {
        for (at++; at < size && ((unsigned char)data[at] & 0xC0) == 0x80;)
            at++;
        characters--;
    }
    return at;
}

static size_t point_width(uint32_t point)
{
    if (point < 0x300)
        return 1;
    if (in_ranges(point, zero_width, COUNT(zero_width)))
        return 0;
    return in_ranges(point, double_width, COUNT(double_width)) ? 2 : 1;
}

size_t utf8_width(const char *data, size_t size)
{
    size_t width = 0;
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(data + at, size - at, &point);
        width += length ? point_width(point) : 1;
        at += length ? length : 1;
    }
    return width;
}

size_t utf8_fit(const char *data, size_t size, size_t columns)
{
    size_t at = 0;
    for (size_t width = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(data + at, size - at, &point);
        width += length ? point_width(point) : 1;
        if (width > columns)
            break;
        at += length ? length : 1;
    }
    return at;
}

bool utf8_is_control(uint32_t point)
{
    if (point >= ' ' && point <= '~')
        return false;
    bool ends_plane = (point & 0xFFFE) == 0xFFFE;
    return ends_plane || in_ranges(point, controls, COUNT(controls));
}
