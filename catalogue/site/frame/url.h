#ifndef CATALOGUE_SITE_FRAME_URL_H
#define CATALOGUE_SITE_FRAME_URL_H

/*
 * Addresses that may stand in a page. A struct url is made here and nowhere
 * else, so whatever reaches an href has been looked at: it is http, https or
 * mailto, or it leads from one page of the site to another, or it holds plain
 * text that this program wrote. Links inside the site are relative and name
 * the file, so that they work from a folder.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"

struct url {
    const char *address;
};

/* An address from content: http, https or mailto. False for anything else; then *url is not set. */
bool url_allow(struct arena *arena, const char *address, struct url *url);

/* Whose page an address is: "https://www.example.org/a/b" is of "example.org". "" where no host stands in it. */
const char *url_host(struct arena *arena, const char *address);

/*
 * From one page of the site to another, both named from the site's root
 * ("case-studies/a.html", "browse/regions/london.html#cases"). From a page to a place
 * in itself only the "#…" is left.
 */
struct url url_relative(struct arena *arena, const char *from, const char *to);

/* A file of the site under the site's own address, which is http or https; false when it is not. */
bool url_absolute(struct arena *arena, const char *base, const char *to, struct url *url);

/* The same as text: the page of a case under that address, or, where there is none, from the root of the site. */
const char *url_case(struct arena *arena, const char *base, const char *id);

/* What an address shows as a link to a person's mailbox, or a DOI; the given text is encoded. */
struct url url_mail(struct arena *arena, const char *mailbox);
struct url url_doi(struct arena *arena, const char *doi);

/* The same, and a bare e-mail address, of a word in a text. */
bool url_of_word(struct arena *arena, const char *word, struct url *url);

/* A text as an address of its own: for a small file that is saved, and never shown as a page. */
struct url url_data(struct arena *arena, const char *text);

/* The address with further text behind it, "/edit/main/…": everything but slashes that an address cannot hold is encoded. */
struct url url_under(struct arena *arena, struct url url, const char *path);

/* The address with "?key=value" (or "&key=value") behind it, the value encoded. */
struct url url_query(struct arena *arena, struct url url, const char *key, const char *value);

#endif
