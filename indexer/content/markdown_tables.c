#include "indexer/content/markdown_tables.h"

#include <assert.h>
#include <string.h>

#include "indexer/base/string_list.h"
#include "indexer/content/codes.h"

enum { COLUMNS_MAX = 30 };

/* A cell that is being filled: the nodes between two bars. */
struct cell {
    cmark_node **nodes;
    size_t count;
    size_t capacity;
};

struct row {
    struct cell *cells;
    size_t count; /* with the one that is open */
};

struct tables {
    struct markdown_reader *reader;
    struct row *rows; /* of the paragraph that is looked at */
    size_t count;
    size_t capacity;
    size_t columns;
    size_t line; /* of the text, that is being taken apart */
};

/* One line of a paragraph as it looks: other nodes than text count as a letter. */
static void add_look(struct text *look, cmark_node *node)
{
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
        text_add(look, cmark_node_get_literal(node));
    else
        text_char(look, 'x');
}

static bool is_break(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

static struct string_list looks_of(struct arena *arena, cmark_node *paragraph)
{
    struct string_list looks = {0};
    struct text look = {0};
    for (cmark_node *node = cmark_node_first_child(paragraph); node; node = cmark_node_next(node)) {
        if (!is_break(node))
            add_look(&look, node);
        if (is_break(node) || !cmark_node_next(node)) {
            string_list_add(arena, &looks, arena_copy(arena, text_string(&look), look.size));
            text_clear(&look);
        }
    }
    text_free(&look);
    return looks;
}

/* The cells of a line: bars at both ends do not count. */
static size_t cells_of(const char *look)
{
    size_t size = strlen(look);
    while (size && look[size - 1] == ' ')
        size--;
    size_t start = strspn(look, " ");
    bool bars = false;
    size_t cells = 1;
    for (size_t i = start; i < size; i++)
        if (look[i] == '|') {
            bars = true;
            cells += i > start && i + 1 < size;
        }
    return bars ? cells : 0;
}

static bool is_rule(const char *look)
{
    return strchr(look, '-') && strchr(look, '|') && strspn(look, "|-: ") == strlen(look);
}

static struct place row_place(const struct tables *tables, cmark_node *paragraph, size_t row)
{
    size_t number = markdown_line_of(paragraph) + row;
    struct line line = markdown_line(tables->reader, number);
    size_t start = 0;
    while (start < line.size && line.at[start] == ' ')
        start++;
    return (struct place){number + tables->reader->first_line - 1, start + 1, 1};
}

/* The rule that a head of so many cells needs. */
static const char *rule_for(struct arena *arena, size_t cells)
{
    struct text rule = {0};
    for (size_t i = 0; i < cells; i++)
        text_add(&rule, "| --- ");
    text_add(&rule, "|");
    const char *copy = arena_copy(arena, text_string(&rule), rule.size);
    text_free(&rule);
    return copy;
}

/* The line of the rule, 0 when there is none. What cannot be a table is told. */
static size_t find_rule(const struct tables *tables, cmark_node *paragraph, const struct string_list *looks)
{
    struct diagnostics *diagnostics = tables->reader->diagnostics;
    for (size_t i = 1; i < looks->count; i++) {
        if (!is_rule(looks->items[i]) || !cells_of(looks->items[i - 1]))
            continue;
        size_t heads = cells_of(looks->items[i - 1]);
        for (size_t row = i; row < looks->count; row++)
            if (cells_of(looks->items[row]) > heads || (row == i && cells_of(looks->items[row]) != heads) ||
                heads > COLUMNS_MAX) {
                report(diagnostics, CODE_TABLE, row_place(tables, paragraph, row),
                       "give each line as many bars as the first; a bar inside a cell is written \\|",
                       "this line of the table has %zu cells, and the line above the hyphens has %zu",
                       cells_of(looks->items[row]), heads);
                return 0;
            }
        return i;
    }
    if (looks->count > 1 && cells_of(looks->items[0]) > 1 && cells_of(looks->items[1]) == cells_of(looks->items[0])) {
        report(diagnostics, CODE_TABLE, row_place(tables, paragraph, 0),
               arena_format(tables->reader->arena, "write %s as the line below it, if this is a table",
                            rule_for(tables->reader->arena, cells_of(looks->items[0]))),
               "lines with bars are shown as they are typed");
    }
    return 0;
}

static void put(struct tables *tables, struct row *row, cmark_node *node)
{
    struct cell *cell = &row->cells[row->count - 1];
    cell->nodes = arena_grow(tables->reader->arena, cell->nodes, cell->count, &cell->capacity, sizeof *cell->nodes);
    cell->nodes[cell->count++] = node;
}

static void put_words(struct tables *tables, struct row *row, const char *text, size_t size)
{
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_TEXT, &tables->reader->memory);
    cmark_node_set_literal(node, arena_copy(tables->reader->arena, text, size));
    size_t *line = arena_alloc(tables->reader->arena, sizeof *line);
    *line = tables->line;
    cmark_node_set_user_data(node, line);
    put(tables, row, node);
}

/* A text with bars in it becomes one for each cell. The bars at both ends of a line only frame it. */
static void put_text(struct tables *tables, struct row *row, const char *text, bool starts_line, bool ends_line)
{
    text += starts_line ? strspn(text, " ") : 0;
    text += starts_line && *text == '|';
    for (;;) {
        size_t size = strcspn(text, "|");
        bool bar = text[size] == '|';
        size_t from = row->cells[row->count - 1].count ? 0 : strspn(text, " ");
        size_t end = size;
        while ((bar || ends_line) && end > from && text[end - 1] == ' ')
            end--;
        if (end > from)
            put_words(tables, row, text + from, end - from);
        text += size + bar;
        if (!bar || (ends_line && text[strspn(text, " ")] == '\0'))
            return;
        row->count += row->count < tables->columns;
    }
}

/* Tags, one behind the other: cmark takes them as they are. */
static const char *tags(struct arena *arena, const char *first, const char *second)
{
    return second ? arena_format(arena, "%c%s>\n%c%s>", '<', first, '<', second)
                  : arena_format(arena, "%c%s>", '<', first);
}

static cmark_node *part_new(struct tables *tables, enum markdown_table_part part, const char *open, const char *close)
{
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, &tables->reader->memory);
    markdown_set_table_part(node, part);
    cmark_node_set_on_enter(node, open);
    cmark_node_set_on_exit(node, close);
    return node;
}

static void append_row(struct tables *tables, cmark_node *table, const struct row *row, bool is_head)
{
    struct arena *arena = tables->reader->arena;
    cmark_node *line = part_new(tables, TABLE_ROW, is_head ? tags(arena, "thead", "tr") : tags(arena, "tr", NULL),
                                is_head ? tags(arena, "/tr", "/thead") : tags(arena, "/tr", NULL));
    for (size_t i = 0; i < tables->columns; i++) {
        cmark_node *cell = part_new(tables, TABLE_CELL, tags(arena, is_head ? "th scope=\"col\"" : "td", NULL),
                                    tags(arena, is_head ? "/th" : "/td", NULL));
        for (size_t j = 0; j < row->cells[i].count; j++) {
            cmark_node_unlink(row->cells[i].nodes[j]);
            cmark_node_append_child(cell, row->cells[i].nodes[j]);
        }
        cmark_node_append_child(line, cell);
    }
    cmark_node_append_child(table, line);
}

static struct row *row_new(struct tables *tables)
{
    struct arena *arena = tables->reader->arena;
    tables->rows = arena_grow(arena, tables->rows, tables->count, &tables->capacity, sizeof *tables->rows);
    struct row *row = &tables->rows[tables->count++];
    *row = (struct row){arena_array(arena, tables->columns, sizeof *row->cells), 1};
    return row;
}

/* Takes the lines of a paragraph from line `head` on apart. What stands before them stays. */
static void read_rows(struct tables *tables, cmark_node *paragraph, size_t head)
{
    struct row *row = NULL;
    size_t first = markdown_line_of(paragraph);
    size_t line = 0;
    bool starts = true;
    for (cmark_node *node = cmark_node_first_child(paragraph), *next; node; node = next) {
        next = cmark_node_next(node);
        tables->line = first + line;
        if (starts && line >= head)
            row = row_new(tables);
        starts = is_break(node);
        line += starts;
        if (starts && line >= head)
            cmark_node_free(node);
        else if (row && cmark_node_get_type(node) == CMARK_NODE_TEXT) {
            bool begins = !row->cells[0].count && row->count == 1;
            put_text(tables, row, cmark_node_get_literal(node), begins, !next || is_break(next));
            cmark_node_free(node);
        } else if (row)
            put(tables, row, node);
    }
}

/* What a table is called for those who listen: by the words of its heads. */
static const char *label_of(struct arena *arena, const char *look)
{
    struct text label = {0};
    for (; *look; look++)
        if (*look == '|' && label.size && strspn(look, "| ") < strlen(look))
            text_char(&label, ',');
        else if (!strchr("|\"&'<>", *look))
            text_char(&label, *look);
    const char *copy = arena_format(arena, "Table: %s", text_string(&label));
    text_free(&label);
    return copy;
}

static const char box[] = "section class=\"scroll\"";

/* The line of hyphens is shown nowhere: what was made for it is released. */
static void free_row(struct tables *tables, const struct row *row)
{
    for (size_t i = 0; i < tables->columns; i++)
        for (size_t j = 0; j < row->cells[i].count; j++)
            if (!cmark_node_parent(row->cells[i].nodes[j]))
                cmark_node_free(row->cells[i].nodes[j]);
}

static void make_table(struct tables *tables, cmark_node *paragraph, const struct string_list *looks, size_t head)
{
    struct arena *arena = tables->reader->arena;
    assert(head < looks->count);
    tables->rows = NULL;
    tables->count = tables->capacity = 0;
    tables->columns = cells_of(looks->items[head]);
    read_rows(tables, paragraph, head);
    const char *open =
        arena_format(arena, "%s tabindex=\"0\" aria-label=\"%s\"", box, label_of(arena, looks->items[head]));
    cmark_node *table = part_new(tables, TABLE_WHOLE, tags(arena, open, "table"), tags(arena, "/table", "/section"));
    for (size_t i = 0; i < tables->count; i++)
        if (i == 1)
            free_row(tables, &tables->rows[i]);
        else
            append_row(tables, table, &tables->rows[i], i == 0);
    if (!cmark_node_first_child(paragraph)) {
        cmark_node_append_child(paragraph, table);
        return;
    }
    cmark_node *own = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &tables->reader->memory);
    cmark_node_append_child(own, table);
    cmark_node_insert_after(paragraph, own);
}

static bool has_bars(cmark_node *paragraph)
{
    for (cmark_node *node = cmark_node_first_child(paragraph); node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT && strchr(cmark_node_get_literal(node), '|'))
            return true;
    return false;
}

void markdown_make_tables(struct markdown_reader *reader, cmark_node *document)
{
    struct tables tables = {.reader = reader};
    cmark_node **paragraphs = NULL;
    size_t count = 0;
    size_t capacity = 0;
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH || !has_bars(node))
            continue;
        paragraphs = arena_grow(reader->arena, paragraphs, count, &capacity, sizeof(cmark_node *));
        paragraphs[count++] = node;
    }
    cmark_iter_free(iterator);
    for (size_t i = 0; i < count; i++) {
        struct string_list looks = looks_of(reader->arena, paragraphs[i]);
        size_t rule = find_rule(&tables, paragraphs[i], &looks);
        if (rule)
            make_table(&tables, paragraphs[i], &looks, rule - 1);
    }
}

/* Puts `with` in the place of each `what`. */
static void replace_all(struct text *html, const char *what, const char *with)
{
    const char *at = text_string(html);
    const char *found = strstr(at, what);
    if (!found)
        return;
    struct text out = {0};
    for (; found; found = strstr(at, what)) {
        text_append(&out, at, (size_t)(found - at));
        text_add(&out, with);
        at = found + strlen(what);
    }
    text_add(&out, at);
    text_free(html);
    *html = out;
}

/* Text and addresses come escaped from cmark, so these strings are its own tags and ours. */
void markdown_finish_html(struct text *html)
{
    struct arena arena = {0};
    replace_all(html, arena_format(&arena, "%s%c%s", tags(&arena, "p", NULL), '<', box),
                arena_format(&arena, "%c%s", '<', box));
    replace_all(html, arena_format(&arena, "%s%s", tags(&arena, "/section", NULL), tags(&arena, "/p", NULL)),
                tags(&arena, "/section", NULL));
    replace_all(html, tags(&arena, "pre", NULL),
                tags(&arena, "pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"", NULL));
    arena_free(&arena);
}
