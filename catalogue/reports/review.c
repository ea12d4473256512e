#include "catalogue/reports/review.h"

#include <stdio.h>

/* The date some months on, as exact as the date is; a 31st that the month does not have becomes its 28th. */
static const char *months_on(struct arena *arena, const char *date, int months)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int parts = sscanf(date, "%4d-%2d-%2d", &year, &month, &day);
    if (parts < 2)
        return parts < 1 ? "" : arena_format(arena, "%04d", year + (months + 11) / 12);
    int count = year * 12 + month - 1 + months;
    if (parts < 3)
        return arena_format(arena, "%04d-%02d", count / 12, count % 12 + 1);
    return arena_format(arena, "%04d-%02d-%02d", count / 12, count % 12 + 1, day > 28 ? 28 : day);
}

const char *review_due(struct arena *arena, const struct case_study *study, int months)
{
    const char *set = case_text(study, CASE_REVIEW_BY, "");
    return *set ? set : months_on(arena, case_newest_date(study), months);
}
