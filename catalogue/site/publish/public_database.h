#ifndef CATALOGUE_SITE_PUBLISH_PUBLIC_DATABASE_H
#define CATALOGUE_SITE_PUBLISH_PUBLIC_DATABASE_H

/*
 * The database that a site offers, a public copy (public_copy.h) of the site's index, and the search of the site,
 * which is made from that copy and from the words of what is public: not a word of what is not gets into either.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"
#include "indexer/base/arena.h"
#include "indexer/index/index.h"

/* The name of the copy as a scratch file of the output. */
extern const char public_database_scratch[];

/*
 * Adds data/catalogue.db, which is left at `path`, the scripts of search/ and the page of results. It begins with the copy of the last run,
 * `before`, where that is as it was written. NULL when it is done, else a sentence in the arena.
 */
const char *public_database_make(const struct site *site, struct index *index, struct arena *arena,
                                 const struct old_file *before, const char *path, struct site_files *files);

#endif
