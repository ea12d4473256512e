#ifndef SEARCH_CLI_QUERY_FIELDS_H
#define SEARCH_CLI_QUERY_FIELDS_H

/*
 * `field:values` in a query: which fields there are, and what their values may
 * look like. A facet takes terms and, in the order of its vocabulary, ranges
 * of terms (evidence:>=e2); a date field takes dates and ranges of dates, a field
 * of numbers whole numbers and ranges of them (analysed:>=500).
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "search-cli/query_tree.h"

struct query_field {
    const char *key; /* NULL: there is no such field */
    bool is_date;
    bool is_number;
};

/* By a name as people type it: any case, hyphens for underscores, the singular. */
struct query_field query_field_find(const char *name);

/*
 * Makes the node of a field and its values. Values that the field cannot have
 * go to `odd`; false when no other was left.
 */
bool query_field_read(struct arena *arena, const struct query_field *field, const struct string_list *values,
                      struct query_node *node, struct string_list *odd);

/* What to say of a field that there is not, and of a value that a field cannot have. */
const char *query_field_unknown(struct arena *arena, const char *name);
const char *query_field_odd(struct arena *arena, const struct query_field *field, const char *value);

#endif
