#include "indexer/base/yaml_write.h"

#include <string.h>

#include "indexer/base/text.h"

static void add_escaped(struct text *out, char byte)
{
    static const char escapes[] = "\"\"\\\\\nn\tt\rr";
    for (size_t i = 0; escapes[i]; i += 2)
        if (byte == escapes[i]) {
            text_char(out, '\\');
            text_char(out, escapes[i + 1]);
            return;
        }
    text_char(out, byte);
}

const char *yaml_quoted(struct arena *arena, const char *text, size_t size)
{
    struct text out = {0};
    text_char(&out, '"');
    for (size_t i = 0; i < size; i++)
        add_escaped(&out, text[i]);
    text_char(&out, '"');
    const char *quoted = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return quoted;
}

const char *yaml_framed(struct arena *arena, const char *text, size_t size)
{
    bool single = !memchr(text, '\'', size) && (memchr(text, '"', size) || memchr(text, '\\', size));
    struct text out = {0};
    text_char(&out, single ? '\'' : '"');
    for (size_t i = 0; i < size; i++) {
        if (!single && strchr("\"\\", text[i]))
            text_char(&out, '\\');
        text_char(&out, text[i]);
    }
    text_char(&out, single ? '\'' : '"');
    const char *framed = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return framed;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Whether a byte inside a text would end it, or make a key or a comment of it. */
static bool is_special(const char *text, size_t size, size_t at, bool in_list)
{
    char byte = text[at];
    if (byte == ':')
        return at + 1 == size || is_blank(text[at + 1]) || in_list;
    if (byte == '#')
        return is_blank(text[at - 1]); /* none is the first: see is_plain */
    return byte == '\n' || byte == '\r' || byte == '\t' || (in_list && strchr(",[]{}", byte));
}

static bool is_plain(const char *text, size_t size, bool in_list)
{
    if (!size || strchr("!&*|>@`%\"'#,[]{}", text[0]) || is_blank(text[0]) || is_blank(text[size - 1]))
        return false;
    if (strchr("-?:", text[0]) && (size == 1 || is_blank(text[1])))
        return false;
    if (size == 3 && (memcmp(text, "---", 3) == 0 || memcmp(text, "...", 3) == 0))
        return false;
    for (size_t i = 0; i < size; i++)
        if (is_special(text, size, i, in_list))
            return false;
    return true;
}

const char *yaml_scalar(struct arena *arena, const char *text, size_t size, bool in_list)
{
    return is_plain(text, size, in_list) ? arena_copy(arena, text, size) : yaml_quoted(arena, text, size);
}
