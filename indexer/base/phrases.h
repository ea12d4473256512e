#ifndef INDEXER_BASE_PHRASES_H
#define INDEXER_BASE_PHRASES_H

/*
 * The fixed words of pages. In the code they stand in English, each a whole phrase, which is also its key: whoever shows
 * one says it, say("Case studies"), and gets it in the language of the catalogue, or in English when no phrases are in
 * use or these lack it. Phrases are marked so that they can be listed (tests/phrases): say and PHRASE take a literal.
 * A phrase begins and ends with what is no blank. Where it has conversions (%s, %zu) it is a format, and what is
 * said instead takes the same arguments. A per cent sign that is none has a blank behind it, and its phrase is no format.
 */

#include <stdbool.h>
#include <stddef.h>

struct phrase {
    const char *english;
    const char *said;
};

struct phrases {
    struct phrase *items; /* by `english`, in the order of bytes, each once */
    size_t count;
};

/* What is said from now on, until the next call; NULL is English. They stay the caller's. No other thread may be at work. */
void phrases_use(const struct phrases *phrases);

/* The phrase in the language that is in use. */
const char *say(const char *english) __attribute__((format_arg(1)));

/* Where something stands in a phrase that is no text, such as a link: the first of them, the second … */
#define SAY_FIRST "\1"
#define SAY_SECOND "\2"
#define SAY_THIRD "\3"
#define SAY_FOURTH "\4"
#define SAY_PLACES SAY_FIRST SAY_SECOND SAY_THIRD SAY_FOURTH

/* Marks a phrase in a table, from which it is said later. */
#define PHRASE(english) english

/*
 * Whether what is said takes the arguments of the English phrase: the same conversions in the same order, or, all of
 * them with numbers (%2$s), each once in any order. For what is no format, anything may be said.
 */
bool phrases_fit(const char *english, const char *said);

#endif
