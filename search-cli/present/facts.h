#ifndef SEARCH_CLI_PRESENT_FACTS_H
#define SEARCH_CLI_PRESENT_FACTS_H

/*
 * What a case study says, fact by fact: one table of the facts with their
 * labels, their words, and where each is shown. `show`, `compare`, the pages,
 * CSV and JSON print what is made here and word nothing themselves, so that
 * no fact is told in two ways.
 */

#include <stdbool.h>
#include <stddef.h>

#include "search-cli/present/fact.h"
#include "search-cli/present/outcome_words.h"

/*
 * Every fact of the table in its order, with what the case says; one without items is not told by the case.
 * The words of its outcomes stand by themselves too, for tables.
 */
struct facts {
    struct fact *items;
    size_t count;
    struct outcome_words *outcomes; /* one for each item of outcomes */
    size_t outcome_count;
};
struct facts facts_of(struct arena *arena, const struct case_study *study, const struct fact_context *context);

/* The same without a case: all of them empty. */
struct facts facts_none(struct arena *arena);

/* What an open index knows, which is what a terminal asks with. */
struct fact_context fact_context_of(struct index *index);

/* The fact with this key; there is one. */
const struct fact *facts_find(const struct facts *facts, const char *key);

/* All items of a fact in one string. */
const char *fact_words(struct arena *arena, const struct fact *fact);

#endif
