#include "catalogue/lsp/lsp_place.h"

#include <string.h>

#include "indexer/base/utf8.h"

/* The bytes of the character at `at`, and how many code units it is; of what is no UTF-8 one byte is one. */
static size_t step(const char *at, size_t size, size_t *units)
{
    uint32_t point = 0;
    size_t bytes = utf8_decode(at, size, &point);
    *units = bytes && point > 0xFFFF ? 2 : 1;
    return bytes ? bytes : 1;
}

struct lsp_position lsp_position_of(const char *data, size_t size, size_t offset)
{
    struct lsp_position position = {0, 0};
    size_t units = 0;
    for (size_t at = 0; at < offset && at < size;) {
        if (data[at] == '\n') {
            position = (struct lsp_position){position.line + 1, 0};
            at++;
            continue;
        }
        at += step(data + at, size - at, &units);
        position.character += units;
    }
    return position;
}

size_t lsp_offset_of(const char *data, size_t size, struct lsp_position position)
{
    size_t at = 0, units = 0;
    for (size_t line = 0; line < position.line; line++) {
        const char *end = memchr(data + at, '\n', size - at);
        if (!end)
            return size;
        at = (size_t)(end - data) + 1;
    }
    for (size_t count = 0; count < position.character && at < size && data[at] != '\n'; count += units)
        at += step(data + at, size - at, &units);
    return at;
}

static void add_position(struct json *json, const char *key, struct lsp_position position)
{
    json_key(json, key);
    json_object_open(json);
    json_member_integer(json, "line", (int64_t)position.line);
    json_member_integer(json, "character", (int64_t)position.character);
    json_object_close(json);
}

void lsp_add_range(struct json *json, const char *key, const char *data, size_t size, size_t from, size_t to)
{
    json_key(json, key);
    json_object_open(json);
    add_position(json, "start", lsp_position_of(data, size, from));
    add_position(json, "end", lsp_position_of(data, size, to));
    json_object_close(json);
}
