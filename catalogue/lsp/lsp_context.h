#ifndef CATALOGUE_LSP_LSP_CONTEXT_H
#define CATALOGUE_LSP_LSP_CONTEXT_H

/*
 * Where in a case study somebody is typing, found from the lines as they stand: half a line is no YAML yet. It looks at
 * how far lines are set in, as people write front matter, and not into text that goes over several lines.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/content/fields.h"

enum lsp_where {
    LSP_NOWHERE, /* in a value that is free text, or in what cannot be told */
    LSP_KEY,     /* a key of the table `fields` */
    LSP_TERM,    /* a term of the vocabulary of `field` */
    LSP_HEADING, /* in the heading of a section, which begins with ## */
    LSP_BODY     /* elsewhere in the text behind the front matter */
};

struct lsp_context {
    enum lsp_where where;
    const struct field *fields; /* LSP_KEY: the keys that may stand here */
    size_t field_count;
    const struct field *field; /* LSP_TERM: whose value it is; LSP_KEY: the key under it, or NULL */
    size_t from, to;           /* the bytes of the word that is being typed, or looked at */
};

struct lsp_context lsp_context_at(const char *data, size_t size, size_t offset);

/* Whether a line of the front matter begins with this key, at the margin. */
bool lsp_has_key(const char *data, size_t size, const char *key);

#endif
