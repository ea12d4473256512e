#include "indexer/content/own_fields.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MAP(table) .type = FIELD_MAP, .members = (table), .member_count = COUNT(table)
#define TERM(name) .type = FIELD_TERM, .vocabulary = (name)

const struct field term_fields[TERM_MEMBERS] = {
    [TERM_LABEL] = {.key = "label",
                    .need = FIELD_REQUIRED,
                    .longest = 80,
                    .help = "the term as readers see it",
                    .example = "\"Rural communities\""},
    [TERM_DEFINITION] = {.key = "definition", .longest = 600, .help = "use this when …, and not when …"},
    [TERM_GROUP] = {.key = "group", TERM("groups"), .help = "the group under which pages list it"},
    [TERM_SEARCH_WORDS] = {.key = "search_words",
                           .is_list = true,
                           .longest = 80,
                           .help = "what else people type for it",
                           .example = "[farmers, countryside]"},
    [TERM_SHOWN_BY] = {.key = "shown_by",
                       .is_list = true,
                       .help = "what in a case study shows the principle",
                       .example = "[governance]"},
    [TERM_ACTS] = {.key = "acts", TERM("acts"), .help = "who acts when a partner of this type leads"},
    [TERM_PROGRESS_PLUS] = {.key = "progress_plus", .longest = 20, .help = "its letters in PROGRESS-Plus"},
    [TERM_FIRST] = {.key = "first",
                    .type = FIELD_YES_NO,
                    .help = "yes: on the gap map, an empty pair of two such terms is named before others"},
};

const struct field measure_fields[MEASURE_MEMBERS] = {
    [MEASURE_LABEL] = {.key = "label",
                       .need = FIELD_REQUIRED,
                       .longest = 160,
                       .help = "what is measured",
                       .example = "\"Health checks done\""},
    [MEASURE_UNIT] = {.key = "unit", .longest = 60, .help = "the unit, such as % or checks"},
    [MEASURE_BETTER] =
        {.key = "better", TERM("better"), .need = FIELD_REQUIRED, .help = "which way is wanted", .example = "higher"},
    [MEASURE_DEFINITION] = {.key = "definition", .longest = 600, .help = "what is counted, and what is not"},
};

const struct field synonym_fields[GROUP_MEMBERS] = {
    [GROUP_WORDS] = {.key = "words",
                     .need = FIELD_REQUIRED,
                     .is_list = true,
                     .least = 1,
                     .shortest = 1,
                     .longest = 80,
                     .help = "each means the same as the others",
                     .example = "[heart failure, cardiac failure]"},
    [GROUP_RELATED] = {.key = "related",
                       .is_list = true,
                       .shortest = 1,
                       .longest = 80,
                       .help = "looser words",
                       .example = "[heart disease]"},
    [GROUP_HINTS] = {.key = "hints",
                     .is_list = true,
                     .shortest = 1,
                     .longest = 80,
                     .help = "short forms with several meanings",
                     .example = "[hf]"},
    [GROUP_MATCH_ONLY] = {.key = "match_only",
                          .is_list = true,
                          .shortest = 1,
                          .longest = 80,
                          .help = "accepted and never shown",
                          .example = "[old word]"},
};

static const struct field watch_members[WATCH_MEMBERS] = {
    [WATCH_ID] = {.key = "id", .type = FIELD_CASE_ID, .need = FIELD_REQUIRED, .help = "its name in addresses"},
    [WATCH_TITLE] = {.key = "title", .need = FIELD_REQUIRED, .longest = 110, .help = "as readers see it"},
    [WATCH_QUERY] = {.key = "query", .need = FIELD_REQUIRED, .longest = 400, .help = "what is searched for"},
};

const struct field setting_fields[SETTING_MEMBERS] = {
    [SETTING_TITLE] = {.key = "title", .longest = 110, .help = "the name of the catalogue"},
    [SETTING_PUBLISHER] = {.key = "publisher", .longest = 160, .help = "the body that publishes it"},
    [SETTING_BASE_URL] = {.key = "base_url", .type = FIELD_URL, .help = "where the site will stand"},
    [SETTING_REPOSITORY] = {.key = "repository", .type = FIELD_URL, .help = "where the source is kept"},
    [SETTING_LICENCE] = {.key = "licence", TERM("licence"), .help = "of cases that do not name their own"},
    [SETTING_CONTACT] = {.key = "contact", .longest = 300, .help = "how readers reach those who look after it"},
    [SETTING_LANGUAGE] = {.key = "language", .shortest = 2, .longest = 35, .help = "of the pages, such as en-GB"},
    [SETTING_HEADLINE] = {.key = "headline", .longest = 160, .help = "the sentence at the top of the home page"},
    [SETTING_COLOUR] = {.key = "colour", .longest = 7, .help = "of the pages, such as \"#3f2a68\""},
    [SETTING_AS_OF] = {.key = "as_of", .type = FIELD_DATE, .help = "the day as of which pages speak"},
    [SETTING_WATCH] = {.key = "watch",
                       MAP(watch_members),
                       .is_list = true,
                       .most = 50,
                       .help = "queries with a feed of their own",
                       .example = "\n  - id: men\n    title: Men\n    query: deprivation_focus:men"},
    [SETTING_PAGE_KINDS_OFF] = {.key = "page_kinds_off",
                                .is_list = true,
                                .longest = 40,
                                .help =
                                    "pages that the site does without: answers, contribute, gaps, glossary, lenses, "
                                    "places",
                                .example = "[lenses]"},
    [SETTING_REVIEW_MONTHS] = {.key = "review_months", .type = FIELD_COUNT, .help = "months until a case is looked at"},
    [SETTING_REQUIRE_REVIEW] = {.key = "require_review",
                                .type = FIELD_YES_NO,
                                .help = "true: only accepted cases are published"},
};

static const struct field cell_members[CELL_MEMBERS] = {
    [CELL_ID] = {.key = "id", .type = FIELD_CASE_ID, .need = FIELD_REQUIRED, .help = "its name in addresses"},
    [CELL_LABEL] = {.key = "label", .need = FIELD_REQUIRED, .longest = 80, .help = "a few words"},
    [CELL_QUESTION] = {.key = "question", .need = FIELD_REQUIRED, .longest = 300, .help = "asked in plain words"},
    [CELL_QUERY] = {.key = "query", .need = FIELD_REQUIRED, .longest = 400, .help = "what answers it"},
};

static const struct field heading_members[HEADING_MEMBERS] = {
    [HEADING_LABEL] = {.key = "label", .need = FIELD_REQUIRED, .longest = 110, .help = "the heading"},
    [HEADING_FROM] = {.key = "from", .type = FIELD_CASE_ID, .need = FIELD_REQUIRED, .help = "the first cell under it"},
};

const struct field lens_fields[LENS_MEMBERS] = {
    [LENS_NAME] = {.key = "name", .need = FIELD_REQUIRED, .longest = 110, .help = "the policy or framework"},
    [LENS_SOURCE] = {.key = "source",
                     .need = FIELD_REQUIRED,
                     .longest = 500,
                     .help = "where it is written down; its web address, if it has one, at the end"},
    [LENS_FROM] = {.key = "from", .type = FIELD_YEAR, .help = "the year it began"},
    [LENS_TO] = {.key = "to", .type = FIELD_YEAR, .help = "the year it ended"},
    [LENS_REPLACED_BY] = {.key = "replaced_by", .longest = 300, .help = "what came after it"},
    [LENS_SUMMARY] = {.key = "summary", .longest = 600, .help = "what it is, in two sentences"},
    [LENS_CELLS] = {.key = "cells",
                    MAP(cell_members),
                    .is_list = true,
                    .need = FIELD_REQUIRED,
                    .least = 1,
                    .most = 60,
                    .help = "its questions",
                    .example =
                        "\n  - id: maternity\n    label: Maternity\n    question: Do women get safe care?\n    query: "
                        "priority_areas:maternity"},
    [LENS_HEADINGS] = {.key = "headings",
                       MAP(heading_members),
                       .is_list = true,
                       .most = 20,
                       .help = "headings over runs of cells",
                       .example = "\n  - label: Anchors\n    from: maternity"},
    [LENS_SECOND_AXIS] = {.key = "second_axis",
                          MAP(cell_members),
                          .is_list = true,
                          .most = 20,
                          .help = "questions that cross the cells",
                          .example = "\n  - id: systems\n    label: Systems\n    question: What can a system do?\n    "
                                     "query: acts:system"},
};

static const struct field call_members[CALL_MEMBERS] = {
    [CALL_PRIORITY_AREAS] = {.key = "priority_areas",
                             TERM("priority-areas"),
                             .is_list = true,
                             .help = "what it should be about; without it, anything",
                             .example = "[maternity]"},
    [CALL_DEPRIVATION_FOCUS] = {.key = "deprivation_focus",
                                TERM("deprivation-focus"),
                                .is_list = true,
                                .help = "for whom it should be; without it, anybody",
                                .example = "[core20]"},
    [CALL_CLOSES] = {.key = "closes", .type = FIELD_DATE, .help = "the last day; without it, the call stays open"},
    [CALL_CONTACT] = {.key = "contact",
                      .longest = 300,
                      .help = "a role or an office and its address; without it, the contact of the catalogue"},
};

const struct field page_fields[PAGE_MEMBERS] = {
    [PAGE_TITLE] = {.key = "title", .need = FIELD_REQUIRED, .longest = 110, .help = "the title of the page"},
    [PAGE_SUMMARY] = {.key = "summary", .longest = 320, .help = "what it says, in a sentence"},
    [PAGE_ORDER] = {.key = "order", .type = FIELD_COUNT, .help = "pages are listed by it, the smallest first"},
    [PAGE_CALL] = {.key = "call",
                   MAP(call_members),
                   .help = "the page calls for case studies: on what, until when, sent to whom",
                   .example = "{priority_areas: [maternity], closes: 2027-03-31}"},
    [PAGE_COUNTS] = {.key = "counts",
                     .longest = 80,
                     .help = "a field of terms: the page draws how many case studies have each of them",
                     .example = "evidence"},
};
