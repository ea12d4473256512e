#include "indexer/base/lines.h"

#include <string.h>

struct line line_number(const char *data, size_t size, size_t number)
{
    const char *end = data + size;
    const char *at = data;
    for (size_t i = 1; i < number && at < end; i++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        at = stop ? stop + 1 : end;
    }
    const char *stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    size_t length = (size_t)((stop ? stop : end) - at);
    if (length && at[length - 1] == '\r')
        length--;
    return (struct line){at, length};
}

const char *line_after(struct line line, const char *end)
{
    const char *stop = line.at + line.size;
    while (stop < end && *stop != '\n')
        stop++;
    return stop < end ? stop + 1 : end;
}
