#ifndef INDEXER_CONTENT_CASE_WRITE_H
#define INDEXER_CONTENT_CASE_WRITE_H

/*
 * From the answers of a case study, as a tree, to a file of it: the way back of case_parse.h. The answers are written in
 * the order of the table of fields, and only keys that the table has. Whether they may stand in a case study is for
 * case_check to say of the file.
 */

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/case_study.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

/*
 * Adds the front matter and the body. What a shared measure of the vocabularies says of an outcome is left to it. What
 * the table of fields has no key for is left out, and its key is added to `unknown`, each once, the first few of them;
 * `known` are keys of the root that are no answers.
 */
void case_write(struct text *out, struct arena *arena, const struct vocabularies *vocabularies,
                const struct yaml_node *answers, const char *body, const struct string_list *known,
                struct string_list *unknown);

/* Adds one answer, under the key of its field at the top of the front matter, as case_write does. */
void case_write_answer(struct text *out, struct arena *arena, const struct vocabularies *vocabularies,
                       const struct field *field, const struct yaml_node *node, struct string_list *unknown);

/*
 * Whether the values that were read have what the tree has, in each field of the table: the same texts and numbers. *key
 * is the first that differs.
 */
bool case_write_same(const struct yaml_node *answers, const struct value *values, const char **key);

#endif
