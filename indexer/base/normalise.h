#ifndef INDEXER_BASE_NORMALISE_H
#define INDEXER_BASE_NORMALISE_H

/*
 * A text as readers see it, whatever a PDF, Word or a web form made of its characters: ligatures and full-width forms
 * are the letters they stand for, lowered and raised digits those of a formula or unit (CO2, m2), odd blanks are
 * blanks, and characters that nobody can see are gone. It is what is checked, indexed, searched for and exported.
 * Powers of numbers stay what they are (10⁶ is not 106), and so does what joins an emoji or the letters of other
 * scripts. The catalogue's scripts do the same to what is typed into the browser (catalogue/site/assets/letters.js).
 */

#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"

/* The text normalised: itself where nothing is to be done, else a copy in the arena. It is valid UTF-8. */
const char *normalise(struct arena *arena, const char *text);

/* The same, without blanks and line ends at both ends. */
const char *normalise_trimmed(struct arena *arena, const char *text);

/* Bytes of the character that a text begins with, when nobody sees it whatever stands beside it; else 0. */
size_t normalise_unseen(const char *text, size_t size);

/* Characters of a text that are left out. */
struct unseen {
    size_t count;
    uint32_t first; /* the first of them */
    size_t from;    /* its byte, and the one behind the last of them */
    size_t to;
};

/* What the (valid) text has of them, where they stand: a joiner within an emoji or a word of Persian is none. */
struct unseen normalise_unseen_in(const char *text, size_t size);

/* A copy of the bytes without them. */
const char *normalise_seen(struct arena *arena, const char *text, size_t size);

/* What such a character is, with its code in brackets: "a soft hyphen (U+00AD)". */
const char *normalise_unseen_name(struct arena *arena, uint32_t point);

/* Bytes of the odd blank (no-break, thin, ideographic …) that a text begins with; 0 when it begins with something else. */
size_t normalise_odd_blank(const char *text, size_t size);

#endif
