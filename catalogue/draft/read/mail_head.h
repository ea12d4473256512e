#ifndef CATALOGUE_DRAFT_READ_MAIL_HEAD_H
#define CATALOGUE_DRAFT_READ_MAIL_HEAD_H

/* The lines on top of an e-mail and of each of its parts: "Name: value", which may go on in lines that begin with a blank. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/lines.h"

/* One of them; both parts stay where they are. */
struct mail_field {
    struct line name;
    struct line value; /* with the ends of lines that are in it */
};

/* Reads the field that begins at `at`, before `end`; returns where the next begins, or NULL when none begins here. */
const char *mail_field_read(const char *at, const char *end, struct mail_field *field);

bool mail_field_is(const struct mail_field *field, const char *name);

/* The value of a field from `at` on, on one line without blanks around; "" when it is not there. */
const char *mail_field_value(struct arena *arena, const char *at, const char *end, const char *name);

/* What stands before the first ";" of a value, in small letters: "text/plain". */
const char *mail_value_kind(struct arena *arena, const char *value);

/* A parameter of a value, such as boundary="x" or filename*=utf-8''x (RFC 2231), decoded; "" when it is not there. */
const char *mail_value_parameter(struct arena *arena, const char *value, const char *name);

#endif
