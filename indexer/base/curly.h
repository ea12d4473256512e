#ifndef INDEXER_BASE_CURLY_H
#define INDEXER_BASE_CURLY_H

/* Quotation marks of a word processor around a whole text. */

#include <stddef.h>

/* Bytes of the mark that begins it and of the one that ends it; both 0 where no pair stands around all of it. */
struct curly {
    size_t before;
    size_t behind;
};

/* Around "“Warm” homes “here”" there is none: further marks stand inside. */
struct curly curly_around(const char *text, size_t size);

#endif
