#ifndef INDEXER_BASE_FILE_H
#define INDEXER_BASE_FILE_H

/*
 * Files from strangers, read with care. Reading never follows a link in the last part of a path,
 * never blocks on a pipe or device, and never takes more than the limit. A failure of the system is
 * told from the end of a file or folder, and its reason (an errno) is part of the result.
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
    FILE_FAILED, /* the system could not; the reason says why */
};

struct file {
    char *data; /* NUL behind it */
    size_t size;
    int64_t modified; /* nanoseconds since 1970 */
    int reason;       /* of a failure */
};

/* Reads a regular file of at most `limit` bytes into the arena. */
enum file_status file_read(struct arena *arena, const char *path, size_t limit, struct file *file);

/* The same in an open folder. */
enum file_status file_read_in(struct arena *arena, int folder, const char *path, size_t limit, struct file *file);

/* What an open descriptor, a pipe too, still has: it may block. The descriptor stays open. */
enum file_status file_read_rest(struct arena *arena, int descriptor, size_t limit, struct file *file);

/* A hash of all bytes, which tells a file that was damaged from what was written; the file may be larger than memory. */
enum file_status file_sum(const char *path, uint64_t *sum, int *reason);

/* What went wrong, as the end of a sentence about the file: "is not there", "is larger than …" is the caller's. */
const char *file_status_text(enum file_status status, int reason);

/*
 * Reads from an open file until there are `size` bytes or it ends; *count is how many. False with *reason set (an errno) when
 * the system failed.
 */
bool file_read_bytes(int descriptor, char *into, size_t size, size_t *count, int *reason);

/* Bytes of a file from a place on, which must be there; false, and a reason, when they cannot be read. */
bool file_read_at(int descriptor, char *into, size_t size, uint64_t at, int *reason);

/* Size and time without reading; links are not followed. */
enum file_status file_stat(const char *path, struct file *file);
int64_t file_modified(const struct stat *status);

struct file_names {
    const char **names;
    size_t count;
    int reason; /* of a failure */
};

/*
 * The names in a folder below another ("" for that one) that end in `suffix` ("" for all), without those that start with a
 * dot, in byte order. False, without any, when the folder could not be read whole. On the way from `root` to it no link is
 * followed: the reason is ELOOP where there is one.
 */
bool file_list(struct arena *arena, const char *root, const char *folder, const char *suffix, struct file_names *names);

/* Whether it is the machine that failed: not something that is missing, in the way, or not for this user. */
bool file_reason_is_system(int reason);

/* Whether there is nothing of that name. Of any other reason nobody knows what there is, and nothing may be said of it. */
bool file_reason_is_absence(int reason);

/* The folder that a path is in: "a/b" of "a/b/c/", "." of "a", "/" of "/a" and of "/". */
const char *file_folder(struct arena *arena, const char *path);

/* "folder/name" */
char *file_join(struct arena *arena, const char *folder, const char *name);

#endif
