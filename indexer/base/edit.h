#ifndef INDEXER_BASE_EDIT_H
#define INDEXER_BASE_EDIT_H

/* Edits of a text as data, and doing them. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/place.h"

/*
 * The edit that mends a problem: what stands at the place (its length may go over line ends) gives way to the text. A
 * safe one changes nothing that the author said; one that is not is a guess, and the author has to look at it.
 */
struct fix {
    struct place place;
    const char *text; /* NULL: there is none */
    bool safe;
};

/* A text with edits done. */
struct edited {
    const char *data;
    size_t size;
    size_t count; /* of the edits that were done */
};

/*
 * Does edits from the end of the text to its beginning; everything outside their places stays as it is, byte by byte.
 * Of two that touch the same bytes the one that begins later in the text is done, and the other left for another round.
 * Line ends in a text of an edit become those of the line that it stands in. A place that the text does not have is
 * left out. The result lives in the arena.
 */
struct edited edit_all(struct arena *arena, const char *data, size_t size, const struct fix *fixes, size_t count);

/*
 * The lines of a text that an edit touches, as they are with it, without their common indentation and blanks at the
 * end: what an author would write. NULL where the text has no such place.
 */
const char *edit_lines(struct arena *arena, const char *data, size_t size, const struct fix *fix);

#endif
