#include "search-cli/snippet.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/text.h"
#include "search-cli/passage.h"

/* How many tokens from `at` a leaf covers, 0 when it does not stand there. */
static size_t leaf_covers(const struct plan_leaf *leaf, const struct tokens *tokens, size_t at)
{
    const char *stems = leaf->stems;
    if (!*stems || *stems != *tokens->items[at].stem)
        return 0; /* nearly all that are asked */
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

/* The 2 of "type 2 diabetes" is no hit by itself, least of all in "2.5". */
static bool is_number_apart(const struct ranking *ranking, size_t leaf)
{
    const char *stems = ranking->plan->leaves[leaf].stems;
    return !ranking->leaves[leaf].holds && strspn(stems, "0123456789") == strlen(stems);
}

/* What a leaf is of the terms that score: of which it is a hit, which it holds, and for which it was typed. */
struct leaf_terms {
    uint64_t hit;
    uint64_t held;
    uint64_t typed;
};

static struct leaf_terms terms_of(const struct ranking *ranking, size_t leaf)
{
    struct leaf_terms terms = {0};
    for (size_t i = 0; i < ranking->leaves[leaf].link_count && !is_number_apart(ranking, leaf); i++) {
        const struct rank_link *link = &ranking->leaves[leaf].links[i];
        uint64_t bit = ranking->plan->terms[link->term].scores ? UINT64_C(1) << link->term : 0;
        terms.hit |= bit;
        terms.held |= bit & ranking->leaves[leaf].holds;
        terms.typed |= link->weight < 1 ? 0 : bit & ranking->leaves[leaf].holds;
    }
    return terms;
}

/* Every byte that a stem of a leaf begins with. */
static void mark_begins(const struct plan *plan, bool begins[256])
{
    for (size_t leaf = 0; leaf < plan->leaf_count; leaf++)
        for (const char *stem = plan->leaves[leaf].stems; *stem; stem += strspn(stem, " ")) {
            begins[(unsigned char)*stem] = true;
            stem += strcspn(stem, " ");
        }
}

static struct hit_text find_hits(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                                 const char *text)
{
    bool begins[256] = {false};
    mark_begins(ranking->plan, begins);
    struct hit_text hits = {.text = text,
                            .tokens = tokens_read_some_stems(tokenizer, arena, text, strlen(text), begins)};
    hits.terms = arena_array(arena, hits.tokens.count, sizeof *hits.terms);
    hits.held = arena_array(arena, hits.tokens.count, sizeof *hits.held);
    hits.typed = arena_array(arena, hits.tokens.count, sizeof *hits.typed);
    hits.cuts = arena_array(arena, hits.tokens.count, sizeof *hits.cuts);
    for (size_t leaf = 0; leaf < ranking->plan->leaf_count; leaf++) {
        struct leaf_terms terms = terms_of(ranking, leaf);
        for (size_t at = 0; terms.hit && at < hits.tokens.count; at++)
            for (size_t i = leaf_covers(&ranking->plan->leaves[leaf], &hits.tokens, at); i; i--) {
                hits.terms[at + i - 1] |= terms.hit;
                hits.held[at + i - 1] |= terms.held;
                hits.typed[at + i - 1] |= terms.typed;
            }
    }
    return hits;
}

/* What was hit is marked as it is read: of "47,768" not the two halves. */
static void mark_tokens(struct arena *arena, struct marked *marked, const struct passage *passage, size_t from,
                        size_t shift)
{
    const struct hit_text *hits = passage->hits;
    for (size_t i = passage->first; i < hits->tokens.count && i <= passage->last; i++) {
        const struct token *token = &hits->tokens.items[i];
        if (!hits->terms[i])
            continue;
        bool joined = marked->count && hits->terms[i - 1] && cut_touches(hits->text, &hits->tokens, i - 1);
        size_t end = token->start + token->size - from + shift;
        if (joined) {
            marked->marks[marked->count - 1].size = end - marked->marks[marked->count - 1].start;
            continue;
        }
        marked->marks = arena_grow(arena, marked->marks, marked->count, &marked->capacity, sizeof *marked->marks);
        marked->marks[marked->count++] = (struct mark){token->start - from + shift, token->size};
    }
}

static const char ellipsis[] = "\xe2\x80\xa6";

static struct marked mark_passage(struct arena *arena, const struct passage *passage)
{
    const struct hit_text *hits = passage->hits;
    bool empty = !hits->tokens.count;
    bool whole_end = empty || passage_cut(hits, passage->last) >= CUT_SENTENCE;
    struct text out = {0};
    struct marked marked = {0};
    size_t from = cut_start(hits->text, &hits->tokens, passage->first);
    size_t to = cut_end(hits->text, &hits->tokens, passage->last);
    while (!whole_end && strchr(",;:", hits->text[to - 1]))
        to--;
    if (!passage_begins(hits, passage->first, CUT_SENTENCE))
        text_add(&out, ellipsis);
    size_t shift = out.size;
    text_append(&out, hits->text + from, to - from);
    text_add(&out, whole_end ? "" : ellipsis);
    mark_tokens(arena, &marked, passage, from, shift);
    for (size_t i = 0; i < out.size; i++)
        if (out.data[i] == '\n')
            out.data[i] = ' ';
    marked.text = arena_string(arena, text_string(&out));
    text_free(&out);
    return marked;
}

/* One behind the other, with an ellipsis between them. */
static struct marked join(struct arena *arena, struct marked marked, const struct marked *next)
{
    size_t shift = strlen(marked.text) + strlen(ellipsis) + 2;
    marked.text = arena_format(arena, "%s %s %s", marked.text, ellipsis, next->text);
    for (size_t i = 0; i < next->count; i++) {
        marked.marks = arena_grow(arena, marked.marks, marked.count, &marked.capacity, sizeof *marked.marks);
        marked.marks[marked.count++] = (struct mark){next->marks[i].start + shift, next->marks[i].size};
    }
    return marked;
}

struct marked snippet_mark(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *text)
{
    struct arena scratch = {0};
    struct hit_text hits = find_hits(tokenizer, &scratch, ranking, text);
    struct passage whole = passage_whole(ranking, &hits);
    struct marked marked = mark_passage(arena, &whole);
    arena_free(&scratch);
    return marked;
}

struct marked snippet_make(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *const texts[TEXT_COLUMNS])
{
    struct arena scratch = {0};
    struct hit_text summary = find_hits(tokenizer, &scratch, ranking, texts[TEXT_SUMMARY]);
    struct hit_text body = find_hits(tokenizer, &scratch, ranking, texts[TEXT_BODY]);
    struct passage of_summary = passage_whole(ranking, &summary);
    struct passage of_body = passage_best(ranking, &body);
    bool of_the_body = of_body.worth > of_summary.worth;
    struct marked marked = mark_passage(arena, of_the_body ? &of_body : &of_summary);
    if (of_the_body && *texts[TEXT_SUMMARY] && passage_is_fragment(&of_body)) {
        struct marked next = mark_passage(arena, &of_summary);
        marked = join(arena, marked, &next);
    }
    arena_free(&scratch);
    return marked;
}
