#ifndef CATALOGUE_DRAFT_DRAFT_WORDS_H
#define CATALOGUE_DRAFT_DRAFT_WORDS_H

/* Answers made of Markdown: plain words, first sentences, sources. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"

/* With a single blank for blanks and line ends, and none at its ends. */
const char *draft_one_line(struct arena *arena, const char *text);

/* As readers see it, on one line. */
const char *draft_plain(struct arena *arena, const char *markdown);

/* The first sentence of the first paragraph; "" where it begins with a list, a heading or a quotation. */
const char *draft_first_sentence(struct arena *arena, const char *markdown);

/*
 * Each item or paragraph as a source with its title and its address; NULL where there is none. What cannot be one stays
 * in *rest, "" where that is nothing.
 */
struct yaml_node *draft_sources(struct arena *arena, const char *markdown, const char **rest);

#endif
