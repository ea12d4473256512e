#include "search-cli/report/tally.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

const struct tally_kind directions[DIRECTIONS] = {
    [BETTER] = {"better", PHRASE("better"), "positive"},
    [MIXED] = {"mixed", PHRASE("mixed"), "mixed"},
    [NO_DIFFERENCE] = {"no_difference", PHRASE("no difference shown"), "no-effect"},
    [WORSE] = {"worse", PHRASE("worse"), "negative"},
    [NOT_DELIVERED] = {"not_delivered", PHRASE("not delivered"), "not-delivered"},
    [NOT_KNOWN] = {"not_known", PHRASE("not known"), NULL},
};

const struct tally_kind gap_effects[GAP_EFFECTS] = {
    [GAP_FELL] = {"gap_narrowed", PHRASE("narrowed"), "narrowed"},
    [GAP_STAYED] = {"gap_same", PHRASE("no change"), "no-change"},
    [GAP_ROSE] = {"gap_widened", PHRASE("widened"), "widened"},
    [GAP_BOTH] = {"gap_mixed", PHRASE("mixed"), "mixed"},
    [GAP_UNMEASURED] = {"gap_not_measured", PHRASE("not measured"), NULL},
};

/* How many of the rows have each kind's term; the last kind has those that are left. */
static void count_kinds(const struct term_counts *counts, const struct bitset *rows, const struct tally_kind *kinds,
                        size_t kind_count, size_t *numbers)
{
    size_t left = bitset_size(rows);
    for (size_t i = 0; i + 1 < kind_count; i++) {
        for (size_t j = 0; j < counts->count; j++)
            if (strcmp(counts->items[j].term->id, kinds[i].term) == 0)
                numbers[i] = bitset_shared(rows, &counts->items[j].rows);
        left -= numbers[i];
    }
    numbers[kind_count - 1] = left;
}

/* Each case has a level; an index that lost them is no reason to end. */
static const char *best_evidence(const struct term_counts *levels, const struct bitset *rows)
{
    const char *best = "";
    for (size_t i = 0; i < levels->count; i++) {
        const char *level = levels->items[i].term->id;
        if (strcmp(level, best) > 0 && bitset_shared(rows, &levels->items[i].rows))
            best = level;
    }
    return best;
}

struct tally tally_of(const struct term_counts *counts, const struct bitset *rows)
{
    struct tally tally = {.count = bitset_size(rows)};
    if (!tally.count)
        return tally;
    tally.best_evidence = best_evidence(counts_of(counts, "evidence"), rows);
    count_kinds(counts_of(counts, "result"), rows, directions, DIRECTIONS, tally.directions);
    count_kinds(counts_of(counts, "gap_effect"), rows, gap_effects, GAP_EFFECTS, tally.gaps);
    return tally;
}

static const char *in_words(struct arena *arena, const size_t *numbers, const struct tally_kind *kinds, size_t count)
{
    struct string_list words = {0};
    for (size_t i = 0; i < count; i++)
        if (numbers[i])
            string_list_add(arena, &words,
                            arena_format(arena, "%s %s", format_count(arena, numbers[i]), say(kinds[i].words)));
    return string_list_join(arena, &words, ", ");
}

const char *tally_directions(struct arena *arena, const struct tally *tally)
{
    return in_words(arena, tally->directions, directions, DIRECTIONS);
}

const char *tally_gaps(struct arena *arena, const struct tally *tally)
{
    return in_words(arena, tally->gaps, gap_effects, GAP_EFFECTS);
}
