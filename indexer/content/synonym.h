#ifndef INDEXER_CONTENT_SYNONYM_H
#define INDEXER_CONTENT_SYNONYM_H

/* Groups of words that mean the same to somebody who searches, as data; synonyms.h reads them. */

#include <stddef.h>

#include "indexer/base/string_list.h"

/*
 * How a word belongs to its group:
 *   SYNONYM_WORD        finds the others and is found by them
 *   SYNONYM_RELATED     looser: is found by the others, with less weight, and does not find them
 *   SYNONYM_HINT        a short form with several meanings: finds the others, is not found by them
 *   SYNONYM_MATCH_ONLY  as a word, but never shown to anybody
 */
enum synonym_kind { SYNONYM_WORD, SYNONYM_RELATED, SYNONYM_HINT, SYNONYM_MATCH_ONLY, SYNONYM_KINDS };

struct synonym_group {
    struct string_list members[SYNONYM_KINDS];
};

struct synonyms {
    struct synonym_group *items;
    size_t count;
};

#endif
