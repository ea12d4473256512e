#ifndef CATALOGUE_SITE_PUBLISH_JOBS_H
#define CATALOGUE_SITE_PUBLISH_JOBS_H

/*
 * What the site is made of, as jobs. One table in jobs.c has a row for each kind: how its jobs are listed, what
 * the key of one is and how one is made. A job reads the site and its subject, and gives files; it does not know what
 * becomes of them. While its key is the same (site_keys.h), so are its files.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"

struct job_kind;

struct job {
    const struct job_kind *kind;
    const void *subject; /* what it is made of; lives as long as the list */
    uint64_t key;
};

struct jobs {
    struct arena arena;
    struct job *items;
    size_t count;
    size_t capacity;
};

/* All jobs of a site, in the order of the table. Starts as {0}; released with jobs_free. */
void jobs_list(struct jobs *jobs, const struct site *site);
void jobs_free(struct jobs *jobs);

/* What a job may use besides. */
struct maker {
    const struct site *site;
    struct index *index;    /* what `site` was read from */
    const char *copy;       /* a path for the public copy of the index */
    struct old_file before; /* the one that the last run made */
    struct arena arena;
    struct report_base base; /* of the reports that it makes, and the case studies that they quote */
    struct cases_read told;
    const char *problem; /* the first that kept a job from being done, as a sentence in the arena; else NULL */
};

/* The case study that a job is about, NULL for all others. */
const struct case_row *job_case(const struct job *job);

void job_make(const struct job *job, struct maker *maker, struct site_files *files);

#endif
