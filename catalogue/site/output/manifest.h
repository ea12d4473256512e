#ifndef CATALOGUE_SITE_OUTPUT_MANIFEST_H
#define CATALOGUE_SITE_OUTPUT_MANIFEST_H

/*
 * The list of its files that a site carries. It tells them from what is somebody else's, and what each was made of
 * from what it would be made of now. One line to know the list by, one for the whole, then one for each file, by path:
 *
 *   # key 05f2b4c07e6f6fd1
 *   browse/index.html 8a31c5bd0e21f47c 20125 listed
 *
 * The path, the key (site_keys.h), the size in bytes, and a note of whoever publishes. What an earlier version
 * wrote has paths alone, and no keys.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"

/* Its own name, and the most bytes that are read of it. */
extern const char manifest_name[];
enum { MANIFEST_MAX = 64 * 1024 * 1024 };

struct manifest_file {
    const char *path;
    uint64_t key; /* 0: not known */
    size_t size;
    const char *note; /* words with a blank between them, or "" */
};

/* Starts as {0}. */
struct manifest {
    uint64_t key; /* of the site as a whole; 0: not known */
    struct manifest_file *items;
    size_t count;
    size_t capacity;
};

/*
 * Reads a list, which it cuts up and whose bytes the manifest keeps using; false when it is none of ours. The list
 * comes from a folder that anybody may have changed, so a line that is no path of ours is passed over.
 */
bool manifest_read(struct arena *arena, char *list, struct manifest *manifest);

/* Adds a file; its strings must live as long. The manifest is to be sorted before it is asked or printed. */
void manifest_add(struct arena *arena, struct manifest *manifest, const struct manifest_file *file);
void manifest_sort(struct manifest *manifest);

void manifest_print(struct text *out, const struct manifest *manifest);

/* By path; NULL when it is not there. */
struct manifest_file *manifest_find(const struct manifest *manifest, const char *path);

/* Whether a folder is on the way to any of the files. */
bool manifest_goes_through(const struct manifest *manifest, const char *folder);

#endif
