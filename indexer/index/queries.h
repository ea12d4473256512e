#ifndef INDEXER_INDEX_QUERIES_H
#define INDEXER_INDEX_QUERIES_H

/*
 * What can be asked of an index, as plain structs. Reports, search and pages
 * go through here; SQL stays on the other side. Results live in the arena that is
 * passed, or, where none is, as long as the index is open.
 *
 * What could not be read, and what every index has and this one lacks, makes the
 * index fail (index_failed) and is answered like "none": every text is one, and
 * every row whole, but what was answered must not be shown.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/case_study.h"
#include "indexer/content/references.h"
#include "indexer/content/settings.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"
#include "indexer/index/search_text.h"

struct case_row {
    size_t row;
    const char *id;
    const char *path;
    const char *title;
    const char *summary;
    const char *place;
    const char *published;
    const char *stage;
    const char *result;
    const char *evaluation;
    const char *evidence;
    const char *gap_effect;
    const char *review_status;
    size_t completeness;
    uint64_t outline; /* case_outline.h */
    bool outdated;
    uint64_t source_hash; /* of its source; what has another is damaged */
};

enum case_order { ORDER_ID, ORDER_NEWEST, ORDER_TITLE, ORDER_EVIDENCE };

/* One case by id; false when there is none. */
bool index_case(struct index *index, struct arena *arena, const char *id, struct case_row *row);

/* One case by a row that the index named; false when the index failed. */
bool index_case_at(struct index *index, struct arena *arena, size_t row, struct case_row *out);

/* Only the id of such a row; "" when the index failed. */
const char *index_case_id(struct index *index, struct arena *arena, size_t row);

struct case_rows {
    struct case_row *items;
    size_t count;
};

/* All cases, or those in `only` when it is not NULL, in an order. */
struct case_rows index_cases(struct index *index, struct arena *arena, enum case_order order,
                             const struct bitset *only);

/* The numbers of all rows in an order, `*count` of them; they live in the arena. */
size_t *index_rows_in_order(struct index *index, struct arena *arena, enum case_order order, size_t *count);

/* The file of a case as it was read, or NULL: there is none, or the index failed, as when it is not what was stored. */
const char *index_case_source(struct index *index, struct arena *arena, const char *id, size_t *size);

/* Calls `each` for every case, with its file as it was read; the bytes are valid during the call. Ends when the index fails. */
void index_each_source(struct index *index, void (*each)(void *context, size_t row, const char *data, size_t size),
                       void *context);

/* A case study read again from its stored source; NULL when there is none, or the index failed. */
struct case_study *index_case_study(struct index *index, struct arena *arena, const char *id);

/* The terms that a row has of a facet ("priority_areas"), in byte order. */
struct string_list index_case_terms(struct index *index, struct arena *arena, size_t row, const char *field);

/* The same for every facet at once: terms[FACET_COUNT], in the order of `facets`. */
void index_all_case_terms(struct index *index, struct arena *arena, size_t row, struct string_list *terms);

/* The terms of a facet that any row has or had, in byte order. */
struct string_list index_field_terms(struct index *index, struct arena *arena, const char *field);

/* The rows that have a term, and the rows that searches and counts see; empty when none do. */
struct bitset index_term_rows(struct index *index, struct arena *arena, const char *field, const char *term);
struct bitset index_visible_rows(struct index *index, struct arena *arena);

/* The rows whose id begins so. */
struct bitset index_id_rows(struct index *index, struct arena *arena, const char *beginning);

/* The rows that have a page, if only to say that they were withdrawn. */
struct bitset index_published_rows(struct index *index, struct arena *arena);

/* The indexed text of a row that the index named, by text_column. False when the index failed. */
bool index_texts(struct index *index, struct arena *arena, size_t row, const char *texts[TEXT_COLUMNS]);

/* Who mentions this case. */
struct references index_mentions_of(struct index *index, struct arena *arena, const char *id);

/* Every mention, by who mentions, in the order in which it is written. */
struct references index_all_mentions(struct index *index, struct arena *arena);

/* The rows that a site lists: those that are seen and have a page, as an index may count cases that the settings keep back. */
struct bitset index_listed_rows(struct index *index, struct arena *arena);

/* What was indexed with the cases. Loaded once, with the words of the program in the language in use (phrases.h). */
const struct vocabularies *index_vocabularies(struct index *index);

/* They are loaded anew when they are next asked for, as another language is in use; those that were handed out stay. */
void index_forget_vocabularies(struct index *index);

const struct settings *index_settings(struct index *index);

/* The vocabularies, read to the last: asking them reads nothing more, so that several threads may. */
const struct vocabularies *index_all_vocabularies(struct index *index);

/*
 * The as-of date: SOURCE_DATE_EPOCH, else as_of of catalogue.yaml, else the newest date that at least two case studies
 * reach (of one alone, its own), else "".
 */
const char *index_as_of(struct index *index);

/* What the index was built from besides the case studies: a hash of the vocabularies and settings, as text. */
const char *index_content_key(struct index *index);

/* How many case studies there are, visible or not. */
size_t index_case_count(struct index *index);

#endif
