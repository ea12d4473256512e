#include "indexer/content/case_dates.h"

#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/scalars.h"

enum { DATES_LEAST = 3, YEARS_APART = 3 };

static void remember_date(struct arena *arena, struct case_dates *dates, const struct case_study *study, bool told)
{
    const char *newest = case_newest_date(study);
    const struct value *published = &study->fields[CASE_PUBLISHED];
    bool is_published = published->kind == VALUE_TEXT && strcmp(published->text, newest) == 0;
    if (!*newest)
        return;
    dates->dates = arena_grow(arena, dates->dates, dates->date_count, &dates->date_capacity, sizeof *dates->dates);
    dates->dates[dates->date_count++] =
        (struct dated){arena_string(arena, newest), told ? arena_string(arena, study->path) : NULL,
                       is_published ? published->place : study->fields[CASE_REVIEWED].place};
}

/* The day by which a case that is checked was to be looked at again. */
static void remember_review(struct arena *arena, struct case_dates *dates, const struct case_study *study)
{
    const struct value *by = &study->fields[CASE_REVIEW_BY];
    if (by->kind != VALUE_TEXT)
        return;
    dates->reviews =
        arena_grow(arena, dates->reviews, dates->review_count, &dates->review_capacity, sizeof *dates->reviews);
    dates->reviews[dates->review_count++] =
        (struct dated){arena_string(arena, by->text), arena_string(arena, study->path), by->place};
}

void case_dates_add(struct arena *arena, struct case_dates *dates, const struct case_study *study, bool checked)
{
    remember_date(arena, dates, study, checked);
    if (checked)
        remember_review(arena, dates, study);
}

/* Beside the newest date that two case studies reach, as pages speak: no clock decides what is checked. */
void case_dates_overdue(const struct case_dates *dates, struct diagnostics *diagnostics)
{
    const char *newest = "";
    const char *second = "";
    for (size_t i = 0; i < dates->date_count; i++) {
        const char *date = dates->dates[i].date;
        second = strcmp(date, newest) > 0 ? newest : strcmp(date, second) > 0 ? date : second;
        newest = strcmp(date, newest) > 0 ? date : newest;
    }
    const char *as_of = dates->date_count > 1 ? second : newest;
    for (size_t i = 0; i < dates->review_count; i++) {
        const struct dated *review = &dates->reviews[i];
        if (!*as_of || scalar_compare_dates(review->date, as_of) >= 0)
            continue;
        diagnostics_file(diagnostics, review->path, NULL, 0);
        report(diagnostics, CODE_OVERDUE, review->place,
               "look it through, write reviewed: and the day, and a later day here",
               "it was to be looked at again by %s, and the catalogue has come to %s", review->date, as_of);
    }
}

/* One date years after all others is a slip of the pen: pages would speak as of it, and newest lists begin with it. */
void case_dates_far(const struct case_dates *dates, struct diagnostics *diagnostics)
{
    if (dates->date_count < DATES_LEAST)
        return;
    const struct dated *newest = &dates->dates[0];
    const struct dated *second = &dates->dates[1];
    for (size_t i = 1; i < dates->date_count; i++) {
        const struct dated *at = &dates->dates[i];
        if (strcmp(at->date, newest->date) > 0) {
            second = newest;
            newest = at;
        } else if (strcmp(at->date, second->date) > 0) {
            second = at;
        }
    }
    if (!newest->path || scalar_years_between(second->date, newest->date) <= YEARS_APART)
        return;
    diagnostics_file(diagnostics, newest->path, NULL, 0);
    report(diagnostics, CODE_FAR_DATE, newest->place, "check the year",
           "%s lies years after the date of every other case study, the newest of which is %s", newest->date,
           second->date);
}
