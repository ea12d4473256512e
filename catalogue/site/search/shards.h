#ifndef CATALOGUE_SITE_SEARCH_SHARDS_H
#define CATALOGUE_SITE_SEARCH_SHARDS_H

/*
 * How the site's search index is written: lists of documents, places, lines, and the cutting of
 * lines into shards. Numbers are digits of our own, see coding/digits.h.
 *
 * A list of documents is the first number, then how far it is to each next one, less 1.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "indexer/base/bitset.h"
#include "indexer/base/json.h"
#include "indexer/base/text.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"
#include "indexer/index/inverted.h"
#include "indexer/index/queries.h"
#include "indexer/index/word_counts.h"

/* "no document" among the numbers of documents */
#define SHARDS_NOTHING SIZE_MAX

/* What the parts of the index are written with. */
struct shards {
    struct index *index;
    const struct vocabularies *vocabularies;
    struct bitset published; /* the rows that are documents */
    struct bitset visible;   /* those that are found without asking for the others */
    struct site_files *files;
    const struct site *site;      /* of an index that may hold more than what is public */
    const struct inverted *words; /* of that index */
    size_t *documents;            /* by row of that: the number of the document, or SHARDS_NOTHING */
    size_t row_count;
    struct arena arena;
    size_t *rows; /* of the index: those of the documents, by number; what else is said of them the site knows */
    size_t count;
    struct surface_words surface; /* all words as they are written, in byte order */
    struct text base_text;
    struct json base; /* the object that stands in the page of results; each part adds its members */
    uint64_t hash;    /* of everything written so far */
};

struct shards_line {
    const char *key;
    const char *text; /* the whole line */
    size_t size;
};

struct shards_lines {
    struct shards_line *items;
    size_t count;
    size_t capacity;
    size_t size; /* of all of them */
};

/* The documents of a set of rows. */
void shards_rows(struct text *out, const struct shards *shards, const struct bitset *rows);

/*
 * Places by their documents: `row` becomes the number of the document, and what is in none is left out. By document,
 * column and offset, in the arena.
 */
struct inverted_places shards_places(const struct shards *shards, struct arena *arena,
                                     const struct inverted_places *places);

/* Adds a line that stands under a key; text and key are copied. */
void shards_add(struct shards *shards, struct shards_lines *lines, const char *key, const struct text *text);

/* Adds a script that hands over data, which is JSON, under a name. */
struct site_file *shards_script(struct site_files *files, const char *name, const struct text *json);

/* Adds one shard to the files: data that is already JSON, or a string. */
void shards_write(struct shards *shards, const char *name, const struct text *json);
void shards_write_string(struct shards *shards, const char *name, const char *data, size_t size);

/*
 * Writes lines into shards <name>0, <name>1 …, each of `least` bytes or more but the last and one before a line that
 * is so long by itself, and adds the first key of each to the base. Keys that have their first word in common stay in
 * one shard.
 */
void shards_write_lines(struct shards *shards, const struct shards_lines *lines, const char *name, size_t least);

#endif
