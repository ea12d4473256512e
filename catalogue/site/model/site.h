#ifndef CATALOGUE_SITE_MODEL_SITE_H
#define CATALOGUE_SITE_MODEL_SITE_H

/*
 * What every page of the site may ask for. It is read from the index once, in two steps: what the site is made of, by
 * which one knows whether it is as it was (site_keys.h), and what pages ask of it. Nothing in it changes after that, so
 * that pages can be made in any order, and several at once. The index must stay open.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/site/theme/asset.h"
#include "catalogue/site/theme/theme.h"
#include "indexer/base/bitset.h"
#include "indexer/content/page.h"
#include "indexer/content/words.h"
#include "indexer/index/index.h"
#include "indexer/index/inverted.h"
#include "indexer/index/queries.h"
#include "search-cli/counts.h"
#include "search-cli/report/asked.h"
#include "search-cli/report/lens_report.h"
#include "search-cli/report/matrix.h"
#include "search-cli/report/timeline.h"
#include "search-cli/similar.h"

/* Hashes of what files are made of (site_keys.h). */
struct site_keys {
    uint64_t base;    /* of the program, settings, vocabularies, synonyms and words of pages */
    uint64_t frame;   /* of that and what stands on every page: theme, titles of pages, as-of date, base URL */
    uint64_t reports; /* of the files that only reports need: lenses and needs */
    uint64_t whole;   /* of everything: while it is the same, so is the site */
    uint64_t *rows;   /* by row: what lists and counts say of the case; NULL until site_keys_of_cases, as the next */
    uint64_t *texts;  /* by row: its file */
};

/* A query of the settings that has a feed, and the visible cases that it finds. */
struct site_watch {
    const struct watch *watch;
    struct bitset rows;
};

struct site {
    struct arena arena;
    const struct settings *settings;
    const struct vocabularies *vocabularies;
    const char *base_url; /* "": the site does not know where it will stand, and has no feeds and site map */
    const char *as_of;
    struct words said; /* the words of pages, in use as long as the site is open */
    struct pages pages;
    struct theme theme;
    struct asset_versions assets;
    struct bitset visible;                         /* the cases that are counted and listed */
    struct bitset published;                       /* the cases that have a page */
    struct case_rows documents;                    /* the cases that search finds, by id: those whose text is open */
    struct case_rows in_order[ORDER_EVIDENCE + 1]; /* all cases; by id alone until site_read */
    size_t row_count;                              /* one more than the highest row */
    struct needs needs;                            /* as the owner states them */
    struct lenses lenses;
    struct string_list page_kinds_off; /* what the settings leave out */
    struct site_watch *watches;
    size_t watch_count;
    struct site_keys keys; /* all 0 until site_keys_find */

    /* What follows, and the rows of watches, is empty until site_read. */
    struct term_counts counts[FACET_COUNT]; /* of the visible cases, in the order of `facets` */
    struct lens_answers *answers;           /* what the cases answer to each of the lenses */
    struct timeline timeline;               /* of the visible cases */
    struct references mentions;             /* of all cases, in the order of who is mentioned */
    struct references mentions_by;          /* the same, in the order of who mentions */
    struct bitset *measured;                /* of each shared measure: the cases with a figure of it */
    struct similar_cases *similar;          /* by row */
};

/*
 * Reads what it is made of: pages, their words, theme and settings from the root, everything else from the index. False
 * when these have errors, which go to the diagnostics, or when the index failed. Either way it is released with site_close.
 */
bool site_open(struct site *site, struct index *index, const char *root, const char *base_url,
               struct diagnostics *diagnostics);
void site_close(struct site *site);

/*
 * Reads the rest, the neighbours of each case that has a page among it. Returns the words of all cases, by which these
 * were found; NULL when the index failed. The caller frees them, the sooner the better: they are the largest thing that a
 * site is made of.
 */
struct inverted *site_read(struct site *site, struct index *index);

/* The cases of a set in an order, after `offset`, at most `limit` of them (0: all). The list lives in the arena. */
struct case_rows site_cases(const struct site *site, struct arena *arena, enum case_order order,
                            const struct bitset *only, size_t limit, size_t offset);

/* A case by its id; NULL when there is none. */
const struct case_row *site_case(const struct site *site, const char *id);

/* How readers reach those who look after it, or that nobody is named. */
const char *site_contact(const struct site *site);

/* Whether a case has a page. */
bool site_has_page(const struct site *site, const char *id);

/* Whether the site has what stands at this path: settings may leave it out (page_kind_of), and there may be no lens. */
bool site_has(const struct site *site, const char *path);

/* Who mentions a case, and whom it mentions; the lists are the site's own. */
struct references site_mentions_of(const struct site *site, const char *id);
struct references site_mentions_by(const struct site *site, const char *id);

/* How many visible cases other than this one have a figure of a shared measure. */
size_t site_measured_elsewhere(const struct site *site, const char *id, const char *measure);

/* How many visible cases each term of a facet has. */
const struct term_counts *site_counts(const struct site *site, const char *facet);

/* What reports on this site are made of; `index` may be NULL for those that read no case study. */
struct report_base site_reports(const struct site *site, struct index *index);

/* Two facets crossed, over the visible cases. */
struct matrix site_matrix(const struct site *site, struct arena *arena, struct matrix_axis down,
                          struct matrix_axis across);

#endif
