#ifndef INDEXER_CONTENT_OWN_FIELDS_H
#define INDEXER_CONTENT_OWN_FIELDS_H

/*
 * What the catalogue's own files may hold, in tables as the one of case studies (fields.h): the terms of a vocabulary,
 * shared measures, groups of synonyms, content/catalogue.yaml, lenses, and the front matter of pages.
 */

#include "indexer/content/fields.h"

enum {
    TERM_LABEL,
    TERM_DEFINITION,
    TERM_GROUP,
    TERM_SEARCH_WORDS,
    TERM_SHOWN_BY,      /* principles */
    TERM_ACTS,          /* partner-types */
    TERM_PROGRESS_PLUS, /* deprivation-focus */
    TERM_FIRST,
    TERM_MEMBERS
};
extern const struct field term_fields[TERM_MEMBERS];

enum { MEASURE_LABEL, MEASURE_UNIT, MEASURE_BETTER, MEASURE_DEFINITION, MEASURE_MEMBERS };
extern const struct field measure_fields[MEASURE_MEMBERS];

/* In the order of enum synonym_kind. */
enum { GROUP_WORDS, GROUP_RELATED, GROUP_HINTS, GROUP_MATCH_ONLY, GROUP_MEMBERS };
extern const struct field synonym_fields[GROUP_MEMBERS];

enum { WATCH_ID, WATCH_TITLE, WATCH_QUERY, WATCH_MEMBERS };
enum {
    SETTING_TITLE,
    SETTING_PUBLISHER,
    SETTING_BASE_URL,
    SETTING_REPOSITORY,
    SETTING_LICENCE,
    SETTING_CONTACT,
    SETTING_LANGUAGE,
    SETTING_HEADLINE,
    SETTING_COLOUR,
    SETTING_AS_OF,
    SETTING_WATCH,
    SETTING_PAGE_KINDS_OFF,
    SETTING_REVIEW_MONTHS,
    SETTING_REQUIRE_REVIEW,
    SETTING_MEMBERS
};
extern const struct field setting_fields[SETTING_MEMBERS];

enum { CELL_ID, CELL_LABEL, CELL_QUESTION, CELL_QUERY, CELL_MEMBERS };
enum { HEADING_LABEL, HEADING_FROM, HEADING_MEMBERS };
enum {
    LENS_NAME,
    LENS_SOURCE,
    LENS_FROM,
    LENS_TO,
    LENS_REPLACED_BY,
    LENS_SUMMARY,
    LENS_CELLS,
    LENS_HEADINGS,
    LENS_SECOND_AXIS,
    LENS_MEMBERS
};
extern const struct field lens_fields[LENS_MEMBERS];

/* A page that calls for case studies. */
enum { CALL_PRIORITY_AREAS, CALL_DEPRIVATION_FOCUS, CALL_CLOSES, CALL_CONTACT, CALL_MEMBERS };

enum { PAGE_TITLE, PAGE_SUMMARY, PAGE_ORDER, PAGE_CALL, PAGE_COUNTS, PAGE_MEMBERS };
extern const struct field page_fields[PAGE_MEMBERS];

#endif
