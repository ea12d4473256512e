#ifndef CATALOGUE_PAGER_H
#define CATALOGUE_PAGER_H

/* Showing a long answer on a terminal page by page. */

#include <stdbool.h>
#include <stddef.h>

/*
 * Has $PAGER (less when it is not set) ready, if one is wanted (PAGER is not empty, nor cat), before this program may
 * start no other and its like would be shut in with it.
 */
void pager_begin(void);

/*
 * Hands the text to the pager and waits until its reader leaves it. False when none was begun or it could not be
 * started: nothing was shown then. A text of no bytes sends it away.
 */
bool pager_show(const char *data, size_t size);

#endif
