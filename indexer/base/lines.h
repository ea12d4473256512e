#ifndef INDEXER_BASE_LINES_H
#define INDEXER_BASE_LINES_H

/* The lines of a text that stays where it is. */

#include <stddef.h>

/* One line, without its end. */
struct line {
    const char *at;
    size_t size;
};

/* Line `number`, from 1; past the last an empty one at the end. */
struct line line_number(const char *data, size_t size, size_t number);

/* Where the line after this one begins; `end` is the end of the text. */
const char *line_after(struct line line, const char *end);

#endif
