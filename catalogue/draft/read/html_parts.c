#include "catalogue/draft/read/html_parts.h"

#include <string.h>

#include "indexer/base/word_find.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The node behind another as they stand in the page, within a part; NULL at its end. `into`: what is in it comes first. */
static const struct html_node *node_after(const struct html_node *part, const struct html_node *node, bool into)
{
    if (into && node->first)
        return node->first;
    while (node != part && !node->next)
        node = node->parent;
    return node == part ? NULL : node->next;
}

static bool is_main(const struct html_node *node)
{
    return node->tag && (node->tag->kind == HTML_MAIN || strcmp(node->role, "main") == 0);
}

const struct html_node *html_find(const struct html_node *part, enum html_kind kind)
{
    for (const struct html_node *node = node_after(part, part, true); node; node = node_after(part, node, true))
        if (node->tag && node->tag->kind == kind)
            return node;
    return NULL;
}

const struct html_node *html_main(const struct html_tree *tree)
{
    const struct html_node *article = NULL;
    size_t articles = 0;
    for (const struct html_node *node = tree->root; node; node = node_after(tree->root, node, true)) {
        if (is_main(node))
            return node;
        if (node->tag && node->tag->kind == HTML_ARTICLE) {
            articles++;
            article = node;
        }
    }
    return articles == 1 ? article : tree->root;
}

const char *html_around(const struct html_node *node)
{
    static const struct {
        const char *word;
        const char *why;
    } roles[] = {{"navigation", "navigation"},
                 {"banner", "the head of the page"},
                 {"contentinfo", "the foot of the page"},
                 {"complementary", "what stands beside the text"},
                 {"search", "a form"},
                 {"form", "a form"},
                 {"dialog", "a dialog"},
                 {"alertdialog", "a dialog"}},
      tags[] = {{"nav", "navigation"},
                {"footer", "the foot of the page"},
                {"aside", "what stands beside the text"},
                {"dialog", "a dialog"},
                {"svg", "words in a drawing"},
                {"form", "a form"},
                {"button", "a form"},
                {"select", "a form"},
                {"textarea", "a form"},
                {"noscript", "what is shown without scripts"}},
      classes[] = {{"cookie", "a banner about cookies"},
                   {"cookies", "a banner about cookies"},
                   {"author", "who wrote it"},
                   {"byline", "who wrote it"},
                   {"breadcrumb", "navigation"},
                   {"breadcrumbs", "navigation"},
                   {"navbar", "navigation"},
                   {"nav", "navigation"},
                   {"skip-link", "navigation"},
                   {"skiplink", "navigation"}};
    /* Some programs put a whole page into a form. */
    if (strcmp(node->tag->name, "form") == 0 && html_find(node, HTML_HEADING))
        return NULL;
    for (size_t i = 0; i < COUNT(tags); i++)
        if (strcmp(node->tag->name, tags[i].word) == 0)
            return tags[i].why;
    for (size_t i = 0; i < COUNT(roles); i++)
        if (strcmp(node->role, roles[i].word) == 0)
            return roles[i].why;
    for (size_t i = 0; i < COUNT(classes); i++)
        if (word_find(node->classes, classes[i].word) || (i < 2 && word_find(node->id, classes[i].word)))
            return classes[i].why;
    return node->hidden ? "what the page hides" : NULL;
}

void html_words(struct text *out, const struct html_node *part, const struct html_node *but)
{
    bool into = true;
    for (const struct html_node *node = part; node; node = node_after(part, node, into)) {
        into = node != but && !(node->tag && (node->tag->kind == HTML_UNSEEN || node->tag->kind == HTML_TITLE));
        if (node->text)
            text_add(out, node->text);
        else
            text_char(out, ' ');
        if (node->tag && into)
            text_add(out, node->alt);
        if (!node->next)
            text_char(out, ' ');
    }
}

const struct html_node *html_row_after(const struct html_node *table, const struct html_node *row)
{
    const struct html_node *node = row ? node_after(table, row, false) : node_after(table, table, true);
    while (node && !(node->tag && node->tag->kind == HTML_ROW))
        node = node_after(table, node, !(node->tag && node->tag->kind == HTML_TABLE));
    return node;
}

bool html_is_layout(const struct html_node *table)
{
    size_t most = 0;
    for (const struct html_node *row = NULL; (row = html_row_after(table, row));) {
        size_t cells = 0;
        for (const struct html_node *cell = row->first; cell; cell = cell->next)
            cells += cell->tag && cell->tag->kind == HTML_CELL;
        most = cells > most ? cells : most;
    }
    return most < 2 || html_find(table, HTML_TABLE) || html_find(table, HTML_HEADING);
}
