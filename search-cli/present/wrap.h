#ifndef SEARCH_CLI_PRESENT_WRAP_H
#define SEARCH_CLI_PRESENT_WRAP_H

/*
 * Text in lines for a terminal: folded at blanks, counted in columns, with marked parts set off where there is colour.
 * An address on the web stays whole, even where it is wider than the line.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"
#include "search-cli/snippet.h"

/* How something is set off: terminal sequences, or "" where there is no colour. */
struct tone {
    const char *on;
    const char *off;
};

enum tone_kind { TONE_TITLE, TONE_HIT, TONE_QUIET, TONE_HEADING, TONE_KINDS };
struct tone tone_of(enum tone_kind kind, bool color);

/* Adds a text in a tone, made safe for a terminal. */
void wrap_toned(struct text *out, const char *string, struct tone tone);

/*
 * Adds a marked text, `indent` columns in (the first line is already there), folded to `width` columns, and a line end.
 * Outside the marks it is in the tone `around`.
 */
void wrap_marked(struct text *out, const struct marked *marked, size_t indent, size_t width, struct tone around,
                 struct tone hit);

/* The same for a plain string. */
void wrap_string(struct text *out, const char *string, size_t indent, size_t width);

/* Adds lines as they are, each that is not empty `indent` columns in, and a line end where the last has none. */
void wrap_indented(struct text *out, const char *lines, size_t indent);

#endif
