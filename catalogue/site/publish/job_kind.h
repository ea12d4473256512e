#ifndef CATALOGUE_SITE_PUBLISH_JOB_KIND_H
#define CATALOGUE_SITE_PUBLISH_JOB_KIND_H

/* What a job is, and a kind of them: a row of the table in jobs.c. */

#include <stddef.h>
#include <stdint.h>

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "catalogue/site/output/output.h"
#include "search-cli/report/survey.h"

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
    size_t at_once; /* how many can be made in any order; those behind them are made of what all these have read */
};

/* What a job may use besides. */
struct maker {
    const struct site *site;
    struct index *index;     /* what `site` was read from */
    struct inverted **words; /* of all cases, for the one job that needs them: it frees them */
    const char *copy;        /* a path for the public copy of the index */
    struct old_file before;  /* the one that the last run made */
    struct arena arena;
    struct report_base base; /* of the reports that it makes, and the case studies that they quote */
    struct cases_read told;
    struct arena quoted;   /* where these are */
    struct survey *survey; /* of all cases, taken down as one is read for its page */
    struct arena surveyed; /* what this maker took down */
    const char *problem;   /* the first that kept a job from being done, as a sentence in the arena; else NULL */
};

struct job_kind {
    const char *name;
    void (*list)(struct jobs *jobs, const struct job_kind *kind, const struct site *site);
    uint64_t (*key)(const struct site *site, const void *subject);
    /* One of these two: from a subject, or from the site alone. */
    void (*make)(struct maker *maker, const void *subject, struct site_files *files);
    void (*page)(const struct site *site, struct site_files *files);
    const char *path; /* of one of its pages, where the settings may leave them out (site_has) */
};

void jobs_add(struct jobs *jobs, const struct job_kind *kind, const void *subject);

/* For a kind of which there is one job, of the whole site. */
void jobs_list_once(struct jobs *jobs, const struct job_kind *kind, const struct site *site);

#endif
