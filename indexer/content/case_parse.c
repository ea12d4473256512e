#include "indexer/content/case_parse.h"

#include <string.h>

#include "indexer/content/evidence.h"
#include "indexer/content/field_names.h"
#include "indexer/content/outcome.h"
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

/* Who acts, by the type of the lead partner, as the vocabulary of types has it. */
static const char *acts_of(const struct case_study *study, const struct vocabularies *vocabularies)
{
    const char *type = value_text(case_lead(study), PARTNER_TYPE, "");
    const struct term *term = vocabulary_term(vocabulary_find(vocabularies, "partner-types"), type);
    return term ? term->acts : "";
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

static struct case_study *from_source(struct arena *arena, const char *path, struct source read,
                                      const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    struct case_study *study = arena_alloc(arena, sizeof *study);
    study->id = id_of(arena, path);
    study->path = arena_string(arena, path);
    study->source = read;
    const struct source *source = &study->source;
    study->complete_front = source->front_whole && source->front_certain && !source->broken.count;
    if (source->front)
        values_read(&(struct value_reader){arena, diagnostics, vocabularies}, case_fields, CASE_FIELDS, source->front,
                    study->fields);
    if (source->body)
        study->body = markdown_read(arena, source->body, source->body_size, source->body_line, "", diagnostics);
    outcome_fill_measures(study, vocabularies);
    study->acts = acts_of(study, vocabularies);
    compute(arena, study);
    return study;
}

struct case_study *case_parse(struct arena *arena, const char *path, const char *data, size_t size,
                              const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    struct source source = source_read(arena, data, size, &case_names, diagnostics);
    return from_source(arena, path, source, vocabularies, diagnostics);
}

struct case_study *case_parse_stored(struct arena *arena, const char *path, const char *data, size_t size,
                                     const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    struct source source = source_read_good(arena, data, size, &case_names, diagnostics);
    return from_source(arena, path, source, vocabularies, diagnostics);
}
