#include "indexer/content/markdown_blocks.h"

#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/text.h"

/* The block that is being taken down. */
struct taking {
    struct markdown_reader *reader;
    struct text text;
    struct text words;
    struct markdown_piece *pieces;
    size_t count;
    size_t capacity;
    size_t block_capacity;
    size_t quotations; /* that are open, as are the items of lists and the links */
    size_t items;
    size_t links;
    bool indented; /* what is taken is code without a fence */
    bool cell;     /* what is taken is a cell of a table */
};

static void add_piece(struct taking *taking, size_t line, size_t column, const char *text, bool as_source)
{
    struct arena *arena = taking->reader->arena;
    taking->pieces = arena_grow(arena, taking->pieces, taking->count, &taking->capacity, sizeof *taking->pieces);
    taking->pieces[taking->count++] = (struct markdown_piece){taking->text.size, line, column};
    text_add(&taking->text, text);
    for (; as_source && *text; text++)
        text_char(&taking->words, *text == '\n' ? '\n' : 'x');
    text_add(&taking->words, text);
}

static void add_node(struct taking *taking, cmark_node *node, bool as_source)
{
    int column = cmark_node_get_start_line(node) > 0 ? cmark_node_get_start_column(node) : 1;
    add_piece(taking, markdown_line_of(node), column > 0 ? (size_t)column - 1 : 0, cmark_node_get_literal(node),
              as_source);
}

/* Each line of a piece of code stands on a line of its own. */
static void add_code(struct taking *taking, cmark_node *node)
{
    size_t line = markdown_line_of(node);
    struct line first = markdown_line(taking->reader, line);
    taking->indented = !memchr(first.at, '`', first.size) && !memchr(first.at, '~', first.size);
    line += !taking->indented;
    const char *code = cmark_node_get_literal(node);
    while (*code) {
        size_t size = strcspn(code, "\n");
        size += code[size] == '\n';
        add_piece(taking, line++, 0, arena_copy(taking->reader->arena, code, size), true);
        code += size;
    }
}

static void finish(struct taking *taking)
{
    struct markdown_body *body = taking->reader->body;
    struct arena *arena = taking->reader->arena;
    if (taking->text.size) {
        body->blocks =
            arena_grow(arena, body->blocks, body->block_count, &taking->block_capacity, sizeof *body->blocks);
        body->blocks[body->block_count++] = (struct markdown_block){
            .text = arena_copy(arena, text_string(&taking->text), taking->text.size),
            .words = arena_copy(arena, text_string(&taking->words), taking->words.size),
            .quoted = taking->quotations > 0,
            .indented = taking->indented,
            .cell = taking->cell,
            .depth = taking->items,
            .pieces = taking->pieces,
            .piece_count = taking->count,
        };
    }
    text_clear(&taking->text);
    text_clear(&taking->words);
    taking->pieces = NULL;
    taking->indented = false;
    taking->count = taking->capacity = 0;
}

static bool is_address(const char *text)
{
    return strstr(text, "://") || strncmp(text, "www.", 4) == 0;
}

static void take(struct taking *taking, cmark_event_type event, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    bool ends = event == CMARK_EVENT_EXIT;
    size_t *open = type == CMARK_NODE_BLOCK_QUOTE ? &taking->quotations
                   : type == CMARK_NODE_ITEM      ? &taking->items
                   : type == CMARK_NODE_LINK      ? &taking->links
                                                  : NULL;
    if (open)
        *open += ends ? (size_t)-1 : 1;
    if ((ends && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)) ||
        markdown_table_part(node) == TABLE_CELL)
        finish(taking);
    if (markdown_table_part(node) == TABLE_CELL)
        taking->cell = !ends;
    if (ends)
        return;
    if (type == CMARK_NODE_TEXT)
        add_node(taking, node, taking->links && is_address(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_CODE)
        add_node(taking, node, true);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        add_piece(taking, markdown_line_of(node), 0, "\n", false);
    else if (type == CMARK_NODE_CODE_BLOCK) {
        add_code(taking, node);
        finish(taking);
    }
}

/* The title of a link or image is shown to those who point at it. */
static void take_title(struct taking *taking, cmark_event_type event, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    bool has_title = (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) && *cmark_node_get_title(node);
    if (event != CMARK_EVENT_ENTER || !has_title)
        return;
    add_piece(taking, markdown_line_of(node), 0, normalise(taking->reader->arena, cmark_node_get_title(node)), false);
    finish(taking);
}

static void take_all(struct taking *taking, cmark_node *document,
                     void (*take_one)(struct taking *, cmark_event_type, cmark_node *))
{
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator))
        take_one(taking, event, cmark_iter_get_node(iterator));
    cmark_iter_free(iterator);
}

void markdown_read_blocks(struct markdown_reader *reader, cmark_node *document)
{
    struct taking taking = {.reader = reader};
    take_all(&taking, document, take);
    take_all(&taking, document, take_title);
    text_free(&taking.text);
    text_free(&taking.words);
}
