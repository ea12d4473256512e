#include "search-cli/similar.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/index/tokens.h"
#include "indexer/index/word_counts.h"
#include "search-cli/collect.h"
#include "search-cli/match.h"
#include "search-cli/order.h"
#include "search-cli/plan.h"
#include "search-cli/rank.h"
#include "search-cli/stop_words.h"

/* The facets whose terms say what a case is about; where and how well it went is not likeness. */
const char *const similar_fields[SIMILAR_FIELDS] = {"priority_areas", "deprivation_focus", "actions", "settings",
                                                    "partner_types"};

struct own_tag {
    struct similar_tag tag;
    struct bitset rows;
    double weight;
};

/* A word of the case, how often it has it (also in the weights of the columns), and how much it tells. */
struct own_word {
    const char *stem;
    const char *word; /* as it is written most often */
    size_t count;
    double weight;
    double tells;
    bool written; /* it stands in the text, not only among the tags */
};

struct looking {
    struct index *index;
    struct arena *arena;
    size_t row;
    size_t case_count;
    struct own_tag *tags;
    size_t tag_count;
    double tag_sum;
    struct own_word *words;
    size_t word_count;
    size_t word_capacity;
    struct plan plan;
    struct collected collected;
    struct ranking ranking;
    struct matches matches;
};

static void read_tags(struct looking *looking, size_t most)
{
    looking->tags = arena_array(looking->arena, most, sizeof *looking->tags);
    for (size_t i = 0; i < SIMILAR_FIELDS; i++) {
        struct string_list terms = index_case_terms(looking->index, looking->arena, looking->row, similar_fields[i]);
        for (size_t j = 0; j < terms.count && looking->tag_count < most; j++) {
            struct own_tag *tag = &looking->tags[looking->tag_count++];
            tag->tag = (struct similar_tag){facet_find(similar_fields[i]), terms.items[j]};
            tag->rows = index_term_rows(looking->index, looking->arena, similar_fields[i], terms.items[j]);
            tag->weight = rank_idf(looking->case_count, bitset_size(&tag->rows));
            looking->tag_sum += tag->weight;
        }
    }
}

static void count_word(struct looking *looking, const char *stem, size_t column)
{
    size_t i = 0;
    while (i < looking->word_count && strcmp(looking->words[i].stem, stem))
        i++;
    if (i == looking->word_count) {
        looking->words = arena_grow(looking->arena, looking->words, looking->word_count, &looking->word_capacity,
                                    sizeof *looking->words);
        looking->words[looking->word_count++] = (struct own_word){.stem = stem};
    }
    looking->words[i].count++;
    looking->words[i].weight += rank_columns[column].weight;
    looking->words[i].written |= column != TEXT_TAGS;
}

static int tells_more(const void *a, const void *b)
{
    const struct own_word *one = a;
    const struct own_word *other = b;
    if (one->tells != other->tells)
        return one->tells < other->tells ? 1 : -1;
    return strcmp(one->stem, other->stem);
}

double similar_telling(const char *word, size_t everywhere, size_t case_count)
{
    bool can_tell = strlen(word) > 2 && !ascii_is_digit(*word) && !stop_word(word);
    return can_tell && everywhere ? log(1 + (double)case_count / (double)everywhere) : 0;
}

double similar_tells(double telling, double weight, size_t count, size_t everywhere)
{
    return everywhere > count ? weight / (weight + rank_k1) * telling : 0;
}

static void weigh_word(struct looking *looking, struct own_word *word)
{
    struct surface_words written = words_of_stem(looking->index, looking->arena, word->stem);
    size_t everywhere = 0;
    for (size_t i = 0; i < written.count; i++)
        everywhere += written.items[i].count;
    word->word = written.count ? written.items[0].word : "";
    word->tells = similar_tells(similar_telling(word->word, everywhere, looking->case_count), word->weight, word->count,
                                everywhere);
}

static void read_words(struct looking *looking, struct tokenizer *tokenizer)
{
    const char *texts[TEXT_COLUMNS];
    if (!index_texts(looking->index, looking->arena, looking->row, texts))
        return;
    for (size_t column = 0; column < TEXT_COLUMNS; column++) {
        struct tokens tokens = tokens_read(tokenizer, looking->arena, texts[column], strlen(texts[column]));
        for (size_t i = 0; i < tokens.count; i++)
            count_word(looking, tokens.items[i].stem, column);
    }
    for (size_t i = 0; i < looking->word_count; i++)
        weigh_word(looking, &looking->words[i]);
    if (looking->word_count)
        qsort(looking->words, looking->word_count, sizeof *looking->words, tells_more);
}

static void add_term(struct looking *looking, const struct own_word *word)
{
    struct plan *plan = &looking->plan;
    size_t leaf = plan_leaf_add(looking->arena, plan, word->word, word->stem, false);
    struct plan_member *member = arena_alloc(looking->arena, sizeof *member);
    *member = (struct plan_member){leaf, 1, true};
    plan->terms[plan->term_count++] = (struct plan_term){
        .text = word->word, .members = member, .member_count = 1, .times = 1, .weight = 1, .scores = true};
}

static void make_plan(struct looking *looking)
{
    size_t count = looking->word_count < SIMILAR_WORDS ? looking->word_count : SIMILAR_WORDS;
    looking->plan.root.kind = PLAN_ALL;
    looking->plan.terms = arena_array(looking->arena, count, sizeof *looking->plan.terms);
    for (size_t i = 0; i < count && looking->words[i].tells > 0; i++)
        add_term(looking, &looking->words[i]);
}

static const struct collected_row *collected_for(const struct looking *looking, size_t row)
{
    for (size_t i = 0; i < looking->collected.row_count; i++)
        if (looking->collected.rows[i].row == row)
            return &looking->collected.rows[i];
    return NULL;
}

static double tags_alike(const struct looking *looking, size_t row)
{
    double sum = 0;
    for (size_t i = 0; i < looking->tag_count; i++)
        sum += bitset_has(&looking->tags[i].rows, row) ? looking->tags[i].weight : 0;
    return looking->tag_sum > 0 ? sum / looking->tag_sum : 0;
}

/* Every visible case but this one that shares a word with it or a tag. */
static void match_rows(struct looking *looking)
{
    struct bitset visible = index_visible_rows(looking->index, looking->arena);
    struct matches *matches = &looking->matches;
    const struct collected_row *self = collected_for(looking, looking->row);
    double own = self ? rank_score(&looking->ranking, &looking->collected, self, NULL) : 0;
    size_t place = 0;
    for (size_t row = 0; bitset_next(&visible, row, &row); row++) {
        while (place < looking->collected.row_count && looking->collected.rows[place].row < row)
            place++;
        bool hit = place < looking->collected.row_count && looking->collected.rows[place].row == row;
        double words =
            hit && own > 0
                ? rank_score(&looking->ranking, &looking->collected, &looking->collected.rows[place], NULL) / own
                : 0;
        double score = ((words < 1 ? words : 1) + tags_alike(looking, row)) / 2;
        if (row == looking->row || score <= 0)
            continue;
        matches->items =
            arena_grow(looking->arena, matches->items, matches->count, &matches->capacity, sizeof *matches->items);
        matches->items[matches->count++] = (struct match){row, hit ? place : SIZE_MAX, score, true};
    }
}

static int larger_part(const void *a, const void *b)
{
    const struct rank_part *one = a;
    const struct rank_part *other = b;
    if (one->score != other->score)
        return one->score < other->score ? 1 : -1;
    return (one->term > other->term) - (one->term < other->term);
}

/* Whether both have a word in their texts: what only describes a tag of both is told by the tag. */
static bool both_write(const struct looking *looking, const struct match *match, size_t term)
{
    const struct collected_row *row = &looking->collected.rows[match->collected];
    size_t leaf = looking->plan.terms[term].members[0].leaf;
    for (size_t i = 0; i < row->count; i++) {
        const struct collected_hit *hit = &looking->collected.hits[row->first + i];
        if (hit->leaf == leaf && hit->column != TEXT_TAGS)
            return looking->words[term].written;
    }
    return false;
}

static void give_reasons(struct looking *looking, const struct match *match, struct similar_case *similar)
{
    struct rank_part parts[PLAN_TERMS_MAX];
    size_t count = match->collected == SIZE_MAX ? 0 : looking->plan.term_count;
    if (count) {
        rank_score(&looking->ranking, &looking->collected, &looking->collected.rows[match->collected], parts);
        qsort(parts, count, sizeof *parts, larger_part);
    }
    for (size_t i = 0; i < count && similar->words.count < SIMILAR_REASONS && parts[i].score > 0; i++)
        if (both_write(looking, match, parts[i].term))
            string_list_add(looking->arena, &similar->words, looking->plan.terms[parts[i].term].text);
    similar->tags = arena_array(looking->arena, looking->tag_count, sizeof *similar->tags);
    for (size_t i = 0; i < looking->tag_count; i++)
        if (bitset_has(&looking->tags[i].rows, match->row))
            similar->tags[similar->tag_count++] = looking->tags[i].tag;
}

static struct similar_cases best_of(struct looking *looking, size_t limit)
{
    struct ordered ordered = order_by_score(looking->index, looking->arena, &looking->matches, limit, 0);
    struct similar_cases found = {arena_array(looking->arena, ordered.count, sizeof *found.items), 0};
    for (size_t i = 0; i < ordered.count; i++) {
        struct similar_case *similar = &found.items[found.count];
        if (!index_case_at(looking->index, looking->arena, ordered.items[i]->row, &similar->study))
            continue;
        similar->similarity = ordered.items[i]->score;
        give_reasons(looking, ordered.items[i], similar);
        found.count++;
    }
    return found;
}

struct similar_cases similar_find(struct index *index, struct arena *arena, size_t row, size_t limit)
{
    struct looking looking = {.index = index, .arena = arena, .row = row, .case_count = index_case_count(index)};
    struct tokenizer *tokenizer = tokenizer_open(index);
    struct similar_cases found = {0};
    if (!tokenizer)
        return found;
    read_tags(&looking, PLAN_TERMS_MAX);
    read_words(&looking, tokenizer);
    make_plan(&looking);
    if (collect(index, looking.plan.leaves, looking.plan.leaf_count, 0, &looking.collected) != COLLECT_FAILED) {
        looking.ranking = rank_prepare(index, arena, &looking.plan, &looking.collected);
        match_rows(&looking);
        found = best_of(&looking, limit);
    }
    collected_free(&looking.collected);
    tokenizer_close(tokenizer);
    return index_failed(index) ? (struct similar_cases){0} : found;
}
