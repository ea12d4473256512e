#ifndef INDEXER_BASE_FILE_WRITE_H
#define INDEXER_BASE_FILE_WRITE_H

/*
 * Files of ours, written whole or not at all. What has its name is on the disk: a machine that
 * loses its power keeps the old bytes or has the new ones. Where something takes a `reason`, it
 * is set to the system's own (an errno) on failure, and may be NULL.
 */

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes a file beside its name and renames it into place, so that a reader sees the old bytes or
 * the new; it has the permissions of the file that it takes the place of. When `path` has exactly
 * these bytes already it is left alone. `*changed` (may be NULL) tells which. On failure what was there is as it was. A run that is killed leaves one hidden file
 * at most, which the next one takes over; two at once wait for each other.
 */
bool file_write(const char *path, const char *data, size_t size, bool *changed, int *reason);

/*
 * The same for a file that must not be there yet: the reason is EEXIST where anything has its name. Of two at once the
 * second finds the file of the first.
 */
bool file_create(const char *path, const char *data, size_t size, int *reason);

/* Adds to the end of a file that others write to as well, which is made when it is not there. */
bool file_append(const char *path, const char *data, size_t size, int *reason);

/* Writes all of it to an open file, however often that takes; false with errno set. */
bool file_write_all(int descriptor, const char *data, size_t size);

/*
 * A file for what is too much to hold, open to be written and read. It is made at `path`, where nothing may be, and loses
 * its name at once, so that nothing is left of it. -1, and a reason, when that cannot be. The caller closes it.
 */
int file_unnamed(const char *path, int *reason);

/* Writes behind what was written before; false, and a reason, when not all of it could be. */
bool file_write_on(int descriptor, const char *data, size_t size, int *reason);

/* Makes a folder and those above it. */
bool file_make_folders(const char *path, int *reason);

#endif
