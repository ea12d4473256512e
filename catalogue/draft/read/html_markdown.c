#include "catalogue/draft/read/html_markdown.h"

#include <string.h>

#include "catalogue/draft/read/form_table.h"
#include "catalogue/draft/read/html_lines.h"
#include "catalogue/draft/read/html_parts.h"
#include "catalogue/draft/read/markdown_escape.h"
#include "indexer/base/string_list.h"
#include "indexer/content/scalars.h"

enum { FORM_ROWS = 100 };

/* One page on its way. */
struct turning {
    struct arena *arena;
    struct left_out *left_out;
    struct html_lines lines;
    bool bold;
    bool in_heading;
    size_t in_cell;
};

static void turn(struct turning *turning, const struct html_node *node);
static void turn_element(struct turning *turning, const struct html_node *node);

static void turn_children(struct turning *turning, const struct html_node *node)
{
    for (const struct html_node *child = node->first; child; child = child->next)
        turn(turning, child);
}

/* Where a part of its own begins or ends; in a cell or heading, which stays one line, that is a blank. */
static void end_line(struct turning *turning)
{
    if (turning->in_cell || turning->in_heading)
        html_lines_words(&turning->lines, " ", false);
    else
        html_lines_paragraph(&turning->lines);
}

static void leave_out(struct turning *turning, const char *why, const struct html_node *node,
                      const struct html_node *but)
{
    struct text words = {0};
    html_words(&words, node, but);
    left_out_add(turning->arena, turning->left_out, why, text_string(&words), words.size);
    text_free(&words);
}

/* What a picture is called; of one that came with an e-mail ("cid:van.png@1a2b") the part before the sign. */
static const char *name_of(struct arena *arena, const char *address)
{
    static const char attached[] = "cid:";
    const char *slash = strrchr(address, '/');
    if (strncmp(address, "data:", 5) == 0)
        return "";
    if (strncmp(address, attached, sizeof attached - 1) == 0)
        return arena_copy(arena, address + sizeof attached - 1, strcspn(address + sizeof attached - 1, "@"));
    return slash && slash[1] ? slash + 1 : address;
}

/* "(picture: A barber measures, barber.png)" */
static void name_thing(struct turning *turning, const char *what, const char *words, const char *address)
{
    struct html_lines *lines = &turning->lines;
    html_lines_words(lines, " (", false);
    html_lines_words(lines, what, false);
    html_lines_words(lines, *words || *address ? ": " : "", false);
    html_lines_words(lines, words, false);
    html_lines_words(lines, *words && *address ? ", " : "", false);
    size_t from = lines->line.size;
    html_lines_words(lines, address, false);
    if (scalar_url(address))
        html_lines_link(lines, from, address);
    html_lines_words(lines, ") ", false);
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Behind "mailto:" or "tel:"; NULL for other addresses. */
static const char *mailbox_of(struct arena *arena, const char *href)
{
    const char *at = begins(href, "mailto:") ? href + strlen("mailto:")
                     : begins(href, "tel:")  ? href + strlen("tel:")
                                             : NULL;
    return at ? arena_copy(arena, at, strcspn(at, "?")) : NULL;
}

/* A web address as it can stand in Markdown; "" for others. */
static const char *page_of(struct arena *arena, const char *href)
{
    struct text out = {0};
    markdown_escape_address(&out, href + strspn(href, " \t\n"));
    const char *address = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return scalar_url(address) ? address : "";
}

/* What becomes of the words of a link, which are the last of the line from `from` on. */
static void end_link(struct turning *turning, const char *href, size_t from)
{
    struct html_lines *lines = &turning->lines;
    from = from < lines->line.size ? from : lines->line.size;
    const char *words = arena_string(turning->arena, text_string(&lines->line) + from);
    const char *bare = words + strspn(words, " ");
    const char *mailbox = mailbox_of(turning->arena, href);
    const char *page = page_of(turning->arena, href);
    bool is_number = *bare && bare[strspn(bare, "0123456789")] == '\0';
    if (*href == '#' && is_number) {
        html_lines_cut(lines, from);
        html_lines_words(lines, arena_format(turning->arena, " (note %s) ", bare), false);
    } else if (mailbox && !strstr(words, mailbox)) {
        html_lines_words(lines, arena_format(turning->arena, " (%s)", mailbox), false);
    } else if (*page && turning->in_heading) {
        left_out_add(turning->arena, turning->left_out, "where the words of a heading led", href, strlen(href));
    } else if (*page) {
        html_lines_link(lines, from, page);
    } else if (*href && *href != '#' && !mailbox && !begins(href, "javascript:")) {
        html_lines_words(lines, arena_format(turning->arena, " (address: %s)", href), false);
    }
}

static void turn_link(struct turning *turning, const struct html_node *node)
{
    struct html_lines *lines = &turning->lines;
    size_t paragraphs = lines->paragraphs;
    if (strcmp(node->role, "doc-backlink") == 0)
        return;
    size_t from = lines->line.size;
    turn_children(turning, node);
    if (lines->paragraphs == paragraphs)
        end_link(turning, node->href, from);
    else if (scalar_url(node->href))
        html_lines_words(lines, arena_format(turning->arena, " (%s) ", node->href), false);
}

static void turn_heading(struct turning *turning, const struct html_node *node)
{
    if (turning->in_cell || turning->in_heading) {
        turn_children(turning, node);
        return;
    }
    end_line(turning);
    turning->in_heading = true;
    turn_children(turning, node);
    turning->in_heading = false;
    html_lines_heading(&turning->lines, node->level ? node->level : 1);
}

/* Each item of a list within a list is one of a list further in; too deep ones are items of the last. */
static void turn_item(struct turning *turning, const struct html_node *node)
{
    bool numbered = node->parent->tag && strcmp(node->parent->tag->name, "ol") == 0;
    size_t number = 1;
    end_line(turning);
    for (const struct html_node *before = node->parent->first; numbered && number < 1000 && before != node;
         before = before->next)
        number += before->tag && before->tag->kind == HTML_ITEM;
    if (turning->in_cell) {
        turn_children(turning, node);
        end_line(turning);
        return;
    }
    size_t kept = html_lines_item(&turning->lines, numbered ? number : 0);
    turn_children(turning, node);
    end_line(turning);
    html_lines_leave(&turning->lines, kept);
}

/* What a term means stands below it, as an item. */
static void turn_term(struct turning *turning, const struct html_node *node)
{
    if (strcmp(node->tag->name, "dd") == 0)
        turn_item(turning, node);
    else
        turn_element(turning, node);
}

static void turn_quote(struct turning *turning, const struct html_node *node)
{
    end_line(turning);
    size_t kept = html_lines_quote(&turning->lines);
    turn_children(turning, node);
    end_line(turning);
    html_lines_leave(&turning->lines, kept);
}

/* The words of a cell, on one line. */
static const char *cell_words(struct turning *turning, const struct html_node *cell)
{
    struct text kept = turning->lines.line;
    turning->lines.line = (struct text){0};
    turning->in_cell++;
    turn_children(turning, cell);
    turning->in_cell--;
    const char *words = text_string(&turning->lines.line);
    size_t from = strspn(words, " ");
    size_t to = strlen(words);
    while (to > from && words[to - 1] == ' ')
        to--;
    words = arena_copy(turning->arena, words + from, to - from);
    text_free(&turning->lines.line);
    turning->lines.line = kept;
    return words;
}

static struct string_list row_words(struct turning *turning, const struct html_node *row)
{
    struct string_list cells = {0};
    for (const struct html_node *cell = row->first; cell; cell = cell->next)
        if (cell->tag && cell->tag->kind == HTML_CELL)
            string_list_add(turning->arena, &cells, cell_words(turning, cell));
        else
            turn(turning, cell);
    return cells;
}

/* Whether the cells of a first row name the columns: marked as heads, or short words without a figure. */
static bool names_columns(const struct html_node *row, const struct string_list *cells)
{
    enum { SHORT = 60 };
    bool marked = true;
    bool plain = cells->count > 1;
    for (const struct html_node *cell = row->first; cell; cell = cell->next)
        marked = marked && (!cell->tag || cell->tag->kind != HTML_CELL || strcmp(cell->tag->name, "th") == 0);
    for (size_t i = 0; i < cells->count; i++)
        plain =
            plain && *cells->items[i] && strlen(cells->items[i]) <= SHORT && !strpbrk(cells->items[i], "0123456789");
    return marked || plain;
}

/* "- Year: 2018; Checks: 300" */
static void add_row(struct turning *turning, const struct string_list *heads, const struct string_list *cells)
{
    struct text row = {0};
    bool pair = !heads->count && cells->count == 2;
    for (size_t i = 0; i < cells->count; i++) {
        const char *head = i < heads->count ? heads->items[i] : "";
        if (!*cells->items[i] && !*head)
            continue;
        text_format(&row, "%s%s%s%s", row.size ? (pair ? ": " : "; ") : "", head, *head ? ": " : "",
                    *cells->items[i] ? cells->items[i] : "\u2013");
    }
    if (row.size) {
        size_t kept = html_lines_item(&turning->lines, 0);
        text_append(&turning->lines.line, row.data, row.size);
        html_lines_paragraph(&turning->lines);
        html_lines_leave(&turning->lines, kept);
    }
    text_free(&row);
}

static void turn_rows(struct turning *turning, const struct html_node *table)
{
    struct string_list heads = {0};
    const struct html_node *row = html_row_after(table, NULL);
    struct string_list first = row_words(turning, row);
    const struct html_node *second = html_row_after(table, row);
    if (second && names_columns(row, &first))
        heads = first;
    else
        add_row(turning, &heads, &first);
    for (row = second; row; row = html_row_after(table, row)) {
        struct string_list cells = row_words(turning, row);
        add_row(turning, &heads, &cells);
    }
}

/* What stands between the rows, such as a caption, comes before them. */
static void turn_between_rows(struct turning *turning, const struct html_node *table)
{
    for (const struct html_node *child = table->first; child; child = child->next)
        if (child->tag && child->tag->kind == HTML_BLOCK)
            turn(turning, child);
}

/* The two cells of a row; false when it has others. */
static bool two_cells(const struct html_node *row, const struct html_node *cells[2])
{
    size_t count = 0;
    for (const struct html_node *cell = row->first; cell; cell = cell->next) {
        if (!cell->tag || cell->tag->kind != HTML_CELL)
            continue;
        if (count == 2)
            return false;
        cells[count++] = cell;
    }
    return count == 2;
}

/* Whether all words of a part are in bold. */
static bool all_bold(const struct html_node *part)
{
    bool head = strcmp(part->tag->name, "th") == 0 || part->tag->kind == HTML_HEADING || part->tag->kind == HTML_BOLD;
    for (const struct html_node *child = part->first; !head && child; child = child->next)
        if (child->text ? child->text[strspn(child->text, " \t\n")] != '\0' : child->tag && !all_bold(child))
            return false;
    return true;
}

static const char *words_of(struct turning *turning, const struct html_node *node)
{
    struct text words = {0};
    html_words(&words, node, NULL);
    const char *from = text_string(&words) + strspn(text_string(&words), " \t\n");
    size_t size = strlen(from);
    while (size && strchr(" \t\n", from[size - 1]))
        size--;
    const char *copy = arena_copy(turning->arena, from, size);
    text_free(&words);
    return copy;
}

/* The rows of a table whose rows all have two cells; how many, 0 when others have. */
static size_t form_rows(struct turning *turning, const struct html_node *table, struct form_row rows[FORM_ROWS])
{
    size_t count = 0;
    for (const struct html_node *row = NULL; (row = html_row_after(table, row)) != NULL;) {
        const struct html_node *cells[2];
        if (count == FORM_ROWS || !two_cells(row, cells))
            return 0;
        rows[count].label = words_of(turning, cells[0]);
        rows[count].answer = words_of(turning, cells[1]);
        rows[count++].bold = all_bold(cells[0]);
    }
    return count;
}

/* A heading and its text for each row of a form; false when the table is none. */
static bool turn_form(struct turning *turning, const struct html_node *table)
{
    enum { LEVEL = 2 };
    struct form_row rows[FORM_ROWS];
    size_t count = turning->lines.prefix_size ? 0 : form_rows(turning, table, rows);
    size_t number = 0;
    if (!form_table(rows, count))
        return false;
    bool named = form_table_names_columns(rows, count);
    turn_between_rows(turning, table);
    for (const struct html_node *row = NULL; number < count && (row = html_row_after(table, row)) != NULL; number++) {
        const struct html_node *cells[2] = {NULL, NULL};
        bool whole = two_cells(row, cells);
        if (!number && named) {
            leave_out(turning, form_table_columns, row, NULL);
        } else if (whole && !*rows[number].answer && !html_find(cells[1], HTML_IMAGE)) {
            leave_out(turning, form_table_unanswered, cells[0], NULL);
        } else if (whole) {
            turning->in_heading = true;
            turn_children(turning, cells[0]);
            turning->in_heading = false;
            html_lines_heading(&turning->lines, LEVEL);
            turn_children(turning, cells[1]);
            end_line(turning);
        }
    }
    text_add(&turning->lines.out, form_table_end);
    return true;
}

static void turn_table(struct turning *turning, const struct html_node *table)
{
    end_line(turning);
    if (!turning->in_cell && turn_form(turning, table))
        return;
    if (turning->in_cell || html_is_layout(table)) {
        turn_children(turning, table);
        end_line(turning);
        return;
    }
    turn_between_rows(turning, table);
    turn_rows(turning, table);
}

static void turn_element(struct turning *turning, const struct html_node *node)
{
    bool notes = strcmp(node->role, "doc-endnotes") == 0 || strcmp(node->id, "sdfootnote1") == 0;
    end_line(turning);
    if (notes && !turning->in_cell) {
        html_lines_words(&turning->lines, "Notes", true);
        end_line(turning);
    }
    turn_children(turning, node);
    end_line(turning);
}

static void turn_bold(struct turning *turning, const struct html_node *node)
{
    bool before = turning->bold;
    turning->bold = true;
    turn_children(turning, node);
    turning->bold = before;
}

/* What Word marks as a title is a heading above all others. */
static bool is_title(const struct html_node *node)
{
    return node->tag->kind == HTML_BLOCK &&
           (strcmp(node->classes, "MsoTitle") == 0 || strcmp(node->classes, "title") == 0);
}

static void turn_tag(struct turning *turning, const struct html_node *node)
{
    if (is_title(node)) {
        turn_heading(turning, node);
        return;
    }
    switch (node->tag->kind) {
    case HTML_HEADING:
        turn_heading(turning, node);
        break;
    case HTML_ITEM:
        turn_item(turning, node);
        break;
    case HTML_TERM:
        turn_term(turning, node);
        break;
    case HTML_QUOTE:
        turn_quote(turning, node);
        break;
    case HTML_TABLE:
        turn_table(turning, node);
        break;
    case HTML_LINK:
        turn_link(turning, node);
        break;
    case HTML_BOLD:
        turn_bold(turning, node);
        break;
    case HTML_IMAGE:
        name_thing(turning, "picture", node->alt, name_of(turning->arena, node->src));
        break;
    case HTML_EMBEDDED:
        name_thing(turning, "embedded", "", node->src);
        turn_children(turning, node);
        break;
    case HTML_UNSEEN:
    case HTML_TITLE:
        break;
    case HTML_INLINE:
    case HTML_RAISED:
        turn_children(turning, node);
        break;
    case HTML_BLOCK:
    case HTML_LIST:
    case HTML_ROW:
    case HTML_CELL:
    case HTML_VERBATIM:
    case HTML_BREAK:
    case HTML_LINE:
    case HTML_MAIN:
    case HTML_ARTICLE:
    case HTML_HEADER:
    case HTML_AROUND:
        turn_element(turning, node);
        break;
    }
}

static void turn(struct turning *turning, const struct html_node *node)
{
    const char *around = node->tag ? html_around(node) : NULL;
    if (node->text)
        html_lines_words(&turning->lines, node->text, turning->bold);
    else if (around)
        leave_out(turning, around, node, NULL);
    else if (node->tag)
        turn_tag(turning, node);
}

const char *html_markdown(struct arena *arena, const struct html_tree *tree, struct left_out *left_out)
{
    struct turning turning = {.arena = arena, .left_out = left_out};
    const struct html_node *part = html_main(tree);
    turn_children(&turning, part);
    html_lines_paragraph(&turning.lines);
    if (part != tree->root)
        leave_out(&turning, "what stands around the main part of the page", tree->root, part);
    const char *markdown = arena_copy(arena, text_string(&turning.lines.out), turning.lines.out.size);
    html_lines_free(&turning.lines);
    return markdown;
}
