#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

#include "indexer/index/known_word_rows.h"
#include "indexer/index/synonym_rows.h"
#include "indexer/index/word_counts.h"
#include "search-cli/collect.h"

/*
 * A query that meets a group needs all of its members, most of which are phrases: their documents stand
 * with the group, so that neither the positions nor the shards of other words are fetched.
 */
enum { LEAST = 3000, MOST = 80, LEAVES_AT_ONCE = 250 };

static const double seconds = 60;

struct leaf_hits {
    struct shards_hit *items;
    size_t count;
    size_t capacity;
};

static void take_hits(struct shards *shards, const struct collected *collected, struct leaf_hits *leaves)
{
    for (size_t i = 0; i < collected->row_count; i++) {
        const struct collected_row *row = &collected->rows[i];
        size_t document = row->row < shards->row_count ? shards->documents[row->row] : SHARDS_NOTHING;
        for (size_t j = 0; document != SHARDS_NOTHING && j < row->count; j++) {
            const struct collected_hit *hit = &collected->hits[row->first + j];
            struct leaf_hits *leaf = &leaves[hit->leaf];
            leaf->items = arena_grow(&shards->arena, leaf->items, leaf->count, &leaf->capacity, sizeof *leaf->items);
            leaf->items[leaf->count++] = (struct shards_hit){(uint32_t)document, hit->column, hit->count};
        }
    }
}

/* The hits of each member, by the very pass that searches make. */
static struct leaf_hits *collect_members(struct shards *shards, const struct plan_leaf *leaves, size_t count)
{
    struct leaf_hits *hits = arena_array(&shards->arena, count, sizeof *hits);
    for (size_t first = 0; first < count; first += LEAVES_AT_ONCE) {
        struct collected collected = {0};
        size_t some = count - first < LEAVES_AT_ONCE ? count - first : LEAVES_AT_ONCE;
        if (collect(shards->index, leaves + first, some, seconds, &collected) != COLLECT_DONE)
            shards->failed = true;
        take_hits(shards, &collected, hits + first);
        collected_free(&collected);
    }
    return hits;
}

static const char *folded(struct tokenizer *tokenizer, struct arena *arena, const char *text)
{
    struct tokens tokens = tokens_read(tokenizer, arena, text, strlen(text));
    struct string_list words = {0};
    for (size_t i = 0; i < tokens.count; i++)
        string_list_add(arena, &words, tokens.items[i].word);
    return string_list_join(arena, &words, " ");
}

/* Each member once, however many groups have it: leaf_of[i] is the leaf of row i. */
static struct plan read_leaves(struct shards *shards, const struct synonym_rows *rows, size_t *leaf_of)
{
    struct plan plan = {0};
    size_t capacity = 0;
    struct tokenizer *tokenizer = tokenizer_open(shards->index);
    for (size_t i = 0; tokenizer && i < rows->count; i++) {
        size_t found = 0;
        while (found < plan.leaf_count && strcmp(plan.leaves[found].stems, rows->items[i].stems) != 0)
            found++;
        leaf_of[i] = *rows->items[i].stems ? found : SHARDS_NOTHING;
        if (found < plan.leaf_count || !*rows->items[i].stems)
            continue;
        plan.leaves = arena_grow(&shards->arena, plan.leaves, plan.leaf_count, &capacity, sizeof *plan.leaves);
        plan.leaves[plan.leaf_count++] =
            (struct plan_leaf){folded(tokenizer, &shards->arena, rows->items[i].text), rows->items[i].stems, false};
    }
    tokenizer_close(tokenizer);
    return plan;
}

/* kind, text, stems, postings, with tabs between; hints are found by and never searched for */
static void write_member(struct text *out, const struct synonym_row *row, const struct leaf_hits *hits)
{
    static const char kinds[SYNONYM_KINDS] = {
        [SYNONYM_WORD] = 'w', [SYNONYM_RELATED] = 'r', [SYNONYM_HINT] = 'h', [SYNONYM_MATCH_ONLY] = 'm'};
    text_format(out, "%s%c\t%s\t%s\t", out->size ? "\n" : "", kinds[row->kind], row->text, row->stems);
    if (hits)
        shards_postings(out, hits->items, hits->count);
}

static void write_groups(struct shards *shards, const struct synonym_rows *rows, const size_t *leaf_of,
                         struct leaf_hits *hits, struct shards_lines *groups)
{
    struct text group = {0};
    for (size_t i = 0; i < rows->count; i++) {
        const struct synonym_row *row = &rows->items[i];
        struct leaf_hits *own = leaf_of[i] == SHARDS_NOTHING ? NULL : &hits[leaf_of[i]];
        if (own)
            shards_sort(own->items, own->count);
        if (!group.size)
            text_format(&group, "#%zu", row->group);
        if (row->kind != SYNONYM_HINT)
            write_member(&group, row, own);
        if (i + 1 < rows->count && rows->items[i + 1].group == row->group)
            continue;
        shards_add(shards, groups, arena_format(&shards->arena, "%zu", row->group), &group);
        text_clear(&group);
    }
    text_free(&group);
}

/* `blood pressur#41`: the first group that has these stems. */
static void add_key(struct shards *shards, const struct synonym_row *row, struct shards_lines *lines)
{
    struct text line = {0};
    for (size_t i = 0; i < lines->count; i++)
        if (strcmp(lines->items[i].key, row->stems) == 0)
            return;
    text_format(&line, "%s#%zu", row->stems, row->group);
    shards_add(shards, lines, row->stems, &line);
    text_free(&line);
}

static void add_stems(struct shards *shards, const char *stems, struct string_list *all)
{
    while (*stems) {
        size_t size = strcspn(stems, " ");
        string_list_add(&shards->arena, all, arena_copy(&shards->arena, stems, size));
        stems += size + (stems[size] == ' ');
    }
}

/* A phrase whose documents stand with it, so that no positions are fetched for it. */
struct phrase {
    const char *key;   /* under which it is looked for */
    const char *start; /* of its line, before the documents */
    const char *parts; /* its words */
    const char *stems;
};

struct phrases {
    struct phrase *items;
    size_t count;
    size_t capacity;
};

static void add_phrase(struct shards *shards, struct phrases *phrases, struct phrase phrase)
{
    phrases->items =
        arena_grow(&shards->arena, phrases->items, phrases->count, &phrases->capacity, sizeof *phrases->items);
    phrases->items[phrases->count++] = phrase;
}

static void write_phrases(struct shards *shards, const struct phrases *phrases, struct shards_lines *lines)
{
    struct plan_leaf *leaves = arena_array(&shards->arena, phrases->count + 1, sizeof *leaves);
    for (size_t i = 0; i < phrases->count; i++)
        leaves[i] = (struct plan_leaf){phrases->items[i].parts, phrases->items[i].stems, false};
    struct leaf_hits *hits = collect_members(shards, leaves, phrases->count);
    for (size_t i = 0; i < phrases->count; i++) {
        struct text line = {0};
        shards_sort(hits[i].items, hits[i].count);
        text_add(&line, phrases->items[i].start);
        shards_postings(&line, hits[i].items, hits[i].count);
        shards_add(shards, lines, phrases->items[i].key, &line);
        text_free(&line);
    }
}

static bool has_line(const struct shards_lines *lines, const char *key)
{
    for (size_t i = 0; i < lines->count; i++)
        if (strcmp(lines->items[i].key, key) == 0)
            return true;
    return false;
}

/* `milton keyn#` and a tab: a phrase that is known and has no synonyms. */
static void gather_names(struct shards *shards, const struct shards_lines *groups, struct phrases *phrases)
{
    struct known_phrases known = known_phrases(shards->index, &shards->arena);
    for (size_t i = 0; i < known.count; i++)
        if (!has_line(groups, known.items[i].stems))
            add_phrase(shards, phrases,
                       (struct phrase){known.items[i].stems,
                                       arena_format(&shards->arena, "%s#\t", known.items[i].stems),
                                       known.items[i].words, known.items[i].stems});
}

/* `selfharm~selfharm=self harm` and a tab: what texts write as one of several words, by the stem of what has no break. */
static void gather_compounds(struct shards *shards, struct phrases *phrases)
{
    struct arena *arena = &shards->arena;
    struct compounds compounds = compounds_all(shards->index, arena);
    struct tokenizer *tokenizer = tokenizer_open(shards->index);
    for (size_t i = 0; tokenizer && i < compounds.count; i++) {
        const struct compound *compound = &compounds.items[i];
        const char *stem = tokens_stems(tokenizer, arena, compound->joined);
        add_phrase(shards, phrases,
                   (struct phrase){stem, arena_format(arena, "%s~%s=%s\t", stem, compound->joined, compound->parts),
                                   compound->parts, tokens_stems(tokenizer, arena, compound->parts)});
    }
    tokenizer_close(tokenizer);
}

void search_shards_synonyms_write(struct shards *shards, struct shards_lines *lines, struct string_list *stems)
{
    struct synonym_rows rows = synonyms_all(shards->index, &shards->arena);
    size_t *leaf_of = arena_array(&shards->arena, rows.count + 1, sizeof *leaf_of);
    struct plan plan = read_leaves(shards, &rows, leaf_of);
    struct leaf_hits *hits = collect_members(shards, plan.leaves, plan.leaf_count);
    struct shards_lines groups = {0};
    write_groups(shards, &rows, leaf_of, hits, &groups);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.items[i].kind != SYNONYM_RELATED && *rows.items[i].stems)
            add_key(shards, &rows.items[i], lines);
        add_stems(shards, rows.items[i].stems, stems);
    }
    struct phrases phrases = {0};
    gather_names(shards, lines, &phrases);
    gather_compounds(shards, &phrases);
    write_phrases(shards, &phrases, lines);
    shards_write_lines(shards, &groups, &(struct shards_cut){"g", LEAST, MOST});
}
