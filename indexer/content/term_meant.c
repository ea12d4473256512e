#include "indexer/content/term_meant.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/string_list.h"
#include "indexer/content/nearest.h"
#include "indexer/content/synonym.h"

enum { SHORTEST_HELD = 4 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_of_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Words, and beside each the id of the term that it stands for. */
struct names {
    struct string_list words;
    struct string_list ids;
};

static void add_name(struct arena *arena, struct names *names, const char *word, const struct term *term)
{
    string_list_add(arena, &names->words, word);
    string_list_add(arena, &names->ids, term->id);
}

static const struct term *term_of(const struct names *names, const struct vocabulary *vocabulary, const char *word)
{
    for (size_t i = 0; word && i < names->words.count; i++)
        if (names->words.items[i] == word)
            return vocabulary_term(vocabulary, names->ids.items[i]);
    return NULL;
}

/* Whether no name of another term is as near to a word as `distance`. */
static bool stands_alone(const struct names *names, const char *word, const struct term *term, size_t distance)
{
    for (size_t i = 0; i < names->words.count; i++)
        if (strcmp(names->ids.items[i], term->id) != 0 &&
            nearest_distance(word, names->words.items[i], distance) <= distance)
            return false;
    return true;
}

static struct names own_names(struct arena *arena, const struct vocabulary *vocabulary)
{
    struct names names = {0};
    for (size_t i = 0; i < vocabulary->count; i++) {
        add_name(arena, &names, vocabulary->terms[i].id, &vocabulary->terms[i]);
        add_name(arena, &names, vocabulary->terms[i].label, &vocabulary->terms[i]);
    }
    return names;
}

static struct names search_names(struct arena *arena, const struct vocabulary *vocabulary)
{
    struct names names = {0};
    for (size_t i = 0; i < vocabulary->count; i++)
        for (size_t j = 0; j < vocabulary->terms[i].search_words.count; j++)
            add_name(arena, &names, vocabulary->terms[i].search_words.items[j], &vocabulary->terms[i]);
    return names;
}

static bool has_word(const struct string_list *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcasecmp(words->items[i], word) == 0)
            return true;
    return false;
}

static bool group_has(const struct synonym_group *group, const char *word)
{
    for (size_t kind = 0; kind < SYNONYM_KINDS; kind++)
        if (kind != SYNONYM_RELATED && has_word(&group->members[kind], word))
            return true;
    return false;
}

/* The first term with a name in the group. */
static const struct term *term_in_group(const struct names *names, const struct vocabulary *vocabulary,
                                        const struct synonym_group *group)
{
    for (size_t i = 0; i < names->words.count; i++)
        if (group_has(group, names->words.items[i]))
            return vocabulary_term(vocabulary, names->ids.items[i]);
    return NULL;
}

static const struct term *by_synonyms(const struct vocabularies *vocabularies, const struct vocabulary *vocabulary,
                                      const struct names *own, const struct names *search, const char *word)
{
    const struct synonyms *synonyms = vocabularies->synonyms;
    for (size_t i = 0; synonyms && i < synonyms->count; i++) {
        if (!group_has(&synonyms->items[i], word))
            continue;
        const struct term *term = term_in_group(own, vocabulary, &synonyms->items[i]);
        term = term ? term : term_in_group(search, vocabulary, &synonyms->items[i]);
        if (term)
            return term;
    }
    return NULL;
}

static const struct term *exact(const struct names *names, const struct vocabulary *vocabulary, const char *word)
{
    for (size_t i = 0; i < names->words.count; i++)
        if (strcasecmp(names->words.items[i], word) == 0)
            return vocabulary_term(vocabulary, names->ids.items[i]);
    return NULL;
}

/* Whether a text begins with a name, in any case; hyphens and blanks are alike. */
static bool begins(const char *text, const char *name)
{
    for (; *name; text++, name++) {
        char a = *text == '-' ? ' ' : ascii_lower(*text);
        char b = *name == '-' ? ' ' : ascii_lower(*name);
        if (a != b)
            return false;
    }
    return true;
}

/* Whether a text holds a name, as words of their own. */
static bool holds(const char *text, const char *name)
{
    size_t size = strlen(name);
    for (const char *at = text; *at; at++)
        if (begins(at, name) && (at == text || !is_of_word(at[-1])) && !is_of_word(at[size]))
            return true;
    return false;
}

/* The term with the longest name that stands in a text of several words: "type 2 diabetes in adults". */
static const struct term *held(const struct names *names, const struct vocabulary *vocabulary, const char *text,
                               size_t *longest)
{
    const struct term *found = NULL;
    for (size_t i = 0; strchr(text, ' ') && i < names->words.count; i++) {
        size_t size = strlen(names->words.items[i]);
        if (size < SHORTEST_HELD || size <= *longest || !holds(text, names->words.items[i]))
            continue;
        *longest = size;
        found = vocabulary_term(vocabulary, names->ids.items[i]);
    }
    return found;
}

/* Without quotation marks around it, and with hyphens for blanks and underscores, as ids are written. */
static const char *without_marks(struct arena *arena, const char *written)
{
    static const char *const marks[] = {"“", "”", "‘", "’", "\"", "'", "*", "`", " ", ".", ",", ";"};
    bool found = true;
    char *word = arena_string(arena, written);
    while (found) {
        found = false;
        for (size_t i = 0; i < COUNT(marks); i++) {
            size_t size = strlen(marks[i]);
            size_t length = strlen(word);
            if (length > size && strncmp(word, marks[i], size) == 0) {
                word += size;
                found = true;
            } else if (length > size && strcmp(word + length - size, marks[i]) == 0) {
                word[length - size] = '\0';
                found = true;
            }
        }
    }
    return word;
}

static const char *as_id(struct arena *arena, const char *word)
{
    char *id = arena_string(arena, word);
    for (char *at = id; *at; at++)
        if (*at == ' ' || *at == '_')
            *at = '-';
    return id;
}

struct term_meant term_meant(struct arena *arena, const struct vocabularies *vocabularies,
                             const struct vocabulary *vocabulary, const char *written)
{
    const char *word = without_marks(arena, written);
    struct names own = own_names(arena, vocabulary);
    struct names search = search_names(arena, vocabulary);
    const struct term *term = exact(&own, vocabulary, word);
    term = term ? term : exact(&own, vocabulary, as_id(arena, word));
    if (term)
        return (struct term_meant){term, stands_alone(&own, word, term, 0)};
    if ((term = exact(&search, vocabulary, word)) ||
        (term = by_synonyms(vocabularies, vocabulary, &own, &search, word)))
        return (struct term_meant){term, false};
    const char *near = nearest(word, own.words.items, own.words.count);
    size_t distance = near ? nearest_distance(word, near, strlen(near)) : 0;
    if ((term = term_of(&own, vocabulary, near)))
        return (struct term_meant){term, nearest_is_sure(word, distance) && stands_alone(&own, word, term, distance)};
    if ((term = term_of(&search, vocabulary, nearest(word, search.words.items, search.words.count))))
        return (struct term_meant){term, false};
    size_t longest = 0;
    term = held(&own, vocabulary, word, &longest);
    const struct term *longer = held(&search, vocabulary, word, &longest);
    return (struct term_meant){longer ? longer : term, false};
}

const char *term_meant_several(struct arena *arena, const struct vocabulary *vocabulary, const char *written)
{
    struct string_list ids = {0};
    for (const char *at = written; *at;) {
        at += strspn(at, " ,;/&+");
        size_t size = strcspn(at, " ,;/&+");
        const char *word = arena_copy(arena, at, size);
        at += size;
        if (!*word || strcmp(word, "and") == 0)
            continue;
        if (!vocabulary_term(vocabulary, word) || string_list_have(&ids, word))
            return NULL;
        string_list_add(arena, &ids, word);
    }
    return ids.count > 1 ? string_list_join(arena, &ids, ", ") : NULL;
}
