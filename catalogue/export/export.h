#ifndef CATALOGUE_EXPORT_EXPORT_H
#define CATALOGUE_EXPORT_EXPORT_H

/*
 * The catalogue in the shapes of other programs. A format is a row of a table: the files that it is made of, and the
 * function that fills them from the index. Only what a site would list goes out; the same content gives the same bytes,
 * and what a published site offers under the same name has the same.
 */

#include "indexer/base/arena.h"
#include "indexer/base/text.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"
#include "search-cli/present/facts.h"

enum export_as { EXPORT_JSON, EXPORT_NDJSON, EXPORT_CSV, EXPORT_POSTGRESQL, EXPORT_OPENSEARCH, EXPORT_FORMATS };

enum { EXPORT_FILES_MAX = 5 };

struct exporting {
    struct index *index;
    struct arena *arena;
    struct case_rows cases; /* by id */
    struct fact_context facts;
};

struct exported {
    size_t row; /* of the index */
    const struct case_study *study;
    const struct facts *facts;
};

struct export_format {
    const char *files[EXPORT_FILES_MAX]; /* their names, in the order in which they should be written */
    size_t file_count;
    void (*write)(const struct exporting *exporting, struct text *files); /* files[file_count], which are empty */
};

extern const struct export_format export_formats[EXPORT_FORMATS];

/*
 * Fills the files of a format, which the caller frees; the arena lives as long. Whether the index failed, so that they
 * may lack something, is the caller's to ask.
 */
void export_make(struct index *index, struct arena *arena, enum export_as format, struct text *files);

/* For the formats: calls `each` for every case, which lives as long as the call. */
void export_each(const struct exporting *exporting, void (*each)(void *context, const struct exported *exported),
                 void *context);

void export_json(const struct exporting *exporting, struct text *files);
void export_ndjson(const struct exporting *exporting, struct text *files);
void export_csv(const struct exporting *exporting, struct text *files);
void export_postgresql(const struct exporting *exporting, struct text *files);
void export_opensearch(const struct exporting *exporting, struct text *files);

#endif
