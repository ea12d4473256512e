#ifndef CATALOGUE_LSP_LSP_DOCUMENT_H
#define CATALOGUE_LSP_LSP_DOCUMENT_H

/* Files that an editor has open, as they stand there, and what `check` says of one. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/diagnostics.h"
#include "indexer/content/vocabulary.h"

struct lsp_document {
    struct text uri; /* empty: it was closed, and its place is free */
    struct text text;
};

/* Starts as {0}; owns what it holds. */
struct lsp_documents {
    struct arena arena;
    struct lsp_document *items;
    size_t count;
    size_t capacity;
};

/* NULL when it is not open. */
const struct lsp_document *lsp_document_find(const struct lsp_documents *documents, const char *uri);

/* Opens it, or gives it another text. */
void lsp_document_put(struct lsp_documents *documents, const char *uri, const char *text);
void lsp_document_close(struct lsp_documents *documents, const char *uri);
void lsp_documents_free(struct lsp_documents *documents);

/* What was found, and what it was looked at with. */
struct lsp_checked {
    struct arena arena;
    struct vocabularies vocabularies;
    struct diagnostics diagnostics;
};

/*
 * Checks a case study as `check` does: the vocabularies are read anew, as somebody may have changed them. Released with
 * lsp_checked_free. Where they have errors, that is the one problem of the document, which was not checked.
 */
void lsp_check(struct lsp_checked *checked, const char *root, const struct lsp_document *document);
void lsp_checked_free(struct lsp_checked *checked);

#endif
