#ifndef INDEXER_CONTENT_TAKEN_NAMES_H
#define INDEXER_CONTENT_TAKEN_NAMES_H

/*
 * The names that a published site needs for itself. They are known here, where content is checked, so that what
 * passes check can be published.
 */

#include <stdbool.h>

/* What the site has under this name at its root ("gaps": the gap map), or NULL: a page of content/pages may have it. */
const char *taken_page(const char *name);

/*
 * Whether each site has this page or this file to download, unless its settings leave it out: "gaps.html",
 * "data/catalogue.db". Pages of the content may link to it as it stands here.
 */
bool taken_address(const char *address);

/* The kinds of pages that a site may be published without, by name. */
enum { PAGE_KINDS = 6 };
extern const char *const page_kinds[PAGE_KINDS];

/* The kind that a path of the site is of ("gaps/cvd.html": "gaps"); NULL for pages that each site has. */
const char *page_kind_of(const char *path);

/*
 * Whether no file may have this name, without its ending: `index`, which is the list of every folder, and those that
 * Windows keeps for devices.
 */
bool taken_file_name(const char *name);

#endif
