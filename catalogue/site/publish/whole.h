#ifndef CATALOGUE_SITE_PUBLISH_WHOLE_H
#define CATALOGUE_SITE_PUBLISH_WHOLE_H

/* Files that are put together when all others are there. */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"

/* data/catalogue.json, from the JSON files of the visible cases. What cannot be read is kept by the output. */
void whole_json(const struct site *site, struct output *output, struct site_files *files);

/* data/case-studies.csv, from a line for each visible case; lines[row] is its text. */
void whole_csv(const struct site *site, const struct text *lines, struct site_files *files);

/* Images of content/images, by name. One that has gone since `check` is left out; what cannot be read is kept by the output. */
void whole_images(const char *root, const struct string_list *names, struct output *output, struct site_files *files);

#endif
