#ifndef SEARCH_CLI_CUTS_H
#define SEARCH_CLI_CUTS_H

/*
 * Where a text may be cut so that a reader is not misled: between two words with a blank between them, never within a
 * figure ("47,768", "£1.2 million", "95% CI 0.49 to 0.69"), best where a sentence ends. The browser has the same rules
 * and gets the lists from here (catalogue/site/assets/search/snippet.js).
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/index/tokens.h"

/* What there is behind a token; the greater the better a place to stop. CUT_UNKNOWN is never an answer. */
enum cut { CUT_UNKNOWN, CUT_NEVER, CUT_WORD, CUT_SENTENCE, CUT_PARAGRAPH };

/* Words that belong to the number beside them, and what stands before a full stop that ends no sentence. */
extern const char cut_figure_words[];
extern const char cut_abbreviations[];

/* Behind the last token ends a paragraph. */
enum cut cut_behind(const char *text, const struct tokens *tokens, size_t at);

/* Whether nothing stands between a token and the next that parts them to the eye. */
bool cut_touches(const char *text, const struct tokens *tokens, size_t at);

/* Where what begins or ends with a token begins or ends to the eye: with its "£", brackets, "%" and full stop. */
size_t cut_start(const char *text, const struct tokens *tokens, size_t first);
size_t cut_end(const char *text, const struct tokens *tokens, size_t last);

#endif
