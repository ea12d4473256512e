#include "search-cli/report/timeline.h"

#include "indexer/index/dates.h"
#include "search-cli/present/date_parts.h"

/* Keeps the dates of the rows that count, in their order. */
static void keep_within(struct date_rows *dates, const struct bitset *within)
{
    size_t kept = 0;
    for (size_t i = 0; i < dates->count; i++)
        if (bitset_has(within, dates->items[i].row))
            dates->items[kept++] = dates->items[i];
    dates->count = kept;
}

struct timeline timeline_read(struct index *index, struct arena *arena, const struct bitset *within)
{
    struct date_rows dates = dates_of(index, arena, "start");
    keep_within(&dates, within);
    struct timeline timeline = {.undated = bitset_size(within) - dates.count};
    if (!dates.count)
        return timeline;
    timeline.first = date_parts_of(dates.items[0].date).year;
    timeline.years = (size_t)(date_parts_of(dates.items[dates.count - 1].date).year - timeline.first) + 1;
    timeline.counts = arena_array(arena, timeline.years, sizeof *timeline.counts);
    for (size_t i = 0; i < dates.count; i++) {
        size_t year = (size_t)(date_parts_of(dates.items[i].date).year - timeline.first);
        timeline.counts[year]++;
        if (timeline.counts[year] > timeline.largest)
            timeline.largest = timeline.counts[year];
    }
    return timeline;
}
