#ifndef INDEXER_CONTENT_VOCABULARY_H
#define INDEXER_CONTENT_VOCABULARY_H

/*
 * The terms that may be used, from content/vocabulary/. Every vocabulary that
 * a field names is there once it was read without errors. Small ones that the code itself
 * depends on (evidence, outcome-kind, estimate-type, comparison, evaluator, better …) are part of the program. vocabulary_read.h reads them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"

struct term {
    const char *id;
    const char *label;
    const char *definition;
    const char *group;               /* "" when the vocabulary has no groups */
    struct string_list search_words; /* what else people type for it */
    struct string_list shown_by;     /* principles only: the conditions that show it */
    const char *acts;                /* partner-types only: who acts when it leads, a term of `acts`; else "" */
    bool first;                      /* known to matter: an empty pair of two such is named before others */
};

struct vocabulary {
    const char *name; /* of the file, without .yaml */
    struct term *terms;
    size_t count;
    bool is_built_in; /* part of the program, not a file; not known of what comes from an index */
};

/* Measures that several cases share, from measures.yaml. */
struct measure {
    const char *id;
    const char *label;
    const char *unit;
    const char *better; /* "higher" or "lower" */
    const char *definition;
};

/* Where vocabularies come from that are read one by one when they are asked for. */
struct vocabulary_source {
    const struct vocabulary *(*find)(void *from, const char *name);
    void *from;
};

struct synonyms;

struct vocabularies {
    struct vocabulary *items; /* all of them, or, with a source, those that were asked for */
    size_t count;
    struct vocabulary_source source;
    struct measure *measures;
    size_t measure_count;
    const struct synonyms *synonyms; /* for "did you mean"; NULL where nobody is told anything */
};

/* NULL when there is none of that name. */
const struct vocabulary *vocabulary_find(const struct vocabularies *vocabularies, const char *name);
const struct term *vocabulary_term(const struct vocabulary *vocabulary, const char *id);
const struct measure *vocabulary_measure(const struct vocabularies *vocabularies, const char *id);

/* The label of a term, or the id itself when the vocabulary does not have it. */
const char *vocabulary_label(const struct vocabularies *vocabularies, const char *name, const char *id);

/* The label of a group of terms (groups.yaml), or the id itself. */
const char *vocabulary_group_label(const struct vocabularies *vocabularies, const char *group);

#endif
