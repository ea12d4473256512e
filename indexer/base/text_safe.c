#include "indexer/base/text_safe.h"

#include <stdbool.h>
#include <stdint.h>

#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"

void text_safe(struct text *text, const char *data, size_t size)
{
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(data + at, size - at, &point);
        bool shows = length && !utf8_is_control(point) && !normalise_unseen(data + at, length);
        if (shows && point != '\r' && point != '\n')
            text_append(text, data + at, length);
        else
            for (size_t i = 0; i < (length ? length : 1); i++)
                text_format(text, "\\x%02X", (unsigned)(unsigned char)data[at + i]);
        at += length ? length : 1;
    }
}
