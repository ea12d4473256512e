#ifndef CATALOGUE_SITE_PUBLISH_JOBS_H
#define CATALOGUE_SITE_PUBLISH_JOBS_H

/*
 * What the site is made of, as jobs. One table in jobs.c has a row for each kind: how its jobs are listed, what
 * the key of one is and how one is made. A job reads the site and its subject, and gives files; it does not know what
 * becomes of them. While its key is the same (site_keys.h), so are its files.
 */

#include "catalogue/site/publish/job_kind.h"

/* All jobs of a site, in the order of the table. Starts as {0}; released with jobs_free. */
void jobs_list(struct jobs *jobs, const struct site *site);
void jobs_free(struct jobs *jobs);

/* The case study that a job is about, NULL for all others. */
const struct case_row *job_case(const struct job *job);

void job_make(const struct job *job, struct maker *maker, struct site_files *files);

#endif
