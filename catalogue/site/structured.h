#ifndef CATALOGUE_SITE_STRUCTURED_H
#define CATALOGUE_SITE_STRUCTURED_H

/* What a case study is, in the words of schema.org as JSON-LD, for search engines and libraries. */

#include "catalogue/site/site.h"
#include "indexer/content/case_study.h"

const char *structured_case(struct arena *arena, const struct site *site, const struct case_study *study);

#endif
