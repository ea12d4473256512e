#ifndef CATALOGUE_SITE_SEARCH_SEARCH_SHARDS_PARTS_H
#define CATALOGUE_SITE_SEARCH_SEARCH_SHARDS_PARTS_H

/* The parts of the site's search index. Each writes its shards and adds to the base how they are found. */

#include "catalogue/site/search/shards.h"
#include "indexer/base/string_list.h"

/* Terms with their postings and positions, and which of them begin a synonym. */
void search_shards_terms_write(struct shards *shards);

/* Groups of synonyms; `lines` gets a line for each text that a group is found by, `stems` every stem in them. */
void search_shards_synonyms_write(struct shards *shards, struct shards_lines *lines, struct string_list *stems);

/* Words as they are written. */
void search_shards_words_write(struct shards *shards);

/* Facets, dates, orders. */
void search_shards_facets_write(struct shards *shards);

/* What fields of a query other than facets need: names of terms, what cases have, places, ids. */
void search_shards_fields_write(struct shards *shards);

/* Lengths, and how cards are found. */
void search_shards_cases_write(struct shards *shards);

#endif
