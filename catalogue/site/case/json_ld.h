#ifndef CATALOGUE_SITE_CASE_JSON_LD_H
#define CATALOGUE_SITE_CASE_JSON_LD_H

/* What a case study is, in the words of schema.org as JSON-LD, for search engines and libraries. */

#include "catalogue/site/model/site.h"
#include "indexer/content/case_study.h"

const char *json_ld_case(struct arena *arena, const struct site *site, const struct case_study *study);

#endif
