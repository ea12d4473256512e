#ifndef CATALOGUE_PAGER_H
#define CATALOGUE_PAGER_H

/* Showing a long answer on a terminal page by page. */

#include <stdbool.h>
#include <stddef.h>

/*
 * Hands the text to $PAGER (less when it is not set) and waits until its reader leaves it. False
 * when none is wanted (PAGER is empty or cat) or none could be started: nothing was shown then.
 */
bool pager_show(const char *data, size_t size);

#endif
