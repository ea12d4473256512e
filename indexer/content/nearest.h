#ifndef INDEXER_CONTENT_NEAREST_H
#define INDEXER_CONTENT_NEAREST_H

/* "Did you mean": the nearest of a few words by edit distance. */

#include <stdbool.h>
#include <stddef.h>

/*
 * Restricted Damerau-Levenshtein distance (insert, delete, replace, swap two
 * neighbours; optimal string alignment) between two words, in bytes, not
 * looking further than `limit`: limit + 1 means more. Words of more than 64 bytes are never near.
 */
size_t nearest_distance(const char *a, const char *b, size_t limit);

/*
 * The candidate nearest to `word` without regard to case: at most one edit for
 * words of up to four bytes, two up to eight, three beyond. The first of equals; NULL when none is near.
 */
const char *nearest(const char *word, const char *const *candidates, size_t count);

/* Whether so few edits in a word of that length are a slip of the pen, and not another word. */
bool nearest_is_sure(const char *word, size_t distance);

/* The same as nearest; *alone tells whether it is sure, and no other text among the candidates is as near. */
const char *nearest_alone(const char *word, const char *const *candidates, size_t count, bool *alone);

#endif
