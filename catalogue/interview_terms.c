#include "catalogue/interview_terms.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/string_list.h"
#include "indexer/content/term_meant.h"

void interview_terms_show(FILE *out, const struct vocabulary *vocabulary, bool with_definitions)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        fprintf(out, "  %2zu. %s (%s)\n", i + 1, term->label, term->id);
        if (with_definitions)
            fprintf(out, "      %s\n", term->definition);
    }
}

/* The number that a word is, or 0. */
static size_t number_of(const char *word)
{
    size_t number = 0;
    for (; *word >= '0' && *word <= '9' && number < 10000; word++)
        number = number * 10 + (size_t)(*word - '0');
    return *word ? 0 : number;
}

static bool begins(const struct term *term, const char *word)
{
    return strncasecmp(term->id, word, strlen(word)) == 0 || strncasecmp(term->label, word, strlen(word)) == 0;
}

const struct term *interview_term(struct arena *arena, const struct vocabularies *vocabularies,
                                  const struct vocabulary *vocabulary, const char *word, const char **why)
{
    struct string_list near = {0};
    const struct term *found = vocabulary_term(vocabulary, word);
    size_t number = number_of(word);
    if (found || (number && number <= vocabulary->count))
        return found ? found : &vocabulary->terms[number - 1];
    for (size_t i = 0; i < vocabulary->count; i++)
        if (begins(&vocabulary->terms[i], word)) {
            found = &vocabulary->terms[i];
            string_list_add(arena, &near, found->id);
        }
    if (near.count == 1)
        return found;
    const struct term_meant meant = term_meant(arena, vocabularies, vocabulary, word);
    if (!near.count && meant.term)
        *why = arena_format(arena, "there is no \"%s\"; did you mean %s?", word, meant.term->id);
    else if (near.count)
        *why = arena_format(arena, "\"%s\" could be %s", word, string_list_join(arena, &near, ", "));
    else
        *why = arena_format(arena, "there is no \"%s\"", word);
    return NULL;
}
