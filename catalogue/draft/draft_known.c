#include "catalogue/draft/draft_known.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/word_find.h"
#include "indexer/content/field_names.h"
#include "indexer/content/fields.h"
#include "indexer/content/source.h"

static const char folder[] = "content/case-studies";

static bool is_known(const struct known_name *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i].name, name) == 0)
            return true;
    return false;
}

static void add_partners(struct arena *arena, struct draft_known *known, const struct yaml_node *partners)
{
    const struct field *members = case_fields[CASE_PARTNERS].members;
    for (size_t i = 0; partners && partners->kind == TREE_LIST && i < partners->count; i++) {
        const char *name = yaml_text(partners->items[i], members[PARTNER_NAME].key, "");
        if (!*name || is_known(known->partners, known->partner_count, name))
            continue;
        known->partners =
            arena_grow(arena, known->partners, known->partner_count, &known->partner_capacity, sizeof *known->partners);
        known->partners[known->partner_count++] =
            (struct known_name){name, yaml_text(partners->items[i], members[PARTNER_TYPE].key, "")};
    }
}

/* A place of a case study that has one region lies in it. */
static void add_place(struct arena *arena, struct draft_known *known, const struct yaml_node *front)
{
    const char *name = yaml_text(front, case_fields[CASE_PLACE].key, "");
    const struct yaml_node *regions = yaml_get(front, case_fields[CASE_REGIONS].key);
    bool one = regions && regions->kind == TREE_LIST && regions->count == 1 && regions->items[0]->kind == TREE_SCALAR;
    if (!*name || !one || is_known(known->places, known->place_count, name))
        return;
    known->places = arena_grow(arena, known->places, known->place_count, &known->place_capacity, sizeof *known->places);
    known->places[known->place_count++] = (struct known_name){name, regions->items[0]->text};
}

bool draft_known_read(struct arena *arena, const char *root, struct draft_known *known, struct diagnostics *diagnostics)
{
    struct file_names names;
    if (!file_list(arena, root, folder, ".md", &names)) {
        source_report_folder(folder, names.reason, diagnostics);
        return false;
    }
    size_t failures = diagnostics->failures;
    for (size_t i = 0; i < names.count; i++) {
        size_t size = 0;
        const char *shown = file_join(arena, folder, names.names[i]);
        const char *data = source_load(arena, file_join(arena, root, shown), shown, CASE_FILE_MAX, &size, diagnostics);
        const struct yaml_node *front = data ? source_read(arena, data, size, &case_names, NULL).front : NULL;
        if (front) {
            add_partners(arena, known, yaml_get(front, case_fields[CASE_PARTNERS].key));
            add_place(arena, known, front);
        }
    }
    return diagnostics->failures == failures;
}

/* Where a name stands in a text in its own letters, or NULL. */
static const char *find_name(const char *text, const char *name)
{
    const char *at = word_find(text, name);
    while (at && strncmp(at, name, strcspn(name, " ")) != 0)
        at = word_find(at + 1, name);
    return at;
}

const struct known_name *draft_known_place(const struct draft_known *known, const char *text)
{
    const struct known_name *first = NULL;
    const char *first_at = NULL;
    for (size_t i = 0; i < known->place_count; i++) {
        const char *at = find_name(text, known->places[i].name);
        if (at && (!first || at < first_at)) {
            first = &known->places[i];
            first_at = at;
        }
    }
    return first;
}

size_t draft_known_partners(const struct draft_known *known, const char *text, const struct known_name **found,
                            size_t most)
{
    size_t count = 0;
    const char *before = text;
    while (count < most) {
        const struct known_name *next = NULL;
        const char *next_at = NULL;
        for (size_t i = 0; i < known->partner_count; i++) {
            const char *at = find_name(before, known->partners[i].name);
            bool again = false;
            for (size_t j = 0; j < count; j++)
                again |= found[j] == &known->partners[i];
            bool nearer = at && (!next || at < next_at ||
                                 (at == next_at && strlen(known->partners[i].name) > strlen(next->name)));
            if (nearer && !again) {
                next = &known->partners[i];
                next_at = at;
            }
        }
        if (!next)
            break;
        found[count++] = next;
        before = next_at + strlen(next->name);
    }
    return count;
}

/* How often a word stands in a text, up to `most` times. */
static size_t times(const char *text, const char *word, size_t most)
{
    size_t count = 0;
    for (const char *at = word_find(text, word); at && count < most; at = word_find(at + 1, word))
        count++;
    return count;
}

static void weigh(struct arena *arena, struct term_found *found, const char *word, const char *title, const char *text)
{
    enum { OFTEN = 3, IN_TITLE = 4 };
    size_t weight = times(text, word, OFTEN) + IN_TITLE * times(title, word, 1);
    if (weight)
        string_list_add(arena, &found->words, word);
    found->weight += weight;
}

/* Keeps the heaviest, in their order. */
static size_t keep(struct term_found *found, size_t count, size_t most, const struct term_found *term)
{
    size_t at = count;
    while (at > 0 && found[at - 1].weight < term->weight)
        at--;
    if (at == most)
        return count;
    count = count < most ? count + 1 : most;
    for (size_t i = count - 1; i > at; i--)
        found[i] = found[i - 1];
    found[at] = *term;
    return count;
}

size_t draft_terms(struct arena *arena, const struct vocabulary *vocabulary, const char *title, const char *text,
                   struct term_found *found, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        struct term_found term = {.term = &vocabulary->terms[i]};
        weigh(arena, &term, term.term->label, title, text);
        for (size_t j = 0; j < term.term->search_words.count; j++)
            weigh(arena, &term, term.term->search_words.items[j], title, text);
        if (term.weight)
            count = keep(found, count, most, &term);
    }
    return count;
}
