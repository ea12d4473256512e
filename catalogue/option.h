#ifndef CATALOGUE_OPTION_H
#define CATALOGUE_OPTION_H

/*
 * What an option is. From its one row follow parsing, --help, completion and the
 * manual's test. Each option writes into a field of a plain struct of its
 * command, which the command then reads:
 *
 *     struct explain_options {
 *         enum output_format format;
 *         size_t limit;
 *     };
 *     {"limit", "N", "show at most N", OPTION_NUMBER(struct explain_options, limit), .least = 1, .standard = 10},
 *
 * A row whose field has another type than its kind asks for does not compile.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/keyword.h"

/* What a word of the command line is, so that a shell can offer what fits. */
enum completes {
    COMPLETES_NOTHING,
    COMPLETES_FILES,
    COMPLETES_FOLDERS,
    COMPLETES_IDS,     /* of case studies */
    COMPLETES_CODES,   /* of messages */
    COMPLETES_FIELDS,  /* that have terms */
    COMPLETES_QUERY,   /* words, and fields with their terms */
    COMPLETES_REPORTS, /* across all case studies */
    COMPLETES_SHELLS
};

enum option_kind {
    OPTION_IS_FLAG,    /* bool: whether it was given */
    OPTION_IS_NUMBER,  /* size_t: a whole number, not below `least`; `standard` when it is not given */
    OPTION_IS_TEXT,    /* const char *: as typed; NULL when it is not given */
    OPTION_IS_URL,     /* the same, and a web address */
    OPTION_IS_KEYWORD, /* an enum: what one of `keywords` stands for; the first when it is not given */
    OPTION_IS_TERM     /* of the facet with the number `into`; may be given often */
};

struct option {
    const char *name;     /* "limit", typed as --limit; one of a single letter is typed with one hyphen */
    const char *argument; /* "N", or NULL when it takes none */
    const char *help;     /* NULL where the keywords say all */
    size_t into; /* where the field stands in the struct; OPTION_FLAG and its sisters fill this and `kind` in */
    const struct keyword *keywords;
    size_t keyword_count;
    size_t least;
    size_t standard;
    enum option_kind kind;
    enum completes completes; /* what its argument is */
    unsigned needs;           /* a common one: only for commands that need one of these; 0 for all */
    bool common;              /* one that commands share; its field is in struct common_options */
    char letter;              /* 'h' when it may be typed as -h too */
};

/* A field of another type than is asked for here has no branch to go, and does not compile. */
#define OPTION_FLAG(structure, member)                                                                                 \
    .kind = OPTION_IS_FLAG, .into = _Generic(((structure *)0)->member, bool : offsetof(structure, member))
#define OPTION_NUMBER(structure, member)                                                                               \
    .kind = OPTION_IS_NUMBER, .into = _Generic(((structure *)0)->member, size_t : offsetof(structure, member))
#define OPTION_TEXT(structure, member)                                                                                 \
    .kind = OPTION_IS_TEXT, .into = _Generic(((structure *)0)->member, const char * : offsetof(structure, member))
#define OPTION_URL(structure, member)                                                                                  \
    .kind = OPTION_IS_URL, .into = _Generic(((structure *)0)->member, const char * : offsetof(structure, member))

/* An enum without negative values is kept as an unsigned int by the compilers that we know; another would refuse this. */
#define OPTION_KEYWORD(structure, member, table)                                                                       \
    .kind = OPTION_IS_KEYWORD,                                                                                         \
    .into = _Generic(((structure *)0)->member, unsigned                                                                \
                     : offsetof(structure, member)),                                                                   \
    .keywords = (table), .keyword_count = sizeof(table) / sizeof *(table)

#endif
