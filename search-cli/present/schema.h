#ifndef CATALOGUE_SCHEMA_H
#define CATALOGUE_SCHEMA_H

/*
 * The fields of a case study's front matter, written down for people and for
 * editors. Both forms are made from the one table (indexer/content/fields.c)
 * and the vocabularies, so they cannot fall behind the program.
 */

#include "indexer/base/text.h"
#include "indexer/content/vocabulary.h"

/* A JSON Schema (draft 2020-12) of the front matter. */
void schema_json(struct text *out, const struct vocabularies *vocabularies);

/* Tables in Markdown: required, advised and other fields, then what stands within groups of answers. */
void schema_markdown(struct text *out, const struct vocabularies *vocabularies);

#endif
