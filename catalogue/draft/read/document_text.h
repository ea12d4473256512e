#ifndef CATALOGUE_DRAFT_READ_DOCUMENT_TEXT_H
#define CATALOGUE_DRAFT_READ_DOCUMENT_TEXT_H

/* From the bytes of a document, whatever program wrote them, to a text as the catalogue has it. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct document_text {
    const char *data; /* UTF-8 with \n at the ends of lines and without control characters; NUL behind it */
    size_t size;
    const char *read_as; /* the name of the encoding, where it was not UTF-8; else NULL */
    bool unread;         /* there are letters of an encoding that is not known: each byte of them is U+FFFD */
};

/*
 * UTF-8, UTF-16 with its mark in front, and anything else as Windows-1252, which no bytes break. Control characters become
 * blanks. The text lives in the arena.
 */
struct document_text document_text(struct arena *arena, const char *data, size_t size);

/*
 * The same where something else says the name of the encoding, in capitals or not: UTF-8, ISO-8859-1 and 15, Windows-1252,
 * and what these hold. Under the name of UTF-8, ASCII or none the bytes themselves tell.
 */
struct document_text document_text_of(struct arena *arena, const char *data, size_t size, const char *encoding);

/* What a byte from 0x80 to 0x9F is in Windows-1252; such numbers stand in HTML, too. */
unsigned document_text_windows(unsigned char byte);

#endif
