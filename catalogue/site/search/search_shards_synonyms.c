#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

#include "catalogue/site/coding/postings.h"
#include "indexer/base/string_numbers.h"
#include "indexer/index/known_word_rows.h"
#include "indexer/index/synonym_rows.h"
#include "indexer/index/tokens.h"
#include "indexer/index/word_counts.h"

/*
 * A query that meets a group needs all of its members, most of which are phrases: their documents stand
 * with the group, so that neither the positions nor the shards of other words are fetched. A short group stands
 * behind each of the keys that it is found by, so that it comes with the word; only a long one is asked for by itself.
 */
enum { LEAST = 3000, SHORT_GROUP = 1500 };

/* The documents of some stems in a row, behind what is there. */
static void write_postings(struct shards *shards, struct text *out, const char *stems)
{
    struct arena arena = {0};
    struct inverted_places found = inverted_phrase(shards->words, &arena, stems);
    struct inverted_places places = shards_places(shards, &arena, &found);
    struct postings postings = postings_of(&arena, &places);
    postings_write(out, &postings, shards->count);
    arena_free(&arena);
}

/* A tab, then kind, text, stems, postings, with tabs between; hints are found by and never searched for. */
static void write_member(struct shards *shards, struct text *out, const struct synonym_row *row)
{
    static const char kinds[SYNONYM_KINDS] = {
        [SYNONYM_WORD] = 'w', [SYNONYM_RELATED] = 'r', [SYNONYM_HINT] = 'h', [SYNONYM_MATCH_ONLY] = 'm'};
    text_format(out, "\t%c\t%s\t%s\t", kinds[row->kind], row->text, row->stems);
    write_postings(shards, out, row->stems);
}

/* `41` and its members; a group has its number, and numbers rise. */
static void read_groups(struct shards *shards, const struct synonym_rows *rows, struct shards_lines *groups)
{
    struct text group = {0};
    for (size_t i = 0; i < rows->count; i++) {
        const struct synonym_row *row = &rows->items[i];
        if (!group.size)
            text_format(&group, "%zu", row->group);
        if (row->kind != SYNONYM_HINT)
            write_member(shards, &group, row);
        if (i + 1 < rows->count && rows->items[i + 1].group == row->group)
            continue;
        shards_add(shards, groups, arena_format(&shards->arena, "%zu", row->group), &group);
        text_clear(&group);
    }
    text_free(&group);
}

static void write_long_groups(struct shards *shards, const struct shards_lines *groups)
{
    struct shards_lines longer = {0};
    for (size_t i = 0; i < groups->count; i++) {
        struct text line = {0};
        text_append(&line, groups->items[i].text, groups->items[i].size);
        if (line.size > SHORT_GROUP)
            shards_add(shards, &longer, groups->items[i].key, &line);
        text_free(&line);
    }
    shards_write_lines(shards, &longer, "g", LEAST);
}

/* `blood pressur#41`: the first group that has these stems, with its members where it is short. */
static void add_key(struct shards *shards, const struct synonym_row *row, const struct shards_line *group,
                    struct string_numbers *keys, struct shards_lines *lines)
{
    struct text line = {0};
    size_t known = keys->count;
    if (string_number(keys, row->stems, strlen(row->stems)) < known)
        return;
    text_format(&line, "%s#", row->stems);
    text_append(&line, group->text, group->size > SHORT_GROUP ? strlen(group->key) : group->size);
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

/* A phrase whose documents stand behind the start of its line, so that no positions are fetched for it. */
static void add_phrase(struct shards *shards, struct shards_lines *lines, const char *key, const char *stems,
                       const char *start)
{
    struct text line = {0};
    text_add(&line, start);
    write_postings(shards, &line, stems);
    shards_add(shards, lines, key, &line);
    text_free(&line);
}

/* `milton keyn#` and a tab: a phrase that is known and has no synonyms. */
static void add_names(struct shards *shards, struct string_numbers *keys, struct shards_lines *lines)
{
    struct known_phrases known = known_phrases(shards->index, &shards->arena);
    size_t groups = keys->count;
    for (size_t i = 0; i < known.count; i++) {
        const char *stems = known.items[i].stems;
        if (string_number(keys, stems, strlen(stems)) >= groups)
            add_phrase(shards, lines, stems, stems, arena_format(&shards->arena, "%s#\t", stems));
    }
}

/* `selfharm~selfharm=self harm` and a tab: what texts write as one of several words, by the stem of what has no break. */
static void add_compounds(struct shards *shards, struct shards_lines *lines)
{
    struct arena *arena = &shards->arena;
    struct compounds compounds = compounds_all(shards->index, arena);
    struct tokenizer *tokenizer = tokenizer_open(shards->index);
    for (size_t i = 0; tokenizer && i < compounds.count; i++) {
        const struct compound *compound = &compounds.items[i];
        const char *stem = tokens_stems(tokenizer, arena, compound->joined);
        add_phrase(shards, lines, stem, tokens_stems(tokenizer, arena, compound->parts),
                   arena_format(arena, "%s~%s=%s\t", stem, compound->joined, compound->parts));
    }
    tokenizer_close(tokenizer);
}

void search_shards_synonyms_write(struct shards *shards, struct shards_lines *lines, struct string_list *stems)
{
    struct synonym_rows rows = synonyms_all(shards->index, &shards->arena);
    struct shards_lines groups = {0};
    struct string_numbers keys = {0};
    size_t group = 0;
    read_groups(shards, &rows, &groups);
    for (size_t i = 0; i < rows.count; i++) {
        group += i && rows.items[i].group != rows.items[i - 1].group;
        if (rows.items[i].kind != SYNONYM_RELATED && *rows.items[i].stems)
            add_key(shards, &rows.items[i], &groups.items[group], &keys, lines);
        add_stems(shards, rows.items[i].stems, stems);
    }
    add_names(shards, &keys, lines);
    add_compounds(shards, lines);
    write_long_groups(shards, &groups);
    string_numbers_free(&keys);
}
