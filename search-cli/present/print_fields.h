#ifndef SEARCH_CLI_PRESENT_PRINT_FIELDS_H
#define SEARCH_CLI_PRESENT_PRINT_FIELDS_H

/*
 * What is said of one result in JSON and in tables: one row a field, by its number. Behind those of the
 * table stand the facets, each by its key.
 */

#include <stddef.h>

#include "indexer/base/json.h"
#include "indexer/base/text.h"
#include "search-cli/search.h"

enum { PRINT_OWN_FIELDS = 11, PRINT_FIELDS = PRINT_OWN_FIELDS + FACET_COUNT };

/* The key of a field. */
const char *print_field_key(size_t field);

/* The field of a key, or of a facet as people type it; PRINT_FIELDS when there is none. */
size_t print_field_find(const char *name);

/* Whether tables have it when nobody chose. */
bool print_field_is_usual(size_t field);

/* Adds the key and its value to an object. */
void print_field_json(struct json *json, const struct search_result *result, size_t field);

/* Adds the value as text; terms are parted by "; ". */
void print_field_text(struct text *out, const struct search_result *result, size_t field);

#endif
