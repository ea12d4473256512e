#ifndef CATALOGUE_SITE_SEARCH_SEARCH_SHARDS_H
#define CATALOGUE_SITE_SEARCH_SEARCH_SHARDS_H

/*
 * The index of the site's search: the full-text index cut into small scripts, of which a page loads
 * only those that a query needs. Each script is one call, catalogue_shard(name, data), because a page
 * that was opened from a folder may load scripts and nothing else.
 *
 *   base                 what every search needs: constants, stop words, where each shard begins; it stands in the page
 *   search/l.js          how many words each column of each document has; of a small catalogue they stand in the base
 *   search/t*.js, u*.js  terms in byte order, with the documents that hold them and how often; u: stop words
 *   search/k*.js         what one may rightly type though nothing here has it
 *   search/p*.js, v*.js  where in its documents each term stands, for phrases; v: stop words
 *   search/g*.js         long groups of synonyms, with the documents of each member
 *   search/w*.js, a*.js  the catalogue's own words, by length for corrections, by alphabet for beginnings
 *   search/correct.js    the code of corrections
 *   search/folds.js      how characters from U+0370 on are cut and folded; wanted when one is met
 *   search/names.js      the code of fields that few queries need
 *   search/f*.js         the terms of facets and their documents, small facets together
 *   search/h.js          for fields of a query: other names of terms, what cases have, words of places, some ids
 *   search/d.js, o.js    dates and numbers; orders other than by relevance
 *   search/cards/<n>.js  title, summary and tags, a few documents in each
 *   search/texts/<n>.js  the text of one document, for snippets
 *
 * A document is the number of a published case study in the order of ids, so that
 * equal scores go by number. Numbers are written in digits of our own, see coding/digits.h.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "indexer/index/index.h"
#include "indexer/index/inverted.h"

/*
 * Makes all but folds, cards and texts from the words of all cases of a site, and from a public copy of its index, which
 * holds nothing but what is public. When the copy failed the files are worth nothing. The script of the base, which the
 * page of results has to hold, is one of the files, as a part.
 */
const struct text *search_shards_make(const struct site *site, const struct inverted *words, struct index *copy,
                                      struct site_files *files);

/* The folds are SQLite's own and change with it alone; of the index only the tokenizer is used. */
void search_folds_make(struct index *index, struct site_files *files);

/*
 * The two kinds that are about single documents are made one by one, from the site's own index: the text of one, and
 * the cards from one on.
 */
void search_text_make(const struct site *site, struct index *index, size_t document, struct site_files *files);
/* How many documents a script of cards holds. */
size_t search_cards_together(const struct site *site);
void search_cards_make(const struct site *site, struct index *index, size_t first, struct site_files *files);

#endif
