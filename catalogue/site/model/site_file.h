#ifndef CATALOGUE_SITE_MODEL_SITE_FILE_H
#define CATALOGUE_SITE_MODEL_SITE_FILE_H

/*
 * A file of the site as a value. What makes one only reads; publish/ decides what
 * becomes of it. A page says besides which part of it is its own, so that it can stand in
 * the single file too, and what has to come along.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"

struct site_file {
    const char *path; /* from the root of the site */
    bool is_part;     /* of another file: the table of that path, or the page that says what it is made with */
    struct text bytes;
    const char *scratch;       /* where the bytes are instead: a scratch file of the output, by name; or NULL */
    const char *title;         /* of a page; NULL for any other file */
    size_t body;               /* where in the bytes that begins which the single file takes: of a page the part … */
    size_t body_end;           /* … between header and footer; and where it ends */
    bool listed;               /* search engines may list it … */
    const char *modified;      /* … with this date, if it is not "" */
    struct string_list images; /* of content/images, by name, which it shows */
    const char *note;          /* what the next run wants to know of it: words that name no image; or NULL */
};

/* Files in the order in which they were added. Starts as {0}; a file stays where it is until site_files_free. */
struct site_files {
    struct arena arena;
    struct site_file **items;
    size_t count;
    size_t capacity;
};

/* Adds an empty file, for its bytes to be added to; the path is copied. */
struct site_file *site_files_add(struct site_files *files, const char *path);

/* Adds a part of a file, empty. */
struct site_file *site_files_add_part(struct site_files *files, const char *path);

/* Adds a file of these bytes. */
void site_files_add_bytes(struct site_files *files, const char *path, const char *data, size_t size);

/* Notes that a file shows an image; once is enough. */
void site_file_needs(struct site_files *files, struct site_file *file, const char *image);

void site_files_free(struct site_files *files);

#endif
