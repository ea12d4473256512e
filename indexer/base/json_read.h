#ifndef INDEXER_BASE_JSON_READ_H
#define INDEXER_BASE_JSON_READ_H

/*
 * JSON (RFC 8259) from strangers, read into the tree that YAML is read into (yaml_tree.h), so that both are looked at
 * alike. Numbers, true and false are scalars as they were written; a text that was in quotation marks is `quoted`. What
 * is null is left out. Anything else than one whole document in UTF-8 is a problem: an unfinished one, one with keys
 * twice, nested deeper than 32, with a NUL or half a surrogate pair in a text. Places are not kept.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"

struct json_problem {
    const char *words; /* what should stand there; NULL: all is well */
    struct place place;
};

/* The root, or NULL with *problem set. The tree lives in the arena. */
struct yaml_node *json_read(struct arena *arena, const char *data, size_t size, struct json_problem *problem);

#endif
