#include "search-cli/report/query_title.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/facets.h"
#include "search-cli/query.h"

/* Without brackets in it: a title has none. */
static bool is_of_terms(const struct query_node *node, enum query_kind parent)
{
    bool good = node->kind == QUERY_TERMS ? node->field_kind == QUERY_FIELD_TERMS
                : node->kind == QUERY_ALL ? node->part_count && (parent == QUERY_ALL || node->part_count == 1)
                                          : node->kind == QUERY_ANY;
    for (size_t i = 0; i < node->part_count && good; i++)
        good = is_of_terms(node->parts[i], node->part_count > 1 ? node->kind : parent);
    return good;
}

static const char *either(struct arena *arena, const char *first, const char *next)
{
    return *first ? arena_format(arena, say("%s or %s"), first, next) : next;
}

static const char *title_of_terms(struct arena *arena, const struct vocabularies *vocabularies,
                                  const struct query_node *node)
{
    const struct facet *facet = facet_find(node->field);
    const char *labels = "";
    for (size_t i = 0; i < node->values.count; i++)
        labels = either(arena, labels, vocabulary_label(vocabularies, facet->vocabulary, node->values.items[i]));
    return facet_is_topic(facet) ? labels : arena_format(arena, "%s: %s", say(facet->label), labels);
}

static const char *title_of(struct arena *arena, const struct vocabularies *vocabularies, const struct query_node *node)
{
    const char *title = node->kind == QUERY_TERMS ? title_of_terms(arena, vocabularies, node) : "";
    for (size_t i = 0; i < node->part_count; i++) {
        const char *part = title_of(arena, vocabularies, node->parts[i]);
        if (node->kind == QUERY_ANY)
            title = either(arena, title, part);
        else
            title = arena_format(arena, "%s%s%s", title, i ? ", " : "", part);
    }
    return node->sign == QUERY_NOT ? arena_format(arena, say("not %s"), title) : title;
}

const char *query_title(struct arena *arena, const struct vocabularies *vocabularies, const char *data, size_t size)
{
    const struct query query = query_parse(arena, data, size);
    if (query.notes.count || !is_of_terms(query.root, QUERY_ALL))
        return arena_copy(arena, data, size);
    return title_of(arena, vocabularies, query.root);
}
