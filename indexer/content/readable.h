#ifndef INDEXER_CONTENT_READABLE_H
#define INDEXER_CONTENT_READABLE_H

/*
 * Whether the summary and the text of a case study are easy to read. Two things are told, each once a file:
 *
 * - Long sentences: more than 30 words without a full stop, colon or semicolon. What stands in round brackets is not
 *   counted, because figures stand there.
 * - The reading age, from a hundred words on: the grade of Flesch and Kincaid plus 5, told above 15 (the page "Writing a
 *   case study" asks for no more). The grade is 0.39 * words / sentences + 11.8 * syllables / words - 15.59 (Kincaid,
 *   Fishburne, Rogers and Chissom: Derivation of new readability formulas for Navy enlisted personnel, 1975). Syllables
 *   are counted as groups of vowels, without an e at the end.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

void readable_check(const struct case_study *study, struct diagnostics *diagnostics);

#endif
