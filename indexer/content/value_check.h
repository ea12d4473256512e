#ifndef INDEXER_CONTENT_VALUE_CHECK_H
#define INDEXER_CONTENT_VALUE_CHECK_H

/*
 * What values must be by their rows in a table of fields: how long a text may be, which terms there are, how many
 * items a list has and each once, which answers are required. Values that could not be read were reported then.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_study.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

struct value_checker {
    struct arena *arena;                     /* for the words of help */
    const struct vocabularies *vocabularies; /* may be NULL where no field has terms */
    struct diagnostics *diagnostics;
};

/* Reports what is wrong with values[count], one for each row of the table, and with the members of maps among them. */
void values_check(const struct value_checker *checker, const struct field *fields, size_t count,
                  const struct value *values);

/*
 * Reports the required rows that have no answer; `place` is where the map begins. Keys in `broken` (may be NULL)
 * were written and could not be read.
 */
void values_require(const struct value_checker *checker, const struct field *fields, size_t count,
                    const struct value *values, struct place place, const struct string_list *broken);

#endif
