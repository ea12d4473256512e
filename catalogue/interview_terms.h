#ifndef CATALOGUE_INTERVIEW_TERMS_H
#define CATALOGUE_INTERVIEW_TERMS_H

/* Terms as they are typed on a terminal: by their number in the list that was shown, or by how they begin. */

#include <stdbool.h>
#include <stdio.h>

#include "indexer/base/arena.h"
#include "indexer/content/vocabulary.h"

/* Prints the terms with their numbers, and what each means where `with_definitions`. */
void interview_terms_show(FILE *out, const struct vocabulary *vocabulary, bool with_definitions);

/* The term that a word stands for; NULL after *why says why it is none, or which it could be. */
const struct term *interview_term(struct arena *arena, const struct vocabularies *vocabularies,
                                  const struct vocabulary *vocabulary, const char *word, const char **why);

#endif
