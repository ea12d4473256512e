#ifndef TESTS_UNIT_GOLDEN_WORDS_H
#define TESTS_UNIT_GOLDEN_WORDS_H

/* The index of golden_index.h, and what cuts words as it does. */

#include "indexer/index/tokens.h"
#include "tests/unit/golden_index.h"

static struct tokenizer *golden_tokenizer;

static int golden_words_open(void **state)
{
    if (golden_open(state))
        return -1;
    golden_tokenizer = tokenizer_open(golden_index);
    return golden_tokenizer ? 0 : -1;
}

static int golden_words_close(void **state)
{
    tokenizer_close(golden_tokenizer);
    return golden_close(state);
}

#endif
