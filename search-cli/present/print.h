#ifndef SEARCH_CLI_PRESENT_PRINT_H
#define SEARCH_CLI_PRESENT_PRINT_H

/*
 * An answer as it is printed. All formats are functions from an answer to text;
 * none prints a control character that came from content or from the query. Only the table for
 * spreadsheets asks the index, for the facts of the cases. JSON is documented in search-cli/present/json.md.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/json.h"
#include "indexer/base/keyword.h"
#include "indexer/base/text.h"
#include "indexer/content/vocabulary.h"
#include "search-cli/search.h"

enum { PRINT_JSON_VERSION = 1 };

struct print_style {
    const struct vocabularies *vocabularies; /* for labels */
    size_t width;                            /* columns of the terminal */
    bool color;
    bool facets; /* all counts, not only what would narrow the answer most */
    bool explain;
    size_t offset;        /* of the first result */
    bool related;         /* lists of whole matches also have those with some of the words */
    bool apart;           /* what print_talk says is said elsewhere, and not in the text */
    char end;             /* behind each line of a list for programs */
    const size_t *fields; /* of print_fields.h, chosen and in this order; NULL: the usual ones */
    size_t field_count;
    struct index *index; /* of the answer: CSV takes the facts of the cases from it */
};

enum print_as {
    PRINT_AS_TEXT,
    PRINT_AS_JSON,
    PRINT_AS_NDJSON,
    PRINT_AS_CSV,
    PRINT_AS_IDS,
    PRINT_AS_PATHS,
    PRINT_NAMED, /* those that --format names */
    PRINT_AS_ONE_LINE = PRINT_NAMED,
    PRINT_AS_COUNT,
    PRINT_FORMATS
};

struct print_format {
    void (*print)(struct text *out, const struct search_answer *answer, const struct print_style *style);
    bool plain;  /* nothing but ids, titles or paths: snippets and facets are not needed */
    bool whole;  /* only what has all the words, unless the rest is asked for too */
    bool lines;  /* one result a line, which may end with NUL */
    bool fields; /* of which some can be chosen */
};

extern const struct print_format print_formats[PRINT_FORMATS];

/* The word for each. */
extern const struct keyword print_names[PRINT_NAMED];

void print_text(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_json(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_ndjson(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_csv(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_ids(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_paths(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_one_line(struct text *out, const struct search_answer *answer, const struct print_style *style);
void print_count(struct text *out, const struct search_answer *answer, const struct print_style *style);

/* Facets with their counts, as they stand in JSON: {"priority_areas":[{"id","label","count"}]}. */
void print_facets_json(struct json *json, const struct term_counts *counted, size_t count);

/* The corrections and notes of an answer, a sentence a line, each behind `prefix`; and the synonyms that were used. */
void print_notes(struct text *out, const struct search_answer *answer, const char *prefix);
void print_synonyms(struct text *out, const struct search_answer *answer, const char *prefix);

/* Those, and whether there is more than what is listed in this format. */
void print_talk(struct text *out, const struct search_answer *answer, const struct print_style *style,
                enum print_as format, const char *prefix);

#endif
