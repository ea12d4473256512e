#ifndef INDEXER_BASE_CSV_READ_H
#define INDEXER_BASE_CSV_READ_H

/*
 * CSV (RFC 4180), as spreadsheets save it: cells between commas, in quotation marks where one holds a comma, a quotation
 * mark (written twice) or a line end. Lines end with LF or CRLF; those without any cell are no rows. Blanks around a cell
 * without quotation marks are not part of it.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/place.h"

struct csv_cell {
    const char *text;
    struct place place;
};

struct csv_row {
    struct csv_cell *cells;
    size_t count; /* at least 1 */
};

struct csv_rows {
    struct csv_row *items;
    size_t count;
    const char *problem; /* what is wrong with the text; NULL: all is well, else only the rows before it are there */
    struct place place;  /* of the problem */
};

/* Reads a text that is UTF-8; a byte order mark before it is skipped. Everything lives in the arena. */
struct csv_rows csv_read(struct arena *arena, const char *data, size_t size);

#endif
