#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/parts/bars.h"
#include "catalogue/site/parts/forest.h"
#include "indexer/base/phrases.h"

/*
 * Each figure is told once, in its sentence, with one drawing of it: a published effect on a line with its range, or
 * else measured figures as bars. Effects of one kind follow each other, and all of a case are drawn to one scale.
 */
struct figures {
    struct frame *frame;
    const struct case_study *study;
    const struct outcome_words *words;
    size_t count; /* of outcomes */
};

/* How one part of the figures is written: the main ones as paragraphs, the others as rows of a table. */
struct part {
    bool of_main;
    const struct fact *told; /* its sentences, in the order of the outcomes that it has */
    void (*write)(const struct figures *figures, size_t outcome, const struct fact_item *told);
    void (*write_axis)(const struct figures *figures, const struct forest_axis *axis);
};

static const struct estimate *estimate_of_outcome(const struct figures *figures, size_t i)
{
    return &figures->study->figures[i].estimate;
}

static bool has_effect(const struct figures *figures, size_t i)
{
    return estimate_of_outcome(figures, i)->says != ESTIMATE_ABSENT;
}

static const char *unit_of_effect(const struct figures *figures, size_t i)
{
    const struct estimate *estimate = estimate_of_outcome(figures, i);
    bool has_own_unit =
        estimate->is_ratio || estimate->is_percent || strcmp(estimate->type, "standardised-difference") == 0;
    return has_own_unit ? "" : value_text(&figures->study->fields[CASE_OUTCOMES].items[i], OUTCOME_UNIT, "");
}

/* Whether two are drawn on one axis; those without an effect have none. */
static bool same_kind(const struct figures *figures, size_t i, size_t j)
{
    if (!has_effect(figures, i) || !has_effect(figures, j))
        return has_effect(figures, i) == has_effect(figures, j);
    return strcmp(estimate_of_outcome(figures, i)->type, estimate_of_outcome(figures, j)->type) == 0 &&
           strcmp(unit_of_effect(figures, i), unit_of_effect(figures, j)) == 0;
}

static struct forest_axis axis_for(const struct figures *figures, size_t one)
{
    const struct estimate **drawn = arena_array(&figures->frame->arena, figures->count, sizeof *drawn);
    size_t count = 0;
    for (size_t i = 0; i < figures->count; i++) {
        if (same_kind(figures, one, i))
            drawn[count++] = estimate_of_outcome(figures, i);
    }
    return forest_axis_of(drawn, count);
}

static void draw(const struct figures *figures, size_t i)
{
    struct frame *frame = figures->frame;
    if (!has_effect(figures, i)) {
        bars_draw(&frame->html, &frame->arena, &figures->study->fields[CASE_OUTCOMES].items[i], &figures->words[i]);
        return;
    }
    struct forest_axis axis = axis_for(figures, i);
    forest_draw(&frame->html, &frame->arena, &axis, estimate_of_outcome(figures, i));
}

static void write_main(const struct figures *figures, size_t outcome, const struct fact_item *told)
{
    struct html *html = &figures->frame->html;
    html_open(html, HTML_P);
    case_fact_item(figures->frame, told);
    html_close(html, HTML_P);
    draw(figures, outcome);
}

static void write_main_axis(const struct figures *figures, const struct forest_axis *axis)
{
    forest_draw_axis(&figures->frame->html, &figures->frame->arena, axis);
}

/* What was measured, and what it says: the first part of an item is its label. */
static void write_row(const struct figures *figures, size_t outcome, const struct fact_item *told)
{
    struct fact_item says = {0};
    for (size_t i = 1; i < told->count; i++)
        fact_part(&says, told->parts[i]);
    struct html *html = &figures->frame->html;
    html_open_as(html, HTML_TR, "row");
    html_open_as(html, HTML_TH, "rowheader");
    html_attribute(html, "scope", "row");
    html_text(html, figures->words[outcome].label);
    html_close(html, HTML_TH);
    html_open_as(html, HTML_TD, "cell");
    case_fact_item(figures->frame, &says);
    draw(figures, outcome);
    html_close(html, HTML_TD);
    html_close(html, HTML_TR);
}

static void write_row_axis(const struct figures *figures, const struct forest_axis *axis)
{
    struct html *html = &figures->frame->html;
    html_open(html, HTML_TR);
    html_class(html, "axis-row");
    html_attribute(html, "aria-hidden", "true");
    html_open(html, HTML_TD);
    html_close(html, HTML_TD);
    html_open(html, HTML_TD);
    forest_draw_axis(html, &figures->frame->arena, axis);
    html_close(html, HTML_TD);
    html_close(html, HTML_TR);
}

static bool is_in(const struct figures *figures, const struct part *part, size_t i)
{
    return part->of_main ? figures->words[i].is_main : figures->words[i].is_figure && !figures->words[i].is_main;
}

/* The item that tells an outcome of the part. */
static const struct fact_item *told_of(const struct figures *figures, const struct part *part, size_t outcome)
{
    size_t before = 0;
    for (size_t i = 0; i < outcome; i++)
        before += is_in(figures, part, i);
    return &part->told->items[before];
}

static void write_kind(const struct figures *figures, const struct part *part, size_t first)
{
    for (size_t i = first; i < figures->count; i++) {
        if (is_in(figures, part, i) && same_kind(figures, first, i))
            part->write(figures, i, told_of(figures, part, i));
    }
    if (!has_effect(figures, first))
        return;
    struct forest_axis axis = axis_for(figures, first);
    part->write_axis(figures, &axis);
}

static bool is_first_of_kind(const struct figures *figures, const struct part *part, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (is_in(figures, part, j) && same_kind(figures, j, i))
            return false;
    }
    return true;
}

static void write_part(const struct figures *figures, const struct part *part)
{
    struct html *html = &figures->frame->html;
    for (size_t i = 0; i < figures->count; i++) {
        if (!is_in(figures, part, i) || !is_first_of_kind(figures, part, i))
            continue;
        if (part->of_main)
            html_open(html, HTML_DIV);
        else
            html_open_as(html, HTML_TBODY, "rowgroup");
        html_class(html, "of-kind");
        write_kind(figures, part, i);
        html_close(html, part->of_main ? HTML_DIV : HTML_TBODY);
    }
}

static void write_table(const struct figures *figures, const struct part *part)
{
    static const char *const heads[] = {PHRASE("Measure"), PHRASE("What it says")};
    struct html *html = &figures->frame->html;
    html_open_as(html, HTML_TABLE, "table");
    html_class(html, "figures");
    html_element(html, HTML_CAPTION, NULL, part->told->label);
    html_open_as(html, HTML_THEAD, "rowgroup");
    html_open_as(html, HTML_TR, "row");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_open_as(html, HTML_TH, "columnheader");
        html_attribute(html, "scope", "col");
        html_text(html, say(heads[i]));
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    write_part(figures, part);
    html_close(html, HTML_TABLE);
}

static bool draws_effect(const struct figures *figures, const struct part *part)
{
    for (size_t i = 0; i < figures->count; i++) {
        if (is_in(figures, part, i) && has_effect(figures, i))
            return true;
    }
    return false;
}

/* How the lines are read. */
static void write_key(const struct figures *figures)
{
    bool has_ratio = false;
    for (size_t i = 0; i < figures->count; i++)
        has_ratio |= has_effect(figures, i) && estimate_of_outcome(figures, i)->is_ratio;
    html_element(&figures->frame->html, HTML_P, "note",
                 has_ratio ? say("The dot is the effect, the line its range, the upright line no effect. Ratios are "
                                 "drawn on a log scale.")
                           : say("The dot is the effect, the line its range, the upright line no effect."));
}

void case_figures_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    const struct figures figures = {frame, study, facts->outcomes, facts->outcome_count};
    const struct part main = {true, facts_find(facts, "main_outcomes"), write_main, write_main_axis};
    const struct part others = {false, facts_find(facts, "other_outcomes"), write_row, write_row_axis};
    write_part(&figures, &main);
    if (draws_effect(&figures, &main))
        write_key(&figures);
    if (others.told->count)
        write_table(&figures, &others);
    if (draws_effect(&figures, &others) && !draws_effect(&figures, &main))
        write_key(&figures);
}
