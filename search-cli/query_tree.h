#ifndef SEARCH_CLI_QUERY_TREE_H
#define SEARCH_CLI_QUERY_TREE_H

/* The tree that a query is read into. Nodes live in an arena and are never changed after reading. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"

enum query_kind {
    QUERY_WORD,   /* text, as it was typed; may hold several words of the index ("well-being") */
    QUERY_PREFIX, /* text, without its * */
    QUERY_PHRASE, /* text, without its quotation marks */
    QUERY_TERMS,  /* field is, has or begins with one of values */
    QUERY_RANGE,  /* field lies between from and to */
    QUERY_ALL,    /* all of the parts */
    QUERY_ANY     /* any of the parts */
};

/* What the values of a field are. */
enum query_field_kind {
    QUERY_FIELD_TERMS, /* of a facet */
    QUERY_FIELD_DATES,
    QUERY_FIELD_NUMBERS, /* digits */
    QUERY_FIELD_WORDS,   /* that a text must have */
    QUERY_FIELD_IDS,     /* their beginnings */
    QUERY_FIELD_PARTS    /* what a case has */
};

enum query_sign { QUERY_PLAIN, QUERY_MUST, QUERY_NOT };

struct query_node {
    enum query_kind kind;
    enum query_sign sign;
    const char *text;
    const char *field; /* its key */
    enum query_field_kind field_kind;
    struct string_list values;
    const char *from; /* "" for an open end */
    const char *to;
    bool from_excluded;
    bool to_excluded;
    struct query_node **parts; /* never empty in QUERY_ANY; QUERY_ALL without parts is everything */
    size_t part_count;
    size_t part_capacity;
};

/* A new part at the end of a node, as it is given. */
struct query_node *query_node_add(struct arena *arena, struct query_node *parent, const struct query_node *part);

/* Adds the tree in words: `blood, pressure, without smoking`; `everything` for the empty query. */
void query_print(struct text *out, const struct query_node *root);

/* Adds a part as one types it: `-"falls at home"`, `region:wales,london`, `start:2019..2021`. It reads as the same part, as far as it was typed by somebody: a word that was a value of no field may become a phrase. */
void query_type(struct text *out, const struct query_node *part);

#endif
