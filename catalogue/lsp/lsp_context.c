#include "catalogue/lsp/lsp_context.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/fences.h"

/* A line of the front matter, as far as it tells where things belong. */
struct parts {
    const char *begin, *end;
    size_t indent; /* of what stands first behind blanks and dashes */
    bool is_item;  /* it has a dash */
    const char *key;
    size_t key_size; /* 0: it has no key */
};

static bool is_word(char byte)
{
    return ascii_is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           byte == '-';
}

static struct parts parts_of(const char *begin, const char *end)
{
    struct parts parts = {.begin = begin, .end = end};
    const char *at = begin;
    while (at < end && *at == ' ')
        at++;
    while (at + 1 < end && at[0] == '-' && at[1] == ' ') {
        parts.is_item = true;
        for (at++; at < end && *at == ' ';)
            at++;
    }
    parts.is_item = parts.is_item || (at + 1 == end && *at == '-');
    parts.indent = (size_t)(at - begin);
    parts.key = at;
    while (at < end && is_word(*at))
        at++;
    if (at < end && *at == ':' && (at + 1 == end || at[1] == ' '))
        parts.key_size = (size_t)(at - parts.key);
    return parts;
}

static const struct field *find_field(const struct field *fields, size_t count, const char *key, size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(fields[i].key) == size && memcmp(fields[i].key, key, size) == 0)
            return &fields[i];
    return NULL;
}

/* The line before this one, or NULL. */
static const char *line_before(const char *front, const char *begin)
{
    if (begin == front)
        return NULL;
    const char *at = begin - 1;
    while (at > front && at[-1] != '\n')
        at--;
    return at;
}

static const char *line_end(const char *begin, const char *end)
{
    const char *found = memchr(begin, '\n', (size_t)(end - begin));
    return found ? found : end;
}

/* The field that a line set in by `indent` stands under; NULL at the margin, with *known false when it is none of ours. */
static const struct field *parent_of(const char *front, const char *begin, size_t indent, bool *known)
{
    const struct field *chain[4];
    const char *keys[4];
    size_t sizes[4], depth = 0;
    *known = true;
    for (const char *at = line_before(front, begin); at && indent; at = line_before(front, at)) {
        struct parts parts = parts_of(at, line_end(at, begin));
        if (!parts.key_size || parts.indent >= indent)
            continue;
        if (depth == sizeof keys / sizeof *keys)
            return *known = false, NULL;
        keys[depth] = parts.key;
        sizes[depth++] = parts.key_size;
        indent = parts.indent;
    }
    const struct field *fields = case_fields;
    size_t count = CASE_FIELDS;
    for (size_t i = depth; i > 0; i--) {
        chain[i - 1] = find_field(fields, count, keys[i - 1], sizes[i - 1]);
        if (!chain[i - 1])
            return *known = false, NULL;
        fields = chain[i - 1]->members;
        count = chain[i - 1]->member_count;
    }
    return depth ? chain[0] : NULL;
}

static void take_word(const char *data, const struct parts *line, const char *at, struct lsp_context *context)
{
    const char *from = at, *to = at;
    while (from > line->begin && is_word(from[-1]))
        from--;
    while (to < line->end && is_word(*to))
        to++;
    context->from = (size_t)(from - data);
    context->to = (size_t)(to - data);
}

static void in_front(const char *front, const struct parts *line, const char *at, struct lsp_context *context)
{
    bool known = true;
    bool in_value = line->key_size && at > line->key + line->key_size;
    /* An item without a key may stand as far out as the key that it belongs to. */
    size_t indent = line->indent + (line->is_item && !line->key_size);
    const struct field *parent = parent_of(front, line->begin, indent, &known);
    const struct field *fields = parent ? parent->members : case_fields;
    size_t count = parent ? parent->member_count : CASE_FIELDS;
    if (!known)
        return;
    const struct field *own = find_field(fields, count, line->key, line->key_size);
    const struct field *value = in_value ? own : line->is_item && !line->key_size ? parent : NULL;
    if (value && value->type == FIELD_TERM) {
        context->where = LSP_TERM;
        context->field = value;
    } else if (!in_value && (!parent || parent->type == FIELD_MAP)) {
        *context = (struct lsp_context){LSP_KEY, fields, count, own, context->from, context->to};
    }
}

struct lsp_context lsp_context_at(const char *data, size_t size, size_t offset)
{
    struct lsp_context context = {.where = LSP_NOWHERE, .from = offset, .to = offset};
    struct fences fences = {0};
    const char *at = data + (offset < size ? offset : size);
    if (!fences_find(data, size, NULL, &fences, NULL) || at < fences.front)
        return context;
    const char *begin = at;
    while (begin > data && begin[-1] != '\n')
        begin--;
    struct parts line = parts_of(begin, line_end(at, data + size));
    take_word(data, &line, at, &context);
    if (at > fences.front + fences.front_size && strncmp(begin, "##", 2) == 0 && begin[2] != '#' && at > begin + 1)
        context =
            (struct lsp_context){.where = LSP_HEADING, .from = (size_t)(begin - data), .to = (size_t)(line.end - data)};
    else if (at > fences.front + fences.front_size)
        context.where = LSP_BODY;
    else
        in_front(fences.front, &line, at, &context);
    return context;
}

bool lsp_has_key(const char *data, size_t size, const char *key)
{
    struct fences fences = {0};
    if (!fences_find(data, size, NULL, &fences, NULL))
        return false;
    const char *end = fences.front + fences.front_size;
    for (const char *at = fences.front; at < end;) {
        const char *stop = line_end(at, end);
        struct parts parts = parts_of(at, stop);
        if (!parts.indent && parts.key_size == strlen(key) && memcmp(parts.key, key, parts.key_size) == 0)
            return true;
        at = stop < end ? stop + 1 : end;
    }
    return false;
}
