#ifndef SEARCH_CLI_QUERY_LEX_H
#define SEARCH_CLI_QUERY_LEX_H

/*
 * The smallest parts of a query. What people paste is made plain first:
 * typographic quotation marks and dashes become " and -, an ellipsis becomes
 * two points, and every blank, control character and bad byte becomes a space.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "search-cli/query_tree.h"

enum { QUERY_BYTES_MAX = 4096 }; /* what comes after is left out */

enum query_lexeme_kind {
    QUERY_LEX_END,
    QUERY_LEX_OPEN,
    QUERY_LEX_CLOSE,
    QUERY_LEX_BAR,
    QUERY_LEX_PHRASE, /* text: what stands between the marks */
    QUERY_LEX_WORD,   /* text: up to the next blank, bracket, bar or quotation mark */
    QUERY_LEX_FIELD   /* text: the name; its values are read with query_lex_value */
};

struct query_lexeme {
    enum query_lexeme_kind kind;
    enum query_sign sign; /* of what opens here: a word, phrase, field or bracket */
    const char *text;
};

struct query_lexer {
    struct arena *arena;
    const char *data; /* plain, see above */
    size_t size;
    size_t at;
    bool cut; /* there was more than QUERY_BYTES_MAX */
};

struct query_lexer query_lexer_start(struct arena *arena, const char *data, size_t size);

struct query_lexeme query_lex(struct query_lexer *lexer);

/* The next value behind `field:`; NULL when there are no more. Quotation marks around it are taken off. */
const char *query_lex_value(struct query_lexer *lexer);

#endif
