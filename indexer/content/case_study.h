#ifndef INDEXER_CONTENT_CASE_STUDY_H
#define INDEXER_CONTENT_CASE_STUDY_H

/*
 * A case study as it was read: one value per field of the table, the parts of
 * its body, and what is computed from both. case_parse.h makes one.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/limits.h"
#include "indexer/content/markdown.h"
#include "indexer/content/source.h"

enum value_kind { VALUE_NONE, VALUE_TEXT, VALUE_NUMBER, VALUE_LIST, VALUE_MAP };

/*
 * VALUE_TEXT: `text` (terms, dates, ids and addresses too). VALUE_NUMBER: `number`, and `text` as it was
 * written; yes is 1 and no is 0. VALUE_LIST: `items`. VALUE_MAP: `items` by member index, VALUE_NONE where absent.
 */
struct value {
    enum value_kind kind;
    struct place place; /* its length ends with its line */
    size_t span;        /* characters to its end, over line ends; 0: it cannot be replaced by another text */
    bool in_brackets;   /* it stands between [ and ] or { and } */
    bool unanswered;    /* VALUE_NONE: its key is there and nothing behind it */
    const char *text;
    double number;
    struct value *items;
    size_t count;
    bool padded;    /* there were blanks at its ends, in quotation marks */
    size_t written; /* items that the file has, those that could not be read too */
};

/* What a published effect says, by its range and by the way that is wanted. */
enum estimate_says {
    ESTIMATE_ABSENT,
    ESTIMATE_BETTER,
    ESTIMATE_WORSE,
    ESTIMATE_NONE_SHOWN, /* the range holds no effect */
    ESTIMATE_NO_SIDE,    /* the range does not, and neither way is said to be wanted */
    ESTIMATE_NO_RANGE
};
struct estimate {
    enum estimate_says says;
    const char *type; /* a term of estimate-type; this and the texts below are "" when not given */
    double value;
    bool has_range;
    double low, high;
    int value_decimals, low_decimals, high_decimals; /* with which they were reported */
    double level;                                    /* of the range, in percent */
    double no_effect;                                /* 1 for a ratio, 0 for all others */
    bool is_ratio;
    bool is_percent; /* counted in percent of the other figure */
    int side; /* where the value lies by itself: 1 better, -1 worse, 0 no effect or not known which way is better */
    bool adjusted;
    const char *p;
    const char *compared_with;
    const char *comparison; /* a term of comparison */
    double analysed;        /* 0 when not given */
};

/* What can be said of one outcome with figures, computed and never typed. */
enum gap_change { GAP_NOT_MEASURED, GAP_NARROWED, GAP_NO_CHANGE, GAP_WIDENED, GAP_NONE_AT_START };
struct outcome_figures {
    bool has_change; /* baseline and after */
    double change;   /* after - baseline, in the measure's unit */
    bool has_target; /* and the way that is wanted */
    bool target_met;
    bool has_gap;                 /* better-off comparator: comparator - group, positive when the group is worse off */
    double gap_before, gap_after; /* absolute */
    bool has_gap_before;
    double gap_before_relative, gap_after_relative; /* as a share of the comparator */
    enum gap_change gap;
    bool has_difference_after; /* control: the difference afterwards, the group's figure less theirs */
    double difference_after;
    bool has_difference; /* control: the difference of the changes */
    double difference;
    struct estimate estimate;
    double analysed; /* how many are in the figure: analysed, else the sample; 0 when not known */
};

/* The evidence level: how well the result is known. `level` is 0 to 5. */
struct evidence {
    int level;
    const char *id;                          /* "e0" … "e5" */
    const char *reason;                      /* one sentence */
    const char *next;                        /* what would raise it, or NULL at the top */
    const struct limit *limits[LIMIT_COUNT]; /* what limits it */
    size_t limit_count;
};

struct case_study {
    const char *id;
    const char *path;
    struct value fields[CASE_FIELDS];
    struct outcome_figures *figures; /* one for each item of outcomes */
    struct evidence evidence;
    const char *acts; /* who acts (system, provider, community, national), by the type of the lead; "" when not known */
    const char *gap_effect; /* as stated, else as the figures have it, else not-measured */
    struct markdown_body body;
    struct source source; /* what it was read from */
    bool complete_front;  /* false: a broken front matter hid fields, so nothing is said about what is missing */
};

/* The text of a field that is one text, or `fallback`. */
const char *case_text(const struct case_study *study, enum case_field field, const char *fallback);

/* A member of a map value: VALUE_NONE when absent. Its text, or `fallback`. */
const struct value *value_member(const struct value *map, size_t member);
const char *value_text(const struct value *map, size_t member, const char *fallback);

/* With how many decimals a number was written: 2 for 0.90. */
int value_decimals(const struct value *number);

/* The partner that leads: the first with that role, else the first; VALUE_NONE when there are none. */
const struct value *case_lead(const struct case_study *study);

/* What stays the same of an organisation's name however it is written: letters and digits, by which names are compared. */
const char *case_name_key(struct arena *arena, const char *name);

/* Whether one of the partners has this name, in any case of letters, with or without "the", marks and parentheses. */
bool case_has_partner(const struct case_study *study, const char *name);

/* The review status, "" when no review is recorded. */
const char *case_review_status(const struct case_study *study);

/* The terms that the case has of a facet, derived ones too, each once, in the order in which they are written. */
struct string_list case_terms(struct arena *arena, const struct case_study *study, const struct facet *facet);

/* Whether an outcome, by number, is marked as primary; whether it is one of the main ones: primary, or none is marked. */
bool case_outcome_is_primary(const struct case_study *study, size_t outcome);
bool case_outcome_is_main(const struct case_study *study, size_t outcome);

/* The newest date in a case (published, reviewed), as written, or "". */
const char *case_newest_date(const struct case_study *study);

/* How many of the fields that are advised in this case are filled, and of how many. */
size_t case_completeness(const struct case_study *study, size_t *of);

/* The advised fields that are not filled, a bit for each of case_fields. */
uint64_t case_missing_advised(const struct case_study *study);

#endif
