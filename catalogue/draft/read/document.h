#ifndef CATALOGUE_DRAFT_READ_DOCUMENT_H
#define CATALOGUE_DRAFT_READ_DOCUMENT_H

/*
 * A document as people have it, read into Markdown: a page or an export as HTML, Markdown with or without front matter, an
 * e-mail as a program saved it or saved as text, or plain text.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_tree.h"

/* E-mails are as large as what came with them, which is not read. */
enum { DOCUMENT_MAX = 4 * 1024 * 1024, DOCUMENT_MAIL_MAX = 32 * 1024 * 1024 };

struct document {
    const char *title;             /* what the page or the e-mail says of itself; "" when nothing does */
    const struct yaml_node *front; /* a map of answers, by whatever keys; or NULL */
    const char *markdown;
    bool is_letter;             /* what stands on top speaks to somebody */
    bool is_own;                /* its front matter has answers of a case study, by their keys */
    struct string_list remarks; /* what was made of it on the way, in sentences */
    struct left_out left_out;
};

/* How many bytes a document may have that begins like this; there is a NUL behind the data. */
size_t document_most(const char *data);

/* Why bytes are no text at all and what to do ("is a Word file; …"), or NULL. */
const char *document_fault(const char *data, size_t size);

/* Reads what has no fault. `path` tells by its ending what it is where the text does not. All lives in the arena. */
struct document document_read(struct arena *arena, const char *path, const char *data, size_t size);

#endif
