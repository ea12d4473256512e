#include "search-cli/present/review.h"

#include "indexer/content/scalars.h"
#include "search-cli/present/date_parts.h"

/* The date some months on, as exact as the date is; a day that the month does not have becomes its last. */
static const char *months_on(struct arena *arena, const char *date, int months)
{
    struct date_parts parts = date_parts_of(date);
    if (parts.count == 0)
        return "";
    if (parts.count == 1)
        return arena_format(arena, "%04d", parts.year + (months + 11) / 12);
    int count = parts.year * 12 + parts.month - 1 + months;
    if (parts.count == 2)
        return arena_format(arena, "%04d-%02d", count / 12, count % 12 + 1);
    int last = scalar_days_in(count / 12, count % 12 + 1);
    return arena_format(arena, "%04d-%02d-%02d", count / 12, count % 12 + 1, parts.day < last ? parts.day : last);
}

const char *review_due(struct arena *arena, const struct case_study *study, int months)
{
    const char *set = case_text(study, CASE_REVIEW_BY, "");
    return *set ? set : months_on(arena, case_newest_date(study), months);
}
