#include "search-cli/ways_out.h"

#include <string.h>

#include "search-cli/query.h"

/* Longer queries were pasted, and each search for one may take long. */
enum { TRIES_MAX = 8, QUERY_BYTES_TYPED = 256 };

struct trying {
    struct index *index;
    struct arena *arena;
    const struct search_request *request;
    const struct query_node *root;
    struct search_answer *answer; /* which takes what is found */
    size_t tries;
};

/* The request with another query and other filters. */
static void try_request(struct trying *trying, struct search_request changed, const char *without)
{
    bool empty = !changed.query_size && !changed.filter_count && !changed.since;
    if (empty || trying->tries == TRIES_MAX)
        return;
    trying->tries++;
    changed.limit = 1;
    changed.offset = 0;
    changed.no_snippets = true;
    const struct search_answer *other = search(trying->index, trying->arena, &changed);
    if (other && other->total + other->related)
        trying->answer->ways[trying->answer->way_count++] = (struct way_out){without, other->total, other->related};
}

/* The parts of the query as one types them, one of them left out or in other words. */
static const char *query_with(struct trying *trying, size_t left_out, const char *instead)
{
    struct text out = {0};
    for (size_t i = 0; i < trying->root->part_count; i++) {
        if (i == left_out && !*instead)
            continue;
        text_add(&out, out.size ? " " : "");
        if (i == left_out)
            text_add(&out, instead);
        else
            query_type(&out, trying->root->parts[i]);
    }
    const char *query = arena_copy(trying->arena, text_string(&out), out.size);
    text_free(&out);
    return query;
}

static void try_query(struct trying *trying, size_t part, const char *instead, const char *without)
{
    struct search_request changed = *trying->request;
    changed.query = query_with(trying, part, instead);
    changed.query_size = strlen(changed.query);
    try_request(trying, changed, without);
}

static const char *typed(struct arena *arena, const struct query_node *part)
{
    struct text out = {0};
    query_type(&out, part);
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

static bool must_hold(const struct query_node *part)
{
    return part->sign != QUERY_PLAIN || part->kind == QUERY_TERMS || part->kind == QUERY_RANGE;
}

static void try_part(struct trying *trying, size_t i)
{
    const struct query_node *part = trying->root->parts[i];
    const char *shown = typed(trying->arena, part);
    if (part->kind == QUERY_PHRASE && part->sign != QUERY_NOT)
        try_query(trying, i, part->text, arena_format(trying->arena, "the quotation marks of \"%s\"", part->text));
    if (must_hold(part))
        try_query(trying, i, "", shown);
}

static void try_filters(struct trying *trying)
{
    const struct search_request *request = trying->request;
    for (size_t i = 0; i < request->filter_count; i++) {
        struct search_request changed = *request;
        struct search_filter *others = arena_array(trying->arena, request->filter_count, sizeof *others);
        changed.filter_count = 0;
        for (size_t j = 0; j < request->filter_count; j++)
            if (j != i)
                others[changed.filter_count++] = request->filters[j];
        changed.filters = others;
        try_request(trying, changed,
                    arena_format(trying->arena, "--%s %s", request->filters[i].facet->option,
                                 string_list_join(trying->arena, &request->filters[i].terms, ",")));
    }
}

/* Where no single part is to blame, the words alone; of one part that was tried. */
static void try_words(struct trying *trying)
{
    struct search_request changed = {.query = "", .sort = trying->request->sort};
    size_t left_out = trying->request->filter_count + (trying->request->since != NULL);
    for (size_t i = 0; i < trying->root->part_count; i++) {
        const struct query_node *part = trying->root->parts[i];
        left_out += must_hold(part);
        if (!must_hold(part))
            changed.query = arena_format(trying->arena, "%s %s", changed.query, typed(trying->arena, part));
    }
    changed.query_size = strlen(changed.query);
    if (left_out > 1)
        try_request(trying, changed, "the filters");
}

void ways_out_find(struct index *index, struct arena *arena, const struct search_request *request,
                   struct search_answer *answer)
{
    if (request->query_size > QUERY_BYTES_TYPED)
        return;
    struct query query = query_parse(arena, request->query, request->query_size);
    struct trying trying = {.index = index, .arena = arena, .request = request, .root = query.root, .answer = answer};
    answer->ways = arena_array(arena, TRIES_MAX, sizeof *answer->ways);
    for (size_t i = 0; i < query.root->part_count; i++)
        try_part(&trying, i);
    try_filters(&trying);
    if (request->since) {
        struct search_request changed = *request;
        changed.since = NULL;
        try_request(&trying, changed, arena_format(arena, "--since %s", request->since));
    }
    if (!answer->way_count)
        try_words(&trying);
    if (index_failed(index))
        answer->way_count = 0;
}
