#include "catalogue/printable.h"

#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"

/* Bytes of ESC [ … m that the text begins with, or 0. */
static size_t color_size(const char *data, size_t size)
{
    if (size < 3 || data[0] != '\033' || data[1] != '[')
        return 0;
    size_t at = 2;
    while (at < size && strchr("0123456789;", data[at]) && data[at])
        at++;
    return at < size && data[at] == 'm' ? at + 1 : 0;
}

/* Bytes that may be printed at the beginning of a text that is not empty, or 0. */
static size_t good_size(const char *data, size_t size, bool colors)
{
    uint32_t point = 0;
    if (!*data)
        return 1; /* stands between paths for xargs */
    if (*data == '\r')
        return size > 1 && data[1] == '\n' ? 2 : 0;
    size_t length = utf8_decode(data, size, &point);
    if (length && !utf8_is_control(point) && !normalise_unseen(data, size))
        return length;
    return colors ? color_size(data, size) : 0;
}

/* How many bytes from here on are good. */
static size_t good_run(const char *data, size_t size, bool colors)
{
    size_t at = 0;
    for (size_t length = 1; at < size && length; at += length)
        length = (unsigned char)data[at] >= ' ' && (unsigned char)data[at] < 0x7F
                     ? 1
                     : good_size(data + at, size - at, colors);
    return at;
}

/* Adds what stands for the bad character that the text begins with, and returns its bytes. */
static size_t replace_bad(struct text *clean, const char *data, size_t size)
{
    uint32_t point = 0;
    size_t length = utf8_decode(data, size, &point);
    if (!normalise_unseen(data, size))
        text_add(clean, "\xEF\xBF\xBD");
    return length ? length : 1;
}

void printable_make(struct text *text, bool colors)
{
    struct text clean = {0};
    size_t mark = utf8_mark_size(text->data, text->size); /* Excel knows by it that a table is UTF-8 */
    size_t at = mark + good_run(text->data + mark, text->size - mark, colors);
    if (at == text->size)
        return;
    text_append(&clean, text->data, at);
    while (at < text->size) {
        at += replace_bad(&clean, text->data + at, text->size - at);
        size_t run = good_run(text->data + at, text->size - at, colors);
        text_append(&clean, text->data + at, run);
        at += run;
    }
    text_free(text);
    *text = clean;
}
