#include "indexer/content/markdown_html.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/scalars.h"

/* A tag, and what Markdown has around the same words. */
struct tag {
    const char *name;
    const char *mark;
};

static const struct tag tags[] = {{"b", "**"},    {"strong", "**"}, {"i", "*"},    {"em", "*"},  {"u", ""},
                                  {"span", ""},   {"font", ""},     {"small", ""}, {"mark", ""}, {"p", ""},
                                  {"center", ""}, {"div", ""},      {"a", NULL}};

/* The tag of a piece of HTML begins with this name, whatever the case of its letters. */
static bool has_tag(const char *html, const char *name)
{
    size_t size = strlen(name);
    return strncasecmp(html + 1, name, size) == 0 && html[1 + size] && strchr(" />\t\n", html[1 + size]);
}

static const struct tag *tag_of(const char *html)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (has_tag(html, tags[i].name))
            return &tags[i];
    return NULL;
}

/* The words between a tag and the one that closes it on the same line, and where that ends; NULL when there are none. */
static const char *words_inside(struct arena *arena, const struct tag *tag, const char *html, const char **end)
{
    const char *start = strchr(html, '>');
    const char *closing = arena_format(arena, "\74/%s>", tag->name);
    if (!start || memchr(html + 1, '<', (size_t)(start - html - 1)))
        return NULL;
    for (const char *at = ++start; *at; at++) {
        if (strncasecmp(at, closing, strlen(closing)) == 0) {
            *end = at + strlen(closing);
            return at > start ? arena_copy(arena, start, (size_t)(at - start)) : NULL;
        }
        if (*at == '<')
            return NULL;
    }
    return NULL;
}

/* The address of href="…", or NULL. */
static const char *address_of(struct arena *arena, const char *html)
{
    const char *at = strstr(html, "href=");
    const char *stop = strchr(html, '>');
    char quote = at && at < stop ? at[5] : '\0';
    const char *end = quote == '"' || quote == '\'' ? strchr(at + 6, quote) : NULL;
    return end && end < stop ? arena_copy(arena, at + 6, (size_t)(end - at - 6)) : NULL;
}

/* What Markdown has for a link, or NULL where none would come of it: an address that has a blank or leads to no page. */
static const char *link_of(struct arena *arena, const char *words, const char *address)
{
    bool within = address && *address && !strpbrk(address, ": <>\\");
    if (!within && !(address && scalar_url(address)))
        return NULL;
    return strpbrk(address, "()") ? arena_format(arena, "[%s](\74%s>)", words, address)
                                  : arena_format(arena, "[%s](%s)", words, address);
}

/* What Markdown has in place of a tag and its words, or NULL. */
static const char *markdown_of(struct arena *arena, const char *html, const char **end)
{
    const struct tag *tag = tag_of(html);
    const char *words = tag ? words_inside(arena, tag, html, end) : NULL;
    if (!words || strchr(words, '*') || strchr(words, '&'))
        return NULL;
    if (!tag->mark)
        return link_of(arena, words, address_of(arena, html));
    return words[strspn(words, " ")] && (!*tag->mark || (*words != ' ' && words[strlen(words) - 1] != ' '))
               ? arena_format(arena, "%s%s%s", tag->mark, words, tag->mark)
               : NULL;
}

/* The line from where a piece of HTML begins, as it was written; "" where that cannot be told. */
static const char *line_from(struct markdown_reader *reader, struct place place)
{
    struct line line = markdown_line(reader, place.line + 1 - reader->first_line);
    size_t at = utf8_bytes(line.at, line.size, place.column - 1);
    return at < line.size && line.at[at] == '<' ? arena_copy(reader->arena, line.at + at, line.size - at) : "";
}

static void fix(struct markdown_reader *reader, struct place place, const char *line, const char *end,
                const char *meant, bool safe)
{
    place.length = utf8_length(line, (size_t)(end - line));
    diagnostics_fix(reader->diagnostics, place, meant, safe);
}

static void read_comment(struct markdown_reader *reader, struct place place, const char *line)
{
    const char *end = strstr(line, "-->");
    report(reader->diagnostics, CODE_COMMENT, place,
           "take the comment out; remarks to the editors belong into the pull request",
           "a comment for nobody to read stands in the text");
    if (end)
        fix(reader, place, line, end + 3, "", false);
}

static void read_break(struct markdown_reader *reader, struct place place, const char *line)
{
    const char *end = strchr(line, '>');
    report(reader->diagnostics, CODE_LINE_BREAK, place,
           "leave a blank line for a new paragraph, or end the line before with two blanks",
           "a line is not broken with HTML");
    /* In a table it cannot be written otherwise. */
    bool in_table = strchr(line, '|') != NULL;
    if (end && end[1] && place.column > 1 && !in_table)
        fix(reader, place, line, end + 1 + strspn(end + 1, " "), "  \n", true);
}

static void read_tag(struct markdown_reader *reader, struct place place, const char *line)
{
    const char *end = NULL;
    const char *meant = *line ? markdown_of(reader->arena, line, &end) : NULL;
    /* A line of its own in bold is meant as a heading. */
    if (meant && strncmp(meant, "**", 2) == 0 && place.column == 1 && !end[strspn(end, " \r")])
        meant = arena_format(reader->arena, "### %.*s", (int)strlen(meant) - 4, meant + 2);
    report(reader->diagnostics, CODE_HTML, place,
           meant ? arena_format(reader->arena, "write %s", meant)
                 : "use Markdown instead: **bold**, *italic*, - list, [text](address); a plain < is written \\<",
           "HTML is not used in the text");
    if (meant)
        fix(reader, place, line, end, meant, true);
}

/* Whether the tag that this one closes stands before it, and was told. */
static bool is_told(cmark_node *node, const char *closing)
{
    const char *name = closing + 2;
    size_t size = strcspn(name, " \t\n>");
    for (cmark_node *at = cmark_node_previous(node); at; at = cmark_node_previous(at)) {
        cmark_node_type type = cmark_node_get_type(at);
        const char *html =
            type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK ? cmark_node_get_literal(at) : "";
        html += strspn(html, " ");
        if (*html == '<' && strncasecmp(html + 1, name, size) == 0 && strchr(" />\t\n", html[1 + size]))
            return true;
    }
    return false;
}

/* What is said of each kind of HTML. A closing tag is not told again where its opening one was. */
void markdown_read_html(struct markdown_reader *reader, cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    html += strspn(html, " ");
    struct place place = markdown_place(reader, node);
    if (diagnostics_full(reader->diagnostics)) {
        report(reader->diagnostics, CODE_HTML, place, NULL, "HTML is not used in the text");
        return;
    }
    const char *line = line_from(reader, place);
    if (strncmp(html + 1, "!--", 3) == 0)
        read_comment(reader, place, line);
    else if (has_tag(html, "br"))
        read_break(reader, place, line);
    else if (html[1] != '/' || !is_told(node, html))
        read_tag(reader, place, line);
}
