#ifndef CATALOGUE_DRAFT_DRAFT_WORDS_H
#define CATALOGUE_DRAFT_DRAFT_WORDS_H

/* Answers made of Markdown: plain words, first sentences, sources. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"

/* With a single blank for blanks and line ends, and none at its ends. */
const char *draft_one_line(struct arena *arena, const char *text);

/* As readers see it, on one line. */
const char *draft_plain(struct arena *arena, const char *markdown);

/* The first sentence of the first paragraph; "" where it begins with a list or a quotation. Headings before it are passed over. */
const char *draft_first_sentence(struct arena *arena, const char *markdown);

/*
 * Each item or paragraph as a source with its title and its address; NULL where there is none. Unless they are sure to be
 * sources, one has an address, a year or an author. What cannot be one stays in *rest, "" where that is nothing.
 */
struct yaml_node *draft_sources(struct arena *arena, const char *markdown, bool sure, const char **rest);

#endif
