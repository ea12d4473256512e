#ifndef CATALOGUE_SITE_PAGE_PAGES_H
#define CATALOGUE_SITE_PAGE_PAGES_H

/*
 * The kinds of page beside that of a case study, each made by the file of its name. A page is a value, which is
 * added to the files: nothing is written and nothing but the site is asked, so the same site gives the same bytes.
 */

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "search-cli/report/matrix.h"

void home_page(const struct site *site, struct site_files *files);      /* index.html */
void searching_page(const struct site *site, struct site_files *files); /* searching.html */
void compare_page(const struct site *site, struct site_files *files);   /* compare.html */
void list_page(const struct site *site, struct site_files *files);      /* list.html */
void not_found_page(const struct site *site, struct site_files *files); /* 404.html */

/* search.html, with the base of the search's index: search/search_shards.h */
void search_page(const struct site *site, const struct text *base, struct site_files *files);

void content_page(const struct site *site, const struct page *page, struct site_files *files); /* <name>.html */
/*
 * What such a page says that calls for case studies: on what and for whom, until when, whom to send it to, and which of the
 * pairs of both no case study is about. Nothing on a page that calls for none.
 */
void call_write(struct frame *frame, const struct call *call);

void browse_page(const struct site *site, struct site_files *files); /* browse/index.html */
void facet_page(const struct site *site, const struct term_counts *counts, struct site_files *files);
/* All pages of the list of a term. `cases` is what reports quote, which the first page may add to. */
void term_pages(const struct site *site, struct cases_read *cases, const struct facet *facet,
                const struct term_count *term, struct site_files *files);

/* gaps.html with the pages of other fields crossed, and the page of a pair of groups. */
void gaps_page(const struct site *site, struct site_files *files);
void gap_pair_page(const struct site *site, const struct matrix_entry *down, const struct matrix_entry *across,
                   struct site_files *files);
/* The groups against each other: the pairs that have cases have a page. */
struct matrix gaps_of_groups(const struct site *site, struct arena *arena);

/* What one may ask of case studies by has: and see in the results, and the link to ask it. */
enum { TOLD_PARTS = 5 };
struct told_part {
    const char *name;
    const char *label;
};
extern const struct told_part told_parts[TOLD_PARTS];
void told_link(struct frame *frame, const struct told_part *part);

/* What can be downloaded whole. */
enum { DOWNLOADS = 7 };
struct download {
    const char *path;
    const char *title;
    const char *type; /* as HTTP names it */
    const char *what;
};
extern const struct download downloads[DOWNLOADS];
/* data/index.html, by how many bytes each of them has; what their columns hold; the schema among them. */
void data_page(const struct site *site, const size_t sizes[DOWNLOADS], struct site_files *files);
void codebook_page(const struct site *site, struct site_files *files);
void schema_file(const struct site *site, struct site_files *files);

/* What all pages load and the program brings: stylesheet, icon, scripts; and what the theme does. */
void assets_make(const struct site *site, struct site_files *files);

#endif
