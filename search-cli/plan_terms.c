#include "search-cli/plan_terms.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/nearest.h"
#include "indexer/index/queries.h"
#include "indexer/index/synonym_rows.h"

enum { HINTS = 3 };

const struct vocabulary *plan_vocabulary(struct index *index, const struct facet *facet)
{
    return vocabulary_find(index_vocabularies(index), facet->vocabulary);
}

static char as_in_id(char byte)
{
    return byte == ' ' || byte == '_' ? '-' : ascii_lower(byte);
}

/* Letters without regard to case; blanks, hyphens and underscores are the same. */
static bool same_text(const char *a, const char *b)
{
    for (; as_in_id(*a) == as_in_id(*b); a++, b++)
        if (!*a)
            return true;
    return false;
}

const char *plan_term_find(struct index *index, const struct facet *facet, const char *value)
{
    const struct vocabulary *vocabulary = plan_vocabulary(index, facet);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        if (same_text(vocabulary->terms[i].id, value) || same_text(vocabulary->terms[i].label, value))
            return vocabulary->terms[i].id;
    return NULL;
}

/* A name, and what stands beside it among the synonyms. */
static void add_names(const struct term_finder *finder, const char *name, struct string_list *names)
{
    const char *stems = tokens_stems(finder->tokenizer, finder->arena, name);
    struct synonym_rows rows = synonyms_find(finder->index, finder->arena, stems);
    string_list_add(finder->arena, names, stems);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.items[i].kind == SYNONYM_WORD || rows.items[i].kind == SYNONYM_MATCH_ONLY)
            string_list_add(finder->arena, names, rows.items[i].stems);
}

struct string_list plan_term_names(const struct term_finder *finder, const struct term *term)
{
    struct string_list names = {0};
    add_names(finder, term->id, &names);
    add_names(finder, term->label, &names);
    for (size_t i = 0; i < term->search_words.count; i++)
        add_names(finder, term->search_words.items[i], &names);
    return names;
}

struct string_list plan_terms_meant(const struct term_finder *finder, const struct facet *facet, const char *value)
{
    const struct vocabulary *vocabulary = plan_vocabulary(finder->index, facet);
    const char *stems = tokens_stems(finder->tokenizer, finder->arena, value);
    struct string_list meant = {0};
    for (size_t i = 0; vocabulary && *stems && i < vocabulary->count; i++) {
        struct string_list names = plan_term_names(finder, &vocabulary->terms[i]);
        if (string_list_have(&names, stems))
            string_list_add(finder->arena, &meant, vocabulary->terms[i].id);
    }
    return meant;
}

/* Whether a word of the text begins like `word`, without regard to case. */
static bool has_word_like(const char *text, const char *word)
{
    for (size_t at = 0; text[at]; at++) {
        size_t size = 0;
        while (word[size] && ascii_lower(text[at + size]) == ascii_lower(word[size]))
            size++;
        if (!word[size] && (!at || !ascii_is_letter(text[at - 1])))
            return true;
    }
    return false;
}

static bool is_like(const struct term *term, const char *value)
{
    bool like = has_word_like(term->id, value) || has_word_like(term->label, value);
    for (size_t i = 0; i < term->search_words.count; i++)
        like = like || has_word_like(term->search_words.items[i], value);
    return like;
}

const char *plan_term_hint(const struct term_finder *finder, const struct facet *facet, const char *value)
{
    const struct vocabulary *vocabulary = plan_vocabulary(finder->index, facet);
    struct string_list hints = plan_terms_meant(finder, facet, value);
    struct string_list ids = {0};
    bool meant = hints.count;
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        string_list_add(finder->arena, &ids, vocabulary->terms[i].id);
        if (!meant && is_like(&vocabulary->terms[i], value))
            string_list_add(finder->arena, &hints, vocabulary->terms[i].id);
    }
    if (hints.count > HINTS)
        hints.count = HINTS;
    return hints.count ? string_list_join(finder->arena, &hints, " or ") : nearest(value, ids.items, ids.count);
}
