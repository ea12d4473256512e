#include "catalogue/draft/read/mail_head.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/document_text.h"
#include "catalogue/draft/read/mail_decode.h"
#include "indexer/base/ascii.h"
#include "indexer/base/text.h"

static struct line line_before(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return (struct line){at, (size_t)((stop ? stop : end) - at)};
}

const char *mail_field_read(const char *at, const char *end, struct mail_field *field)
{
    struct line line = line_before(at, end);
    size_t size = 0;
    while (size < line.size && (ascii_is_letter(at[size]) || ascii_is_digit(at[size]) || strchr("-_", at[size])))
        size++;
    if (size < 2 || size == line.size || at[size] != ':')
        return NULL;
    field->name = (struct line){at, size};
    field->value.at = at + size + 1;
    const char *next = line_after(line, end);
    while (next < end && strchr(" \t", *next)) {
        line = line_before(next, end);
        if (strspn(next, " \t\r") >= line.size)
            break;
        next = line_after(line, end);
    }
    field->value.size = (size_t)(line.at + line.size - field->value.at);
    return next;
}

bool mail_field_is(const struct mail_field *field, const char *name)
{
    return field->name.size == strlen(name) && strncasecmp(field->name.at, name, field->name.size) == 0;
}

static const char *on_one_line(struct arena *arena, struct line value)
{
    char *line = arena_copy(arena, value.at, value.size);
    size_t size = value.size;
    for (size_t i = 0; i < size; i++)
        line[i] = strchr("\t\n", line[i]) ? ' ' : line[i];
    while (size && line[size - 1] == ' ')
        line[--size] = '\0';
    return line + strspn(line, " ");
}

const char *mail_field_value(struct arena *arena, const char *at, const char *end, const char *name)
{
    struct mail_field field;
    while (at < end && (at = mail_field_read(at, end, &field)) != NULL)
        if (mail_field_is(&field, name))
            return on_one_line(arena, field.value);
    return "";
}

const char *mail_value_kind(struct arena *arena, const char *value)
{
    size_t size = strcspn(value, "; ");
    char *kind = arena_copy(arena, value, size);
    for (size_t i = 0; i < size; i++)
        kind[i] = ascii_lower(kind[i]);
    return kind;
}

/* The value of a parameter, in quotation marks or not; returns where it ends. */
static const char *read_parameter(struct text *out, const char *at)
{
    if (*at != '"') {
        size_t size = strcspn(at, "; ");
        text_append(out, at, size);
        return at + size;
    }
    for (at++; *at && *at != '"'; at++) {
        at += *at == '\\' && at[1];
        text_char(out, *at);
    }
    return at + (*at == '"');
}

/* "utf-8'en'r%C3%A9port": its encoding to *charset, the bytes to `out`. What goes on in another part has no encoding. */
static void decode_percents(struct arena *arena, struct text *out, const char *value, const char **charset)
{
    const char *language = strchr(value, '\'');
    const char *words = language ? strchr(language + 1, '\'') : NULL;
    if (words && !**charset) {
        *charset = arena_copy(arena, value, (size_t)(language - value));
        value = words + 1;
    }
    struct text quoted = {0};
    for (; *value; value++)
        text_char(&quoted, *value == '%' ? '=' : *value);
    mail_decode_quoted(out, text_string(&quoted), quoted.size);
    text_free(&quoted);
}

const char *mail_value_parameter(struct arena *arena, const char *value, const char *name)
{
    struct text bytes = {0};
    const char *charset = "";
    bool unread = false;
    bool coded = false;
    for (const char *at = value + strcspn(value, ";"); *at; at += strcspn(at, ";")) {
        struct text one = {0};
        at += strspn(at, "; ");
        size_t size = strcspn(at, "=; ");
        const char *behind = at + size + strspn(at + size, " ");
        bool same = size >= strlen(name) && strncasecmp(at, name, strlen(name)) == 0 &&
                    (size == strlen(name) || at[strlen(name)] == '*');
        bool percents = same && at[size - 1] == '*';
        if (*behind != '=') {
            at = behind;
            continue;
        }
        at = read_parameter(&one, behind + 1 + strspn(behind + 1, " "));
        coded |= percents;
        if (percents)
            decode_percents(arena, &bytes, text_string(&one), &charset);
        else if (same)
            text_append(&bytes, text_string(&one), one.size);
        text_free(&one);
    }
    const char *found = coded ? document_text_of(arena, text_string(&bytes), bytes.size, charset).data
                              : mail_decode_words(arena, text_string(&bytes), bytes.size, &unread);
    text_free(&bytes);
    return found;
}
