#include "search-cli/plan_words.h"

#include <stdint.h>
#include <string.h>

#include "indexer/index/synonym_rows.h"
#include "indexer/index/word_counts.h"
#include "search-cli/correct.h"
#include "search-cli/stop_words.h"

const double plan_synonym_weight = 0.6;
const double plan_related_weight = 0.2;

static void add_member(struct plan_maker *maker, struct plan_term *term, size_t leaf, double weight, bool holds)
{
    for (size_t i = 0; i < term->member_count; i++)
        if (term->members[i].leaf == leaf)
            return;
    if (leaf == PLAN_LEAVES_MAX)
        return;
    term->members =
        arena_grow(maker->arena, term->members, term->member_count, &term->member_capacity, sizeof *term->members);
    term->members[term->member_count++] = (struct plan_member){leaf, weight, holds};
}

/* The term whose own leaf this is, made if it is new. */
static size_t term_of(struct plan_maker *maker, const char *shown, size_t leaf, bool scores)
{
    struct plan *plan = maker->plan;
    size_t found = 0;
    while (found < plan->term_count && plan->terms[found].members[0].leaf != leaf)
        found++;
    if (found == PLAN_TERMS_MAX || leaf == PLAN_LEAVES_MAX) {
        maker->dropped = true;
        return SIZE_MAX;
    }
    if (found == plan->term_count) {
        plan->terms =
            arena_grow(maker->arena, plan->terms, plan->term_count, &plan->term_capacity, sizeof *plan->terms);
        plan->terms[plan->term_count++] = (struct plan_term){.text = shown};
        add_member(maker, &plan->terms[found], leaf, 1, true);
    }
    plan->terms[found].times += scores;
    plan->terms[found].scores |= scores;
    return found;
}

static void note_correction(struct plan_maker *maker, const char *typed, const char *used)
{
    struct plan *plan = maker->plan;
    plan->corrections = arena_grow(maker->arena, plan->corrections, plan->correction_count, &plan->correction_capacity,
                                   sizeof *plan->corrections);
    plan->corrections[plan->correction_count++] = (struct plan_correction){typed, used};
}

static void note_unknown_word(struct plan_maker *maker, const char *word)
{
    const char *note = arena_format(maker->arena, "Nothing contains \"%s\".", word);
    if (!string_list_have(&maker->plan->notes, note))
        string_list_add(maker->arena, &maker->plan->notes, note);
}

/* A word that neither a case nor a synonym has becomes its nearest neighbour, or is named if it has none. */
static void correct_token(struct plan_maker *maker, struct token *token)
{
    if (maker->corrected == PLAN_CORRECTIONS_MAX || words_count_of_stem(maker->index, token->stem) ||
        synonyms_have_stem(maker->index, token->stem))
        return;
    maker->corrected++;
    const char *used = correct_word(maker->index, maker->arena, token->word);
    if (!used) {
        note_unknown_word(maker, token->word);
        return;
    }
    note_correction(maker, token->word, used);
    token->word = used;
    token->stem = tokens_stems(maker->tokenizer, maker->arena, used);
}

/* What stands behind the apostrophe of a word that is none of its own: don't, we're, they've, I'll, he'd, I'm. */
static bool is_contraction(const struct tokens *tokens, size_t at)
{
    static const char *const ends[] = {"t", "re", "ve", "ll", "d", "m"};
    if (at + 1 != tokens->count || !at)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (!strcmp(tokens->items[at].word, ends[i]))
            return true;
    return false;
}

/* Contractions, both halves; and the single letters that cutting leaves: "GP's", "e-cigarettes". */
static bool is_scrap(const struct tokens *tokens, size_t at, bool apostrophe)
{
    if (apostrophe && is_contraction(tokens, tokens->count - 1) && at + 2 >= tokens->count)
        return true;
    return tokens->count > 1 && tokens->items[at].word[0] && !tokens->items[at].word[1];
}

void plan_run_add(struct plan_maker *maker, struct plan_run *run, const char *text)
{
    struct tokens tokens = tokens_read(maker->tokenizer, maker->arena, text, strlen(text));
    bool apostrophe = strchr(text, '\'') || strstr(text, "\xe2\x80\x99");
    for (size_t i = 0; i < tokens.count; i++) {
        struct plan_word word = {.token = tokens.items[i], .term = SIZE_MAX};
        word.stop = stop_word(word.token.word) || is_scrap(&tokens, i, apostrophe);
        if (!word.stop)
            correct_token(maker, &word.token);
        else if (!maker->stopped)
            maker->stopped = word.token.word;
        run->items = arena_grow(maker->arena, run->items, run->count, &run->capacity, sizeof *run->items);
        run->items[run->count++] = word;
    }
}

static void note_synonym(struct plan_maker *maker, const char *word, const char *also)
{
    struct plan *plan = maker->plan;
    plan->synonyms =
        arena_grow(maker->arena, plan->synonyms, plan->synonym_count, &plan->synonym_capacity, sizeof *plan->synonyms);
    plan->synonyms[plan->synonym_count++] = (struct plan_synonym){word, also};
}

/* Every word of the run from `start` that has a term takes the leaf of the synonym as one of its own. */
static void widen(struct plan_maker *maker, const struct plan_run *run, size_t start, size_t count,
                  const struct synonym_row *row)
{
    bool related = row->kind == SYNONYM_RELATED;
    struct text folded = {0};
    struct tokens tokens = tokens_read(maker->tokenizer, maker->arena, row->text, strlen(row->text));
    for (size_t i = 0; i < tokens.count; i++)
        text_format(&folded, "%s%s", i ? " " : "", tokens.items[i].word);
    size_t leaf =
        plan_leaf_add(maker->arena, maker->plan, arena_string(maker->arena, text_string(&folded)), row->stems, false);
    for (size_t i = start; i < start + count; i++)
        if (run->items[i].term != SIZE_MAX)
            add_member(maker, &maker->plan->terms[run->items[i].term], leaf,
                       related ? plan_related_weight : plan_synonym_weight, !related);
    text_free(&folded);
}

static const char *run_text(struct plan_maker *maker, const struct plan_run *run, size_t start, size_t count,
                            bool stems)
{
    struct text joined = {0};
    for (size_t i = start; i < start + count; i++)
        text_format(&joined, "%s%s", i > start ? " " : "", stems ? run->items[i].token.stem : run->items[i].token.word);
    const char *copy = arena_string(maker->arena, text_string(&joined));
    text_free(&joined);
    return copy;
}

/* The synonyms of `count` words of the run from `start`; false when they are no synonym. */
static bool widen_by_group(struct plan_maker *maker, const struct plan_run *run, size_t start, size_t count)
{
    const char *stems = run_text(maker, run, start, count, true);
    struct synonym_rows rows = synonyms_find(maker->index, maker->arena, stems);
    const char *typed = run_text(maker, run, start, count, false);
    for (size_t i = 0; i < rows.count; i++) {
        const struct synonym_row *row = &rows.items[i];
        if (row->kind == SYNONYM_HINT || !strcmp(row->stems, stems))
            continue;
        widen(maker, run, start, count, row);
        if (row->kind != SYNONYM_MATCH_ONLY)
            note_synonym(maker, typed, row->text);
    }
    return rows.count > 0;
}

/* The longest synonym that starts at a word wins, and the search goes on behind it. */
static void widen_run(struct plan_maker *maker, const struct plan_run *run)
{
    for (size_t start = 0; start < run->count;) {
        size_t count = run->count - start < PLAN_SYNONYM_WORDS_MAX ? run->count - start : PLAN_SYNONYM_WORDS_MAX;
        while (count && !(run->items[start].stop && count == 1) && !widen_by_group(maker, run, start, count))
            count--;
        start += count ? count : 1;
    }
}

void plan_run_terms(struct plan_maker *maker, struct plan_run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        struct plan_word *word = &run->items[i];
        if (word->stop)
            continue;
        size_t leaf = plan_leaf_add(maker->arena, maker->plan, word->token.word, word->token.stem, false);
        word->term = term_of(maker, word->token.word, leaf, true);
    }
    widen_run(maker, run);
}

/* What a beginning finds besides the stems that begin like it. */
static void add_stemmed_away(struct plan_maker *maker, struct plan_term *term, const struct token *token)
{
    struct surface_words words =
        words_stemmed_away(maker->index, maker->arena, token->word, token->stem, PLAN_STEMMED_AWAY_MAX);
    for (size_t i = 0; i < words.count; i++)
        add_member(maker, term,
                   plan_leaf_add(maker->arena, maker->plan, words.items[i].word, words.items[i].stem, false), 1, true);
}

size_t plan_phrase_term(struct plan_maker *maker, const char *text, bool prefix, bool scores)
{
    struct tokens tokens = tokens_read(maker->tokenizer, maker->arena, text, strlen(text));
    struct text words = {0};
    struct text stems = {0};
    size_t term = SIZE_MAX;
    for (size_t i = 0; i < tokens.count; i++) {
        if (scores && !prefix)
            correct_token(maker, &tokens.items[i]);
        text_format(&words, "%s%s", i ? " " : "", tokens.items[i].word);
        text_format(&stems, "%s%s", i ? " " : "", tokens.items[i].stem);
    }
    if (tokens.count) {
        const char *shown = arena_string(maker->arena, words.data);
        size_t leaf = plan_leaf_add(maker->arena, maker->plan, shown, arena_string(maker->arena, stems.data), prefix);
        term = term_of(maker, prefix ? arena_format(maker->arena, "%s*", shown) : shown, leaf, scores);
    }
    if (prefix && tokens.count == 1 && term != SIZE_MAX)
        add_stemmed_away(maker, &maker->plan->terms[term], &tokens.items[0]);
    text_free(&words);
    text_free(&stems);
    return term;
}
