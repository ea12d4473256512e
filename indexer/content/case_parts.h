#ifndef INDEXER_CONTENT_CASE_PARTS_H
#define INDEXER_CONTENT_CASE_PARTS_H

/*
 * What a case study may have or lack, for queries such as has:cost: every field of the table (fields.h), every section
 * (headings.h), and what figures may be of. A part is named as the field or heading is, in small letters and with
 * hyphens: answers-to, what-did-not-work.
 */

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_study.h"

/* The name under which an index keeps them among the tags, and under which queries ask for them. */
extern const char case_parts_key[];

/* All names: fields, then figures, then sections. */
struct string_list case_part_names(struct arena *arena);

/* The names of what a case has, in the same order. */
struct string_list case_parts_of(struct arena *arena, const struct case_study *study);

/* The same for the shared measures (measures.yaml) of which a case has a figure: the name they are kept under, their ids. */
extern const char case_measures_key[];
struct string_list case_measures_of(struct arena *arena, const struct case_study *study);

/* The name meant by what people type: any case, blanks and underscores for hyphens, with an s too many or too few. */
const char *case_part_find(struct arena *arena, const char *typed);

#endif
