#ifndef INDEXER_BASE_DIAGNOSTICS_H
#define INDEXER_BASE_DIAGNOSTICS_H

/*
 * What the author of a file has to be told. Diagnostics are collected, not
 * printed, so that one run finds every problem; the caller prints them in the
 * format that was asked for. A diagnostic owns copies of all that it shows.
 *
 * Where `diagnostics` may be NULL, nobody wants to be told: nothing is kept.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/json.h"
#include "indexer/base/text.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

/* One kind of problem. Its id is stable: people look it up and tools filter by it. */
struct code {
    const char *id;
    enum severity severity;
    bool of_system; /* the machine failed, and what it failed on may be good */
};

/* Where in a file; line and column start at 1, column and length count characters. Line 0: the file as a whole. */
struct place {
    size_t line;
    size_t column;
    size_t length;
};

/*
 * The edit that mends a problem: what stands at the place (its length may go over line ends) gives way to the text. A
 * safe one changes nothing that the author said; one that is not is a guess, and the author has to look at it.
 */
struct fix {
    struct place place;
    const char *text; /* NULL: there is none */
    bool safe;
};

struct diagnostic {
    const struct code *code;
    size_t number; /* in the order in which they were found, from 0 */
    const char *path;
    struct place place;
    const char *message;     /* one sentence in the author's words */
    const char *help;        /* what to do, or NULL */
    const char *source_line; /* the line that `place` is in, or NULL */
    struct fix fix;
};

struct diagnostics {
    struct arena arena;
    struct diagnostic *items;
    size_t count;
    size_t capacity;
    size_t errors;
    size_t failures; /* of the errors, those of the system */
    size_t warnings;
    bool last_kept;   /* the problem that was added last is the last item, and was not only counted */
    const char *path; /* the file that is being looked at, and its bytes */
    const char *source;
    size_t source_size;
};

/* From here on problems belong to this file. `source` may be NULL; it must live until the next call. */
void diagnostics_file(struct diagnostics *diagnostics, const char *path, const char *source, size_t size);

/*
 * Adds a problem; `help` is copied and may be NULL, as may `diagnostics`. A message of more than 1,000 bytes is cut, between
 * characters, and ends with an ellipsis. Past 200 in one file further ones are only counted.
 */
void diagnostics_add(struct diagnostics *diagnostics, const struct code *code, struct place place, const char *help,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Gives the problem that was added last its edit; the text is copied. `diagnostics` may be NULL. */
void diagnostics_fix(struct diagnostics *diagnostics, struct place place, const char *text, bool safe);

/* Whether further problems of the current file will not be shown: then help need not be looked for. NULL never shows. */
bool diagnostics_full(const struct diagnostics *diagnostics);

/* The first failure of the system, for the end of a sentence: "content/x.md: this file cannot be read: …"; or NULL. */
const char *diagnostics_failure(struct arena *arena, const struct diagnostics *diagnostics);

/*
 * Gives the problems from item `first` on, as long as they lie in the current file, the lines that they did
 * not have yet. Returns the item after them.
 */
size_t diagnostics_add_lines(struct diagnostics *diagnostics, size_t first);

/* Orders by path, then line, then column, then the order in which they were found. */
void diagnostics_sort(struct diagnostics *diagnostics);

/*
 * One problem as text: `path:line:column: error[id]: message`, and, when
 * `with_source`, the line, a caret and the help. Control characters are shown
 * as \xNN. `color` adds terminal colours.
 */
void diagnostic_text(struct text *out, const struct diagnostic *diagnostic, bool with_source, bool color);

/*
 * One problem as a JSON object: path, line, column, severity, code, message, help, and fix: null, or an object of line,
 * column, length, text and safe.
 */
void diagnostic_json(struct json *json, const struct diagnostic *diagnostic);

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

void diagnostics_free(struct diagnostics *diagnostics);

#endif
