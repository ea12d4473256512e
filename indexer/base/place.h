#ifndef INDEXER_BASE_PLACE_H
#define INDEXER_BASE_PLACE_H

/* Places in a text as its author counts them, and the bytes that they are. */

#include <stdbool.h>
#include <stddef.h>

/* Where in a file; line and column start at 1, column and length count characters. Line 0: the file as a whole. */
struct place {
    size_t line;
    size_t column;
    size_t length;
};

/*
 * Finds the places of many offsets in one source: each look-up goes on from the
 * one before, so offsets that rise cost one pass in all. Starts as {source, size}
 * with the number of the source's first line, or 0 for 1.
 */
struct place_cursor {
    const char *source;
    size_t size;
    size_t first_line;
    size_t offset;
    size_t line; /* lines and characters passed so far */
    size_t column;
};

struct place place_cursor_at(struct place_cursor *cursor, size_t offset, size_t length);

/* The place of one byte offset in a source. */
struct place place_of(const char *source, size_t size, size_t offset, size_t length);

/*
 * The bytes of a place, from *from to *to; its length may go over line ends. A byte order mark before line 1 is no
 * character. False when the text has no such place.
 */
bool place_bytes(const char *source, size_t size, struct place place, size_t *from, size_t *to);

#endif
