#ifndef CATALOGUE_DRAFT_READ_TOML_FRONT_H
#define CATALOGUE_DRAFT_READ_TOML_FRONT_H

/*
 * Front matter as site generators write it in TOML, between two lines of "+++": keys with texts, numbers, dates and lists of
 * them. Of anything else the line is kept as it is, under its key.
 */

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"

/* The answers of a text that begins so, as a map, and where its body begins; NULL when it does not. */
const struct yaml_node *toml_front(struct arena *arena, const char *text, const char **body);

#endif
