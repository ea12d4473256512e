#ifndef CATALOGUE_SITE_THEME_SCRIPT_WORDS_H
#define CATALOGUE_SITE_THEME_SCRIPT_WORDS_H

/*
 * The words of scripts, which stand in them as say('Copied.') or say('%s case studies', count): so a script is sent with
 * the words of the catalogue's language in it, and no page has to carry a table of them.
 */

#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds a script with each phrase in the language that is in use (phrases.h). Where nothing is put into the phrase, the
 * call goes too, as nothing is left to be done. Any bytes are taken: what is no whole phrase stays as it is.
 */
void script_words_add(struct text *out, const char *js, size_t size);

#endif
