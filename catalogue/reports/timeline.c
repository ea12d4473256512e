#include "catalogue/reports/timeline.h"

#include "indexer/index/dates.h"
#include "search-cli/present/date_parts.h"

struct timeline timeline_read(struct index *index, struct arena *arena, const struct bitset *within)
{
    struct date_rows dates = dates_of(index, arena, "start");
    struct timeline timeline = {.undated = bitset_size(within)};
    if (!dates.count)
        return timeline;
    timeline.first = date_parts_of(dates.items[0].date).year;
    size_t span = (size_t)(date_parts_of(dates.items[dates.count - 1].date).year - timeline.first) + 1;
    timeline.counts = arena_array(arena, span, sizeof *timeline.counts);
    for (size_t i = 0; i < dates.count; i++) {
        size_t year = (size_t)(date_parts_of(dates.items[i].date).year - timeline.first);
        if (!bitset_has(within, dates.items[i].row))
            continue;
        timeline.undated--;
        timeline.counts[year]++;
        timeline.years = year + 1;
        if (timeline.counts[year] > timeline.largest)
            timeline.largest = timeline.counts[year];
    }
    return timeline;
}
