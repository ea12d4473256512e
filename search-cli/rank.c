#include "search-cli/rank.h"

#include <math.h>

#include "indexer/index/lengths.h"

/* One setting for every collection; `make bench-relevance` measures a change of it. */
const struct rank_column rank_columns[TEXT_COLUMNS] = {
    [TEXT_TITLE] = {4, 0.9},
    [TEXT_SUMMARY] = {2, 0.75},
    [TEXT_TAGS] = {1, 0.75},
    [TEXT_BODY] = {1, 0.6},
};
const double rank_k1 = 1.4;

static void link_leaves(struct arena *arena, struct ranking *ranking)
{
    const struct plan *plan = ranking->plan;
    ranking->leaves = arena_array(arena, plan->leaf_count, sizeof *ranking->leaves);
    for (size_t term = 0; term < plan->term_count; term++) {
        for (size_t i = 0; i < plan->terms[term].member_count; i++) {
            const struct plan_member *member = &plan->terms[term].members[i];
            struct rank_leaf *leaf = &ranking->leaves[member->leaf];
            leaf->links = arena_grow(arena, leaf->links, leaf->link_count, &leaf->link_capacity, sizeof *leaf->links);
            leaf->links[leaf->link_count++] = (struct rank_link){term, member->weight};
            leaf->holds |= member->holds ? UINT64_C(1) << term : 0;
        }
    }
}

uint64_t rank_held(const struct ranking *ranking, const struct collected *collected, const struct collected_row *row)
{
    uint64_t held = 0;
    for (size_t i = 0; i < row->count; i++)
        held |= ranking->leaves[collected->hits[row->first + i].leaf].holds;
    return held;
}

static void count_holding(struct ranking *ranking, const struct collected *collected)
{
    for (size_t i = 0; i < collected->row_count; i++) {
        uint64_t held = rank_held(ranking, collected, &collected->rows[i]);
        for (size_t term = 0; held; term++, held >>= 1)
            ranking->holding[term] += held & 1;
    }
}

double rank_average(double sum, size_t case_count)
{
    return sum > 0 && case_count ? sum / (double)case_count : 1;
}

struct ranking rank_prepare(struct index *index, struct arena *arena, const struct plan *plan,
                            const struct collected *collected)
{
    struct ranking ranking = {.plan = plan, .case_count = collected->case_count};
    if (!plan->leaf_count)
        return ranking;
    link_leaves(arena, &ranking);
    ranking.lengths =
        lengths_of(index, arena, collected->row_count ? collected->rows[collected->row_count - 1].row : 0);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        ranking.averages[column] = rank_average((double)collected->word_counts[column], ranking.case_count);
    count_holding(&ranking, collected);
    for (size_t term = 0; term < plan->term_count; term++)
        ranking.idf[term] = rank_idf(ranking.case_count, ranking.holding[term]);
    return ranking;
}

double rank_hit_weight(const struct ranking *ranking, uint32_t length, size_t column)
{
    const struct rank_column *rule = &rank_columns[column];
    return rule->weight / (1 - rule->b + rule->b * length / ranking->averages[column]);
}

double rank_rounded(double score)
{
    return floor(score * 1e9 + 0.5) / 1e9;
}

double rank_part_score(double times, double idf, double tf)
{
    return times * idf * tf * (rank_k1 + 1) / (tf + rank_k1);
}

double rank_idf(size_t case_count, size_t holding)
{
    double n = (double)holding;
    return log(1 + ((double)case_count - n + 0.5) / (n + 0.5));
}

double rank_score(const struct ranking *ranking, const struct collected *collected, const struct collected_row *row,
                  struct rank_part *parts)
{
    double tf[PLAN_TERMS_MAX] = {0};
    double weights[TEXT_COLUMNS];
    const uint32_t *lengths = lengths_at(ranking->lengths, row->row);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        weights[column] = rank_hit_weight(ranking, lengths[column], column);
    for (size_t i = 0; i < row->count; i++) {
        const struct collected_hit *hit = &collected->hits[row->first + i];
        const struct rank_leaf *leaf = &ranking->leaves[hit->leaf];
        for (size_t j = 0; j < leaf->link_count; j++)
            tf[leaf->links[j].term] += leaf->links[j].weight * weights[hit->column] * hit->count;
    }
    double score = 0;
    for (size_t term = 0; term < ranking->plan->term_count; term++) {
        const struct plan_term *planned = &ranking->plan->terms[term];
        double part =
            planned->scores ? rank_part_score(planned->times * planned->weight, ranking->idf[term], tf[term]) : 0;
        score += part;
        if (parts)
            parts[term] = (struct rank_part){term, tf[term], ranking->idf[term], rank_rounded(part)};
    }
    return rank_rounded(score);
}
