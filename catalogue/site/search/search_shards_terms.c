#include "catalogue/site/search/search_shards_parts.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "catalogue/site/coding/postings.h"
#include "indexer/index/inverted.h"
#include "indexer/index/known_word_rows.h"
#include "indexer/index/tokens.h"
#include "indexer/index/word_counts.h"
#include "search-cli/stop_words.h"

/* Stop words are rarely asked for, and half of the index is theirs: they have shards of their own. */
enum { TERMS, STOP_TERMS, POSITIONS, STOP_POSITIONS, KINDS };

static const struct {
    const char *name;
    size_t least;
} cuts[KINDS] = {
    [TERMS] = {"t", 5000},
    [STOP_TERMS] = {"u", 8000},
    [POSITIONS] = {"p", 8000},
    [STOP_POSITIONS] = {"v", 8000},
};

struct terms {
    struct shards *shards;
    struct shards_lines lines[KINDS];
    struct string_list stop_stems;         /* sorted */
    struct string_list known;              /* stems of the table of words; sorted, possibly with repetitions */
    struct string_list light[KNOWN_KINDS]; /* stems of light words; sorted */
};

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_among(const struct string_list *sorted, const char *word)
{
    return sorted->count && bsearch(&word, sorted->items, sorted->count, sizeof *sorted->items, compare_words);
}

/* In the order of postings: in a column of a document the first place, then how far it is to the next, less 1. */
static void write_places_in(struct text *out, const struct inverted_places *places, size_t column)
{
    for (size_t i = 0; i < places->count; i++) {
        const struct inverted_place *place = &places->items[i];
        if (place->column != column)
            continue;
        bool goes_on = i && place[-1].row == place->row && place[-1].column == column;
        digits_number(out, goes_on ? place->offset - place[-1].offset - 1U : place->offset);
    }
}

static void add_line(struct terms *terms, size_t kind, const struct inverted_term *term, struct text *line)
{
    shards_add(terms->shards, &terms->lines[kind], term->stem, line);
    text_clear(line);
}

/* How light a stem is, as the browser reads it behind the stem; nothing where it is not. */
static const char *light_mark(const struct terms *terms, const char *stem)
{
    static const char *const marks[KNOWN_KINDS] = {"", "", "?", "!"};
    size_t kind = KNOWN_QUALIFIER;
    while (kind < KNOWN_KINDS && !is_among(&terms->light[kind], stem))
        kind++;
    return kind < KNOWN_KINDS ? marks[kind] : "";
}

/* `blood:…`; with ; for : when a mistyped word could not become it, such as a number. */
static void add_term(struct terms *terms, const struct inverted_term *term)
{
    struct arena arena = {0};
    struct text line = {0};
    struct inverted_places everywhere = inverted_places_of(terms->shards->words, &arena, term);
    struct inverted_places places = shards_places(terms->shards, &arena, &everywhere);
    struct postings postings = postings_of(&arena, &places);
    bool stop = is_among(&terms->stop_stems, term->stem);
    if (places.count) {
        text_add(&line, term->stem);
        text_char(&line, ':');
        for (size_t column = 0; column < TEXT_COLUMNS; column++)
            write_places_in(&line, &places, column);
        add_line(terms, stop ? STOP_POSITIONS : POSITIONS, term, &line);
        text_format(&line, "%s%s%c", term->stem, light_mark(terms, term->stem),
                    is_among(&terms->known, term->stem) ? ':' : ';');
        postings_write(&line, &postings, terms->shards->count);
        add_line(terms, stop ? STOP_TERMS : TERMS, term, &line);
    }
    text_free(&line);
    arena_free(&arena);
}

static void read_stop_stems(struct terms *terms)
{
    struct arena *arena = &terms->shards->arena;
    struct tokenizer *tokenizer = tokenizer_open(terms->shards->index);
    for (size_t i = 0; tokenizer && stop_word_at(i); i++)
        string_list_add(arena, &terms->stop_stems, tokens_stems(tokenizer, arena, stop_word_at(i)));
    tokenizer_close(tokenizer);
    string_list_sort(&terms->stop_stems);
}

static void read_known(struct terms *terms, const struct string_list *synonym_stems)
{
    struct arena *arena = &terms->shards->arena;
    const struct surface_words *words = &terms->shards->surface;
    for (size_t i = 0; i < words->count; i++)
        string_list_add(arena, &terms->known, words->items[i].stem);
    for (size_t i = 0; i < synonym_stems->count; i++)
        string_list_add(arena, &terms->known, synonym_stems->items[i]);
    string_list_sort(&terms->known);
}

static void read_light(struct terms *terms, struct string_list *all)
{
    for (int kind = KNOWN_QUALIFIER; kind < KNOWN_KINDS; kind++) {
        struct arena *arena = &terms->shards->arena;
        terms->light[kind] = light_stems(terms->shards->index, arena, (enum known_kind)kind);
        for (size_t i = 0; i < terms->light[kind].count; i++)
            string_list_add(arena, all, terms->light[kind].items[i]);
    }
}

static int compare_lines(const void *a, const void *b)
{
    const struct shards_line *one = a;
    const struct shards_line *other = b;
    int order = strcmp(one->key, other->key);
    return order ? order : strcmp(one->text, other->text);
}

static void sort_lines(struct shards_lines *lines)
{
    if (lines->count)
        qsort(lines->items, lines->count, sizeof *lines->items, compare_lines);
}

static bool has_line(const struct shards_lines *lines, size_t count, const char *key)
{
    size_t low = 0;
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(lines->items[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(lines->items[low].key, key) == 0;
}

/* A word that only synonyms have is known too, though no case holds it, and so is a light one. Lines are sorted by key. */
static void add_other_stems(struct terms *terms, struct string_list *stems)
{
    const size_t counts[] = {[TERMS] = terms->lines[TERMS].count, [STOP_TERMS] = terms->lines[STOP_TERMS].count};
    string_list_sort(stems);
    for (size_t i = 0; i < stems->count; i++) {
        const char *stem = stems->items[i];
        size_t kind = is_among(&terms->stop_stems, stem) ? STOP_TERMS : TERMS;
        bool repeated = i && strcmp(stems->items[i - 1], stem) == 0;
        if (repeated || has_line(&terms->lines[kind], counts[kind], stem))
            continue;
        struct text line = {0};
        text_format(&line, "%s%s%c", stem, light_mark(terms, stem), is_among(&terms->known, stem) ? ':' : ';');
        shards_add(terms->shards, &terms->lines[kind], stem, &line);
        text_free(&line);
    }
}

/*
 * Where a text that a group is found by stands: under its first word that is no stop word, as nobody fetches anything
 * for these. Of the stop words only those that begin a text of nothing else need looking up.
 */
static const char *group_key(const struct terms *terms, const char *stems)
{
    for (const char *stem = stems; *stem; stem += strspn(stem, " ")) {
        size_t size = strcspn(stem, " ");
        if (!is_among(&terms->stop_stems, arena_copy(&terms->shards->arena, stem, size)))
            return stem;
        stem += size;
    }
    return NULL;
}

static void add_groups(struct terms *terms, const struct shards_lines *groups)
{
    struct arena *arena = &terms->shards->arena;
    struct string_list starts = {0};
    for (size_t i = 0; i < groups->count; i++) {
        const struct shards_line *group = &groups->items[i];
        struct text line = {0};
        const char *key = group_key(terms, group->key);
        const char *first = arena_copy(arena, group->key, strcspn(group->key, " "));
        if (!key && !string_list_have(&starts, first))
            string_list_add(arena, &starts, first);
        text_append(&line, group->text, group->size);
        shards_add(terms->shards, &terms->lines[TERMS], key ? key : group->key, &line);
        text_free(&line);
    }
    json_member_string(&terms->shards->base, "stopStarts", string_list_join(arena, &starts, " "));
}

void search_shards_terms_write(struct shards *shards)
{
    struct terms terms = {.shards = shards};
    struct shards_lines groups = {0};
    struct string_list stems = {0};
    search_shards_synonyms_write(shards, &groups, &stems);
    read_stop_stems(&terms);
    read_known(&terms, &stems);
    read_light(&terms, &stems);
    for (size_t i = 0; i < shards->words->term_count; i++)
        add_term(&terms, &shards->words->terms[i]);
    add_other_stems(&terms, &stems);
    add_groups(&terms, &groups);
    sort_lines(&terms.lines[TERMS]);
    sort_lines(&terms.lines[STOP_TERMS]);
    for (size_t i = 0; i < KINDS; i++)
        shards_write_lines(shards, &terms.lines[i], cuts[i].name, cuts[i].least);
}
