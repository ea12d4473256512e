#ifndef INDEXER_CONTENT_VALUE_H
#define INDEXER_CONTENT_VALUE_H

/*
 * From a YAML node to the value of a field, by the field's row in the table. What a value cannot be read as is
 * reported: another shape, no number, no date, an unknown key. Its limits are looked at in value_check.h.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/case_study.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

struct value_reader {
    struct arena *arena;
    struct diagnostics *diagnostics;         /* may be NULL */
    const struct vocabularies *vocabularies; /* for the words of help; may be NULL */
};

/*
 * Reads the entries of a map into values[count], one for each row of the table. What could not be read is VALUE_NONE
 * with its place; what has a key and no answer is VALUE_NONE too, and unanswered. Keys that the table does not have are
 * reported with a "did you mean".
 */
void values_read(const struct value_reader *reader, const struct field *fields, size_t count,
                 const struct yaml_node *map, struct value *values);

#endif
