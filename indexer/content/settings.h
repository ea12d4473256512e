#ifndef INDEXER_CONTENT_SETTINGS_H
#define INDEXER_CONTENT_SETTINGS_H

/* content/catalogue.yaml: what the publisher decides. Every setting has a default. */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"

struct settings {
    const char *title;
    const char *publisher;
    const char *base_url;   /* "" when the site has no address of its own */
    const char *repository; /* "" when there is none to send changes to */
    const char *licence;
    const char *contact;
    int review_months;
    bool require_review;
};

/* Reads ROOT/content/catalogue.yaml; false when it had errors. */
bool settings_read(struct arena *arena, const char *root, struct settings *settings, struct diagnostics *diagnostics);

#endif
