#ifndef INDEXER_CONTENT_HEADINGS_H
#define INDEXER_CONTENT_HEADINGS_H

/* The sections that a case study may have, and what people write over them in their own reports. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

/* The known headings by number, from 0; NULL past the last. */
const char *heading_at(size_t number);

/* The sections that no case study does without, by number, from 0; NULL past the last. Whether one is of them. */
const char *heading_required(size_t number);
bool heading_is_required(const char *heading);

/* The known heading that is written here, whatever the case of its letters and the colon behind it; or NULL. */
const char *heading_known(const char *heading);

/* The known heading that another stands for ("Background") or nearly is, or NULL. */
const char *heading_meant(const char *heading);

/* The key of the front matter that a heading stands for, with its colon ("summary:" of "Abstract"), or NULL. */
const char *heading_front(const char *heading);

/* Whether a heading holds what belongs under two of the known ones ("Barriers and enablers"), which are then set. */
bool heading_mixed(const char *heading, const char **one, const char **other);

/* Whether words are, as they stand, a heading that reports usually have: of a case study, of another, or of front matter. */
bool heading_is_usual(const char *words);

/* Help for a heading that case studies do not have; `is_taken`: the section that it stands for is there already. */
const char *heading_help(struct arena *arena, const char *heading, bool is_taken);

#endif
