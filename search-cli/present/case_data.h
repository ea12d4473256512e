#ifndef SEARCH_CLI_PRESENT_CASE_DATA_H
#define SEARCH_CLI_PRESENT_CASE_DATA_H

/*
 * A case study as data, for downloads and other programs. The keys are those of
 * the field table and of the facets; what is computed stands beside what was
 * written. Changing the shape of the JSON changes CASE_DATA_VERSION.
 */

#include "indexer/base/json.h"
#include "indexer/content/case_study.h"
#include "indexer/content/settings.h"
#include "search-cli/present/facts.h"

enum { CASE_DATA_VERSION = 1 };

/* One case as a JSON object; `facts` are those of the case. */
void case_data_json(struct json *json, const struct case_study *study, const struct facts *facts);

/* What stands before and behind the cases of a whole catalogue; between them the caller writes each. */
void case_data_open(struct json *json, const struct settings *settings, const char *as_of);
void case_data_close(struct json *json);

#endif
