#ifndef CATALOGUE_SITE_THEME_REMOTE_H
#define CATALOGUE_SITE_THEME_REMOTE_H

/*
 * What a stylesheet has a browser fetch from other sites: a page of the catalogue works without a network, and tells nobody
 * who reads it. The publisher is helped to see it; whoever means to hide an address (CSS can escape each letter) can.
 */

#include <stdbool.h>
#include <stddef.h>

struct remote {
    size_t at; /* where the address begins, and its bytes */
    size_t length;
    size_t next; /* where to go on */
};

/* The next address of another site; begin with {0}. False when there is no more of them. Comments and data are none. */
bool remote_next(const char *css, size_t size, struct remote *remote);

#endif
