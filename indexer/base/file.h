#ifndef INDEXER_BASE_FILE_H
#define INDEXER_BASE_FILE_H

/*
 * Files from strangers, read with care, and files of ours, written whole or
 * not at all. Reading never follows a link in the last part of a path, never
 * blocks on a pipe or device, and never takes more than the limit.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include "indexer/base/arena.h"

enum file_status {
    FILE_DONE,
    FILE_MISSING,
    FILE_NOT_REGULAR, /* a folder, link, pipe or device */
    FILE_TOO_LARGE,
    FILE_FAILED, /* errno says why */
};

struct file {
    char *data; /* NUL behind it */
    size_t size;
    int64_t modified; /* nanoseconds since 1970 */
};

/* Reads a regular file of at most `limit` bytes into the arena. */
enum file_status file_read(struct arena *arena, const char *path, size_t limit, struct file *file);

/* What went wrong, as the end of a sentence about the file: "is not there", "is larger than …" is the caller's. */
const char *file_status_text(enum file_status status);

/* Size and time without reading; links are not followed. */
enum file_status file_stat(const char *path, struct file *file);
int64_t file_modified(const struct stat *status);

/*
 * Writes a file under a temporary name beside it and renames it into place, so
 * that a reader sees the old bytes or the new. When `path` has exactly these
 * bytes already it is left alone. `*changed` (may be NULL) tells which. False
 * with errno set when it could not be done; nothing is left behind then.
 */
bool file_write(const char *path, const char *data, size_t size, bool *changed);

/* Makes a folder and those above it. False with errno set. */
bool file_make_folders(const char *path);

struct file_names {
    const char **names;
    size_t count;
};

/*
 * The names in a folder that end in `suffix` ("" for all), without those that start with a dot,
 * in byte order. False with errno set when the folder could not be read whole.
 */
bool file_list(struct arena *arena, const char *folder, const char *suffix, struct file_names *names);

/* "folder/name" */
char *file_join(struct arena *arena, const char *folder, const char *name);

#endif
