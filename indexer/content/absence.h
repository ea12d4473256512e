#ifndef INDEXER_CONTENT_ABSENCE_H
#define INDEXER_CONTENT_ABSENCE_H

/*
 * Where a text says that something does not exist, was not published or was not found: a claim about the world that
 * only a search can support. Told by the words of a sentence alone, so it is a reason to ask and no proof.
 */

/* The word in a text with which it says so, or NULL. */
const char *absence_claimed(const char *text);

#endif
