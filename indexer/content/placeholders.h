#ifndef INDEXER_CONTENT_PLACEHOLDERS_H
#define INDEXER_CONTENT_PLACEHOLDERS_H

/* Words that stand where something was to be written later: TODO, [insert number], lorem ipsum, and examples left in place. */

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the placeholder that a text holds from *at on, which becomes where it begins; 0 when it holds none. */
size_t placeholder_in(const char *text, size_t *at);

/* Whether all that was written is one: "n/a", "…", "Name of organisation". */
bool placeholder_whole(const char *text);

/* Bytes of an address at example.org and its sisters, which lead nowhere; *at becomes where it begins; 0 for none. */
size_t placeholder_address(const char *text, size_t *at);

#endif
