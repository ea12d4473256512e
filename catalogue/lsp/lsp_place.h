#ifndef CATALOGUE_LSP_LSP_PLACE_H
#define CATALOGUE_LSP_LSP_PLACE_H

/*
 * Places as editors count them: lines from 0, and in a line code units of UTF-16 from 0 (the only way that every editor
 * knows), against bytes of the text.
 */

#include <stddef.h>

#include "indexer/base/json.h"

struct lsp_position {
    size_t line;
    size_t character;
};

/* Of a byte of a text in UTF-8; past its end that of the end. */
struct lsp_position lsp_position_of(const char *data, size_t size, size_t offset);

/* The byte of a position: in a line that is shorter its end, past the last line the end of the text. */
size_t lsp_offset_of(const char *data, size_t size, struct lsp_position position);

/* Adds {"start": …, "end": …} of the bytes from `from` to `to` under a key. */
void lsp_add_range(struct json *json, const char *key, const char *data, size_t size, size_t from, size_t to);

#endif
