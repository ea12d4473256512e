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
#include "indexer/base/text.h"
#include "indexer/base/words.h"

enum {
    QUERY_BYTES_MAX = 4096, /* what comes after is left out */
    QUERY_DEPTH_MAX = 32,   /* deeper brackets are left out, not what stands in them */
    QUERY_PREFIX_LEAST = 2  /* characters before the * of a beginning */
};

enum query_kind {
    QUERY_WORD,   /* text, as it was typed; may hold several words of the index ("well-being") */
    QUERY_PREFIX, /* text, without its * */
    QUERY_PHRASE, /* text, without its quotation marks */
    QUERY_TERMS,  /* field is one of values */
    QUERY_RANGE,  /* field lies between from and to */
    QUERY_ALL,    /* all of the parts */
    QUERY_ANY     /* any of the parts */
};

enum query_sign { QUERY_PLAIN, QUERY_MUST, QUERY_NOT };

struct query_node {
    enum query_kind kind;
    enum query_sign sign;
    const char *text;
    const char *field; /* the key of a facet or of a date field */
    bool is_date;      /* the field is a date field */
    struct words values;
    const char *from; /* "" for an open end */
    const char *to;
    bool from_excluded;
    bool to_excluded;
    struct query_node **parts; /* never empty in QUERY_ANY; QUERY_ALL without parts is everything */
    size_t part_count;
    size_t part_capacity;
};

struct query {
    struct query_node *root; /* QUERY_ALL, plain */
    struct words notes;      /* what was left out or taken for something else, in sentences */
};

/* Reads a query. It lives in the arena and does not point into `data`. */
struct query query_parse(struct arena *arena, const char *data, size_t size);

/* Adds the tree in words: `blood, pressure, without smoking`; `everything` for the empty query. */
void query_print(struct text *out, const struct query_node *root);

/* A new part at the end of a node, as it is given. */
struct query_node *query_add_part(struct arena *arena, struct query_node *parent, const struct query_node *part);

#endif
