#ifndef INDEXER_CONTENT_FIELDS_H
#define INDEXER_CONTENT_FIELDS_H

/*
 * The one table of what a case study's front matter may hold. Reading,
 * checking, JSON, the schema, the documentation and the weights of search all
 * loop over it; a field is added by adding a row (and its constant) here.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

enum field_type {
    FIELD_TEXT,
    FIELD_TERM,   /* a term of `vocabulary` */
    FIELD_DATE,   /* YYYY, YYYY-MM or YYYY-MM-DD */
    FIELD_NUMBER, /* a decimal number */
    FIELD_COUNT,  /* a whole number of at least 0 */
    FIELD_YEAR,
    FIELD_YES_NO,
    FIELD_URL, /* http or https */
    FIELD_EMAIL,
    FIELD_REFERENCE, /* the id of another case study, or a URL */
    FIELD_CASE_ID,   /* an id that need not exist (an old name) */
    FIELD_MAP,       /* of `members` */
    FIELD_TYPE_COUNT
};

enum field_need { FIELD_OPTIONAL, FIELD_ADVISED, FIELD_REQUIRED };

/* Which part of the search index the words of a field go to. */
enum search_part { PART_NONE, PART_TITLE, PART_SUMMARY, PART_TAGS, PART_BODY };

struct field {
    const char *key;
    enum field_type type;
    enum field_need need;
    enum search_part part;
    bool is_list;
    size_t least;           /* items of a list */
    size_t most;            /* 0: no limit */
    size_t shortest;        /* characters of a text */
    size_t longest;         /* 0: no limit */
    const char *vocabulary; /* the file in content/vocabulary/, without .yaml */
    const struct field *members;
    size_t member_count;
    const char *help;    /* one sentence for the author: what belongs here */
    const char *example; /* as it would stand in a file */
};

/* Members of maps, in the order of their tables. */
enum { PARTNER_NAME, PARTNER_TYPE, PARTNER_ROLE, PARTNER_URL, PARTNER_MEMBERS };
enum {
    OUTCOME_MEASURE,
    OUTCOME_MEASURE_ID,
    OUTCOME_PRIMARY,
    OUTCOME_DOMAIN,
    OUTCOME_KIND,
    OUTCOME_UNIT,
    OUTCOME_BETTER,
    OUTCOME_BASELINE,
    OUTCOME_AFTER,
    OUTCOME_TARGET,
    OUTCOME_GROUP,
    OUTCOME_COMPARATOR,
    OUTCOME_COMPARATOR_IS,
    OUTCOME_COMPARATOR_BASELINE,
    OUTCOME_COMPARATOR_AFTER,
    OUTCOME_ESTIMATE,
    OUTCOME_ABOUT,
    OUTCOME_SAMPLE,
    OUTCOME_AFTER_MONTHS,
    OUTCOME_HORIZON,
    OUTCOME_FINDING,
    OUTCOME_SAID_BY,
    OUTCOME_METHOD,
    OUTCOME_SOURCE,
    OUTCOME_MEMBERS
};
enum {
    ESTIMATE_TYPE,
    ESTIMATE_VALUE,
    ESTIMATE_LOW,
    ESTIMATE_HIGH,
    ESTIMATE_LEVEL,
    ESTIMATE_P,
    ESTIMATE_ADJUSTED,
    ESTIMATE_COMPARED_WITH,
    ESTIMATE_COMPARISON,
    ESTIMATE_ANALYSED,
    ESTIMATE_MEMBERS
};
enum { SEARCH_DATE, SEARCH_WHERE, SEARCH_WORDS, SEARCH_MEMBERS };
enum { CONTACT_ROLE, CONTACT_NAME, CONTACT_EMAIL, CONTACT_URL, CONTACT_CONSENT, CONTACT_MEMBERS };
enum { COST_AMOUNT, COST_PER, COST_YEAR, COST_CURRENCY, COST_COVERS, COST_MEMBERS };
enum { SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_URL, SOURCE_DOI, SOURCE_YEAR, SOURCE_MEMBERS };
enum { REACH_PEOPLE, REACH_OF, REACH_MEMBERS };
enum { MAINSTREAMED_BY, MAINSTREAMED_YEAR, MAINSTREAMED_HOW, MAINSTREAMED_MEMBERS };
enum { ADOPTION_WHERE, ADOPTION_BY, ADOPTION_YEAR, ADOPTION_RESULT, ADOPTION_CHANGES, ADOPTION_MEMBERS };
enum { RESOURCE_TITLE, RESOURCE_URL, RESOURCE_KIND, RESOURCE_MEMBERS };
enum { ORIGIN_CATALOGUE, ORIGIN_PUBLISHER, ORIGIN_URL, ORIGIN_MEMBERS };
enum { REVIEW_STATUS, REVIEW_DATE, REVIEW_BY, REVIEW_SELECTED, REVIEW_REASON, REVIEW_MEMBERS };

/* The fields of a case study, in the order in which they are written. */
enum case_field {
    CASE_TITLE,
    CASE_SUMMARY,
    CASE_PLACE,
    CASE_REGIONS,
    CASE_PARTNERS,
    CASE_PRIORITY_AREAS,
    CASE_DEPRIVATION_FOCUS,
    CASE_ACTIONS,
    CASE_STAGE,
    CASE_RESULT,
    CASE_EVALUATION,
    CASE_PUBLISHED,
    CASE_OUTCOMES,
    CASE_GAP_EFFECT,
    CASE_LEARNING,
    CASE_EDITORS_NOTES,
    CASE_SEARCHES,
    CASE_CONTACT,
    CASE_START,
    CASE_END,
    CASE_SCALE,
    CASE_COST,
    CASE_SOURCES,
    CASE_ACCOUNTABLE,
    CASE_ANSWERS_TO,
    CASE_SETTINGS,
    CASE_GOVERNANCE,
    CASE_FUNDING,
    CASE_NEED_SOURCE,
    CASE_PRINCIPLES,
    CASE_FRAMEWORKS,
    CASE_INVOLVEMENT,
    CASE_PREVENTION,
    CASE_EVALUATOR,
    CASE_SELECTION,
    CASE_REACH,
    CASE_MAINSTREAMED,
    CASE_ADOPTIONS,
    CASE_ADAPTED_FROM,
    CASE_RELATED,
    CASE_REPLACES,
    CASE_GUIDANCE,
    CASE_RESOURCES,
    CASE_PROGRAMME,
    CASE_KEYWORDS,
    CASE_LICENCE,
    CASE_ORIGIN,
    CASE_INTERESTS,
    CASE_CLEARED_BY,
    CASE_REVIEWED,
    CASE_REVIEW_BY,
    CASE_REVIEW,
    CASE_ALIASES,
    CASE_FIELDS
};

extern const struct field case_fields[CASE_FIELDS];

/* The index of the field or member with this key in a table, or count when there is none. */
size_t field_find(const struct field *fields, size_t count, const char *key);

#endif
