#include "search-cli/plan_words.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/index/known_word_rows.h"
#include "indexer/index/stem_exceptions.h"
#include "indexer/index/synonym_rows.h"
#include "indexer/index/word_counts.h"
#include "search-cli/correct.h"
#include "search-cli/plan_filters.h"
#include "search-cli/plan_terms.h"
#include "search-cli/spelling.h"

const double plan_synonym_weight = 0.6;
const double plan_related_weight = 0.2;
const double plan_part_weight = 0.15;
const double plan_weights[KNOWN_KINDS] = {
    [KNOWN_NAME] = 1, [KNOWN_PLAIN] = 1, [KNOWN_QUALIFIER] = 0.2, [KNOWN_FRAME] = 0.1};

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
        plan->terms[plan->term_count++] = (struct plan_term){.text = shown, .weight = 1};
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

/* A word that is nowhere is said to be nowhere; what is near is offered and not taken. */
static void note_unknown_word(struct plan_maker *maker, const char *word, const char *near)
{
    struct plan *plan = maker->plan;
    for (size_t i = 0; i < plan->unknown_count; i++)
        if (!strcmp(plan->unknowns[i].typed, word))
            return;
    plan->unknowns =
        arena_grow(maker->arena, plan->unknowns, plan->unknown_count, &plan->unknown_capacity, sizeof *plan->unknowns);
    plan->unknowns[plan->unknown_count++] = (struct plan_correction){word, near};
    string_list_add(maker->arena, &plan->notes,
                    near
                        ? arena_format(maker->arena, "Nothing here contains \"%s\". The nearest is \"%s\".", word, near)
                        : arena_format(maker->arena, "Nothing here contains \"%s\".", word));
}

static bool has_stem(struct plan_maker *maker, const char *stem)
{
    return words_count_of_stem(maker->index, stem) || synonyms_have_stem(maker->index, stem);
}

static bool is_in_index(struct plan_maker *maker, const struct token *token)
{
    const struct string_list *family = stem_family(tokenizer_exceptions(maker->tokenizer), token->word);
    for (size_t i = 0; family && i < family->count; i++)
        if (has_stem(maker, tokens_stems(maker->tokenizer, maker->arena, family->items[i])))
            return true;
    return has_stem(maker, token->stem) || *compound_parts(maker->index, maker->arena, token->word) ||
           *spelling_in_words(maker->arena, token->word);
}

/* "evidence:e3" for "e3", as a level is shown beside case studies and stands in none; else NULL. */
static const char *level_called(struct plan_maker *maker, const char *word)
{
    const struct facet *facet = &facets[plan_facet("evidence")];
    const char *id = plan_term_find(maker->index, facet, word);
    return id ? arena_format(maker->arena, "%s:%s", facet->key, id) : NULL;
}

/* A word that is not in the index becomes its nearest neighbour where one stands out, or is named. How light it is. */
static enum known_kind correct_token(struct plan_maker *maker, struct token *token)
{
    if (maker->corrected == PLAN_CORRECTIONS_MAX)
        return KNOWN_NAME;
    maker->corrected++;
    const char *level = level_called(maker, token->word);
    if (level) {
        note_unknown_word(maker, token->word, level);
        return KNOWN_NAME;
    }
    struct known_word known = known_word_find(maker->index, token->word, token->stem);
    struct correction correction = correct_word(maker->index, maker->arena, token->word);
    if (!correction.stands_out || known.is_known) {
        note_unknown_word(maker, token->word, correction.word);
        return known.is_plain ? KNOWN_PLAIN : KNOWN_NAME;
    }
    note_correction(maker, token->word, correction.word);
    token->word = correction.word;
    token->stem = tokens_stems(maker->tokenizer, maker->arena, correction.word);
    return KNOWN_NAME;
}

static void note_synonym(struct plan_maker *maker, const char *word, const char *also)
{
    struct plan *plan = maker->plan;
    plan->synonyms =
        arena_grow(maker->arena, plan->synonyms, plan->synonym_count, &plan->synonym_capacity, sizeof *plan->synonyms);
    plan->synonyms[plan->synonym_count++] = (struct plan_synonym){word, also};
}

/* The leaf of a text of one or more words. */
static size_t leaf_of(struct plan_maker *maker, const char *text)
{
    struct tokens tokens = tokens_read(maker->tokenizer, maker->arena, text, strlen(text));
    struct plan_run words = {.items = arena_array(maker->arena, tokens.count, sizeof *words.items)};
    for (; words.count < tokens.count; words.count++)
        words.items[words.count].token = tokens.items[words.count];
    return plan_leaf_add(maker->arena, maker->plan, plan_run_text(maker->arena, &words, 0, words.count, false, " "),
                         plan_run_text(maker->arena, &words, 0, words.count, true, " "), false);
}

/* Whether two texts differ in nothing but blanks, hyphens and capitals: "Core20PLUS5" and "core20 plus5". */
static bool is_same_spelling(const char *text, const char *other)
{
    for (;;) {
        text += strspn(text, " -");
        other += strspn(other, " -");
        if (ascii_lower(*text) != ascii_lower(*other))
            return false;
        if (!*text)
            return true;
        text++;
        other++;
    }
}

/* A term takes the others of its group as its own; looser relations add to the score alone. */
static void widen(struct plan_maker *maker, size_t term, const char *typed, const char *stems,
                  const struct synonym_rows *rows)
{
    for (size_t i = 0; term != SIZE_MAX && i < rows->count; i++) {
        const struct synonym_row *row = &rows->items[i];
        bool related = row->kind == SYNONYM_RELATED;
        if (row->kind == SYNONYM_HINT || !strcmp(row->stems, stems))
            continue;
        double weight = is_same_spelling(row->text, typed) ? 1 : related ? plan_related_weight : plan_synonym_weight;
        add_member(maker, &maker->plan->terms[term], leaf_of(maker, row->text), weight, !related);
        if (row->kind != SYNONYM_MATCH_ONLY)
            note_synonym(maker, typed, row->text);
    }
}

/* Another way to write the same: it counts as much as what was typed. */
static void add_spelling(struct plan_maker *maker, size_t term, const char *text)
{
    if (term != SIZE_MAX && *text)
        add_member(maker, &maker->plan->terms[term], leaf_of(maker, text), 1, true);
}

/* The other words of the family of one that is kept apart from others of its stem. */
static void add_family(struct plan_maker *maker, size_t term, const char *word)
{
    const struct string_list *family = stem_family(tokenizer_exceptions(maker->tokenizer), word);
    for (size_t i = 0; family && i < family->count; i++)
        add_spelling(maker, term, family->items[i]);
}

/* A word by itself. */
static void add_single(struct plan_maker *maker, struct plan_run *run, size_t at)
{
    struct plan_word *word = &run->items[at];
    size_t leaf = plan_leaf_add(maker->arena, maker->plan, word->token.word, word->token.stem, false);
    word->term = term_of(maker, word->token.word, leaf, true);
    if (word->stop)
        return;
    add_family(maker, word->term, word->token.word);
    const char *parts = compound_parts(maker->index, maker->arena, word->token.word);
    const char *split = spelling_split_digits(maker->arena, word->token.word);
    add_spelling(maker, word->term, parts);
    add_spelling(maker, word->term, split);
    add_spelling(maker, word->term, spelling_in_words(maker->arena, word->token.word));
    struct synonym_rows rows = synonyms_find(maker->index, maker->arena, word->token.stem);
    if (!rows.count && (*parts || *split))
        rows = synonyms_find(maker->index, maker->arena,
                             tokens_stems(maker->tokenizer, maker->arena, *parts ? parts : split));
    widen(maker, word->term, word->token.word, word->token.stem, &rows);
}

static bool is_missing(const struct plan_run *run, size_t start, size_t count)
{
    bool missing = false;
    for (size_t i = start; i < start + count; i++)
        missing |= run->items[i].missing && run->items[i].named;
    return missing;
}

/* The other ways to write a group: well-being as wellbeing, 16-24 as 16 to 24, 2.5m as 2.5 million. */
static void add_spellings(struct plan_maker *maker, const struct plan_run *run, size_t start, size_t count, size_t term,
                          const char *joined)
{
    const struct plan_word *last = &run->items[start + count - 1];
    const char *number = spelling_in_words(maker->arena, last->token.word);
    add_spelling(maker, term, joined);
    add_spelling(maker, term, plan_run_range(maker->arena, run, start, count));
    if (*number)
        add_spelling(maker, term,
                     arena_format(maker->arena, "%s %s", plan_run_text(maker->arena, run, start, count - 1, false, " "),
                                  number));
}

/* What belongs together is one term: the phrase, its synonyms, and its words by themselves as no more than a hint. */
static void add_group(struct plan_maker *maker, struct plan_run *run, size_t start, size_t count,
                      const struct synonym_rows *rows)
{
    const char *text = plan_run_text(maker->arena, run, start, count, false, " ");
    const char *stems = plan_run_text(maker->arena, run, start, count, true, " ");
    size_t term = term_of(maker, text, plan_leaf_add(maker->arena, maker->plan, text, stems, false), true);
    const char *joined =
        plan_run_is_joined(run, start, count) ? plan_run_text(maker->arena, run, start, count, false, "") : "";
    const char *stem = *joined ? tokens_stems(maker->tokenizer, maker->arena, joined) : "";
    bool is_word = *stem && has_stem(maker, stem);
    struct synonym_rows own = *rows;
    if (!own.count && is_word)
        own = synonyms_find(maker->index, maker->arena, stem);
    add_spellings(maker, run, start, count, term, joined);
    widen(maker, term, text, stems, &own);
    if (is_missing(run, start, count))
        note_unknown_word(maker, text, NULL);
    for (size_t i = start; term != SIZE_MAX && !is_word && i < start + count; i++)
        if (!run->items[i].stop && !plan_word_is_short(&run->items[i]))
            add_member(
                maker, &maker->plan->terms[term],
                plan_leaf_add(maker->arena, maker->plan, run->items[i].token.word, run->items[i].token.stem, false),
                plan_part_weight, false);
    run->items[start].term = term;
}

/* Words that stand for one thing. */
struct group {
    size_t count;
    bool known; /* it has a name; else it was only typed as one */
    struct synonym_rows synonyms;
};

/* The longest group that begins at a word; what was typed as one is not cut. */
static struct group group_at(struct plan_maker *maker, const struct plan_run *run, size_t start)
{
    size_t least = plan_run_joined(run, start);
    size_t most = run->count - start < PLAN_GROUP_WORDS_MAX ? run->count - start : PLAN_GROUP_WORDS_MAX;
    for (size_t count = most; count > 1 && count >= least; count--) {
        const char *stems = plan_run_text(maker->arena, run, start, count, true, " ");
        struct synonym_rows rows = synonyms_find(maker->index, maker->arena, stems);
        if (rows.count || phrase_is_known(maker->index, stems))
            return (struct group){count, true, rows};
    }
    size_t range = plan_run_range_words(run, start);
    return (struct group){.count = range ? range : least};
}

/* Short parts of what was typed as one are no slips: "e-cig". */
static bool may_be_mistyped(const struct plan_run *run, size_t at)
{
    enum { PART_LEAST = 5 };
    const struct plan_word *word = &run->items[at];
    bool part = word->joined || (at + 1 < run->count && run->items[at + 1].joined);
    return !word->stop && !word->light && (!part || strlen(word->token.word) >= PART_LEAST);
}

/* Words that nothing contains are right where they are part of a name that is known: "milton keynes". */
static void find_names(struct plan_maker *maker, struct plan_run *run)
{
    for (size_t start = 0, count; start < run->count; start += count) {
        struct group group = group_at(maker, run, start);
        count = group.count;
        for (size_t i = start; i < start + count; i++)
            run->items[i].named = group.known;
    }
}

/* Looks up each word: whether it says how one asks, whether anything contains it, what it may have been meant for. */
static void look_up(struct plan_maker *maker, struct plan_run *run)
{
    bool looked_for_names = false;
    for (size_t i = 0; i < run->count; i++) {
        struct plan_word *word = &run->items[i];
        if (!word->stop)
            word->light = known_word_find(maker->index, word->token.word, word->token.stem).light;
    }
    for (size_t i = 0; i < run->count; i++) {
        struct plan_word *word = &run->items[i];
        word->missing = may_be_mistyped(run, i) && !is_in_index(maker, &word->token);
        if (word->missing && !looked_for_names)
            find_names(maker, run);
        looked_for_names |= word->missing;
        if (word->missing && !word->named)
            word->light = correct_token(maker, &word->token);
    }
}

/* Light words are light together too, as the heaviest of them: "good practice", "voluntary sector". */
static enum known_kind light_of_group(const struct plan_run *run, size_t start, size_t count)
{
    enum known_kind light = KNOWN_KINDS;
    for (size_t i = start; i < start + count; i++)
        if (!run->items[i].stop && run->items[i].light < light)
            light = run->items[i].light;
    return light == KNOWN_KINDS ? KNOWN_NAME : light;
}

void plan_run_terms(struct plan_maker *maker, struct plan_run *run)
{
    look_up(maker, run);
    for (size_t start = 0, count; start < run->count; start += count) {
        struct plan_word *word = &run->items[start];
        struct group group = group_at(maker, run, start);
        count = group.count;
        if (count > 1) {
            word->light = light_of_group(run, start, count);
            add_group(maker, run, start, count, &group.synonyms);
        } else if (word->stop && (word->scrap || !maker->keep_stop_words)) {
            maker->stopped = true;
        } else {
            add_single(maker, run, start);
        }
    }
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
        if (scores && !prefix && !is_in_index(maker, &tokens.items[i]))
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
