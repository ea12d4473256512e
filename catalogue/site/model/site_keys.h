#ifndef CATALOGUE_SITE_MODEL_SITE_KEYS_H
#define CATALOGUE_SITE_MODEL_SITE_KEYS_H

/*
 * Keys: hashes of what files of the site are made of. While the key of a file is the same, so are its bytes, and it
 * need not be made again. They all begin with the program itself, its libraries, and what cannot be told apart:
 * settings, vocabularies, synonyms, the words of pages. Whoever lets a page show something else adds that to its key.
 */

#include <stdint.h>

#include "catalogue/site/model/site.h"

/*
 * Works out the keys of a site that was opened, but for those of its cases. False when an image could not be read, which
 * is reported, or when the index failed.
 */
bool site_keys_find(struct site *site, struct index *index, const char *root, struct diagnostics *diagnostics);

/* The keys of its cases, once it was read. Whether the index failed is asked of it. */
void site_keys_of_cases(struct site *site, struct index *index);

/* A key continued with what lists say of the cases of a set; and with all that there is of them, their files too. */
uint64_t site_rows_key(const struct site *site, uint64_t key, const struct bitset *rows);
uint64_t site_texts_key(const struct site *site, uint64_t key, const struct bitset *rows);

/* The same with what reports across them read of each: a sentence of its prose is no part of that. */
uint64_t site_outlines_key(const struct site *site, uint64_t key, const struct bitset *rows);

/* Of the tables for spreadsheets, all together. */
uint64_t site_tables_key(const struct site *site);

/* A key continued with what a briefing on the cases of a set says. */
uint64_t site_brief_key(const struct site *site, uint64_t key, const struct bitset *rows);

/* Of a lens with all that its cases say, and of one of its cells; whether the words of a query find the same is in them. */
uint64_t site_lens_key(const struct site *site, const struct lens_answers *answers);
uint64_t site_lens_cell_key(const struct site *site, const struct lens_answers *answers, size_t cell);

/* Of an editorial page, and of the files of the theme. */
uint64_t site_page_key(const struct site *site, const struct page *page);
uint64_t site_theme_key(const struct site *site);

#endif
