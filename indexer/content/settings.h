#ifndef INDEXER_CONTENT_SETTINGS_H
#define INDEXER_CONTENT_SETTINGS_H

/* content/catalogue.yaml: what the publisher decides. Every setting has a default. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/vocabulary.h"

/* A query that has a feed of its own. */
struct watch {
    const char *id;
    const char *title;
    const char *query;
};

struct settings {
    const char *title;
    const char *publisher;
    const char *base_url;   /* "" when the site has no address of its own */
    const char *repository; /* "" when there is none to send changes to */
    const char *licence;
    const char *contact;
    const char *language;
    const char *colour;    /* "" when there is none, or what scalar_colour reads */
    const char *headline;  /* "" when there is none */
    const char *as_of;     /* the day as of which pages speak; "" when the content decides */
    struct watch *watches; /* of the file; an index does not keep them */
    size_t watch_count;
    struct string_list page_kinds_off; /* of page_kinds, in the file; an index does not keep them */
    int review_months;
    bool require_review;
};

/* Reads ROOT/content/catalogue.yaml; false when it had errors. */
bool settings_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies,
                   struct settings *settings, struct diagnostics *diagnostics);

#endif
