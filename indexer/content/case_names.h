#ifndef INDEXER_CONTENT_CASE_NAMES_H
#define INDEXER_CONTENT_CASE_NAMES_H

/* The keys of a case study for whoever reads its lines (yaml_names.h), from the table of fields. */

#include "indexer/base/yaml_names.h"

extern const struct yaml_names case_names;

#endif
