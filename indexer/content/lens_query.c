#include "indexer/content/lens_query.h"

#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/facets.h"
#include "indexer/content/nearest.h"
#include "indexer/content/number_fields.h"
#include "indexer/content/query_names.h"

/* One query that is looked through. */
struct looking {
    struct arena *arena;
    const char *query;
    struct place place;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
};

static bool is_date(const char *name)
{
    size_t at = field_find(case_fields, CASE_FIELDS, name);
    return at < CASE_FIELDS && case_fields[at].type == FIELD_DATE;
}

static void report_field(const struct looking *looking, const char *name)
{
    struct string_list keys = {0};
    for (size_t i = 0; i < FACET_COUNT; i++)
        string_list_add(looking->arena, &keys, facets[i].key);
    for (size_t i = 0; i < CASE_FIELDS; i++)
        if (case_fields[i].type == FIELD_DATE)
            string_list_add(looking->arena, &keys, case_fields[i].key);
    const char *near = nearest(name, keys.items, keys.count);
    report(looking->diagnostics, CODE_LENS, looking->place,
           near ? arena_format(looking->arena, "did you mean %s?", near) : "catalogue facets lists the fields",
           "the query names a field \"%s\", which there is not", name);
}

static void check_term(const struct looking *looking, const struct vocabulary *vocabulary, const char *term)
{
    struct string_list ids = {0};
    term += strspn(term, "=<>");
    if (!*term || vocabulary_term(vocabulary, term))
        return;
    for (size_t i = 0; i < vocabulary->count; i++)
        string_list_add(looking->arena, &ids, vocabulary->terms[i].id);
    const char *near = nearest(term, ids.items, ids.count);
    report(looking->diagnostics, CODE_LENS, looking->place,
           near ? arena_format(looking->arena, "did you mean %s?", near)
                : arena_format(looking->arena, "catalogue facets lists the terms of %s", vocabulary->name),
           "the query names a term \"%s\", which there is not", term);
}

/* term, term,term or term..term */
static void check_terms(const struct looking *looking, const struct facet *facet, char *terms)
{
    const struct vocabulary *vocabulary = vocabulary_find(looking->vocabularies, facet->vocabulary);
    while (vocabulary && *terms) {
        size_t size = strcspn(terms, ",");
        bool more = terms[size] != '\0';
        terms[size] = '\0';
        char *points = strstr(terms, "..");
        if (points) {
            *points = '\0';
            check_term(looking, vocabulary, points + 2);
        }
        check_term(looking, vocabulary, terms);
        terms += size + more;
    }
}

/* One word of the query: what is no field:terms is a word to search for. */
static void check_word(const struct looking *looking, char *word)
{
    static const char name_bytes[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
    word += strspn(word, "+-(|");
    size_t name = strspn(word, name_bytes);
    if (!name || word[name] != ':' || !word[name + 1])
        return;
    word[name] = '\0';
    char *terms = word + name + 1;
    terms[strcspn(terms, ")|")] = '\0';
    const struct facet *facet = facet_find(word);
    if (facet)
        check_terms(looking, facet, terms);
    else if (!is_date(word) && !number_field_find(word) && !query_name_find(word))
        report_field(looking, word);
}

void lens_query_check(struct arena *arena, const char *query, struct place place,
                      const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    struct looking looking = {arena, query, place, vocabularies, diagnostics};
    char *at = arena_string(arena, query);
    while (*at) {
        size_t size = *at == '"' ? 1 + strcspn(at + 1, "\"") : strcspn(at, " \t\"");
        bool more = at[size] != '\0';
        if (*at != '"' && at[size] != '"') {
            at[size] = '\0';
            check_word(&looking, at);
        }
        at += size + more;
    }
}
