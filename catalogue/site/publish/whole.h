#ifndef CATALOGUE_SITE_PUBLISH_WHOLE_H
#define CATALOGUE_SITE_PUBLISH_WHOLE_H

/* Files that are put together when all others are in the output, those that stay as well as those that were made. */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"

/* What stands first in the note beside a page that search engines may list; the images that it shows follow. */
extern const char note_listed[];

/* data/catalogue.json, from the JSON files of the visible cases. What cannot be read is kept by the output. */
void whole_json(const struct site *site, struct output *output, struct site_files *files);

/*
 * data/case-studies.csv, from a line for each visible case: lines[row]. Those that the last run wrote can be had back,
 * for the cases that are as they were.
 */
void whole_csv(const struct site *site, const struct text *lines, struct site_files *files);
void whole_csv_read(const struct site *site, struct output *output, struct text *lines);

/* sitemap.xml */
void whole_sitemap(const struct site *site, const struct output *output, struct site_files *files);

/* The images of ROOT/content/images that are shown. One that has gone since `check` is left out. */
void whole_images(const char *root, struct output *output, struct site_files *files);

#endif
