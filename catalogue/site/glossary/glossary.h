#ifndef CATALOGUE_SITE_GLOSSARY_GLOSSARY_H
#define CATALOGUE_SITE_GLOSSARY_GLOSSARY_H

/*
 * Words that a reader may not know, each explained where it stands: what it means is shown while the pointer is on the
 * word, while it has the focus, and when it is touched, without a script. The words are those of
 * content/vocabulary/glossary.yaml, where its labels and search_words are looked for as they are written, whole; and
 * the evidence levels. On one page a word of the glossary explains itself once, where it first stands.
 */

#include "catalogue/site/frame/frame.h"

/* A word of the page and what it means. The id is wanted for the element that says it; `class` of the word may be NULL. */
void glossary_word(struct frame *frame, const char *word, const char *class, const char *meaning, const char *id);

/*
 * Text, and rendered text, in which words explain themselves. Not for what stands in a link or a button. Of a link to a
 * page that settings leave out only the words remain.
 */
void glossary_text(struct frame *frame, const char *text);
void glossary_rendered(struct frame *frame, struct rendered rendered);

#endif
