#include "indexer/content/case_study.h"

#include <string.h>

#include "indexer/content/check.h"
#include "indexer/content/codes.h"
#include "indexer/content/evidence.h"
#include "indexer/content/outcome.h"
#include "indexer/content/prose.h"
#include "indexer/content/rules.h"
#include "indexer/content/source.h"
#include "indexer/content/value.h"

static const struct value no_value;

/* "barbers" of "content/case-studies/barbers.md". */
static const char *id_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
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
    if (!case_id_is_valid(study->id))
        report(diagnostics, CODE_FILE_NAME, ((struct place){0, 0, 0}),
               "rename it to lower-case words with hyphens, such as barbers-in-leeds.md",
               "\"%s.md\" cannot be the name of a case study", study->id);
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

const char *case_text(const struct case_study *study, enum case_field field, const char *fallback)
{
    const struct value *value = &study->fields[field];
    return value->kind == VALUE_TEXT ? value->text : fallback;
}

const struct value *value_member(const struct value *map, size_t member)
{
    return map->kind == VALUE_MAP && member < map->count ? &map->items[member] : &no_value;
}

const char *value_text(const struct value *map, size_t member, const char *fallback)
{
    const struct value *value = value_member(map, member);
    return value->kind == VALUE_TEXT || value->kind == VALUE_NUMBER ? value->text : fallback;
}

const char *case_review_status(const struct case_study *study)
{
    return value_text(&study->fields[CASE_REVIEW], REVIEW_STATUS, "");
}

/* What counts where the author wrote no term: the gap as the figures have it, and figures as the kind of an outcome. */
static const char *default_term(const struct case_study *study, const struct facet *facet)
{
    if (facet->field == CASE_GAP_EFFECT) {
        const char *computed = outcome_gap_effect(study);
        return computed ? computed : "not-measured";
    }
    return facet->field == CASE_OUTCOMES && facet->member == OUTCOME_KIND ? "number" : NULL;
}

static void add_term(struct arena *arena, struct words *terms, const struct value *value, const char *otherwise)
{
    const char *term = value->kind == VALUE_TEXT ? value->text : otherwise;
    if (term && !words_have(terms, term))
        words_add(arena, terms, term);
}

struct words case_terms(struct arena *arena, const struct case_study *study, const struct facet *facet)
{
    struct words terms = {0};
    if (facet->field == CASE_FIELDS) {
        words_add(arena, &terms, study->evidence.id);
        return terms;
    }
    const struct value *value = &study->fields[facet->field];
    const char *otherwise = default_term(study, facet);
    if (value->kind == VALUE_TEXT || (value->kind == VALUE_NONE && facet->member < 0))
        add_term(arena, &terms, value, otherwise);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        add_term(arena, &terms,
                 facet->member < 0 ? &value->items[i] : value_member(&value->items[i], (size_t)facet->member),
                 otherwise);
    return terms;
}

const char *case_newest_date(const struct case_study *study)
{
    const char *published = case_text(study, CASE_PUBLISHED, "");
    const char *reviewed = case_text(study, CASE_REVIEWED, "");
    return strcmp(published, reviewed) > 0 ? published : reviewed;
}

size_t case_completeness(const struct case_study *study, size_t *of)
{
    size_t filled = 0;
    *of = 0;
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        if (case_fields[i].need != FIELD_ADVISED)
            continue;
        *of += 1;
        filled +=
            study->fields[i].kind != VALUE_NONE && (study->fields[i].kind != VALUE_LIST || study->fields[i].count > 0);
    }
    return filled;
}
