#ifndef INDEXER_BASE_YAML_COLUMNS_H
#define INDEXER_BASE_YAML_COLUMNS_H

/* Which column a line of YAML belongs into, judged by the lines around it. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_reader.h"

/* Whether a line of its sort may stand in this column. */
bool columns_fit(const struct yaml_reader *reader, size_t column, bool is_item, bool is_key);

/* The column nearest to where a line stands at which one of its sort may stand. */
size_t columns_nearest(const struct yaml_reader *reader, size_t column, bool is_item, size_t at, size_t key);

/* Where the keys of an item stand whose dash is wrong: as those below it do. */
size_t columns_of_item(const struct yaml_reader *reader, size_t column);

/* Where the known keys below stand that are least far in, but further than a column; 0 when there are none. */
size_t columns_of_keys_below(const struct yaml_reader *reader, size_t column);

/* A tab may be any number of columns: the first item or key stands where the next one does. */
size_t columns_of_siblings_below(const struct yaml_reader *reader, size_t column);

/*
 * Where the second item or key stands elsewhere than the first, and a third one stands below it, the first is the one
 * to be moved. A first key behind a dash is moved with the dash.
 */
bool columns_move_first(struct yaml_reader *reader, size_t column, bool is_item);

#endif
