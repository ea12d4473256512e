#ifndef INDEXER_BASE_UTF8_H
#define INDEXER_BASE_UTF8_H

/* UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the byte order mark that the data begins with, or 0. */
size_t utf8_mark_size(const char *data, size_t size);

/*
 * Reads one character from at least one byte of data. Returns its length in
 * bytes and sets *point; returns 0 when the bytes are not UTF-8.
 */
size_t utf8_decode(const char *data, size_t size, uint32_t *point);

/* How many bytes from the start are printable ASCII, blank to tilde: nearly all of nearly every text. */
static inline size_t utf8_plain_run(const char *data, size_t size)
{
    size_t count = 0;
    while (count < size && data[count] >= ' ' && data[count] <= '~')
        count++;
    return count;
}

/* Whether all is UTF-8; otherwise *offset is where the first bad byte stands. */
bool utf8_check(const char *data, size_t size, size_t *offset);

/* How many characters the (valid) text has. */
size_t utf8_length(const char *data, size_t size);

/* The bytes of the first `characters` characters of a (valid) text, or all that it has. */
size_t utf8_bytes(const char *data, size_t size, size_t characters);

/* How many terminal columns the (valid) text takes: 0 for combining marks, 2 for wide characters. */
size_t utf8_width(const char *data, size_t size);

/* The most bytes, cut between characters, that take at most `columns` terminal columns. */
size_t utf8_fit(const char *data, size_t size, size_t columns);

/*
 * A character that must not reach a terminal or a page as it is: C0 and C1
 * controls but TAB and line ends, DEL, separators of lines and paragraphs, bidirectional
 * overrides, marks of annotations, and non-characters such as U+FFFE.
 */
bool utf8_is_control(uint32_t point);

#endif
