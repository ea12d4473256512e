#include "search-cli/passage.h"

#include <string.h>

#include "search-cli/plan_words.h"

const double passage_fragment_weight = 0.5;

enum cut passage_cut(const struct hit_text *hits, size_t token)
{
    if (hits->cuts[token] == CUT_UNKNOWN)
        hits->cuts[token] = cut_behind(hits->text, &hits->tokens, token);
    return hits->cuts[token];
}

bool passage_begins(const struct hit_text *hits, size_t token, enum cut least)
{
    return !token || passage_cut(hits, token - 1) >= least;
}

bool passage_is_fragment(const struct passage *passage)
{
    const struct hit_text *hits = passage->hits;
    if (passage_cut(hits, passage->last) != CUT_PARAGRAPH)
        return false;
    size_t end = cut_end(hits->text, &hits->tokens, passage->last);
    size_t start = hits->tokens.items[passage->last].start;
    for (size_t i = start; i < end && hits->text[i] != '\n'; i++)
        if (strchr(".!?", hits->text[i]))
            return false;
    return true;
}

/* A synonym counts less than the word itself, and a word that is only a part of what was asked for little. */
static double worth_of(const struct ranking *ranking, const struct passage *passage)
{
    uint64_t terms = 0;
    uint64_t held = 0;
    uint64_t typed = 0;
    for (size_t i = passage->first; i <= passage->last; i++) {
        terms |= passage->hits->terms[i];
        held |= passage->hits->held[i];
        typed |= passage->hits->typed[i];
    }
    double sum = 0;
    for (size_t term = 0; terms >> term; term++) {
        double part = typed >> term & 1 ? 1 : held >> term & 1 ? plan_synonym_weight : plan_part_weight;
        if (terms >> term & 1)
            sum += ranking->plan->terms[term].weight * (PASSAGE_WORD_WORTH + ranking->idf[term]) * part;
    }
    return passage_is_fragment(passage) ? sum * passage_fragment_weight : sum;
}

/* Whether what stands between two places has nothing that does not stand before. */
static bool adds_nothing(const struct hit_text *hits, size_t first, size_t from, size_t last)
{
    uint64_t before = 0;
    uint64_t after = 0;
    for (size_t i = first; i <= last; i++)
        *(i < from ? &before : &after) |= hits->terms[i];
    return !(after & ~before);
}

/*
 * The last token of a passage: with the paragraph; else a little behind or before, with a sentence; else where a word
 * ends and no figure is cut.
 */
static size_t passage_end(const struct hit_text *hits, size_t first)
{
    size_t full = first;
    while (full + 1 - first < PASSAGE_WORDS && passage_cut(hits, full) != CUT_PARAGRAPH)
        full++;
    size_t word = SIZE_MAX;
    for (size_t at = full; at <= full + PASSAGE_SPARE_WORDS; at++) {
        if (passage_cut(hits, at) >= CUT_SENTENCE)
            return at;
        if (word == SIZE_MAX && passage_cut(hits, at) == CUT_WORD)
            word = at;
    }
    for (size_t at = full; at > first + PASSAGE_WORDS / 2; at--)
        if (passage_cut(hits, at) == CUT_SENTENCE && adds_nothing(hits, first, at + 1, full))
            return at;
    return word == SIZE_MAX ? full : word;
}

/* The first token of a passage around a hit, some way before it; nearer where that is within a figure. */
static size_t passage_start(const struct hit_text *hits, size_t hit)
{
    size_t lead = hit < PASSAGE_LEAD_WORDS ? hit : PASSAGE_LEAD_WORDS;
    size_t most = hit < PASSAGE_SENTENCE_WORDS ? hit : PASSAGE_SENTENCE_WORDS;
    for (size_t before = lead; before <= most; before++)
        if (passage_begins(hits, hit - before, CUT_WORD))
            return hit - before;
    while (lead && !passage_begins(hits, hit - lead, CUT_WORD))
        lead--;
    return hit - lead;
}

/* The start of the sentence that a hit stands in, SIZE_MAX when that is far away. */
static size_t sentence_start(const struct hit_text *hits, size_t hit)
{
    for (size_t before = 0; before <= hit && before <= PASSAGE_SENTENCE_WORDS; before++)
        if (passage_begins(hits, hit - before, CUT_SENTENCE))
            return hit - before;
    return SIZE_MAX;
}

static void try_passage(const struct ranking *ranking, const struct hit_text *hits, size_t first, struct passage *best)
{
    struct passage passage = {hits, first, passage_end(hits, first), 0};
    passage.worth = worth_of(ranking, &passage);
    bool better_start =
        passage_begins(hits, first, CUT_SENTENCE) && !passage_begins(best->hits, best->first, CUT_SENTENCE);
    if (passage.worth > best->worth || (passage.worth == best->worth && better_start))
        *best = passage;
}

struct passage passage_best(const struct ranking *ranking, const struct hit_text *hits)
{
    struct passage best = {hits, 0, hits->tokens.count ? passage_end(hits, 0) : 0, 0};
    for (size_t i = 0; i < hits->tokens.count; i++) {
        if (!hits->terms[i])
            continue;
        size_t sentence = sentence_start(hits, i);
        if (sentence != SIZE_MAX)
            try_passage(ranking, hits, sentence, &best);
        try_passage(ranking, hits, passage_start(hits, i), &best);
    }
    return best;
}

struct passage passage_whole(const struct ranking *ranking, const struct hit_text *hits)
{
    struct passage whole = {hits, 0, hits->tokens.count ? hits->tokens.count - 1 : 0, 0};
    whole.worth = hits->tokens.count ? worth_of(ranking, &whole) : 0;
    return whole;
}
