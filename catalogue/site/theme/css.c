#include "catalogue/site/theme/css.h"

#include <stdbool.h>
#include <string.h>

/* Where a comment or quoted text that begins at `at` ends; `at` itself when there is none. */
static size_t skip(const char *css, size_t size, size_t at)
{
    size_t end = at;
    if (css[at] == '/' && at + 1 < size && css[at + 1] == '*') {
        for (end = at + 2; end + 1 < size && (css[end] != '*' || css[end + 1] != '/'); end++)
            ;
        return end + 2 < size ? end + 2 : size;
    }
    if (css[at] == '"') {
        for (end = at + 1; end < size && css[end] != '"'; end++)
            ;
        return end < size ? end + 1 : size;
    }
    return at;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static bool ends_with_any(const struct text *out, const char *bytes)
{
    return out->size == 0 || strchr(bytes, out->data[out->size - 1]);
}

static void drop_last(struct text *out)
{
    out->data[--out->size] = '\0';
}

/* A blank is only kept between two words; one run of them is one. */
static void add_byte(struct text *out, char byte)
{
    if (is_blank(byte)) {
        if (!ends_with_any(out, " {};,:"))
            text_char(out, ' ');
        return;
    }
    if (strchr("{};,", byte) && out->size && out->data[out->size - 1] == ' ')
        drop_last(out);
    if (byte == '}' && out->size && out->data[out->size - 1] == ';')
        drop_last(out);
    text_char(out, byte);
}

void css_squeeze(struct text *out, const char *css, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t end = skip(css, size, at);
        if (end == at)
            add_byte(out, css[at++]);
        else if (css[at] == '"')
            text_append(out, css + at, end - at);
        at = end > at ? end : at;
    }
}
