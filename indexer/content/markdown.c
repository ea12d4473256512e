#include "indexer/content/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/normalise.h"
#include "indexer/base/string_list.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/prose.h"
#include "indexer/content/scalars.h"

struct reader {
    struct arena *arena;
    size_t first_line;
    const char *links_prefix;
    struct markdown_body *body;
    size_t link_capacity;
    size_t image_capacity;
    size_t section_capacity;
    struct diagnostics *diagnostics;
    cmark_mem memory; /* cmark's own ends the program with a signal when there is none */
};

/* The sections that a case study may have. Required ones are checked in case_check.c. */
static const char *const known_headings[] = {
    "The need",
    "What we did",
    "What changed",
    "How we worked together",
    "Why it worked, or did not",
    "Context that mattered",
    "Keep and adapt",
    "What it took",
    "What helped",
    "What got in the way",
    "What did not work",
    "What people said",
    "Keeping it going",
    "What we would do differently",
};

/* More than the number of types cmark has; the table of readers is indexed by type. */
enum { NODE_TYPES = CMARK_NODE_LAST_INLINE + 1 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_known(const char *heading)
{
    for (size_t i = 0; i < COUNT(known_headings); i++)
        if (strcmp(heading, known_headings[i]) == 0)
            return true;
    return false;
}

/* What people write over the parts of a report, and where it belongs here. */
struct other_heading {
    const char *words;
    const char *known;
};

static const struct other_heading other_headings[] = {
    {"Results", "What changed"},
    {"Outcomes", "What changed"},
    {"Impact", "What changed"},
    {"Findings", "What changed"},
    {"Background", "The need"},
    {"The problem", "The need"},
    {"Problem", "The need"},
    {"Need", "The need"},
    {"Introduction", "The need"},
    {"Context", "Context that mattered"},
    {"What was done", "What we did"},
    {"Approach", "What we did"},
    {"Method", "What we did"},
    {"Activities", "What we did"},
    {"Partnership", "How we worked together"},
    {"Quotes", "What people said"},
    {"Feedback", "What people said"},
    {"Costs", "What it took"},
    {"Resources", "What it took"},
    {"Challenges", "What got in the way"},
    {"Barriers", "What got in the way"},
    {"Enablers", "What helped"},
    {"Sustainability", "Keeping it going"},
    {"Next steps", "Keeping it going"},
    {"Lessons", "What we would do differently"},
    {"Lessons learned", "What we would do differently"},
};

const char *markdown_heading_meant(const char *heading)
{
    for (size_t i = 0; i < COUNT(other_headings); i++)
        if (strcasecmp(heading, other_headings[i].words) == 0)
            return other_headings[i].known;
    return nearest(heading, known_headings, COUNT(known_headings));
}

const char *markdown_heading_help(struct arena *arena, const char *heading)
{
    const char *meant = markdown_heading_meant(heading);
    return meant ? arena_format(arena, "did you mean ## %s?", meant)
                 : "CONTRIBUTING.md lists the sections; within one, a heading is written ###";
}

/* Where a node begins. Inline nodes may not know; then the block around them does. */
static struct place place_of_node(const struct reader *reader, cmark_node *node)
{
    while (node && cmark_node_get_start_line(node) <= 0)
        node = cmark_node_parent(node);
    size_t line = node ? (size_t)cmark_node_get_start_line(node) : 1;
    int column = node ? cmark_node_get_start_column(node) : 1;
    return (struct place){line + reader->first_line - 1, column > 0 ? (size_t)column : 1, 1};
}

/*
 * A copy of what cmark made, with bytes that are no UTF-8 and control
 * characters replaced: entities like &#65534; or &#7; come out of cmark raw.
 */
static const char *clean_copy(struct arena *arena, const char *made)
{
    struct text out = {0};
    size_t size = strlen(made);
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        size_t length = utf8_decode(made + at, size - at, &point);
        if (length && !utf8_is_control(point))
            text_append(&out, made + at, length);
        else
            text_add(&out, "\xEF\xBF\xBD");
        at += length ? length : 1;
    }
    char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

/* The words of a node: text and code, a line for each block. */
static void add_plain(struct text *out, cmark_node *root)
{
    cmark_iter *iterator = cmark_iter_new(root);
    for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_EXIT && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING))
            text_char(out, '\n');
        if (event == CMARK_EVENT_EXIT)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
            text_add(out, cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text_char(out, ' ');
    }
    cmark_iter_free(iterator);
}

static const char *plain_of(struct arena *arena, cmark_node *node)
{
    struct text out = {0};
    add_plain(&out, node);
    while (out.size && out.data[out.size - 1] == '\n')
        out.data[--out.size] = '\0';
    const char *plain = clean_copy(arena, text_string(&out));
    text_free(&out);
    return plain;
}

/* "other-id" of a link to other-id.md or other-id.md#part, or NULL. */
static const char *case_target(struct arena *arena, const char *url)
{
    const char *end = strstr(url, ".md");
    if (!end || (end[3] && end[3] != '#') ||
        strspn(url, "abcdefghijklmnopqrstuvwxyz0123456789-") != (size_t)(end - url) || end == url)
        return NULL;
    return arena_copy(arena, url, (size_t)(end - url));
}

static void read_link(struct reader *reader, cmark_node *node)
{
    const char *url = cmark_node_get_url(node);
    const char *target = case_target(reader->arena, url);
    if (target) {
        struct markdown_body *body = reader->body;
        body->links =
            arena_grow(reader->arena, body->links, body->link_count, &reader->link_capacity, sizeof *body->links);
        body->links[body->link_count++] = (struct markdown_link){target, place_of_node(reader, node)};
        cmark_node_set_url(node, arena_format(reader->arena, "%s%s.html", reader->links_prefix, target));
    } else if (!scalar_url(url) && url[0] != '#') {
        report(reader->diagnostics, CODE_LINK, place_of_node(reader, node),
               "write the whole address from https:// on, or other-id.md for another case study",
               "\"%s\" is not an address that is linked to", url);
        cmark_node_set_url(node, "");
    }
}

static void read_image(struct reader *reader, cmark_node *node)
{
    static const char folder[] = "../images/";
    const char *url = cmark_node_get_url(node);
    const char *name = strncmp(url, folder, sizeof folder - 1) == 0 ? url + sizeof folder - 1 : NULL;
    if (!name || !*name || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen(name) || name[0] == '.') {
        report(reader->diagnostics, CODE_IMAGE, place_of_node(reader, node),
               "put it into content/images/ and write ![words](../images/name.png)",
               "\"%s\" is not an image of this catalogue", url);
        cmark_node_set_url(node, "");
        return;
    }
    if (!*plain_of(reader->arena, node))
        report(reader->diagnostics, CODE_IMAGE_TEXT, place_of_node(reader, node),
               "write what it shows between the square brackets",
               "the image %s has no words for those who cannot see it", name);
    struct markdown_body *body = reader->body;
    body->images =
        arena_grow(reader->arena, body->images, body->image_count, &reader->image_capacity, sizeof *body->images);
    body->images[body->image_count++] =
        (struct markdown_image){arena_string(reader->arena, name), place_of_node(reader, node)};
    cmark_node_set_url(node, arena_format(reader->arena, "%s%s", reader->links_prefix, url));
}

static void read_html(struct reader *reader, cmark_node *node)
{
    report(reader->diagnostics, CODE_HTML, place_of_node(reader, node),
           "use Markdown instead: **bold**, *italic*, - list, [text](address); a plain < is written \\<",
           "HTML is not used in the text");
}

static void read_heading(struct reader *reader, cmark_node *node)
{
    if (cmark_node_get_heading_level(node) == 1)
        report(reader->diagnostics, CODE_TOP_HEADING, place_of_node(reader, node),
               "write ## for a section and ### within one",
               "a heading of the first level (#) is not used in the text; the title is in the front matter");
}

/* From here on the words are as readers see them. */
static void read_words(struct reader *reader, cmark_node *node)
{
    const char *words = cmark_node_get_literal(node);
    const char *plain = normalise(reader->arena, words);
    if (plain != words)
        cmark_node_set_literal(node, plain);
}

/* What is looked at in each node, by its type. */
static void (*const node_readers[NODE_TYPES])(struct reader *, cmark_node *) = {
    [CMARK_NODE_LINK] = read_link,        [CMARK_NODE_IMAGE] = read_image,      [CMARK_NODE_HTML_BLOCK] = read_html,
    [CMARK_NODE_HTML_INLINE] = read_html, [CMARK_NODE_HEADING] = read_heading,  [CMARK_NODE_TEXT] = read_words,
    [CMARK_NODE_CODE] = read_words,       [CMARK_NODE_CODE_BLOCK] = read_words,
};

static void read_nodes(struct reader *reader, cmark_node *document)
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

static void add_items(struct reader *reader, struct markdown_section *section, cmark_node *part)
{
    struct string_list items = {0};
    for (cmark_node *list = cmark_node_first_child(part); list; list = cmark_node_next(list))
        for (cmark_node *item = cmark_node_get_type(list) == CMARK_NODE_LIST ? cmark_node_first_child(list) : NULL;
             item; item = cmark_node_next(item))
            string_list_add(reader->arena, &items, plain_of(reader->arena, item));
    section->items = items.items;
    section->item_count = items.count;
}

static struct rendered render(struct reader *reader, cmark_node *part)
{
    char *html = cmark_render_html(part, CMARK_OPT_DEFAULT);
    struct rendered rendered = {clean_copy(reader->arena, html)};
    free(html);
    return rendered;
}

/* Moves the nodes from `node` up to the next section heading into a document of their own. */
static cmark_node *take_part(struct reader *reader, cmark_node **node)
{
    cmark_node *part = cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, &reader->memory);
    while (*node && !(cmark_node_get_type(*node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(*node) <= 2)) {
        cmark_node *next = cmark_node_next(*node);
        cmark_node_append_child(part, *node);
        *node = next;
    }
    return part;
}

static void add_section(struct reader *reader, cmark_node *heading, cmark_node *part)
{
    struct markdown_body *body = reader->body;
    body->sections = arena_grow(reader->arena, body->sections, body->section_count, &reader->section_capacity,
                                sizeof *body->sections);
    struct markdown_section *section = &body->sections[body->section_count++];
    *section =
        (struct markdown_section){.heading = plain_of(reader->arena, heading), .place = place_of_node(reader, heading)};
    section->is_title = cmark_node_get_heading_level(heading) == 1;
    section->known = is_known(section->heading);
    section->plain = plain_of(reader->arena, part);
    section->has_text = *section->plain != '\0';
    add_items(reader, section, part);
    section->content = render(reader, part);
}

static void read_sections(struct reader *reader, cmark_node *document)
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

static cmark_node *parse(struct reader *reader, const char *data, size_t size)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &reader->memory);
    cmark_parser_feed(parser, data, size);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static struct markdown_body read_body(struct arena *arena, const char *data, size_t size, size_t first_line,
                                      const char *links_prefix, struct diagnostics *diagnostics,
                                      void (*read_parts)(struct reader *, cmark_node *))
{
    struct markdown_body body = {.before = {""}, .plain = ""};
    if (!prose_guard(data, size, first_line, diagnostics))
        return body;
    struct reader reader = {.arena = arena,
                            .first_line = first_line,
                            .links_prefix = links_prefix,
                            .body = &body,
                            .diagnostics = diagnostics,
                            .memory = {memory_zeroed, memory_resize, free}};
    cmark_node *document = parse(&reader, data, size);
    read_nodes(&reader, document);
    body.plain = plain_of(arena, document);
    read_parts(&reader, document);
    cmark_node_free(document);
    return body;
}

struct markdown_body markdown_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                   const char *links_prefix, struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, first_line, links_prefix, diagnostics, read_sections);
}

static void read_in_one(struct reader *reader, cmark_node *document)
{
    reader->body->before = render(reader, document);
}

struct markdown_body markdown_read_whole(struct arena *arena, const char *data, size_t size, size_t first_line,
                                         const char *links_prefix, struct diagnostics *diagnostics)
{
    return read_body(arena, data, size, first_line, links_prefix, diagnostics, read_in_one);
}

const char *markdown_library(void)
{
    return cmark_version_string();
}

const struct markdown_section *markdown_section(const struct markdown_body *body, const char *heading)
{
    for (size_t i = 0; i < body->section_count; i++)
        if (strcmp(body->sections[i].heading, heading) == 0)
            return &body->sections[i];
    return NULL;
}
