#include "indexer/content/markdown_parts.h"

#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

size_t markdown_line_of(cmark_node *node)
{
    const size_t *line = cmark_node_get_type(node) == CMARK_NODE_TEXT ? cmark_node_get_user_data(node) : NULL;
    if (line)
        return *line;
    while (node && cmark_node_get_start_line(node) <= 0)
        node = cmark_node_parent(node);
    return node ? (size_t)cmark_node_get_start_line(node) : 1;
}

struct line markdown_line(const struct markdown_reader *reader, size_t number)
{
    const struct markdown_body *body = reader->body;
    return number && number <= body->line_count ? body->lines[number - 1] : (struct line){"", 0};
}

/* Characters before a byte of a line; nodes come in their order, so most are counted from the one before. */
static size_t characters_before(struct markdown_reader *reader, size_t number, size_t before)
{
    struct line line = markdown_line(reader, number);
    before = before < line.size ? before : line.size;
    bool goes_on = reader->counted.line == number && reader->counted.bytes <= before;
    size_t from = goes_on ? reader->counted.bytes : 0;
    size_t characters = (goes_on ? reader->counted.characters : 0) + utf8_length(line.at + from, before - from);
    reader->counted = (struct markdown_counted){number, before, characters};
    return characters;
}

struct place markdown_place(struct markdown_reader *reader, cmark_node *node)
{
    size_t number = markdown_line_of(node);
    while (node && cmark_node_get_start_line(node) <= 0)
        node = cmark_node_parent(node);
    int column = node ? cmark_node_get_start_column(node) : 1;
    size_t characters = characters_before(reader, number, column > 1 ? (size_t)column - 1 : 0);
    return (struct place){number + reader->first_line - 1, characters + 1, 1};
}

/*
 * A copy of what cmark made, with bytes that are no UTF-8 and control characters replaced,
 * and without what nobody sees: entities like &#65534;, &#7; or &#8203; come out of cmark raw.
 */
const char *markdown_clean(struct arena *arena, const char *made)
{
    struct text out = {0};
    size_t size = strlen(made);
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t plain = utf8_plain_run(made + at, size - at);
        size_t length = plain ? plain : utf8_decode(made + at, size - at, &point);
        if (!plain && normalise_unseen(made + at, size - at))
            ;
        else if (plain || (length && !utf8_is_control(point)))
            text_append(&out, made + at, length);
        else
            text_add(&out, "\xEF\xBF\xBD");
        at += length ? length : 1;
    }
    char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

/* What a node's user data points at. */
static const enum markdown_table_part part_marks[] = {NOT_OF_TABLE, TABLE_WHOLE, TABLE_ROW, TABLE_CELL};

enum markdown_table_part markdown_table_part(cmark_node *node)
{
    bool may = cmark_node_get_type(node) == CMARK_NODE_CUSTOM_INLINE;
    const enum markdown_table_part *mark = may ? cmark_node_get_user_data(node) : NULL;
    return mark ? *mark : NOT_OF_TABLE;
}

void markdown_set_table_part(cmark_node *node, enum markdown_table_part part)
{
    union {
        const enum markdown_table_part *mark;
        void *any;
    } mark = {&part_marks[part]};
    cmark_node_set_user_data(node, mark.any);
}

/* The words of a node: text and code, a line for each block. */
static void add_plain(struct text *out, cmark_node *root)
{
    cmark_iter *iterator = cmark_iter_new(root);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        enum markdown_table_part part = markdown_table_part(node);
        if (event == CMARK_EVENT_EXIT &&
            (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || part == TABLE_ROW))
            text_char(out, '\n');
        else if (event == CMARK_EVENT_EXIT && part == TABLE_CELL && cmark_node_next(node))
            text_add(out, " | ");
        if (event == CMARK_EVENT_EXIT)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
            text_add(out, cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text_char(out, ' ');
    }
    cmark_iter_free(iterator);
}

const char *markdown_plain(struct arena *arena, cmark_node *node)
{
    struct text out = {0};
    add_plain(&out, node);
    while (out.size && out.data[out.size - 1] == '\n')
        out.data[--out.size] = '\0';
    const char *plain = markdown_clean(arena, text_string(&out));
    text_free(&out);
    return plain;
}
