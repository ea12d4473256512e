#ifndef CATALOGUE_SITE_LISTS_NUMBERED_H
#define CATALOGUE_SITE_LISTS_NUMBERED_H

/*
 * A list that is too long for one page is cut into pages with numbers. The first stands where the list would stand if it were
 * short, so that what leads to it need not know; the others in a folder of its name (path_numbered).
 */

#include "catalogue/site/frame/frame.h"
#include "indexer/index/queries.h"

struct numbered {
    const char *path; /* of the first page */
    size_t number;    /* of this one, from 1 */
    size_t of;        /* how many there are */
};

/* How many pages of this size have `count` items; one at least. */
size_t numbered_pages(size_t count, size_t size);

/* The title of a page: behind the first, "…, page 2 of 7". */
const char *numbered_title(struct arena *arena, const char *title, const struct numbered *page);

/* Of all cases those that stand on this page. */
struct case_rows numbered_cases(const struct case_rows *cases, const struct numbered *page, size_t size);

/* Links to the page before and the one behind; nothing where there is one page. */
void numbered_links(struct frame *frame, const struct numbered *page);

#endif
