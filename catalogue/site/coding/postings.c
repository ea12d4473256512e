#include "catalogue/site/coding/postings.h"

#include "catalogue/site/coding/digits.h"
#include "indexer/index/search_text.h"

enum { LOW_WIDTH = 3, LOW_MOST = (1 << LOW_WIDTH) - 1 };

struct postings postings_of(struct arena *arena, const struct inverted_places *places)
{
    struct postings postings = {arena_array(arena, places->count, sizeof *postings.items), 0};
    for (size_t i = 0; i < places->count; i++) {
        const struct inverted_place *place = &places->items[i];
        if (i && place[-1].row == place->row && place[-1].column == place->column)
            postings.items[postings.count - 1].count++;
        else
            postings.items[postings.count++] = (struct column_hits){place->row, place->column, 1};
    }
    return postings;
}

static void write_column(struct bits *bits, const struct postings *postings, size_t column, size_t documents)
{
    size_t holding = 0;
    size_t repeats = 0;
    for (size_t i = 0; i < postings->count; i++) {
        if (postings->items[i].column != column)
            continue;
        holding++;
        repeats += postings->items[i].count - 1;
    }
    bits_gamma(bits, holding + 1);
    if (!holding)
        return;
    unsigned far = bits_low(documents - holding, holding);
    unsigned often = bits_low(repeats, holding);
    often = often > LOW_MOST ? LOW_MOST : often;
    bits_add(bits, often, LOW_WIDTH);
    size_t next = 0;
    for (size_t i = 0; i < postings->count; i++) {
        const struct column_hits *hits = &postings->items[i];
        if (hits->column != column)
            continue;
        bits_rice(bits, hits->document - next, far);
        bits_rice(bits, hits->count - 1, often);
        next = hits->document + 1;
    }
}

void postings_write(struct text *out, const struct postings *postings, size_t documents)
{
    struct bits bits = {.out = out};
    for (size_t column = 0; postings->count && column < TEXT_COLUMNS; column++)
        write_column(&bits, postings, column, documents);
    bits_end(&bits);
}
