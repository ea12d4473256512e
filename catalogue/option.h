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
    COMPLETES_IDS,    /* of case studies */
    COMPLETES_CODES,  /* of messages */
    COMPLETES_FIELDS, /* that have terms */
    COMPLETES_QUERY,  /* words, and fields with their terms */
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
    enum option_kind kind;
    size_t into; /* where the field stands in the struct; OPTION_FLAG and its sisters fill both in */
    const struct keyword *keywords;
    size_t keyword_count;
    size_t least;
    size_t standard;
    enum completes completes; /* what its argument is */
    char letter;              /* 'h' when it may be typed as -h too */
    bool common;              /* one that commands share; its field is in struct common_options */
    unsigned needs;           /* a common one: only for commands that need one of these; 0 for all */
};

#define OPTION_INTO(structure, member, type) _Generic(((structure *)0)->member, type : offsetof(structure, member))
#define OPTION_FLAG(structure, member) .kind = OPTION_IS_FLAG, .into = OPTION_INTO(structure, member, bool)
#define OPTION_NUMBER(structure, member) .kind = OPTION_IS_NUMBER, .into = OPTION_INTO(structure, member, size_t)
#define OPTION_TEXT(structure, member) .kind = OPTION_IS_TEXT, .into = OPTION_INTO(structure, member, const char *)
#define OPTION_URL(structure, member) .kind = OPTION_IS_URL, .into = OPTION_INTO(structure, member, const char *)

/* An enum without negative values is kept as an unsigned int by the compilers that we know; another would refuse this. */
#define OPTION_KEYWORD(structure, member, table)                                                                       \
    .kind = OPTION_IS_KEYWORD, .into = OPTION_INTO(structure, member, unsigned), .keywords = (table),                  \
    .keyword_count = sizeof(table) / sizeof *(table)

#endif
