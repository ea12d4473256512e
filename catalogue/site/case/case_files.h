#ifndef CATALOGUE_SITE_CASE_CASE_FILES_H
#define CATALOGUE_SITE_CASE_CASE_FILES_H

/* Everything that the site has of one case study, made from one reading of it. */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/case_csv.h"

/*
 * Its page, and, unless it was withdrawn: the data, what compare.html loads, and a line for the table of all cases.
 */
void case_files(const struct site *site, const struct case_row *row, const struct case_study *study,
                struct site_files *files);

/* Its page alone; `facts` are those of the case. */
void case_page(const struct site *site, const struct case_row *row, const struct case_study *study,
               const struct facts *facts, struct site_files *files);

/* Its citation in a format, as its page and lists have it. */
void case_citation(struct text *out, const struct site *site, const struct case_study *study, size_t format);

/* Its lines in a table, with its whole address where the site has one. */
void case_table_lines(struct text *out, const struct site *site, enum case_table table, const struct case_study *study,
                      const struct facts *facts);

/* The script that hands it to compare.html and list.html. */
void case_compare_data(const struct site *site, const struct case_study *study, const struct facts *facts,
                       const struct similar_cases *similar, struct site_files *files);

#endif
