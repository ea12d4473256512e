#ifndef INDEXER_BASE_YAML_READ_VALUE_H
#define INDEXER_BASE_YAML_READ_VALUE_H

/* What stands behind a key or a dash, over as many lines as it takes. */

#include <stddef.h>

#include "indexer/base/yaml_reader.h"

/*
 * Reads what stands from `at` on: a text in quotation marks, brackets, a block of lines, a text; or nothing, and then
 * the level is open for what is below. `column` is that of its group or list, `shape` what its key wants.
 */
void yaml_read_value(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape);

#endif
