#ifndef INDEXER_CONTENT_SOURCE_H
#define INDEXER_CONTENT_SOURCE_H

/*
 * The bytes of a content file and the front matter on top of them. The guards
 * that must hold before any parser sees the bytes are here.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/file.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_names.h"
#include "indexer/base/yaml_tree.h"

/* The largest case study or page, and the largest front matter, that are read; in bytes. */
enum { CASE_FILE_MAX = 256 * 1024, FRONT_MATTER_MAX = 64 * 1024 };

/* A file in two parts. Lines count from the first of the file. */
struct source {
    const char *front_text; /* what stands between the fences, from line 2 on; NULL when there are none */
    size_t front_size;
    const struct yaml_node *front; /* a map, or NULL when there was none or it could not be read */
    struct string_list broken;     /* top-level keys whose text could not be read; they were reported */
    bool front_certain;            /* no mistake was mended by a guess */
    bool front_whole;              /* false: what is missing from `front` may stand in a part that could not be read */
    const char *body;              /* NULL when there are no fences */
    size_t body_size;
    size_t body_line;
};

/*
 * UTF-8, no control characters, not too large. False after a report. A leading byte order mark is allowed. Other characters
 * that nobody sees are told, with the edit that takes them out.
 */
bool source_guard(const char *data, size_t size, size_t most, struct diagnostics *diagnostics);

/*
 * Splits a file that passed source_guard and reads its front matter, whose keys `names` knows (or is NULL); problems are
 * reported. `diagnostics` may be NULL.
 */
struct source source_read(struct arena *arena, const char *data, size_t size, const struct yaml_names *names,
                          struct diagnostics *diagnostics);

/* The same of a file that had no mistake when an index took it. */
struct source source_read_good(struct arena *arena, const char *data, size_t size, const struct yaml_names *names,
                               struct diagnostics *diagnostics);

/* Reads a file that is YAML from top to end (a vocabulary, a lens), with keys that `names` knows; NULL after a report or when it is empty. */
const struct yaml_node *source_read_yaml(struct arena *arena, const char *data, size_t size,
                                         const struct yaml_names *names, struct diagnostics *diagnostics);

/* Reports why a folder could not be read; it becomes the current file. */
void source_report_folder(const char *shown, int reason, struct diagnostics *diagnostics);

/* Reports why the current file could not be read. */
void source_report_unreadable(enum file_status status, int reason, size_t most, struct diagnostics *diagnostics);

/* Reads and guards a file, or its draft: its data, or NULL after a report. Everything is reported for `shown`. */
const char *source_load(struct arena *arena, const char *path, const char *shown, size_t most, size_t *size,
                        struct diagnostics *diagnostics);

/* The same of a file that may be missing: then NULL without a report. */
const char *source_load_if_there(struct arena *arena, const char *path, const char *shown, size_t most, size_t *size,
                                 struct diagnostics *diagnostics);

#endif
