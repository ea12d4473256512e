#ifndef INDEXER_BASE_YAML_VALUES_H
#define INDEXER_BASE_YAML_VALUES_H

/* One text without quotation marks, in a line or between brackets: whether YAML reads it as the text that it is. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_mistakes.h"

/* Whether YAML takes the beginning of a text for something else; *kind is what the mistake is then. */
bool yaml_value_misread(const char *text, size_t size, bool in_brackets, enum yaml_mistake_kind *kind);

/* The bytes of the mark and the name behind it that a mistake of these kinds is told at. */
size_t yaml_value_mark(const char *text, size_t size, enum yaml_mistake_kind kind);

/* Adds a mistake at a place, whose edit puts a text into quotation marks: in place of curly ones, if those frame it. */
struct yaml_mistake *yaml_value_frame(struct yaml_mistakes *mistakes, enum yaml_mistake_kind kind, size_t place,
                                      size_t place_size, size_t at, size_t size);

#endif
