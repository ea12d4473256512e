#ifndef SEARCH_CLI_QUERY_H
#define SEARCH_CLI_QUERY_H

/*
 * The query language, from bytes to a tree. Any bytes are a query: reading
 * never fails, it leaves out what means nothing and says so in the notes.
 * The tree does not depend on a catalogue: what a term is and whether it
 * exists, what a word is and how it is stemmed, comes later (plan.h).
 *
 *   words   "a phrase"   -not   -"not this"   +must   word*   a | b   ( )
 *   field:a,b   -field:a   field:>=x   field:2019..2021
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "search-cli/query_tree.h"

enum {
    QUERY_DEPTH_MAX = 32,  /* deeper brackets are left out, not what stands in them */
    QUERY_PREFIX_LEAST = 2 /* characters before the * of a beginning */
};

struct query {
    struct query_node *root;  /* QUERY_ALL, plain */
    bool says;                /* it has more than the signs of the language */
    struct string_list notes; /* what was left out or taken for something else, in sentences */
};

/* Reads a query. It lives in the arena and does not point into `data`. */
struct query query_parse(struct arena *arena, const char *data, size_t size);

#endif
