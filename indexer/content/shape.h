#ifndef INDEXER_CONTENT_SHAPE_H
#define INDEXER_CONTENT_SHAPE_H

/*
 * An answer of another shape than its field has: a text where a list belongs, a list where one text does, and so on.
 * Each is told once, with the author's own words in the shape that is wanted where that can be made of them, else with
 * a question.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

/* An answer as it stands in the file. */
struct answer {
    const struct field *field;
    const struct yaml_node *node;
    const struct yaml_entry *entry; /* that has the node, or the list of which it is an item */
    const struct yaml_node *map;    /* in which the entry stands */
};

/* Where an answer ends that can be replaced by another text; its length is 0 where nothing can. */
struct place answer_place(const struct answer *answer);

/* Reports it. `vocabularies` may be NULL. */
void shape_report(struct arena *arena, const struct answer *answer, const struct vocabularies *vocabularies,
                  struct diagnostics *diagnostics);

#endif
