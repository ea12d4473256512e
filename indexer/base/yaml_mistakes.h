#ifndef INDEXER_BASE_YAML_MISTAKES_H
#define INDEXER_BASE_YAML_MISTAKES_H

/*
 * Mistakes in YAML, each with the edits that make of it what was meant, and the text with such edits done. Places are
 * offsets in the text that was read. The edits of one mistake rise and do not overlap.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

enum yaml_mistake_kind {
    MISTAKE_COLON_INSIDE, /* a text without quotation marks holds ": " */
    MISTAKE_QUOTE_OPEN,   /* a quotation mark that is not closed */
    MISTAKE_QUOTE_REST,   /* the text goes on behind the part in quotation marks */
    MISTAKE_QUOTE_INSIDE, /* the same mark stands inside */
    MISTAKE_INDICATOR,    /* a text begins with a character that means something else */
    MISTAKE_ALIAS,
    MISTAKE_ANCHOR,
    MISTAKE_TAG,
    MISTAKE_SECOND,      /* a line --- between the answers */
    MISTAKE_HASH,        /* # makes a remark of what follows */
    MISTAKE_COLON_BLANK, /* no blank behind the colon */
    MISTAKE_COLON_MISSING,
    MISTAKE_DASH_BLANK, /* no blank behind the dash */
    MISTAKE_BULLET,     /* another sign than a hyphen, or a number, before an item */
    MISTAKE_DASH_MISSING,
    MISTAKE_INDENT,
    MISTAKE_TAB,
    MISTAKE_ODD_BLANK, /* a no-break or other odd blank where YAML wants a plain one */
    MISTAKE_BRACKET_OPEN,
    MISTAKE_BRACKET_WRONG,  /* one too many, or another than was opened */
    MISTAKE_BRACKET_INSIDE, /* a bracket in a text, or text behind the last one */
    MISTAKE_LINK,           /* [words](address) where an address belongs */
    MISTAKE_COMMA,          /* missing */
    MISTAKE_COMMA_EXTRA,
    MISTAKE_ESCAPE,       /* \ and a letter in quotation marks */
    MISTAKE_LIST_BESIDE,  /* a list begins on the line of its key */
    MISTAKE_GROUP_BESIDE, /* … or the answers of a group do, or one begins on the line of another */
    MISTAKE_DASH_EXTRA,   /* a dash before an answer that is no list */
    MISTAKE_KEY_MARKED,   /* a key with stars around it */
    MISTAKE_BRACES,       /* the answers of a group between [ ] */
    MISTAKE_STRAY,        /* a line that is neither key nor item; nobody knows what was meant */
    MISTAKE_KINDS
};

/* What stands at `at` gives way to the text. */
struct yaml_edit {
    size_t at;
    size_t size;
    const char *text;
};

struct yaml_mistake {
    enum yaml_mistake_kind kind;
    size_t at; /* where it stands */
    size_t size;
    bool lost;        /* YAML reads it, as something else than was meant */
    bool safe;        /* the edits change nothing that the author said; otherwise they are a guess */
    size_t last_line; /* that it takes up, from 0 */
    size_t answer;    /* offset of the key at the top that it belongs to */
    struct yaml_edit *edits;
    size_t edit_count;
    size_t edit_capacity;
};

struct yaml_mistakes {
    struct arena *arena;
    const char *data;
    size_t size;
    struct yaml_mistake *items;
    size_t count;
    size_t capacity;
    size_t remark_count; /* remarks behind an answer, which are no mistakes */
    size_t remark;       /* where the first of them begins */
};

/* Adds one. What is returned is valid until the next is added; its other members may be set. */
struct yaml_mistake *yaml_mistake_add(struct yaml_mistakes *mistakes, enum yaml_mistake_kind kind, size_t at,
                                      size_t size);

/* Adds an edit to the mistake that was added last; the text is copied. */
void yaml_mistake_edit(struct yaml_mistakes *mistakes, size_t at, size_t size, const char *text);

/* Remembers a remark behind an answer or a key, if it says something. */
void yaml_mistakes_remark(struct yaml_mistakes *mistakes, size_t at);

/* The end of its last edit; `at` when it has none. */
size_t yaml_mistake_end(const struct yaml_mistake *mistake);

/* What `size` bytes from `at` on become by the mistake's edits there. */
const char *yaml_mistake_mended(const struct yaml_mistakes *mistakes, const struct yaml_mistake *mistake, size_t at,
                                size_t size);

/* A text with edits done, that knows where each of its bytes came from. */
struct yaml_mended {
    const char *data;
    size_t size;
    struct yaml_piece *pieces;
    size_t piece_count;
};

/* The text with the edits of all mistakes done but those of number `without`; of two that overlap the first is done. */
struct yaml_mended yaml_mend(const struct yaml_mistakes *mistakes, size_t without);

/* The offset that a byte of the mended text had before. */
size_t yaml_mended_origin(const struct yaml_mended *mended, size_t offset);

#endif
