#include "catalogue/lsp/lsp_wire.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/json_read.h"

enum { HEAD_LINE_MAX = 256 };

/* A line of the head without its end. False at the end of the file, for a line that is too long, or on failure. */
static bool read_line(int from, char line[HEAD_LINE_MAX], int *reason)
{
    size_t count = 0;
    for (size_t size = 0; size + 1 < HEAD_LINE_MAX; size++) {
        if (!file_read_bytes(from, line + size, 1, &count, reason) || !count) {
            line[size] = '\0';
            return false;
        }
        if (line[size] != '\n')
            continue;
        line[size && line[size - 1] == '\r' ? size - 1 : size] = '\0';
        return true;
    }
    line[HEAD_LINE_MAX - 1] = '\0';
    return false;
}

/* The length that a head tells. */
static enum lsp_read read_head(int from, size_t *length, int *reason)
{
    static const char name[] = "Content-Length:";
    char line[HEAD_LINE_MAX];
    bool has_length = false, started = false;
    while (read_line(from, line, reason) && *line) {
        started = true;
        if (strncasecmp(line, name, sizeof name - 1) != 0)
            continue;
        char *end = NULL;
        *length = strtoul(line + sizeof name - 1, &end, 10);
        has_length = *end == '\0';
    }
    if (*line || *reason || (started && !has_length) || (has_length && *length > LSP_MESSAGE_MAX))
        return LSP_TROUBLE;
    return has_length ? LSP_READ : LSP_END;
}

enum lsp_read lsp_read(int from, struct arena *arena, const struct yaml_node **message, int *reason)
{
    struct json_problem problem = {0};
    size_t length = 0, count = 0;
    *reason = 0;
    enum lsp_read read = read_head(from, &length, reason);
    if (read != LSP_READ)
        return read;
    char *data = arena_alloc(arena, length + 1);
    if (!file_read_bytes(from, data, length, &count, reason) || count < length)
        return LSP_TROUBLE;
    *message = json_read(arena, data, length, &problem);
    return LSP_READ;
}

bool lsp_write(int to, const struct text *json)
{
    struct text message = {0};
    text_format(&message, "Content-Length: %zu\r\n\r\n", json->size);
    text_append(&message, json->data, json->size);
    bool done = file_write_all(to, message.data, message.size);
    text_free(&message);
    return done;
}
