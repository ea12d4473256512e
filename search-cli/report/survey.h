#ifndef SEARCH_CLI_REPORT_SURVEY_H
#define SEARCH_CLI_REPORT_SURVEY_H

/*
 * What reports across all case studies read of each, taken down while it is at hand, so that a survey is small beside the
 * files. The visible ones, by title.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/content/case_study.h"
#include "search-cli/present/format.h"
#include "search-cli/report/asked.h"

/* What case studies tell as points, each under its heading. */
enum survey_points { POINTS_HELPED, POINTS_IN_THE_WAY, POINTS_DID_NOT_WORK, SURVEY_POINTS };
extern const char *const survey_headings[SURVEY_POINTS];

struct survey_partner {
    const char *name;
    const char *type;
    bool leads;
};

/* A figure under a measure that several case studies share. */
struct survey_figure {
    const struct measure *measure;
    const char *group;    /* whose it is, "" when not said */
    const char *sentence; /* what it says, both sides of it */
    struct figure baseline;
    bool has_baseline;
    struct figure after; /* the figure afterwards, or the effect that was published */
    bool is_effect;
    bool short_term;
};

/* What the record says of a partnership principle. */
enum survey_shown { SHOWN_BY_RECORD, SHOWN_ONLY_CLAIMED, SHOWN_NOT, SHOWN_CANNOT_BE_CHECKED, SURVEY_SHOWN };

/* What a case study states that it cost. */
struct survey_cost {
    bool is_stated;
    struct figure amount;
    const char *per; /* total, year or person; "" when not said, as all texts here */
    const char *year;
    const char *currency;
    const char *covers;
};

struct surveyed {
    struct case_row row;
    bool is_taken;
    const char *start;      /* "" when not given, as all texts here */
    const char *review_due; /* review.h */
    const char *newest;     /* of its dates */
    const char *next;       /* what would raise its evidence level, "" at the top */
    size_t filled, advised; /* how many of the advised fields are filled, and of how many */
    uint64_t missing;       /* those that are not, a bit for each of case_fields */
    struct survey_partner *partners;
    size_t partner_count;
    struct string_list points[SURVEY_POINTS];
    struct survey_figure *figures;
    size_t figure_count;
    double first_measured;         /* months from the start to the first outcome that says when; -1: none does */
    enum survey_shown *principles; /* in the order of the vocabulary */
    struct survey_cost cost;
};

struct survey {
    const struct report_base *base;
    struct surveyed *items;
    size_t count;
    size_t *places; /* by row: 1 more than that of its item, 0 where there is none */
    size_t place_count;
};

/* A survey of the cases that are visible, by title, of which nothing is known yet. Lives in the arena, and keeps the base. */
struct survey *survey_begin(struct arena *arena, const struct report_base *base, const struct case_rows *visible);

/* Takes down a case that was read, if it is one of these; several threads may, each of other cases and in an arena of its own. */
void survey_take(struct survey *survey, struct arena *arena, size_t row, const struct case_study *study);

/* Reads those that nobody took down from the index of its base. Whether that failed is asked of it. */
void survey_complete(struct survey *survey, struct arena *arena);

/* All of it at once. */
const struct survey *survey_read(struct arena *arena, const struct report_base *base);

#endif
