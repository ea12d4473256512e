#include "search-cli/snippet.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/text.h"

/* A text with, for each token, the terms that it is a hit of. */
struct hit_text {
    const char *text;
    struct tokens tokens;
    uint64_t *terms;
};

/* How many tokens from `at` a leaf covers, 0 when it does not stand there. */
static size_t leaf_covers(const struct plan_leaf *leaf, const struct tokens *tokens, size_t at)
{
    const char *stems = leaf->stems;
    for (size_t count = 0; at + count < tokens->count; count++) {
        const char *stem = tokens->items[at + count].stem;
        size_t size = strcspn(stems, " ");
        bool last = !stems[size];
        if (strncmp(stems, stem, size) || (stem[size] && !(last && leaf->prefix)))
            return 0;
        if (last)
            return count + 1;
        stems += size + 1;
    }
    return 0;
}

static uint64_t scoring_terms(const struct ranking *ranking, size_t leaf)
{
    uint64_t terms = 0;
    for (size_t i = 0; i < ranking->leaves[leaf].link_count; i++) {
        size_t term = ranking->leaves[leaf].links[i].term;
        terms |= ranking->plan->terms[term].scores ? UINT64_C(1) << term : 0;
    }
    return terms;
}

static struct hit_text find_hits(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                                 const char *text)
{
    struct hit_text hits = {text, tokens_read_stems(tokenizer, arena, text, strlen(text)), NULL};
    hits.terms = arena_array(arena, hits.tokens.count, sizeof *hits.terms);
    for (size_t leaf = 0; leaf < ranking->plan->leaf_count; leaf++) {
        uint64_t terms = scoring_terms(ranking, leaf);
        for (size_t at = 0; terms && at < hits.tokens.count; at++)
            for (size_t i = leaf_covers(&ranking->plan->leaves[leaf], &hits.tokens, at); i; i--)
                hits.terms[at + i - 1] |= terms;
    }
    return hits;
}

static double worth(const struct ranking *ranking, uint64_t terms)
{
    double sum = 0;
    for (size_t term = 0; terms; term++, terms >>= 1)
        sum += terms & 1 ? ranking->idf[term] : 0;
    return sum;
}

/* Whether a sentence or paragraph ends between two tokens. */
static bool ends_between(const struct hit_text *hits, size_t token, bool paragraph)
{
    if (token + 1 >= hits->tokens.count)
        return true;
    const struct token *one = &hits->tokens.items[token];
    const char *from = hits->text + one->start + one->size;
    size_t size = hits->tokens.items[token + 1].start - (one->start + one->size);
    if (memchr(from, '\n', size))
        return true;
    const char *stop = memchr(from, '.', size);
    return !paragraph && stop && memchr(stop, ' ', size - (size_t)(stop - from));
}

struct window {
    const struct hit_text *hits;
    size_t first; /* tokens, the last included */
    size_t last;
    double worth;
};

/* A window around a hit: it begins with the sentence, if that is near, and ends with the paragraph or when it is full. */
static struct window window_at(const struct ranking *ranking, const struct hit_text *hits, size_t hit)
{
    struct window window = {hits, hit, hit, 0};
    uint64_t terms = 0;
    while (window.first && hit - window.first < SNIPPET_LEAD_WORDS && !ends_between(hits, window.first - 1, false))
        window.first--;
    window.last = window.first;
    for (size_t i = window.first;; i++) {
        window.last = i;
        terms |= hits->terms[i];
        if (i + 1 - window.first >= SNIPPET_WORDS || ends_between(hits, i, true))
            break;
    }
    window.worth = worth(ranking, terms);
    return window;
}

static void best_window(const struct ranking *ranking, const struct hit_text *hits, struct window *best)
{
    for (size_t i = 0; i < hits->tokens.count; i++) {
        if (!hits->terms[i])
            continue;
        struct window window = window_at(ranking, hits, i);
        if (window.worth > best->worth)
            *best = window;
    }
}

static void add_mark(struct arena *arena, struct marked *marked, size_t start, size_t size)
{
    marked->marks = arena_grow(arena, marked->marks, marked->count, &marked->capacity, sizeof *marked->marks);
    marked->marks[marked->count++] = (struct mark){start, size};
}

static size_t token_end(const struct hit_text *hits, size_t token)
{
    return hits->tokens.items[token].start + hits->tokens.items[token].size;
}

static struct marked mark_window(struct arena *arena, const struct window *window)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    const struct hit_text *hits = window->hits;
    struct text out = {0};
    struct marked marked = {0};
    size_t from = window->first ? hits->tokens.items[window->first].start : 0;
    size_t to = window->last + 1 < hits->tokens.count ? token_end(hits, window->last) : strlen(hits->text);
    bool whole_end = hits->tokens.count == 0 || ends_between(hits, window->last, false);
    if (window->first && !ends_between(hits, window->first - 1, false))
        text_add(&out, ellipsis);
    size_t shift = out.size;
    text_append(&out, hits->text + from, to - from);
    if (whole_end && hits->text[to] == '.')
        text_char(&out, '.');
    else if (!whole_end)
        text_add(&out, ellipsis);
    for (size_t i = window->first; i < hits->tokens.count && i <= window->last; i++)
        if (hits->terms[i])
            add_mark(arena, &marked, hits->tokens.items[i].start - from + shift, hits->tokens.items[i].size);
    for (size_t i = 0; i < out.size; i++)
        if (out.data[i] == '\n')
            out.data[i] = ' ';
    marked.text = arena_string(arena, text_string(&out));
    text_free(&out);
    return marked;
}

struct marked snippet_mark(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *text)
{
    struct hit_text hits = find_hits(tokenizer, arena, ranking, text);
    struct window all = {&hits, 0, hits.tokens.count ? hits.tokens.count - 1 : 0, 0};
    return mark_window(arena, &all);
}

struct marked snippet_make(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *const texts[TEXT_COLUMNS])
{
    struct hit_text summary = find_hits(tokenizer, arena, ranking, texts[TEXT_SUMMARY]);
    struct hit_text body = find_hits(tokenizer, arena, ranking, texts[TEXT_BODY]);
    size_t count = summary.tokens.count < SNIPPET_WORDS ? summary.tokens.count : SNIPPET_WORDS;
    struct window best = {&summary, 0, count ? count - 1 : 0, 0};
    best_window(ranking, &summary, &best);
    best_window(ranking, &body, &best);
    return mark_window(arena, &best);
}
