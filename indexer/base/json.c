#include "indexer/base/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/utf8.h"

struct json json_writer(struct text *out, bool indented)
{
    return (struct json){.out = out, .indented = indented};
}

static void new_line(struct json *json)
{
    if (!json->indented)
        return;
    text_char(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        text_add(json->out, "  ");
}

/* What stands before any value or key: nothing, a comma, or an indented new line. */
static void separate(struct json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->has_items[json->depth])
        text_char(json->out, ',');
    if (json->depth)
        new_line(json);
    json->has_items[json->depth] = true;
}

static void open_level(struct json *json, char bracket)
{
    separate(json);
    text_char(json->out, bracket);
    if (json->depth < JSON_DEPTH_MAX)
        json->depth++;
    json->has_items[json->depth] = false;
}

static void close_level(struct json *json, char bracket)
{
    bool had_items = json->has_items[json->depth];
    if (json->depth)
        json->depth--;
    if (had_items)
        new_line(json);
    text_char(json->out, bracket);
}

void json_raw(struct json *json, const char *data, size_t size)
{
    const char *end = data + size;
    separate(json);
    while (data < end) {
        const char *line_end = memchr(data, '\n', (size_t)(end - data));
        text_append(json->out, data, (size_t)((line_end ? line_end : end) - data));
        data = line_end ? line_end + 1 : end;
        if (line_end)
            new_line(json);
    }
}

void json_object_open(struct json *json)
{
    open_level(json, '{');
}

void json_object_close(struct json *json)
{
    close_level(json, '}');
}

void json_array_open(struct json *json)
{
    open_level(json, '[');
}

void json_array_close(struct json *json)
{
    close_level(json, ']');
}

/* By number; above U+FFFF by two of them, as in UTF-16. */
static void write_number(struct text *out, uint32_t point)
{
    if (point > 0xFFFF)
        text_format(out, "\\u%04x\\u%04x", 0xD800 + ((point - 0x10000) >> 10), 0xDC00 + ((point - 0x10000) & 0x3FF));
    else
        text_format(out, "\\u%04x", (unsigned)point);
}

static void write_escaped(struct text *out, uint32_t point, const char *bytes, size_t length)
{
    static const char escaped[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *found = point && point < 0x80 ? strchr(escaped, (int)point) : NULL;
    if (found) {
        text_char(out, '\\');
        text_char(out, letters[found - escaped]);
    } else if (utf8_is_control(point)) {
        write_number(out, point);
    } else {
        text_append(out, bytes, length);
    }
}

/* How many bytes from here on stand for themselves. */
static size_t plain_run(const char *data, size_t size)
{
    size_t count = 0;
    while (count < size && data[count] >= ' ' && data[count] < 0x7F && data[count] != '"' && data[count] != '\\')
        count++;
    return count;
}

void json_bytes(struct json *json, const char *data, size_t size)
{
    separate(json);
    text_char(json->out, '"');
    for (size_t at = 0; at < size;) {
        size_t plain = plain_run(data + at, size - at);
        text_append(json->out, data + at, plain);
        at += plain;
        if (at == size)
            break;
        uint32_t point = 0;
        size_t length = utf8_decode(data + at, size - at, &point);
        if (length)
            write_escaped(json->out, point, data + at, length);
        else
            text_add(json->out, "\xEF\xBF\xBD");
        at += length ? length : 1;
    }
    text_char(json->out, '"');
}

void json_key(struct json *json, const char *key)
{
    json_bytes(json, key, strlen(key));
    text_add(json->out, json->indented ? ": " : ":");
    json->after_key = true;
}

void json_string(struct json *json, const char *string)
{
    if (string)
        json_bytes(json, string, strlen(string));
    else
        json_null(json);
}

void json_integer(struct json *json, int64_t number)
{
    separate(json);
    text_format(json->out, "%" PRId64, number);
}

void number_text(struct text *out, double number)
{
    char digits[40];
    int precision = 0;
    do {
        snprintf(digits, sizeof digits, "%.*g", ++precision, number);
    } while (strtod(digits, NULL) != number && precision < 17);
    if (strchr(digits, 'e') && fabs(number) < 1e15 && fabs(number) >= 1)
        snprintf(digits, sizeof digits, "%.0f", number);
    text_add(out, digits);
}

void json_number(struct json *json, double number)
{
    if (!isfinite(number)) {
        json_null(json);
        return;
    }
    separate(json);
    number_text(json->out, number);
}

void json_bool(struct json *json, bool truth)
{
    separate(json);
    text_add(json->out, truth ? "true" : "false");
}

void json_null(struct json *json)
{
    separate(json);
    text_add(json->out, "null");
}

void json_member_string(struct json *json, const char *key, const char *string)
{
    json_key(json, key);
    json_string(json, string);
}

void json_member_integer(struct json *json, const char *key, int64_t number)
{
    json_key(json, key);
    json_integer(json, number);
}

void json_member_bool(struct json *json, const char *key, bool truth)
{
    json_key(json, key);
    json_bool(json, truth);
}
