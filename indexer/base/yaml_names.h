#ifndef INDEXER_BASE_YAML_NAMES_H
#define INDEXER_BASE_YAML_NAMES_H

/*
 * What whoever reads a file knows of its keys. With it, a line is understood that YAML alone would read in another way:
 * "stage live" lacks a colon, and "- Trust: it takes time" is one text in a list of texts.
 */

#include <stdbool.h>
#include <stddef.h>

/* What belongs under a key. */
enum yaml_shape { SHAPE_UNKNOWN, SHAPE_TEXT, SHAPE_ADDRESS, SHAPE_TEXTS, SHAPE_GROUP, SHAPE_GROUPS };

struct yaml_names {
    enum yaml_shape (*shape)(const char *key, size_t size); /* SHAPE_UNKNOWN: nothing has this key */
    /* Whether the key belongs into the groups under another one, or, with a size of 0, to the top. */
    bool (*belongs)(const char *key, size_t size, const char *under, size_t under_size);
    /* Whether only certain answers belong under a key that stands there: terms, figures, dates, and no words of one's own. */
    bool (*closed)(const char *key, size_t size, const char *under, size_t under_size);
};

#endif
