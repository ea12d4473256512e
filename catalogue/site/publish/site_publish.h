#ifndef CATALOGUE_SITE_PUBLISH_SITE_PUBLISH_H
#define CATALOGUE_SITE_PUBLISH_SITE_PUBLISH_H

/*
 * The published site: an index in, a folder of plain files out. Which kinds of
 * page there are is one table in jobs.c; each kind has a file of its own that asks
 * the reports and prints what they say. The same content gives the same bytes.
 */

#include "catalogue/site/model/site.h"

struct site_options {
    const char *root;
    const char *output;
    const char *single_file;                  /* a file for all of it too, or NULL */
    const char *base_url;                     /* NULL: as the catalogue's settings say */
    bool shrink;                              /* more than a fifth of the pages may go */
    bool in_place;                            /* file by file (output.h) */
    size_t jobs;                              /* how many files are made at once; 0: one for each processor */
    void (*progress)(size_t done, size_t of); /* in pages; may be NULL */
};

struct site_counts {
    size_t cases;
    size_t files;
    size_t changed;
    size_t removed;
    size_t kept;         /* files in the folder that are not of the site */
    const char *by_file; /* why they took their places one by one; NULL: a whole new folder did */
    size_t read;         /* how often a case study had to be read */
    size_t single_size;  /* bytes of the single file, where one was asked for */
    size_t without;      /* phrases that pages say and that have no translation */
};

/*
 * Writes the site of an index. NULL when it is done; else one sentence, in the
 * arena, and the site is as it was. Problems of editorial pages go to the diagnostics.
 */
const char *site_publish(struct index *index, struct arena *arena, const struct site_options *options,
                         struct site_counts *counts, struct diagnostics *diagnostics);

#endif
