#ifndef INDEXER_BASE_YAML_BESIDE_H
#define INDEXER_BASE_YAML_BESIDE_H

/*
 * Lists and groups that begin on the line of their key, where YAML wants them below it. What stands at `at` is the
 * value of the last key, whose group stands in `column`. Each adds its mistake and enters the list or group; false:
 * there is none.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_reader.h"

/* "title: - a text": the bytes of a dash before an answer that is no list, which are taken out; or 0. */
size_t yaml_beside_dash(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape);

/* "key: - item": the list goes on a line of its own. */
bool yaml_beside_list(struct yaml_reader *reader, size_t at, size_t column);

/* "key: first item", and the others as items below. */
bool yaml_beside_item(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape);

/* "cost: amount: 45000": the answers of the group go on lines of their own, also those behind commas. */
bool yaml_beside_group(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape);

/* "stage: live, result: mixed": an answer of the same group behind a comma goes on a line of its own. */
bool yaml_beside_member(struct yaml_reader *reader, size_t at);

#endif
