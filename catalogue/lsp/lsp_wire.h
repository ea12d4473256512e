#ifndef CATALOGUE_LSP_LSP_WIRE_H
#define CATALOGUE_LSP_LSP_WIRE_H

/*
 * Messages of the Language Server Protocol 3.17 (base protocol): a head of lines that end with CR LF, of which
 * Content-Length counts the bytes of the JSON behind the empty line.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_tree.h"

/* The longest message that is read; a document may have 256 KiB, and each byte of it six in JSON. */
enum { LSP_MESSAGE_MAX = 4 * 1024 * 1024 };

enum lsp_read {
    LSP_READ,    /* a message; NULL when its JSON is none */
    LSP_END,     /* nothing follows */
    LSP_TROUBLE, /* the system failed, or nobody can say where the next message begins */
};

/* Reads the next message from an open file into the arena. Of trouble *reason is the system's (an errno), or 0. */
enum lsp_read lsp_read(int from, struct arena *arena, const struct yaml_node **message, int *reason);

/* Writes one; false when nobody takes it. */
bool lsp_write(int to, const struct text *json);

#endif
