#ifndef CATALOGUE_LSP_LSP_ANSWERS_H
#define CATALOGUE_LSP_LSP_ANSWERS_H

/*
 * What an editor is told of an open case study, each as the JSON value of its kind in the protocol: problems while
 * somebody types, the edits that mend them, keys and terms that may stand at a place, what stands at a place, and the
 * parts of the file. All of it comes from the tables that `check` and the documents are made from.
 */

#include "catalogue/lsp/lsp_document.h"
#include "catalogue/lsp/lsp_place.h"
#include "indexer/base/json.h"

/* An array of Diagnostic. */
void lsp_add_diagnostics(struct json *json, const struct lsp_document *document, const struct lsp_checked *checked);

/* An array of CodeAction: the edits of problems whose lines lie between these two, both counted. */
void lsp_add_actions(struct json *json, const struct lsp_document *document, const struct lsp_checked *checked,
                     size_t first_line, size_t last_line);

/* An array of CompletionItem. */
void lsp_add_completion(struct json *json, const struct lsp_document *document, const struct vocabularies *vocabularies,
                        struct lsp_position position);

/* A Hover, or null. */
void lsp_add_hover(struct json *json, const struct lsp_document *document, const struct vocabularies *vocabularies,
                   struct lsp_position position);

/* An array of DocumentSymbol: the answers, then the sections. */
void lsp_add_symbols(struct json *json, const struct lsp_document *document);

#endif
