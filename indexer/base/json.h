#ifndef INDEXER_BASE_JSON_H
#define INDEXER_BASE_JSON_H

/*
 * Writes JSON (RFC 8259) into a text. Commas, escaping and indentation are
 * the writer's business; the caller opens, closes, and gives each member of an
 * object its key first. Bytes that are not UTF-8 become U+FFFD and control
 * characters are escaped, so the output is always valid and safe to print.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/text.h"

enum { JSON_DEPTH_MAX = 32 };

struct json {
    struct text *out;
    bool indented;
    size_t depth;
    bool has_items[JSON_DEPTH_MAX + 1];
    bool after_key;
};

/* Starts writing at the end of `out`; indented by two spaces, or on one line. */
struct json json_writer(struct text *out, bool indented);

void json_object_open(struct json *json);
void json_object_close(struct json *json);
void json_array_open(struct json *json);
void json_array_close(struct json *json);

void json_key(struct json *json, const char *key);
void json_string(struct json *json, const char *string); /* NULL becomes null */
void json_bytes(struct json *json, const char *data, size_t size);
void json_integer(struct json *json, int64_t number);
/* The shortest decimal form that reads back as the same number; not a number becomes null. */
void json_number(struct json *json, double number);
void json_bool(struct json *json, bool truth);
void json_null(struct json *json);
/* A value that another writer made, without a line end behind it; an indented one is indented further. */
void json_raw(struct json *json, const char *data, size_t size);

/* A key and its value at once. */
void json_member_string(struct json *json, const char *key, const char *string);
void json_member_integer(struct json *json, const char *key, int64_t number);
void json_member_bool(struct json *json, const char *key, bool truth);

/* The shortest decimal form of a number, as it stands in JSON, CSV and pages alike. */
void number_text(struct text *out, double number);

#endif
