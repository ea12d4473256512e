#ifndef INDEXER_BASE_UTF8_MARKS_H
#define INDEXER_BASE_UTF8_MARKS_H

/* How many characters stand before a byte of a text, and the other way round, without counting from its beginning. */

#include <stddef.h>

#include "indexer/base/arena.h"

struct utf8_marks {
    const char *data;
    size_t size;
    const size_t *before; /* characters before each step of bytes */
};

/* The text must outlive them. */
struct utf8_marks utf8_marks_make(struct arena *arena, const char *data, size_t size);

size_t utf8_marks_count(const struct utf8_marks *marks, size_t at);

/* The offset of the character that has so many before it; the size when there are not so many. */
size_t utf8_marks_offset(const struct utf8_marks *marks, size_t count);

#endif
