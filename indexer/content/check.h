#ifndef INDEXER_CONTENT_CHECK_H
#define INDEXER_CONTENT_CHECK_H

/*
 * What a catalogue's authors can be told: about one file, from its bytes
 * (case_study_read does that), and about all files together: links between
 * cases that lead nowhere, names taken twice, circles of adaptation.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

/* The largest case study and front matter that are read, in bytes. */
enum { CASE_FILE_MAX = 256 * 1024, FRONT_MATTER_MAX = 64 * 1024 };

/* A mention of one case in another's file. */
enum reference_kind { REFERENCE_LINK, REFERENCE_RELATED, REFERENCE_REPLACES, REFERENCE_ADAPTED_FROM, REFERENCE_ALIAS };
struct reference {
    const char *from; /* id of the case that mentions */
    const char *to;
    const char *path;
    enum reference_kind kind;
    struct place place;
};

struct references {
    struct reference *items;
    size_t count;
    size_t capacity;
};

/* Adds what a case mentions to the list. */
void references_add(struct arena *arena, struct references *references, const struct case_study *study);

/* Reports mentions that lead nowhere, aliases taken twice or by a case, and circles of adapted_from. `ids` is sorted. */
void references_check(const struct references *references, const char *const *ids, size_t id_count,
                      struct diagnostics *diagnostics);

/* "<id>.md" as a file name: the id must be [a-z0-9]+(-[a-z0-9]+)*, at most 64 bytes and not a reserved name. */
bool case_id_is_valid(const char *id);

/*
 * Reads one file and checks it alone. NULL when its bytes could not be had
 * (then the diagnostics say why).
 */
struct case_study *check_file(struct arena *arena, const char *folder_path, const char *shown_path,
                              const struct case_context *context, struct diagnostics *diagnostics);

/* Checks a whole catalogue, or only the given paths when path_count > 0. `checked` is how many case studies were read. */
bool check_catalogue(const char *root, const char *const *paths, size_t path_count, size_t *checked,
                     struct diagnostics *diagnostics);

#endif
