#ifndef INDEXER_CONTENT_QUERY_NAMES_H
#define INDEXER_CONTENT_QUERY_NAMES_H

/*
 * The fields of a query whose values are no terms (facets.h), dates or numbers (number_fields.h): words that the title
 * or the place must have, the beginning of an id, and what a case must have (case_parts.h).
 */

enum query_name_kind { QUERY_NAME_WORDS, QUERY_NAME_ID, QUERY_NAME_PARTS };

struct query_name {
    const char *key;
    enum query_name_kind kind;
    const char *example;
    const char *help;
};

enum { QUERY_NAME_COUNT = 4 };
extern const struct query_name query_names[QUERY_NAME_COUNT];

/* By key, in any case of letters; NULL when there is none. */
const struct query_name *query_name_find(const char *key);

#endif
