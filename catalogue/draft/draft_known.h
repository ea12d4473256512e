#ifndef CATALOGUE_DRAFT_DRAFT_KNOWN_H
#define CATALOGUE_DRAFT_DRAFT_KNOWN_H

/* What a catalogue knows by name and a text mentions: places and organisations of its case studies, terms of its lists. */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/vocabulary.h"

/* A partner, or a place, of the case studies that are there. */
struct known_name {
    const char *name;
    const char *kind; /* the type of a partner, the only region of a place; "" */
};

struct draft_known {
    struct known_name *partners;
    size_t partner_count, partner_capacity;
    struct known_name *places;
    size_t place_count, place_capacity;
};

/*
 * Reads the front matter of all case studies. False after a report when the system could not; a file with mistakes tells
 * what can be read of it.
 */
bool draft_known_read(struct arena *arena, const char *root, struct draft_known *known,
                      struct diagnostics *diagnostics);

/* The place that a text names first, or NULL. */
const struct known_name *draft_known_place(const struct draft_known *known, const char *text);

/* At most `most` partners that a text names, in the order in which it does; how many. */
size_t draft_known_partners(const struct draft_known *known, const char *text, const struct known_name **found,
                            size_t most);

/* A term that a text speaks of, and by which words. */
struct term_found {
    const struct term *term;
    struct string_list words;
    size_t weight;
};

/* At most `most` terms of a vocabulary, those spoken of most first; words of the title weigh more. How many. */
size_t draft_terms(struct arena *arena, const struct vocabulary *vocabulary, const char *title, const char *text,
                   struct term_found *found, size_t most);

#endif
