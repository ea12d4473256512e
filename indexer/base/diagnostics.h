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
#include "indexer/base/drafts.h"
#include "indexer/base/edit.h"
#include "indexer/base/json.h"
#include "indexer/base/place.h"
#include "indexer/base/text.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

/* One kind of problem. Its id is stable: people look it up and tools filter by it. */
struct code {
    const char *id;
    enum severity severity;
    bool of_system; /* the machine failed, and what it failed on may be good */
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
    const struct drafts *drafts; /* what is looked at in place of files, or NULL */
};

/* From here on problems belong to this file. `source` may be NULL; it must live until the next call. */
void diagnostics_file(struct diagnostics *diagnostics, const char *path, const char *source, size_t size);

/*
 * Adds a problem; `help` is copied and may be NULL, as may `diagnostics`. A message of more than 1,000 bytes is cut, between
 * characters, and ends with an ellipsis. Past 200 in one file further ones are only counted.
 */
void diagnostics_add(struct diagnostics *diagnostics, const struct code *code, struct place place, const char *help,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * Gives the problem that was added last its edit; the text is copied. What help says beside it must say the same:
 * diagnostics_offer makes it of the edit. `diagnostics` may be NULL.
 */
void diagnostics_fix(struct diagnostics *diagnostics, struct place place, const char *text, bool safe);

/*
 * The same, and the help becomes "write " and the line as it is with the edit, where the current file has that line;
 * behind it stands the remark in brackets, which may be NULL.
 */
void diagnostics_offer(struct diagnostics *diagnostics, struct place place, const char *text, bool safe,
                       const char *remark);

/* Adds a problem that others have, with its line and its edit. */
void diagnostics_take_over(struct diagnostics *diagnostics, const struct diagnostic *other);

/* Adds all that `other`, which is left as it is, was told of some files, with its counts; they become the current ones. */
void diagnostics_join(struct diagnostics *diagnostics, const struct diagnostics *other);

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

void diagnostics_free(struct diagnostics *diagnostics);

#endif
