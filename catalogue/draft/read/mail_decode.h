#ifndef CATALOGUE_DRAFT_READ_MAIL_DECODE_H
#define CATALOGUE_DRAFT_READ_MAIL_DECODE_H

/*
 * What e-mail makes of letters so that they pass through old machines, and back: quoted-printable, base64, and the words of a
 * head (RFC 2045, 2047). Nothing is refused: what is not written as it should be stays as it is, or is passed over.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"

/* Adds the bytes that a text stands for. */
void mail_decode_quoted(struct text *out, const char *text, size_t size);
void mail_decode_base64(struct text *out, const char *text, size_t size);

/* How many bytes a text in base64 stands for. */
size_t mail_base64_size(const char *text, size_t size);

/*
 * A value of a head as its readers see it, on one line, in the arena: "=?utf-8?Q?Caf=C3=A9?=" is Café. *unread becomes true
 * when there are letters of an encoding that is not known.
 */
const char *mail_decode_words(struct arena *arena, const char *value, size_t size, bool *unread);

#endif
