#ifndef CATALOGUE_SITE_OUTPUT_DIR_H
#define CATALOGUE_SITE_OUTPUT_DIR_H

/*
 * Files and folders inside an open folder. Every step goes through the
 * descriptor of the folder above, and no link is followed on the way, so
 * nothing outside can be reached whatever somebody put inside. Paths are
 * relative and have no "." or ".." in them. What fails leaves errno set.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

/* Opens a folder in a folder; `make` makes it first when it is not there. -1 when it could not be done. */
int dir_open(int folder, const char *name, bool make);

/* Makes a folder and those above it, unless they are there. */
bool dir_make(int folder, const char *path);

/* Whether a regular file has exactly these bytes. */
bool dir_has(int folder, const char *path, const char *data, size_t size);

/* The bytes of a regular file of at most `limit` bytes, with a NUL behind them; NULL when there is none. */
char *dir_read(struct arena *arena, int folder, const char *path, size_t limit, size_t *size);

/* Writes a file that must not be there yet, and the folders above it. */
bool dir_write(int folder, const char *path, const char *data, size_t size);

/* The file `path` in `from` appears in `to` too: the same file where links can be made, else a copy. */
bool dir_share(int from, int to, const char *path);

/* The same for many files, which are regular; quicker where paths of one folder follow each other. */
bool dir_share_all(int from, int to, const char *const *paths, size_t count);

/* A file that is directly in the folder gets a second name `path` in it, likewise. */
bool dir_name(int folder, const char *name, const char *path);

/* A file goes to the same path in another folder, in place of what may stand there; the folders above it are made. */
bool dir_move(int from, int to, const char *path);

/* Removes a file, or a folder with nothing in it. */
bool dir_remove(int folder, const char *path, bool is_folder);

/* Whether two regular files are there and have the same bytes. Neither is held in memory. */
bool dir_same(int folder, const char *path, int other_folder, const char *other_path);

/* Whether something is mounted at a folder: then it cannot change places with another. */
bool dir_is_mount_point(int folder);

/* Whether there is anything of that name. */
bool dir_contains(int folder, const char *path);

/* Whether there is a link of that name. Leaves errno as it was. */
bool dir_has_link(int folder, const char *name);

/* Whether a path, which need not be there yet, leads to a folder or to something in it. */
bool dir_holds(const char *folder, const char *path);

/* Closes a descriptor, and leaves errno as it was. */
void dir_close(int descriptor);

/* Brings to the disk what was written to the folder and all in it. */
bool dir_sync(int folder);

/* Exchanges two names in a folder; where the system can, no moment lies between, else `b` may be left as `spare`. */
bool dir_exchange(int folder, const char *a, const char *b, const char *spare);

#endif
