#ifndef INDEXER_CONTENT_PAGE_LINKS_H
#define INDEXER_CONTENT_PAGE_LINKS_H

/* Links of a text to the catalogue's own pages, and of its pages to case studies: whether they lead anywhere. */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/markdown_body.h"

/*
 * The names of the pages, or the ids of the case studies, whose files are there, sorted; none where a folder is missing. 0,
 * or why the folder could not be read.
 */
int page_links_pages(struct arena *arena, const char *root, struct string_list *names);
int page_links_cases(struct arena *arena, const char *root, struct string_list *names);

/* Reports the links to pages that are not among these. */
void page_links_check(struct arena *arena, const struct markdown_body *body, const struct string_list *pages,
                      struct diagnostics *diagnostics);

/* Reports the links of a page that are to no page, and to none of these case studies. */
void page_links_check_cases(struct arena *arena, const struct markdown_body *body, const struct string_list *pages,
                            const struct string_list *cases, struct diagnostics *diagnostics);

#endif
