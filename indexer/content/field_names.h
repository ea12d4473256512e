#ifndef INDEXER_CONTENT_FIELD_NAMES_H
#define INDEXER_CONTENT_FIELD_NAMES_H

/* The keys of the tables of fields, for the scanner of lines. In vocabularies ids that no table knows stand at the top. */

#include "indexer/base/yaml_names.h"

extern const struct yaml_names case_names;
extern const struct yaml_names page_names;
extern const struct yaml_names setting_names;
extern const struct yaml_names lens_names;
extern const struct yaml_names term_names;
extern const struct yaml_names measure_names;
extern const struct yaml_names synonym_names;

#endif
