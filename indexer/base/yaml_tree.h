#ifndef INDEXER_BASE_YAML_TREE_H
#define INDEXER_BASE_YAML_TREE_H

/*
 * The plain part of YAML that people write by hand: scalars, lists and maps,
 * read by libyaml's event interface into a tree in which every node knows its
 * place. Anchors, aliases, tags, directives, second documents, duplicate keys
 * and nesting deeper than 32 are problems. Every scalar stays the text that
 * was written, as readers see it (normalise.h) and without blanks at its ends;
 * nothing is taken for a date, a number or a yes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"

enum yaml_kind { TREE_SCALAR, TREE_LIST, TREE_MAP };

struct yaml_entry;

struct yaml_node {
    enum yaml_kind kind;
    struct place place; /* its length ends with its line */
    size_t
        span; /* characters from its place to its end, over line ends; 0 when nothing stands there, or a block (| or >) */
    bool in_brackets; /* it stands between [ and ] or { and } */
    const char *text; /* of a scalar; has no NUL inside */
    bool quoted;
    bool padded;   /* in its quotation marks there were blanks at its ends */
    bool doubtful; /* it was mended by a guess (front_yaml.h) */
    size_t count;  /* of items or entries */
    struct yaml_node **items;
    struct yaml_entry *entries;
};

struct yaml_entry {
    const char *key;
    struct place key_place;
    struct yaml_node *value;
};

enum yaml_trouble {
    TREE_SYNTAX, /* detail: what libyaml said; the place is where it stopped */
    TREE_TOO_DEEP,
    TREE_ALIAS,
    TREE_ANCHOR,
    TREE_TAG,
    TREE_DIRECTIVE,
    TREE_SECOND_DOCUMENT,
    TREE_DUPLICATE_KEY, /* detail: the key; first_line: where it stood before */
    TREE_KEY_NOT_TEXT,
    TREE_CONTROL, /* what no terminal may get, such as \0 or \x1b in a quoted text */
    TREE_UNSEEN,  /* what an escape makes and nobody sees, such as \u200b; detail: its name */
    TREE_TROUBLE_COUNT
};

struct yaml_problem {
    enum yaml_trouble trouble;
    struct place place;
    const char *detail;
    size_t first_line;
};

struct yaml_problems {
    struct yaml_problem *items;
    size_t count;
    size_t capacity;
};

/*
 * Reads YAML whose first line is line `first_line` of its file. Returns the
 * root, or NULL when there is nothing (an empty document) or a problem ended
 * the reading. A syntax problem ends it and is the last of them.
 * Tree and problems live in the arena.
 */
struct yaml_node *yaml_tree_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                 struct yaml_problems *problems);

/* The value of a key in a map, or NULL (also when `node` is NULL or no map). */
const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key);

/* The text of a scalar under a key, or `fallback`. */
const char *yaml_text(const struct yaml_node *node, const char *key, const char *fallback);

#endif
