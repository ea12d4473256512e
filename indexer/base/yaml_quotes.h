#ifndef INDEXER_BASE_YAML_QUOTES_H
#define INDEXER_BASE_YAML_QUOTES_H

/* Texts that begin with a quotation mark: where YAML has them end, and what their author meant by the marks. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

/* The offset of the mark that closes the one at `at`, or `end` when none before it does. */
size_t yaml_quote_close(const char *data, size_t at, size_t end);

/* The offset of the first \ before `end` that begins no escape which people write (of YAML's others, \L is a line end), or `end`; for double marks. */
size_t yaml_quote_bad_escape(const char *data, size_t at, size_t end);

enum yaml_quote_meaning {
    QUOTE_FRAMES,  /* the first and the last mark are YAML's, the rest belongs to the text */
    QUOTE_UNENDED, /* the first is YAML's, and the last is missing */
    QUOTE_WITHIN   /* all belong to the text: "Barbers" offer checks */
};

/* The size of a text without a remark (# and a blank) behind it, if it begins with a mark that is not closed before. */
size_t yaml_quote_unended(const char *text, size_t size);

/* What was meant by a text that begins with a mark and that YAML cannot read. */
enum yaml_quote_meaning yaml_quote_meaning(const char *text, size_t size);

/* The text as it can be read; lines stay lines. */
const char *yaml_quote_mended(struct arena *arena, const char *text, size_t size);

/* Offset in the text of the first mark that is too many, or that closes too early. */
size_t yaml_quote_culprit(const char *text, size_t size);

#endif
