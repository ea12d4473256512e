#ifndef INDEXER_INDEX_INDEX_GUARD_H
#define INDEXER_INDEX_INDEX_GUARD_H

/*
 * A database may have been made so that what reads it never comes to an end, or that reading does something else. All SQL is
 * ours and constant, but tables can be built of pages that lead to each other again and again, and have columns that
 * call functions. What reads is held to reading, what writes to the changes that our statements make, and everything to a
 * number of steps that grows with the file.
 */

#include <stdbool.h>

struct sqlite3;

/* How the name ends of a file that a copy is packed into before it takes its own. */
#define INDEX_PACKED ".packed"

/* Guards a database that was just opened. */
void index_guard(struct sqlite3 *db, const char *path, bool only_reads);

/* Guards its steps again where somebody else has looked at them meanwhile. */
void index_guard_steps(struct sqlite3 *db);

/* Another question begins, with as many steps as the one before: there are programs that ask many. */
void index_guard_renew(void);

#endif
