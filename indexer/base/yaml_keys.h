#ifndef INDEXER_BASE_YAML_KEYS_H
#define INDEXER_BASE_YAML_KEYS_H

/*
 * Keys in all the ways in which people write them. Each function reads the key at `at` and what follows it, in the
 * innermost group; those that return false did nothing, because no such key stands there. `end` is that of the line.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_reader.h"

/* A key and what follows it, in a group whose column is known. */
void yaml_read_key(struct yaml_reader *reader, size_t at, struct yaml_key key);

/* A key without a blank behind its colon, or with an odd one: "stage:live". `any`: the key need not be known. */
bool yaml_read_tight_key(struct yaml_reader *reader, size_t at, size_t end, bool any);

/* "stage live", "stage = live": a known key, and no colon. */
bool yaml_read_key_without_colon(struct yaml_reader *reader, size_t at, size_t end);

/* "**title:** Warm homes": a known key that was made bold, as in a text. */
bool yaml_read_marked_key(struct yaml_reader *reader, size_t at, size_t end, size_t column);

/* The blank behind a dash, or behind a key's colon, is none that YAML knows. */
bool yaml_mend_blank(struct yaml_reader *reader, size_t at, size_t end);

#endif
