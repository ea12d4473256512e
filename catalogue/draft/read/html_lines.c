#include "catalogue/draft/read/html_lines.h"

#include <stdio.h>
#include <string.h>

#include "catalogue/draft/read/markdown_escape.h"

enum { LABEL_MAX = 80 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static char last_of(const struct text *line)
{
    return line->size ? line->data[line->size - 1] : '\0';
}

void html_lines_words(struct html_lines *lines, const char *words, bool bold)
{
    while (*words) {
        size_t size = strcspn(words, " \t\n");
        markdown_escape(&lines->line, words, size, last_of(&lines->line));
        lines->all += size;
        lines->bold += bold ? size : 0;
        words += size;
        if (is_blank(*words) && lines->line.size && last_of(&lines->line) != ' ')
            text_char(&lines->line, ' ');
        while (is_blank(*words))
            words++;
    }
}

void html_lines_cut(struct html_lines *lines, size_t from)
{
    lines->line.size = from;
    if (lines->line.data)
        lines->line.data[from] = '\0';
}

void html_lines_link(struct html_lines *lines, size_t from, const char *address)
{
    struct text link = {0};
    const char *words = text_string(&lines->line) + from;
    size_t lead = strspn(words, " ");
    size_t size = strlen(words);
    while (size > lead && words[size - 1] == ' ')
        size--;
    bool trailing = words[size] == ' ';
    bool same = size - lead == strlen(address) && strncmp(words + lead, address, size - lead) == 0;
    if ((size == lead || same) && !strpbrk(address, "<>"))
        text_format(&link, "%s%c%s>", lead ? " " : "", '<', address);
    else {
        text_format(&link, "%s[%.*s](", lead ? " " : "", (int)(size - lead), words + lead);
        markdown_escape_address(&link, address);
        text_char(&link, ')');
    }
    text_add(&link, trailing ? " " : "");
    html_lines_cut(lines, from);
    text_append(&lines->line, link.data, link.size);
    lines->all += size == lead;
    text_free(&link);
}

/* The words of the line without blanks at its ends; "" when there are none. */
static const char *line_words(struct html_lines *lines)
{
    while (last_of(&lines->line) == ' ')
        html_lines_cut(lines, lines->line.size - 1);
    const char *words = text_string(&lines->line);
    return words + strspn(words, " ");
}

static void start_part(struct html_lines *lines)
{
    if (lines->out.size && !(*lines->marker && lines->item_before))
        text_char(&lines->out, '\n');
    size_t marker = strlen(lines->marker);
    text_append(&lines->out, lines->prefix, lines->prefix_size - marker);
    text_add(&lines->out, lines->marker);
    lines->marker[0] = '\0';
}

static void end_part(struct html_lines *lines)
{
    text_char(&lines->out, '\n');
    text_clear(&lines->line);
    lines->bold = lines->all = 0;
    lines->paragraphs++;
}

/* Further in, where there is room. */
static size_t enter(struct html_lines *lines, const char *rest)
{
    size_t kept = lines->prefix_size;
    size_t size = strlen(rest);
    if (kept + size > HTML_LINES_PREFIX)
        return kept;
    memcpy(lines->prefix + kept, rest, size + 1);
    lines->prefix_size += size;
    return kept;
}

size_t html_lines_item(struct html_lines *lines, size_t number)
{
    static const char blanks[] = "     ";
    char marker[sizeof lines->marker] = "- ";
    if (number && number < 1000)
        snprintf(marker, sizeof marker, "%zu. ", number);
    size_t kept = enter(lines, blanks + (sizeof blanks - 1 - strlen(marker)));
    if (lines->prefix_size > kept)
        memcpy(lines->marker, marker, sizeof marker);
    return kept;
}

size_t html_lines_quote(struct html_lines *lines)
{
    return enter(lines, "> ");
}

void html_lines_leave(struct html_lines *lines, size_t kept)
{
    if (lines->prefix_size > kept)
        lines->marker[0] = '\0';
    lines->prefix_size = kept;
    lines->prefix[kept] = '\0';
}

void html_lines_paragraph(struct html_lines *lines)
{
    const char *words = line_words(lines);
    size_t bullet = *lines->marker ? 0 : markdown_bullet(words, strlen(words));
    size_t kept = bullet ? html_lines_item(lines, 0) : lines->prefix_size;
    bool in_list = lines->prefix_size > 0;
    bool label = lines->bold && lines->bold == lines->all && strlen(words) <= LABEL_MAX && !in_list;
    words += bullet;
    if (*words) {
        start_part(lines);
        text_add(&lines->out, label ? "**" : "");
        if (label)
            text_add(&lines->out, words);
        else
            markdown_escape_line(&lines->out, words, strlen(words));
        text_add(&lines->out, label ? "**" : "");
        lines->item_before = in_list;
        end_part(lines);
    }
    html_lines_leave(lines, kept);
    text_clear(&lines->line);
    lines->bold = lines->all = 0;
}

void html_lines_heading(struct html_lines *lines, unsigned level)
{
    const char *words = line_words(lines);
    if (lines->prefix_size) {
        html_lines_paragraph(lines);
    } else if (*words) {
        start_part(lines);
        text_format(&lines->out, "%.*s %s", (int)level, "######", words);
        lines->item_before = false;
        end_part(lines);
    }
}

void html_lines_free(struct html_lines *lines)
{
    text_free(&lines->out);
    text_free(&lines->line);
}
