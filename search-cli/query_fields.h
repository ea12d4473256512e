#ifndef SEARCH_CLI_QUERY_FIELDS_H
#define SEARCH_CLI_QUERY_FIELDS_H

/*
 * `field:values` in a query: which fields there are, and what their values may
 * look like. A facet takes terms and, in the order of its vocabulary, ranges
 * of terms (evidence:>=e2); a date field takes dates and ranges of dates, a field
 * of numbers whole numbers and ranges of them (analysed:>=500). title: and place: take
 * words, id: the beginning of an id, has: what a case study may have.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "search-cli/query_tree.h"

enum { QUERY_FIELD_NAME_LEAST = 4 /* letters of a word that says which field is meant */ };

struct query_field {
    const char *key; /* NULL: there is no such field */
    enum query_field_kind kind;
    const char *help; /* a few words on what it holds */
};

/* The fields by number, from 0; the key is NULL past the last. */
struct query_field query_field_at(size_t number);

/* By a name as people type it: any case, hyphens for underscores, the singular. */
struct query_field query_field_find(const char *name);

/* What became of the values of a field that were not read as they stand. */
struct query_odd_values {
    struct string_list odd;    /* the field cannot have them */
    struct string_list turned; /* ranges that end before they begin; they are read the other way round */
};

/* Makes the node of a field and its values; false when none was left. */
bool query_field_read(struct arena *arena, const struct query_field *field, const struct string_list *values,
                      struct query_node *node, struct query_odd_values *odd);

/* What to say of a field that there is not, of a value that a field cannot have, and of a range that was turned. */
const char *query_field_unknown(struct arena *arena, const char *name);
const char *query_field_odd(struct arena *arena, const struct query_field *field, const char *value);
const char *query_field_turned(struct arena *arena, const char *key, const char *from, const char *to);

#endif
