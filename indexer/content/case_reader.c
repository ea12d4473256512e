#include "indexer/content/case_reader.h"

#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/evidence.h"
#include "indexer/content/outcome.h"
#include "indexer/content/prose.h"
#include "indexer/content/rules.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"
#include "indexer/content/value.h"

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "barbers" of "content/case-studies/barbers.md". */
static const char *id_of(struct arena *arena, const char *path)
{
    const char *name = name_of(path);
    size_t size = strlen(name);
    if (size > 3 && strcmp(name + size - 3, ".md") == 0)
        size -= 3;
    return arena_copy(arena, name, size);
}

static void compute(struct arena *arena, struct case_study *study)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    study->figures = arena_array(arena, outcomes->count ? outcomes->count : 1, sizeof *study->figures);
    for (size_t i = 0; i < outcomes->count; i++)
        study->figures[i] = outcome_figures_of(&outcomes->items[i]);
    study->evidence = evidence_of(study);
    const char *gap = outcome_gap_effect(study);
    study->gap_effect = case_text(study, CASE_GAP_EFFECT, gap ? gap : "not-measured");
}

static void read_fields(struct arena *arena, struct case_study *study, const struct source *source,
                        const struct case_context *context, struct diagnostics *diagnostics)
{
    struct value_reader reader = {arena, context->vocabularies, diagnostics};
    if (source->front)
        values_read(&reader, case_fields, CASE_FIELDS, source->front, study->fields);
    if (source->front_whole)
        values_require(&reader, case_fields, CASE_FIELDS, study->fields, (struct place){1, 1, 3}, &source->broken);
    outcome_fill_measures(arena, study, context->vocabularies, diagnostics);
}

struct case_study *case_study_read(struct arena *arena, const char *path, const char *data, size_t size,
                                   const struct case_context *context, struct diagnostics *diagnostics)
{
    struct case_study *study = arena_alloc(arena, sizeof *study);
    study->id = id_of(arena, path);
    study->path = arena_string(arena, path);
    if (!scalar_case_id(study->id))
        report(diagnostics, CODE_FILE_NAME, ((struct place){0, 0, 0}),
               "rename it to lower-case words with hyphens, such as barbers-in-leeds.md",
               "\"%s\" cannot be the name of a case study", name_of(path));
    struct source source = source_read(arena, data, size, diagnostics);
    study->complete_front = source.front_whole && !source.broken.count;
    read_fields(arena, study, &source, context, diagnostics);
    compute(arena, study);
    if (!source.body)
        return study;
    prose_check(source.body, source.body_size, source.body_line, diagnostics);
    study->body = markdown_read(arena, source.body, source.body_size, source.body_line, "", diagnostics);
    rules_check(arena, study, context, diagnostics);
    return study;
}
