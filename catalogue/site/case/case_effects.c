#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/parts/forest.h"

/* Published effects of a case, gathered by kind: those of one kind are drawn on one axis. */
struct effects {
    struct frame *frame;
    const struct case_study *study;
    const struct outcome_words *words;
    size_t *outcomes; /* by number */
    size_t count;
};

static const struct estimate *estimate_at(const struct effects *effects, size_t i)
{
    return &effects->study->figures[effects->outcomes[i]].estimate;
}

static const char *unit_at(const struct effects *effects, size_t i)
{
    const struct estimate *estimate = estimate_at(effects, i);
    bool has_own_unit =
        estimate->is_ratio || estimate->is_percent || strcmp(estimate->type, "standardised-difference") == 0;
    const struct value *outcome = &effects->study->fields[CASE_OUTCOMES].items[effects->outcomes[i]];
    return has_own_unit ? "" : value_text(outcome, OUTCOME_UNIT, "");
}

static bool same_kind(const struct effects *effects, size_t i, size_t j)
{
    return strcmp(estimate_at(effects, i)->type, estimate_at(effects, j)->type) == 0 &&
           strcmp(unit_at(effects, i), unit_at(effects, j)) == 0;
}

static void write_effect(struct effects *effects, const struct forest_axis *axis, size_t i)
{
    struct frame *frame = effects->frame;
    struct html *html = &frame->html;
    const struct outcome_words *words = &effects->words[effects->outcomes[i]];
    html_open(html, HTML_TR);
    case_outcome_head(frame, words);
    html_open(html, HTML_TD);
    html_element(html, HTML_STRONG, NULL, words->estimate.effect);
    if (*words->estimate.range)
        html_element(html, HTML_SPAN, "note", words->estimate.range);
    forest_draw(html, &frame->arena, axis, estimate_at(effects, i));
    case_outcome_verdict(html, words);
    const char *others = *words->compared_with ? words->compared_with : words->comparator;
    if (*others)
        html_element(html, HTML_SPAN, "note", arena_format(&frame->arena, "compared with %s", others));
    if (*words->estimate.how)
        html_element(html, HTML_SPAN, "note", words->estimate.how);
    html_close(html, HTML_TD);
    html_close(html, HTML_TR);
}

static void write_axis(struct frame *frame, const struct forest_axis *axis)
{
    struct html *html = &frame->html;
    html_open(html, HTML_TR);
    html_attribute(html, "aria-hidden", "true");
    html_open(html, HTML_TD);
    html_close(html, HTML_TD);
    html_open(html, HTML_TD);
    forest_draw_axis(html, &frame->arena, axis);
    html_close(html, HTML_TD);
    html_close(html, HTML_TR);
}

/* All that are of the kind of the first one. */
static void write_kind(struct effects *effects, size_t first)
{
    struct arena *arena = &effects->frame->arena;
    const struct estimate **drawn = arena_array(arena, effects->count, sizeof *drawn);
    size_t count = 0;
    for (size_t i = first; i < effects->count; i++) {
        if (same_kind(effects, first, i))
            drawn[count++] = estimate_at(effects, i);
    }
    struct forest_axis axis = forest_axis_of(drawn, count);
    html_open(&effects->frame->html, HTML_TBODY);
    for (size_t i = first; i < effects->count; i++) {
        if (same_kind(effects, first, i))
            write_effect(effects, &axis, i);
    }
    write_axis(effects->frame, &axis);
    html_close(&effects->frame->html, HTML_TBODY);
}

static bool is_first_of_kind(const struct effects *effects, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (same_kind(effects, j, i))
            return false;
    }
    return true;
}

/* How the drawing is read. */
static void write_key(const struct effects *effects)
{
    bool has_ratio = false;
    for (size_t i = 0; i < effects->count; i++)
        has_ratio |= estimate_at(effects, i)->is_ratio;
    html_element(&effects->frame->html, HTML_P, "note",
                 arena_format(&effects->frame->arena,
                              "The dot is the effect, the line its range, the upright line no effect.%s",
                              has_ratio ? " Ratios are drawn on a log scale." : ""));
}

void case_effects_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    static const char *const heads[] = {"Measure", "Effect and its range", NULL};
    size_t outcomes = study->fields[CASE_OUTCOMES].count;
    struct effects effects = {frame, study, facts->outcomes,
                              arena_array(&frame->arena, outcomes, sizeof *effects.outcomes), 0};
    for (size_t i = 0; i < outcomes; i++) {
        if (study->figures[i].estimate.says != ESTIMATE_ABSENT)
            effects.outcomes[effects.count++] = i;
    }
    if (!effects.count)
        return;
    html_open(&frame->html, HTML_TABLE);
    html_class(&frame->html, "effects");
    case_table_head(&frame->html, "Effects, as studies worked them out", heads);
    for (size_t i = 0; i < effects.count; i++) {
        if (is_first_of_kind(&effects, i))
            write_kind(&effects, i);
    }
    html_close(&frame->html, HTML_TABLE);
    write_key(&effects);
}
