#ifndef INDEXER_BASE_TEXT_SAFE_H
#define INDEXER_BASE_TEXT_SAFE_H

#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds what a stranger wrote so that it is safe on a terminal and shows all there is: control characters, those
 * that nobody sees, and bytes that are not UTF-8 become \xNN, line ends too.
 */
void text_safe(struct text *text, const char *data, size_t size);

#endif
