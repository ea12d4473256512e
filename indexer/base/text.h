#ifndef INDEXER_BASE_TEXT_H
#define INDEXER_BASE_TEXT_H

/*
 * A growing piece of text that its owner releases with text_free. It starts
 * as {0}; once anything was added, `data` has a NUL behind `size` bytes.
 */

#include <stddef.h>
#include <stdint.h>

struct text {
    char *data;
    size_t size;
    size_t capacity;
};

/* Adds bytes, a string, one byte, or a formatted string at the end. */
void text_append(struct text *text, const char *data, size_t size);
void text_add(struct text *text, const char *string);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline void text_char(struct text *text, char byte)
{
    if (text->size + 1 < text->capacity) {
        text->data[text->size++] = byte;
        text->data[text->size] = '\0';
    } else {
        text_append(text, &byte, 1);
    }
}

/* Adds a character by its number, below 0x110000, as UTF-8. */
void text_point(struct text *text, uint32_t point);

/* The text as a string, "" when nothing was added; valid until the next change. */
const char *text_string(const struct text *text);

/* Empties the text and keeps its memory. */
void text_clear(struct text *text);

/* Releases the memory; the text is {0} again. */
void text_free(struct text *text);

#endif
