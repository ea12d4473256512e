#include "catalogue/reports/timeline.h"

#include <stdio.h>

#include "indexer/index/dates.h"

static int year_of(const char *date)
{
    int year = 0;
    sscanf(date, "%4d", &year);
    return year;
}

struct timeline timeline_read(struct index *index, struct arena *arena, const struct bitset *within)
{
    struct date_rows dates = dates_of(index, arena, "start");
    struct timeline timeline = {.undated = bitset_size(within)};
    if (!dates.count)
        return timeline;
    timeline.first = year_of(dates.items[0].date);
    size_t span = (size_t)(year_of(dates.items[dates.count - 1].date) - timeline.first) + 1;
    timeline.counts = arena_array(arena, span, sizeof *timeline.counts);
    for (size_t i = 0; i < dates.count; i++) {
        size_t year = (size_t)(year_of(dates.items[i].date) - timeline.first);
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
