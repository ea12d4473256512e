#ifndef CATALOGUE_SITE_LISTS_SPLIT_LIST_H
#define CATALOGUE_SITE_LISTS_SPLIT_LIST_H

/*
 * A list of very many cases, in sections. While it is short enough to be read it is one page; beyond that every section
 * has a page of its own, or several (numbered.h), and the list is what leads to them, each with its count.
 */

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/parts/listing.h"

/* What still is one page. */
enum { SPLIT_AT = 300 };

/* How many titles stand on a page of a list of so many: all, or, where that would be too long, as many as are quickly gone through. */
size_t split_page_size(size_t count);

struct list_section {
    const char *anchor;
    const char *label; /* of the link that leads to it */
    const char *title; /* of it, and of its page */
    const char *path;  /* of its page, if it has one */
    struct case_rows cases;
};

struct split_list {
    const char *path;
    const char *title;
    const char *description;
    const char *sections_by; /* what the sections are by: "By first letter" */
    bool is_map;             /* the sections are regions, and what leads to them is drawn as these lie */
    enum listing_place place;
    const struct list_section *sections;
    size_t count;
    size_t cases;                        /* in all; one case may stand in several sections */
    void (*before)(struct frame *frame); /* beneath the title; and at the end of the list, or NULL */
    void (*after)(struct frame *frame);
};

void split_list_pages(const struct site *site, const struct split_list *list, struct site_files *files);

#endif
