#include "catalogue/draft/read/html_tree.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/html_entities.h"
#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct html_tag tags[] = {
    {"p", HTML_BLOCK, false, false},          {"div", HTML_BLOCK, false, false},
    {"section", HTML_BLOCK, false, false},    {"figure", HTML_BLOCK, false, false},
    {"figcaption", HTML_BLOCK, false, false}, {"caption", HTML_BLOCK, false, false},
    {"address", HTML_BLOCK, false, false},    {"details", HTML_BLOCK, false, false},
    {"summary", HTML_BLOCK, false, false},    {"center", HTML_BLOCK, false, false},
    {"body", HTML_BLOCK, false, false},       {"html", HTML_BLOCK, false, false},
    {"h1", HTML_HEADING, false, false},       {"h2", HTML_HEADING, false, false},
    {"h3", HTML_HEADING, false, false},       {"h4", HTML_HEADING, false, false},
    {"h5", HTML_HEADING, false, false},       {"h6", HTML_HEADING, false, false},
    {"ul", HTML_LIST, false, false},          {"ol", HTML_LIST, false, false},
    {"menu", HTML_LIST, false, false},        {"dl", HTML_BLOCK, false, false},
    {"li", HTML_ITEM, false, false},          {"dt", HTML_TERM, false, false},
    {"dd", HTML_TERM, false, false},          {"table", HTML_TABLE, false, false},
    {"tr", HTML_ROW, false, false},           {"td", HTML_CELL, false, false},
    {"th", HTML_CELL, false, false},          {"blockquote", HTML_QUOTE, false, false},
    {"pre", HTML_VERBATIM, false, false},     {"br", HTML_BREAK, true, false},
    {"hr", HTML_LINE, true, false},           {"a", HTML_LINK, false, false},
    {"img", HTML_IMAGE, true, false},         {"iframe", HTML_EMBEDDED, false, true},
    {"video", HTML_EMBEDDED, false, false},   {"audio", HTML_EMBEDDED, false, false},
    {"embed", HTML_EMBEDDED, true, false},    {"b", HTML_BOLD, false, false},
    {"strong", HTML_BOLD, false, false},      {"sup", HTML_RAISED, false, false},
    {"script", HTML_UNSEEN, false, true},     {"style", HTML_UNSEEN, false, true},
    {"template", HTML_UNSEEN, false, true},   {"head", HTML_INLINE, false, false},
    {"title", HTML_TITLE, false, true},       {"main", HTML_MAIN, false, false},
    {"article", HTML_ARTICLE, false, false},  {"header", HTML_HEADER, false, false},
    {"nav", HTML_AROUND, false, false},       {"footer", HTML_AROUND, false, false},
    {"aside", HTML_AROUND, false, false},     {"form", HTML_AROUND, false, false},
    {"button", HTML_AROUND, false, false},    {"select", HTML_AROUND, false, false},
    {"textarea", HTML_AROUND, false, true},   {"dialog", HTML_AROUND, false, false},
    {"svg", HTML_AROUND, false, false},       {"noscript", HTML_AROUND, false, false},
    {"input", HTML_INLINE, true, false},      {"meta", HTML_INLINE, true, false},
    {"link", HTML_INLINE, true, false},       {"col", HTML_INLINE, true, false},
    {"wbr", HTML_INLINE, true, false},        {"source", HTML_INLINE, true, false},
    {"base", HTML_INLINE, true, false},
};

static const struct html_tag other_tag = {"", HTML_INLINE, false, false};

/* One reading. */
struct reading {
    struct arena *arena;
    const char *at;
    const char *end;
    const char *last_closing; /* the last ">" of all; a tag that begins behind it is a text */
    struct html_tree *tree;
    struct html_node *open; /* the innermost open element */
    size_t depth;
    size_t too_deep;            /* open elements that are not kept open */
    bool unclosed_comment;      /* no comment ends from here on … */
    bool unclosed[COUNT(tags)]; /* … and no raw element of the tag */
};

static const struct html_tag *tag_named(const char *name, size_t size)
{
    for (size_t i = 0; i < COUNT(tags); i++)
        if (strlen(tags[i].name) == size && strncasecmp(tags[i].name, name, size) == 0)
            return &tags[i];
    return &other_tag;
}

static struct html_node *add_node(struct reading *reading, const struct html_tag *tag)
{
    struct html_node *node = arena_alloc(reading->arena, sizeof *node);
    struct html_node *parent = reading->open;
    *node = (struct html_node){
        .tag = tag, .href = "", .src = "", .alt = "", .role = "", .classes = "", .id = "", .parent = parent};
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

static void add_text(struct reading *reading, const char *data, size_t size)
{
    if (size)
        add_node(reading, NULL)->text = html_entities_read(reading->arena, data, size);
}

/* Closes open elements up to and with one of a kind, unless one of the kind `barrier` is met first. */
static void close_kind(struct reading *reading, enum html_kind kind, enum html_kind barrier)
{
    for (struct html_node *node = reading->open; node->tag; node = node->parent) {
        if (node->tag->kind == barrier)
            return;
        if (node->tag->kind != kind)
            continue;
        while (reading->open != node->parent) {
            reading->open = reading->open->parent;
            reading->depth--;
        }
        return;
    }
}

/* A paragraph that is open ends where a part begins; "p" alone is closed so, and only as the innermost parts of a line allow. */
static void close_paragraph(struct reading *reading)
{
    for (struct html_node *node = reading->open; node->tag; node = node->parent) {
        if (strcmp(node->tag->name, "p") == 0 || node->tag->kind == HTML_HEADING) {
            while (reading->open != node->parent) {
                reading->open = reading->open->parent;
                reading->depth--;
            }
            return;
        }
        if (node->tag->kind != HTML_INLINE && node->tag->kind != HTML_BOLD && node->tag->kind != HTML_LINK)
            return;
    }
}

/* What a start tag ends without an end tag. */
static void close_implied(struct reading *reading, const struct html_tag *tag)
{
    if (tag->kind == HTML_ITEM)
        close_kind(reading, HTML_ITEM, HTML_LIST);
    else if (tag->kind == HTML_TERM)
        close_kind(reading, HTML_TERM, HTML_LIST);
    else if (tag->kind == HTML_CELL)
        close_kind(reading, HTML_CELL, HTML_TABLE);
    else if (tag->kind == HTML_ROW)
        close_kind(reading, HTML_ROW, HTML_TABLE);
    else if (tag->kind != HTML_INLINE && tag->kind != HTML_BOLD && tag->kind != HTML_LINK && tag->kind != HTML_IMAGE &&
             tag->kind != HTML_BREAK && tag->kind != HTML_RAISED && tag->kind != HTML_UNSEEN &&
             tag->kind != HTML_EMBEDDED && tag->kind != HTML_AROUND)
        close_paragraph(reading);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

/* Behind the ">" of the tag that begins at `at`: outside of quotation marks, or, where those do not end, the next one. */
static const char *tag_end(const struct reading *reading, const char *at)
{
    char quote = '\0';
    for (const char *here = at; here < reading->end; here++) {
        if (quote ? *here == quote : (*here == '"' || *here == '\'') && here[-1] == '=')
            quote = quote ? '\0' : *here;
        else if (!quote && *here == '>')
            return here + 1;
    }
    const char *plain = memchr(at, '>', (size_t)(reading->end - at));
    return plain ? plain + 1 : reading->end;
}

static void keep_attribute(struct reading *reading, struct html_node *node, const char *name, size_t size,
                           const char *value, size_t value_size)
{
    const struct {
        const char *name;
        const char **into;
    } kept[] = {{"href", &node->href}, {"src", &node->src},       {"alt", &node->alt},
                {"role", &node->role}, {"class", &node->classes}, {"id", &node->id}};
    for (size_t i = 0; i < COUNT(kept); i++)
        if (strlen(kept[i].name) == size && strncasecmp(kept[i].name, name, size) == 0 && !**kept[i].into)
            *kept[i].into = html_entities_read(reading->arena, value, value_size);
    if (size == 6 && strncasecmp(name, "hidden", size) == 0)
        node->hidden = true;
}

/* The attributes between a tag's name and its end. */
static void read_attributes(struct reading *reading, struct html_node *node, const char *at, const char *end)
{
    while (at < end) {
        while (at < end && (is_blank(*at) || *at == '/'))
            at++;
        const char *name = at;
        while (at < end && !is_blank(*at) && *at != '=' && *at != '/')
            at++;
        size_t size = (size_t)(at - name);
        while (at < end && is_blank(*at))
            at++;
        const char *value = at;
        if (at < end && *at == '=') {
            for (at++; at < end && is_blank(*at);)
                at++;
            char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : '\0';
            value = at;
            while (at < end && (quote ? *at != quote : !is_blank(*at)))
                at++;
        }
        if (size)
            keep_attribute(reading, node, name, size, value, (size_t)(at - value));
        at += at < end && (*at == '"' || *at == '\'' || (*at == '=' && !size));
    }
}

/* Where the end tag of a raw element begins, from here on; NULL where it has none. */
static const char *raw_end(struct reading *reading, const struct html_tag *tag)
{
    bool *unclosed = &reading->unclosed[tag - tags];
    size_t size = strlen(tag->name);
    for (const char *at = reading->at; !*unclosed && reading->end - at > (ptrdiff_t)size + 2; at++) {
        at = memchr(at, '<', (size_t)(reading->end - at));
        if (!at)
            break;
        if (reading->end - at > (ptrdiff_t)size + 2 && at[1] == '/' && strncasecmp(at + 2, tag->name, size) == 0)
            return at;
    }
    *unclosed = true;
    return NULL;
}

/* All up to the end tag of an element without tags in it; what is not closed has nothing in it. */
static void read_raw(struct reading *reading, struct html_node *node)
{
    const char *stop = raw_end(reading, node->tag);
    size_t size = stop ? (size_t)(stop - reading->at) : 0;
    if (node->tag->kind == HTML_UNSEEN) {
        reading->tree->unseen = true;
    } else if (node->tag->kind == HTML_TITLE && !*reading->tree->title) {
        reading->tree->title = html_entities_read(reading->arena, reading->at, size);
    } else {
        struct html_node *parent = reading->open;
        reading->open = node;
        add_text(reading, reading->at, size);
        reading->open = parent;
    }
    reading->at += size;
}

static void read_start(struct reading *reading, const char *name, const char *behind)
{
    const char *stop = name;
    while (stop < behind && (ascii_is_letter(*stop) || ascii_is_digit(*stop) || *stop == ':' || *stop == '-'))
        stop++;
    const char *close = behind > stop && behind[-1] == '>' ? behind - 1 : behind;
    const struct html_tag *tag = tag_named(name, (size_t)(stop - name));
    close_implied(reading, tag);
    struct html_node *node = add_node(reading, tag);
    node->level = tag->kind == HTML_HEADING ? (unsigned)(tag->name[1] - '0') : 0;
    read_attributes(reading, node, stop, close);
    reading->at = behind;
    if (tag->is_raw) {
        read_raw(reading, node);
    } else if (!tag->is_void && !(tag == &other_tag && close > stop && close[-1] == '/')) {
        bool fits = reading->depth < HTML_DEPTH;
        reading->open = fits ? node : reading->open;
        *(fits ? &reading->depth : &reading->too_deep) += 1;
    }
}

/* Of elements without a name in the table any end tag closes the innermost; a stray end tag closes nothing. */
static void read_end(struct reading *reading, const char *name, const char *behind)
{
    const char *stop = name;
    while (stop < behind && (ascii_is_letter(*stop) || ascii_is_digit(*stop) || *stop == ':' || *stop == '-'))
        stop++;
    const struct html_tag *tag = tag_named(name, (size_t)(stop - name));
    reading->at = behind;
    if (tag->is_raw || tag->is_void)
        return;
    if (reading->too_deep) {
        reading->too_deep--;
        return;
    }
    size_t steps = 1;
    for (struct html_node *node = reading->open; node->tag; node = node->parent, steps++) {
        if (node->tag == tag) {
            reading->open = node->parent;
            reading->depth -= steps;
            return;
        }
        if (node->tag->kind == HTML_CELL && tag->kind != HTML_ROW && tag->kind != HTML_TABLE)
            return;
    }
}

/* Behind the end of the comment that begins here; NULL where it has none. */
static const char *comment_end(struct reading *reading)
{
    const char *from = reading->at + 4;
    for (const char *at = from; !reading->unclosed_comment && at < reading->end; at++) {
        at = memchr(at, '>', (size_t)(reading->end - at));
        if (!at)
            break;
        if (at - from >= 2 && at[-1] == '-' && at[-2] == '-')
            return at + 1;
    }
    reading->unclosed_comment = true;
    return NULL;
}

/* A comment, a declaration or an instruction; a comment that is not closed ends with its first ">". */
static void skip_declaration(struct reading *reading)
{
    bool is_comment = reading->end - reading->at > 6 && memcmp(reading->at + 1, "!--", 3) == 0;
    const char *close = is_comment ? comment_end(reading) : NULL;
    const char *plain = close ? close - 1 : memchr(reading->at, '>', (size_t)(reading->end - reading->at));
    reading->tree->unseen |= is_comment;
    reading->at = plain + 1;
}

static void read_tag(struct reading *reading)
{
    const char *at = reading->at;
    bool is_end = at[1] == '/';
    const char *name = at + 1 + is_end;
    if ((*name == '!' || *name == '?') && at < reading->last_closing) {
        skip_declaration(reading);
    } else if (ascii_is_letter(*name) && at < reading->last_closing) {
        const char *behind = tag_end(reading, name);
        if (is_end)
            read_end(reading, name, behind);
        else
            read_start(reading, name, behind);
    } else {
        add_text(reading, at, 1);
        reading->at++;
    }
}

struct html_tree html_tree_read(struct arena *arena, const char *data, size_t size)
{
    struct html_tree tree = {.root = arena_alloc(arena, sizeof *tree.root), .title = ""};
    struct reading reading = {.arena = arena, .at = data, .end = data + size, .tree = &tree, .open = tree.root};
    *tree.root = (struct html_node){.href = "", .src = "", .alt = "", .role = "", .classes = "", .id = ""};
    for (const char *at = data; at < reading.end; at++)
        if (*at == '>')
            reading.last_closing = at;
    if (!reading.last_closing)
        reading.last_closing = data;
    while (reading.at < reading.end) {
        const char *mark = memchr(reading.at, '<', (size_t)(reading.end - reading.at));
        const char *stop = mark ? mark : reading.end;
        add_text(&reading, reading.at, (size_t)(stop - reading.at));
        reading.at = stop;
        if (mark)
            read_tag(&reading);
    }
    return tree;
}
