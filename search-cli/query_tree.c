#include "search-cli/query_tree.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/facets.h"

struct query_node *query_node_add(struct arena *arena, struct query_node *parent, const struct query_node *part)
{
    struct query_node *copy = arena_alloc(arena, sizeof *copy);
    *copy = *part;
    parent->parts = arena_grow(arena, parent->parts, parent->part_count, &parent->part_capacity, sizeof *parent->parts);
    return parent->parts[parent->part_count++] = copy;
}

static void print_node(struct text *out, const struct query_node *node, bool bracketed);

static void print_parts(struct text *out, const struct query_node *node, const char *between)
{
    for (size_t i = 0; i < node->part_count; i++) {
        text_add(out, i ? between : "");
        print_node(out, node->parts[i], true);
    }
}

static void print_terms(struct text *out, const struct query_node *node)
{
    static const char *const verbs[][2] = {
        [QUERY_FIELD_TERMS] = {" is ", " is not "},
        [QUERY_FIELD_WORDS] = {" has ", " has not "},
        [QUERY_FIELD_IDS] = {" begins with ", " does not begin with "},
        [QUERY_FIELD_PARTS] = {" ", " not "},
    };
    text_format(out, "%s%s", node->field, verbs[node->field_kind][node->sign == QUERY_NOT]);
    if (node->values.count > 1)
        text_add(out, "one of (");
    for (size_t i = 0; i < node->values.count; i++)
        text_format(out, "%s%s", i ? ", " : "", node->values.items[i]);
    if (node->values.count > 1)
        text_add(out, ")");
}

static void print_range(struct text *out, const struct query_node *node)
{
    text_format(out, "%s%s", node->sign == QUERY_NOT ? "not " : "", node->field);
    if (!strcmp(node->from, node->to)) {
        text_format(out, " is %s", node->from);
        return;
    }
    if (*node->from)
        text_format(out, " %s %s",
                    !node->from_excluded                      ? "from"
                    : node->field_kind == QUERY_FIELD_NUMBERS ? "over"
                                                              : "after",
                    node->from);
    if (*node->to)
        text_format(out, " %s %s",
                    !node->to_excluded                        ? (*node->from ? "to" : "up to")
                    : node->field_kind == QUERY_FIELD_NUMBERS ? "under"
                                                              : "before",
                    node->to);
}

static void print_leaf(struct text *out, const struct query_node *node)
{
    static const char *const frames[][2] = {[QUERY_WORD] = {"", ""},
                                            [QUERY_PREFIX] = {"words beginning with ", ""},
                                            [QUERY_PHRASE] = {"the phrase \"", "\""}};
    text_format(out, "%s%s%s", frames[node->kind][0], node->text, frames[node->kind][1]);
}

static void print_node(struct text *out, const struct query_node *node, bool bracketed)
{
    static const char *const signs[] = {[QUERY_PLAIN] = "", [QUERY_MUST] = "must have ", [QUERY_NOT] = "without "};
    bool is_filter = node->kind == QUERY_TERMS || node->kind == QUERY_RANGE;
    bool is_group = node->kind == QUERY_ALL || node->kind == QUERY_ANY;
    if (!is_filter)
        text_add(out, signs[node->sign]);
    if (is_group && bracketed)
        text_add(out, "(");
    if (node->kind == QUERY_TERMS)
        print_terms(out, node);
    else if (node->kind == QUERY_RANGE)
        print_range(out, node);
    else if (is_group)
        print_parts(out, node, node->kind == QUERY_ANY ? " or " : ", ");
    else
        print_leaf(out, node);
    if (is_group && bracketed)
        text_add(out, ")");
}

void query_print(struct text *out, const struct query_node *root)
{
    if (root->part_count)
        print_node(out, root, false);
    else
        text_add(out, "everything");
}

/* Quotation marks cannot stand in a value, as they are what ends it. */
static void type_values(struct text *out, const struct string_list *values)
{
    for (size_t i = 0; i < values->count; i++) {
        const char *value = values->items[i];
        bool plain = !value[strcspn(value, " ()|,")];
        text_format(out, plain ? "%s%s" : "%s\"%s\"", i ? "," : "", value);
    }
}

static void type_range(struct text *out, const struct query_node *node)
{
    if (!strcmp(node->from, node->to))
        text_add(out, node->from);
    else if (!*node->to)
        text_format(out, "%s%s", node->from_excluded ? ">" : ">=", node->from);
    else if (!*node->from)
        text_format(out, "%s%s", node->to_excluded ? "<" : "<=", node->to);
    else
        text_format(out, "%s..%s", node->from, node->to);
}

static void type_parts(struct text *out, const struct query_node *node)
{
    text_char(out, '(');
    for (size_t i = 0; i < node->part_count; i++) {
        text_add(out, !i ? "" : node->kind == QUERY_ANY ? " | " : " ");
        query_type(out, node->parts[i]);
    }
    text_char(out, ')');
}

/* Whether what is typed begins with the name of a field and a colon, which a value may that was one of another field. */
static bool names_field(const struct query_node *node, const char *text)
{
    size_t name = 0;
    while (ascii_is_letter(text[name]) || text[name] == '-' || text[name] == '_')
        name++;
    char next = text[name] != ':' ? '\0' : text[name + 1] ? text[name + 1] : node->kind == QUERY_PREFIX ? '*' : '\0';
    return name && next && !strchr(":/", next);
}

/* A word that was such a value may also hold what would end it. */
static void type_word(struct text *out, const struct query_node *node)
{
    const char *text = node->text;
    bool framed = text[strcspn(text, " ()|")] || names_field(node, text);
    text_format(out, framed ? "\"%s\"" : node->kind == QUERY_PREFIX ? "%s*" : "%s", text);
}

void query_type(struct text *out, const struct query_node *part)
{
    static const char *const signs[] = {[QUERY_PLAIN] = "", [QUERY_MUST] = "+", [QUERY_NOT] = "-"};
    const struct facet *facet = part->field ? facet_find(part->field) : NULL;
    text_add(out, signs[part->sign]);
    if (part->field)
        text_format(out, "%s:", facet ? facet->option : part->field);
    if (part->kind == QUERY_TERMS)
        type_values(out, &part->values);
    else if (part->kind == QUERY_RANGE)
        type_range(out, part);
    else if (part->kind == QUERY_PHRASE)
        text_format(out, "\"%s\"", part->text);
    else if (part->kind == QUERY_ALL || part->kind == QUERY_ANY)
        type_parts(out, part);
    else
        type_word(out, part);
}
