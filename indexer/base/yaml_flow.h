#ifndef INDEXER_BASE_YAML_FLOW_H
#define INDEXER_BASE_YAML_FLOW_H

/* Lists and groups between brackets: [one, two], {name: a, type: b}, over as many lines as they take. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_mistakes.h"
#include "indexer/base/yaml_names.h"

struct yaml_flow_end {
    size_t at; /* behind the bracket that closes the first, or the end */
    bool closed;
    bool known; /* false: nested too deep, or too full of mistakes, to be looked at */
};

/*
 * Reads from the bracket at `at` to the one that closes it, before `end`, and adds the mistakes on the way, also that
 * it is not closed. `names` may be NULL; `of_texts`: what is between the first brackets are texts.
 */
struct yaml_flow_end yaml_flow_read(struct yaml_mistakes *mistakes, const struct yaml_names *names, bool of_texts,
                                    size_t at, size_t end);

/* Behind the bracket that closes the one at `at`, if all up to there is without mistake; 0 otherwise. */
size_t yaml_flow_close(const struct yaml_mistakes *mistakes, size_t at);

#endif
