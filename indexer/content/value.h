#ifndef INDEXER_CONTENT_VALUE_H
#define INDEXER_CONTENT_VALUE_H

/* From a YAML node to the value of a field, by the field's row in the table. Every problem is reported. */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/case_study.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

struct value_reader {
    struct arena *arena;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
};

/*
 * Reads the entries of a map into values[count], one for each row of the table. Keys that the
 * table does not have are reported with a "did you mean".
 */
void values_read(const struct value_reader *reader, const struct field *fields, size_t count,
                 const struct yaml_node *map, struct value *values);

/* Reports the required rows that have no value; `place` is where the map begins. */
void values_require(const struct value_reader *reader, const struct field *fields, size_t count,
                    const struct value *values, struct place place, const struct string_list *broken);

#endif
