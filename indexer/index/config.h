#ifndef INDEXER_INDEX_CONFIG_H
#define INDEXER_INDEX_CONFIG_H

/*
 * What the rows of case studies depend on besides their own files: vocabularies,
 * synonyms and settings. `key` is a hash of those files; while it is what the index
 * was built with, the index itself holds all of them and the files need no reading.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/known_words.h"
#include "indexer/content/settings.h"
#include "indexer/content/synonyms.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"

struct config {
    const char *key;
    struct vocabularies vocabularies;
    struct settings settings;
    struct synonyms synonyms;       /* only after config_read */
    struct known_words known_words; /* only after config_read */
};

/* The key of ROOT's files as they are now; NULL, with a report, when the machine failed to read them. */
const char *config_key(struct arena *arena, const char *root, struct diagnostics *diagnostics);

/* The same of what only reports need, ROOT's lenses and needs: no row of a case study depends on them. */
const char *config_reports_key(struct arena *arena, const char *root, struct diagnostics *diagnostics);

/* Reads the files; false when they have errors. */
bool config_read(struct arena *arena, const char *root, struct config *config, struct diagnostics *diagnostics);

/* Takes vocabularies and settings from an index, whole, so that several threads may ask them. They live as long as it is open. */
void config_load(struct index *index, struct config *config);

#endif
