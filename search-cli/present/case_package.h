#ifndef SEARCH_CLI_PRESENT_CASE_PACKAGE_H
#define SEARCH_CLI_PRESENT_CASE_PACKAGE_H

/*
 * datapackage.json, which says to programs what the tables of case_csv.h hold: a Data Package with a Table Schema for
 * each, as frictionlessdata.io describes them. It stands in the folder of the tables, which begin with no byte order
 * mark: programs that read such packages take it for a part of the first name.
 */

#include "indexer/base/text.h"
#include "indexer/content/settings.h"
#include "indexer/content/vocabulary.h"
#include "search-cli/present/case_csv.h"

struct case_package {
    const struct settings *settings;
    const struct vocabularies *vocabularies;
    const char *base_url; /* "" when it is not known */
};

#define PACKAGE_FILE "datapackage.json"

void case_package_json(struct text *out, const struct case_package *package);

#endif
