#ifndef CATALOGUE_SITE_PUBLISH_WHOLE_H
#define CATALOGUE_SITE_PUBLISH_WHOLE_H

/* Files that are put together when all others are in the output, those that stay as well as those that were made. */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"
#include "catalogue/site/publish/table_lines.h"
#include "search-cli/present/case_csv.h"

/*
 * What the note beside a page that search engines may list begins with; the date of what it tells follows at once, if it
 * has one, and the images that it shows after a blank.
 */
extern const char note_listed[];

/* data/catalogue.json, from the JSON files of the visible cases, through a scratch file. What goes wrong is kept by the output. */
void whole_json(const struct site *site, struct output *output, struct site_files *files);

/* The table of which a part of a file is, by the file's path. */
enum case_table whole_table(const char *path);

/*
 * The tables, through scratch files, from the lines of each visible case. Those that the last run wrote can be had back,
 * for the cases that are as they were.
 */
void whole_tables(const struct site *site, struct table_lines *lines, struct output *output, struct site_files *files);
void whole_tables_read(const struct site *site, struct output *output, struct table_lines *lines);

/* data/index.html, when all that can be downloaded is in the output. */
void whole_data_page(const struct site *site, const struct output *output, struct site_files *files);

/* sitemap.xml */
void whole_sitemap(const struct site *site, const struct output *output, struct site_files *files);

/* The images of ROOT/content/images that are shown. One that has gone since `check` is left out. */
void whole_images(const char *root, struct output *output, struct site_files *files);

#endif
