#include "catalogue/query_options.h"

#include <string.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"
#include "search-cli/plan_terms.h"

enum { SUGGESTIONS = 3, PART_LEAST = 3 };

const char *query_options_query(struct invocation *invocation)
{
    const struct string_list words = {invocation->arguments, invocation->argument_count, 0};
    return string_list_join(invocation->arena, &words, " ");
}

static void no_term(struct invocation *invocation, const struct facet *facet, const char *value)
{
    struct term_finder finder = {invocation->index, tokenizer_open(invocation->index), invocation->arena};
    const char *near = finder.tokenizer ? plan_term_hint(&finder, facet, value) : NULL;
    bool place = !strcmp(facet->key, "regions");
    tokenizer_close(finder.tokenizer);
    complain(invocation, "--%s has no term \"%s\"; %s%s%s", facet->option, value,
             near ? "did you mean " : "see: catalogue facets ", near ? near : facet->key,
             !near && place ? "; a smaller place is searched for as a word, without --region" : "");
}

static bool add_term(struct invocation *invocation, const struct facet *facet, const char *value,
                     struct string_list *terms)
{
    const char *id = plan_term_find(invocation->index, facet, value);
    if (id)
        string_list_add(invocation->arena, terms, id);
    else
        no_term(invocation, facet, value);
    return id != NULL;
}

/* --region london,north-west is the same as --region london --region north-west. */
static bool add_terms(struct invocation *invocation, const struct facet *facet, const char *values,
                      struct string_list *terms)
{
    if (plan_term_find(invocation->index, facet, values))
        return add_term(invocation, facet, values, terms);
    for (size_t size; *values; values += size + (values[size] == ',')) {
        size = strcspn(values, ",");
        if (size && !add_term(invocation, facet, arena_copy(invocation->arena, values, size), terms))
            return false;
    }
    return true;
}

bool query_options_request(struct invocation *invocation, const char *query, struct search_request *request)
{
    struct search_filter *filters = arena_array(invocation->arena, FACET_COUNT, sizeof *filters);
    size_t count = 0;
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct string_list terms = {0};
        for (size_t j = 0; j < invocation->terms[i].count; j++)
            if (!add_terms(invocation, &facets[i], invocation->terms[i].items[j], &terms))
                return false;
        if (terms.count)
            filters[count++] = (struct search_filter){&facets[i], terms};
    }
    request->query = query;
    request->query_size = strlen(query);
    request->filters = filters;
    request->filter_count = count;
    return true;
}

/* The first id that has a word of some length inside, else the nearest. */
static const char *nearest_id(const struct string_list *ids, const char *id)
{
    for (size_t i = 0; i < ids->count && strlen(id) >= PART_LEAST; i++)
        if (strstr(ids->items[i], id))
            return ids->items[i];
    return nearest(id, ids->items, ids->count);
}

static void no_case(struct invocation *invocation, const struct string_list *ids, const char *typed)
{
    const char *near = nearest_id(ids, typed);
    complain(invocation, "there is no case study \"%s\"; %s%s", typed,
             near ? "did you mean " : "catalogue search finds ids", near ? near : "");
}

static void several_cases(struct invocation *invocation, struct string_list *begun, const char *typed)
{
    size_t count = begun->count;
    begun->count = count < SUGGESTIONS ? count : SUGGESTIONS;
    complain(invocation, "%zu case studies begin with \"%s\": %s%s", count, typed,
             string_list_join(invocation->arena, begun, ", "), count > SUGGESTIONS ? " ..." : "");
}

const char *query_options_id(struct invocation *invocation, const char *typed, enum exit_status *status)
{
    struct case_row row;
    struct string_list ids = {0};
    struct string_list begun = {0};
    if (index_case(invocation->index, invocation->arena, typed, &row))
        return row.id;
    struct case_rows rows = index_cases(invocation->index, invocation->arena, ORDER_ID, NULL);
    for (size_t i = 0; i < rows.count; i++) {
        string_list_add(invocation->arena, &ids, rows.items[i].id);
        if (*typed && !strncmp(rows.items[i].id, typed, strlen(typed)))
            string_list_add(invocation->arena, &begun, rows.items[i].id);
    }
    if (begun.count == 1)
        return begun.items[0];
    *status = EXIT_NOTHING;
    if (begun.count)
        several_cases(invocation, &begun, typed);
    else
        no_case(invocation, &ids, typed);
    return NULL;
}

/* The first word of each line. */
static void add_first_words(struct invocation *invocation, const struct file *lines, struct string_list *ids)
{
    for (size_t at = 0; at < lines->size;) {
        const char *line = lines->data + at;
        size_t size = 0;
        while (at + size < lines->size && line[size] && line[size] != '\n')
            size++;
        at += size + 1;
        const char *copy = arena_copy(invocation->arena, line, size);
        copy += strspn(copy, " \t");
        size = strcspn(copy, " \t\r");
        if (size)
            string_list_add(invocation->arena, ids, arena_copy(invocation->arena, copy, size));
    }
}

static bool add_from_stdin(struct invocation *invocation, struct string_list *ids)
{
    enum { BYTES_MAX = 1 << 20 };
    struct file lines = {0};
    enum file_status status = file_read_rest(invocation->arena, STDIN_FILENO, BYTES_MAX, &lines);
    if (status == FILE_DONE)
        add_first_words(invocation, &lines, ids);
    else
        complain(invocation, "standard input: %s", file_status_text(status, lines.reason));
    return status == FILE_DONE;
}

bool query_options_ids(struct invocation *invocation, struct string_list *ids)
{
    for (size_t i = 0; i < invocation->argument_count; i++) {
        if (strcmp(invocation->arguments[i], "-") != 0)
            string_list_add(invocation->arena, ids, invocation->arguments[i]);
        else if (!add_from_stdin(invocation, ids))
            return false;
    }
    return true;
}

bool query_options_date(struct invocation *invocation, const char *date)
{
    if (!date || scalar_date(date))
        return true;
    complain(invocation, "--since takes a date, as 2026, 2026-10 or 2026-10-31, not \"%s\"", date);
    return false;
}
