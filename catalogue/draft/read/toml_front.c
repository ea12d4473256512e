#include "catalogue/draft/read/toml_front.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/text.h"
#include "indexer/base/yaml_make.h"

static const char fence[] = "+++";

/* Behind a line that is nothing but the fence; NULL when it is another. */
static const char *behind_fence(const char *at)
{
    if (strncmp(at, fence, sizeof fence - 1) != 0)
        return NULL;
    at += sizeof fence - 1;
    at += strspn(at, " \t");
    return *at == '\n' ? at + 1 : *at ? NULL : at;
}

/* The text between marks, with their escapes read; returns where it ends, or NULL where no mark ends it on this line. */
static const char *read_quoted(struct text *out, const char *at)
{
    char mark = *at++;
    for (; *at && *at != '\n' && *at != mark; at++) {
        bool escaped = mark == '"' && *at == '\\' && at[1] && at[1] != '\n';
        at += escaped;
        text_char(out, escaped && strchr("nt", *at) ? ' ' : *at);
    }
    return *at == mark ? at + 1 : NULL;
}

/* One value: in quotation marks, or what stands before a comma, bracket, remark or line's end. NULL when it is none. */
static const char *read_value(struct arena *arena, const char *at, struct yaml_node **value)
{
    struct text words = {0};
    const char *end = at;
    if (*at == '"' || *at == '\'') {
        end = read_quoted(&words, at);
    } else {
        size_t size = strcspn(at, ",]#\n");
        end = size ? at + size : NULL;
        while (size && at[size - 1] == ' ')
            size--;
        text_append(&words, at, size);
    }
    *value = yaml_make_scalar(arena, arena_copy(arena, text_string(&words), words.size));
    text_free(&words);
    return end;
}

/* A list, which may go on over lines; NULL when it is none. */
static const char *read_list(struct arena *arena, const char *at, struct yaml_node **value)
{
    *value = yaml_make(arena, TREE_LIST);
    for (at++;;) {
        struct yaml_node *item = NULL;
        at += strspn(at, " \t\n,");
        if (*at == ']')
            return at + 1;
        if (!*at || strchr("[{#", *at) || !(at = read_value(arena, at, &item)))
            return NULL;
        yaml_make_item(arena, *value, item);
    }
}

/* The value behind a sign; NULL when it is none that is read here. *end is where it ends. */
static struct yaml_node *value_at(struct arena *arena, const char *at, const char **end)
{
    struct yaml_node *value = NULL;
    bool longer = strncmp(at, "\"\"\"", 3) == 0 || strncmp(at, "'''", 3) == 0;
    *end = longer || *at == '{' ? NULL : *at == '[' ? read_list(arena, at, &value) : read_value(arena, at, &value);
    size_t blanks = *end ? strspn(*end, " \t") : 0;
    return *end && (!(*end)[blanks] || strchr("\n#", (*end)[blanks])) ? value : NULL;
}

/* The words before the sign of a line, without quotation marks; "" when there is none. */
static const char *key_of(struct arena *arena, const char *line, const char *sign)
{
    const char *from = line + strspn(line, " \t\"'");
    while (sign && sign > from && strchr(" \t\"'", sign[-1]))
        sign--;
    return sign && from < sign && *from != '#' ? arena_copy(arena, from, (size_t)(sign - from)) : "";
}

/* Behind the line or lines of one answer, which is added to the map; other lines are, by their number. */
static const char *read_answer(struct arena *arena, struct yaml_node *map, const char *line, size_t *number)
{
    const char *stop = line + strcspn(line, "\n");
    const char *sign = memchr(line, '=', (size_t)(stop - line));
    const char *key = key_of(arena, line, sign);
    const char *end = stop;
    struct yaml_node *value =
        *key && !yaml_get(map, key) ? value_at(arena, sign + 1 + strspn(sign + 1, " \t"), &end) : NULL;
    size_t at = ++*number;
    if (value) {
        stop = end > stop ? end + strcspn(end, "\n") : stop;
        for (const char *inside = line; inside < stop; inside++)
            *number += *inside == '\n';
        yaml_make_entry(arena, map, key, value);
    } else if (line[strspn(line, " \t")] != '\n') {
        yaml_make_entry(arena, map, arena_format(arena, "line %zu", at),
                        yaml_make_scalar(arena, arena_copy(arena, line, (size_t)(stop - line))));
    }
    return *stop ? stop + 1 : stop;
}

const struct yaml_node *toml_front(struct arena *arena, const char *text, const char **body)
{
    struct yaml_node *map = yaml_make(arena, TREE_MAP);
    const char *at = behind_fence(text);
    const char *end = at;
    while (end && *end && !behind_fence(end)) {
        end += strcspn(end, "\n");
        end += *end == '\n';
    }
    if (!end || !*end)
        return NULL;
    const char *front = arena_copy(arena, at, (size_t)(end - at));
    for (size_t number = 1; *front;)
        front = read_answer(arena, map, front, &number);
    *body = behind_fence(end);
    return map;
}
