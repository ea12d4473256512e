#ifndef INDEXER_INDEX_PAGE_SUMS_H
#define INDEXER_INDEX_PAGE_SUMS_H

/*
 * A sum at the end of each page of an index, so that what was changed by a failing disk, or by anybody but this program,
 * is never told as what the catalogue says. SQLite leaves the room (the bytes that a file's header reserves at the end of
 * each page), and any sqlite3 reads the file as before; one that writes to it leaves pages whose sums are wrong. SQLite's
 * own extension of this kind, cksumvfs, is in no package that the program can be built with. The sums are no seal: who
 * means harm can make them fit, and what is read is looked at as ever.
 */

#include <stdbool.h>
#include <stddef.h>

struct sqlite3;

enum {
    PAGE_SIZE = 4096,
    PAGE_SUM_SIZE =
        8, /* FNV-1a as in indexer/base/hash.h of where the page stands and its other bytes; lowest byte first */
    PAGE_RESERVED_OFFSET = 20 /* in the header of the file */
};

/*
 * The name under which SQLite opens databases whose main files have sums: those are written with each page, and a page
 * that is read and has another one is SQLITE_IOERR_DATA. NULL when it could not be registered.
 */
const char *page_sums_vfs(void);

/* Lets a new database have room for them; before anything is written to it. False when memory ran out. */
bool page_sums_reserve(struct sqlite3 *db);

/* Whether an open database that was read from has room for them, as its header says. */
bool page_sums_are_kept(struct sqlite3 *db);

/*
 * An errno: why the system last refused this thread to read a database or to tell its size since it opened one, 0 when
 * it did not. SQLite's full-text index and VACUUM tell what they could not read as damage.
 */
int page_sums_refusal(void);

/* Puts the sum into a page that stands `at` bytes from the beginning of its file. */
void page_sums_put(unsigned char *page, size_t at);

/* Whether all pages of a whole file have theirs, but for those that were never written. */
bool page_sums_hold(const unsigned char *file, size_t size);

#endif
