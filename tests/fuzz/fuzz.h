#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

/*
 * What a fuzz target shares with its two mains: libFuzzer's, which invents inputs, and driver.c, which reads
 * them from files. A target is a function of any bytes; it ends the program when what must hold does not.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/utf8.h"

/* One input; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Called once before the first, where a target has it. */
int LLVMFuzzerInitialize(int *count, char ***arguments) __attribute__((weak));

/* Ends the program unless that holds. */
static inline void fuzz_must(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "must hold and does not: %s\n", what);
        abort();
    }
}

/* UTF-8 that may go to a terminal or a page; line ends may be in it. */
static inline void fuzz_must_be_shown(const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t point = 0;
        length = utf8_decode(text + at, size - at, &point);
        fuzz_must(length > 0, "what is shown is UTF-8");
        fuzz_must(!utf8_is_control(point), "what is shown has no control characters");
    }
}

#endif
