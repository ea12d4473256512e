#include "indexer/content/markdown.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/string_list.h"
#include "indexer/content/body_lines.h"
#include "indexer/content/codes.h"
#include "indexer/content/headings.h"
#include "indexer/content/markdown_blocks.h"
#include "indexer/content/markdown_entities.h"
#include "indexer/content/markdown_html.h"
#include "indexer/content/markdown_links.h"
#include "indexer/content/markdown_tables.h"
#include "indexer/content/prose.h"

/* More than the number of types cmark has; the table of readers is indexed by type. */
enum { NODE_TYPES = CMARK_NODE_LAST_INLINE + 1 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Those on lines of their own were looked at before (body_lines.h); these stand in a list or a quotation, or show nothing. */
static void read_heading(struct markdown_reader *reader, cmark_node *node)
{
    if (cmark_node_get_heading_level(node) == 1)
        report(reader->diagnostics, CODE_TOP_HEADING, markdown_place(reader, node),
               "write ## for a section and ### within one",
               "a heading of the first level (#) is not used in the text; the title is in the front matter");
    if (cmark_node_first_child(node) && !*normalise_trimmed(reader->arena, markdown_plain(reader->arena, node)) &&
        cmark_node_get_type(cmark_node_first_child(node)) != CMARK_NODE_IMAGE)
        report(reader->diagnostics, CODE_HEADING_EMPTY, markdown_place(reader, node),
               "write its words behind the number signs, or take the line out", "this heading has no words");
}

static void normalise_words(struct markdown_reader *reader, cmark_node *node)
{
    const char *words = cmark_node_get_literal(node);
    const char *plain = normalise(reader->arena, words);
    if (plain != words)
        cmark_node_set_literal(node, plain);
}

/* From here on the words are as readers see them. */
static void read_text(struct markdown_reader *reader, cmark_node *node)
{
    markdown_tell_entities(reader, node, cmark_node_get_literal(node));
    normalise_words(reader, node);
}

/* What is looked at in each node, by its type. */
static void (*const node_readers[NODE_TYPES])(struct markdown_reader *, cmark_node *) = {
    [CMARK_NODE_LINK] = markdown_read_link,       [CMARK_NODE_IMAGE] = markdown_read_image,
    [CMARK_NODE_HTML_BLOCK] = markdown_read_html, [CMARK_NODE_HTML_INLINE] = markdown_read_html,
    [CMARK_NODE_HEADING] = read_heading,          [CMARK_NODE_TEXT] = read_text,
    [CMARK_NODE_CODE] = normalise_words,          [CMARK_NODE_CODE_BLOCK] = normalise_words,
};

static void read_nodes(struct markdown_reader *reader, cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER && node_readers[type])
            node_readers[type](reader, node);
    }
    cmark_iter_free(iterator);
}

static void add_items(struct markdown_reader *reader, struct markdown_section *section, cmark_node *part)
{
    struct string_list items = {0};
    for (cmark_node *list = cmark_node_first_child(part); list; list = cmark_node_next(list))
        for (cmark_node *item = cmark_node_get_type(list) == CMARK_NODE_LIST ? cmark_node_first_child(list) : NULL;
             item; item = cmark_node_next(item))
            string_list_add(reader->arena, &items, markdown_plain(reader->arena, item));
    section->items = items.items;
    section->item_count = items.count;
}

static struct rendered render(struct markdown_reader *reader, cmark_node *part)
{
    char *html = cmark_render_html(part, CMARK_OPT_DEFAULT);
    struct text finished = {0};
    text_add(&finished, html);
    free(html);
    markdown_finish_html(&finished);
    struct rendered rendered = {markdown_clean(reader->arena, text_string(&finished))};
    text_free(&finished);
    return rendered;
}

/* Moves the nodes from `node` up to the next section heading into a document of their own. */
static cmark_node *take_part(struct markdown_reader *reader, cmark_node **node)
{
    cmark_node *part = cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, &reader->memory);
    while (*node && !(cmark_node_get_type(*node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(*node) <= 2)) {
        cmark_node *next = cmark_node_next(*node);
        cmark_node_append_child(part, *node);
        *node = next;
    }
    return part;
}

/* Whether a part holds words in HTML: they were refused, and are told no second time as missing. */
static bool holds_html(cmark_node *part)
{
    for (cmark_node *node = cmark_node_first_child(part); node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
            strncmp(cmark_node_get_literal(node), "\74!--", 4) != 0)
            return true;
    return false;
}

static void add_section(struct markdown_reader *reader, cmark_node *heading, cmark_node *part)
{
    struct markdown_body *body = reader->body;
    body->sections = arena_grow(reader->arena, body->sections, body->section_count, &reader->section_capacity,
                                sizeof *body->sections);
    struct markdown_section *section = &body->sections[body->section_count++];
    *section = (struct markdown_section){.heading = markdown_plain(reader->arena, heading),
                                         .place = markdown_place(reader, heading)};
    const char *known = heading_known(section->heading);
    section->is_title = cmark_node_get_heading_level(heading) == 1;
    section->known = known && strcmp(known, section->heading) == 0;
    section->plain = markdown_plain(reader->arena, part);
    section->has_text = *section->plain != '\0' || holds_html(part);
    add_items(reader, section, part);
    section->content = render(reader, part);
}

static void read_sections(struct markdown_reader *reader, cmark_node *document)
{
    cmark_node *node = cmark_node_first_child(document);
    cmark_node *part = take_part(reader, &node);
    reader->body->before = render(reader, part);
    cmark_node_free(part);
    while (node) {
        cmark_node *heading = node;
        node = cmark_node_next(node);
        part = take_part(reader, &node);
        add_section(reader, heading, part);
        cmark_node_free(part);
    }
}

/* A page has sections of its own. */
static void read_page(struct markdown_reader *reader, cmark_node *document)
{
    read_sections(reader, document);
}

static cmark_node *parse(struct markdown_reader *reader, const char *data, size_t size)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &reader->memory);
    cmark_parser_feed(parser, data, size);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static void take_lines(struct arena *arena, const char *data, size_t size, struct markdown_body *body)
{
    struct line *lines = NULL;
    size_t capacity = 0;
    for (const char *at = data; at < data + size;) {
        struct line line = line_number(at, (size_t)(data + size - at), 1);
        lines = arena_grow(arena, lines, body->line_count, &capacity, sizeof *lines);
        lines[body->line_count++] = line;
        at = line_after(line, data + size);
    }
    body->lines = lines;
}

static void read_in_one(struct markdown_reader *reader, cmark_node *document)
{
    reader->body->before = render(reader, document);
}

/* A text of the publisher's own, in which mailboxes may be linked. */
static void read_own(struct markdown_reader *reader, cmark_node *document)
{
    read_in_one(reader, document);
}

static struct markdown_body read_body(struct arena *arena, const char *data, size_t size, size_t first_line,
                                      const char *links_prefix, const struct string_list *pages,
                                      struct diagnostics *diagnostics,
                                      void (*read_parts)(struct markdown_reader *, cmark_node *))
{
    struct markdown_body body = {.before = {""}, .plain = "", .first_line = first_line};
    if (!prose_guard(data, size, first_line, diagnostics))
        return body;
    struct markdown_reader reader = {.arena = arena,
                                     .first_line = first_line,
                                     .links_prefix = links_prefix,
                                     .pages = pages,
                                     .body = &body,
                                     .diagnostics = diagnostics,
                                     .takes_mail = read_parts == read_own,
                                     .memory = {memory_zeroed, memory_resize, free}};
    take_lines(arena, data, size, &body);
    enum body_kind kind = read_parts == read_sections ? BODY_OF_CASE
                          : read_parts == read_page   ? BODY_OF_PAGE
                                                      : BODY_PIECE;
    const char *mended = body_lines_mend(arena, data, size, first_line, kind, diagnostics);
    cmark_node *document = parse(&reader, mended, strlen(mended));
    markdown_make_tables(&reader, document);
    read_nodes(&reader, document);
    markdown_read_blocks(&reader, document);
    body.plain = markdown_plain(arena, document);
    read_parts(&reader, document);
    cmark_node_free(document);
    return body;
}

struct markdown_body markdown_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                   const char *links_prefix, struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, first_line, links_prefix, NULL, diagnostics, read_sections);
}

struct markdown_body markdown_read_page(struct arena *arena, const char *data, size_t size, size_t first_line,
                                        const struct string_list *pages, struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, first_line, "case-studies/", pages, diagnostics, read_page);
}

struct markdown_body markdown_read_whole(struct arena *arena, const char *data, size_t size, size_t first_line,
                                         const char *links_prefix, struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, first_line, links_prefix, NULL, diagnostics, read_in_one);
}

struct markdown_body markdown_read_own(struct arena *arena, const char *data, size_t size, const char *links_prefix,
                                       struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, 1, links_prefix, NULL, diagnostics, read_own);
}

const char *markdown_library(void)
{
    return cmark_version_string();
}
