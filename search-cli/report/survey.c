#include "search-cli/report/survey.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/outcome.h"
#include "search-cli/present/outcome_sentence.h"
#include "search-cli/present/outcome_words.h"
#include "search-cli/present/principles.h"
#include "search-cli/present/review.h"

const char *const survey_headings[SURVEY_POINTS] = {
    [POINTS_HELPED] = PHRASE("What helped"),
    [POINTS_IN_THE_WAY] = PHRASE("What got in the way"),
    [POINTS_DID_NOT_WORK] = PHRASE("What did not work"),
};

/* A case study while it is taken down: what is kept goes to `arena`, what is needed on the way to `scratch`. */
struct taking {
    struct arena *arena;
    struct arena *scratch;
    const struct survey *survey;
    const struct case_study *study;
    struct surveyed *into;
};

static const char *kept(const struct taking *taking, const char *text)
{
    return *text ? arena_string(taking->arena, text) : "";
}

static void take_dates(const struct taking *taking)
{
    struct surveyed *into = taking->into;
    const struct case_study *study = taking->study;
    into->start = kept(taking, case_text(study, CASE_START, ""));
    into->newest = kept(taking, case_newest_date(study));
    into->review_due = kept(taking, review_due(taking->scratch, study, taking->survey->base->settings->review_months));
    into->next = study->evidence.next ? kept(taking, study->evidence.next) : "";
    into->filled = case_completeness(study, &into->advised);
    into->missing = case_missing_advised(study);
}

static void take_partners(const struct taking *taking)
{
    const struct value *partners = &taking->study->fields[CASE_PARTNERS];
    const struct value *lead = case_lead(taking->study);
    struct surveyed *into = taking->into;
    into->partners = arena_array(taking->arena, partners->count, sizeof *into->partners);
    into->partner_count = partners->count;
    for (size_t i = 0; i < partners->count; i++) {
        const struct value *partner = &partners->items[i];
        const bool leads = partner == lead || strcmp(value_text(partner, PARTNER_ROLE, ""), "lead") == 0;
        into->partners[i] = (struct survey_partner){kept(taking, value_text(partner, PARTNER_NAME, "")),
                                                    kept(taking, value_text(partner, PARTNER_TYPE, "")), leads};
    }
}

/* The items of the list under each heading; what stands there as prose is no point. */
static void take_points(const struct taking *taking)
{
    for (size_t i = 0; i < SURVEY_POINTS; i++) {
        const struct markdown_section *section = markdown_section(&taking->study->body, survey_headings[i]);
        for (size_t j = 0; section && j < section->item_count; j++)
            string_list_add(taking->arena, &taking->into->points[i], kept(taking, section->items[j]));
    }
}

static struct figure figure_of(const struct value *outcome, size_t member)
{
    const struct value *value = value_member(outcome, member);
    return (struct figure){value->number, value_decimals(value)};
}

static void take_figure(const struct taking *taking, size_t number, const struct measure *measure)
{
    const struct value *outcome = &taking->study->fields[CASE_OUTCOMES].items[number];
    const struct estimate *estimate = &taking->study->figures[number].estimate;
    const struct vocabularies *vocabularies = taking->survey->base->vocabularies;
    struct outcome_words words = outcome_words_of(taking->scratch, taking->study, number, vocabularies);
    struct survey_figure figure = {.measure = measure,
                                   .group = kept(taking, words.group),
                                   .sentence = kept(taking, outcome_sentence(taking->scratch, &words)),
                                   .has_baseline = outcome_has_number(outcome, OUTCOME_BASELINE),
                                   .short_term = strcmp(value_text(outcome, OUTCOME_HORIZON, ""), "short") == 0};
    figure.is_effect = !outcome_has_number(outcome, OUTCOME_AFTER);
    figure.after = figure.is_effect ? (struct figure){estimate->value, estimate->value_decimals}
                                    : figure_of(outcome, OUTCOME_AFTER);
    if (figure.has_baseline)
        figure.baseline = figure_of(outcome, OUTCOME_BASELINE);
    taking->into->figures[taking->into->figure_count++] = figure;
}

static void take_outcomes(const struct taking *taking)
{
    const struct value *outcomes = &taking->study->fields[CASE_OUTCOMES];
    struct surveyed *into = taking->into;
    into->figures = arena_array(taking->arena, outcomes->count, sizeof *into->figures);
    into->first_measured = -1;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        bool has_effect = taking->study->figures[i].estimate.says != ESTIMATE_ABSENT;
        if (!outcome_has_number(outcome, OUTCOME_AFTER) && !has_effect)
            continue;
        const char *id = value_text(outcome, OUTCOME_MEASURE_ID, "");
        const struct measure *measure = vocabulary_measure(taking->survey->base->vocabularies, id);
        double months = value_member(outcome, OUTCOME_AFTER_MONTHS)->number;
        if (outcome_has_number(outcome, OUTCOME_AFTER_MONTHS) &&
            (into->first_measured < 0 || months < into->first_measured))
            into->first_measured = months;
        if (measure)
            take_figure(taking, i, measure);
    }
}

static void take_principles(const struct taking *taking)
{
    const struct report_base *base = taking->survey->base;
    const struct vocabulary *vocabulary = vocabulary_find(base->vocabularies, "principles");
    size_t count = vocabulary ? vocabulary->count : 0;
    struct principles told = principles_of(taking->scratch, taking->study, base->vocabularies, base->as_of);
    for (size_t i = 0; i < count; i++) {
        enum survey_shown shown = vocabulary->terms[i].shown_by.count ? SHOWN_NOT : SHOWN_CANNOT_BE_CHECKED;
        for (size_t j = 0; j < told.count; j++)
            if (told.items[j].term == &vocabulary->terms[i])
                shown = told.items[j].shown ? SHOWN_BY_RECORD : SHOWN_ONLY_CLAIMED;
        taking->into->principles[i] = shown;
    }
}

static void take_cost(const struct taking *taking)
{
    const struct value *cost = &taking->study->fields[CASE_COST];
    const struct value *amount = value_member(cost, COST_AMOUNT);
    if (cost->kind != VALUE_MAP || amount->kind != VALUE_NUMBER)
        return;
    taking->into->cost = (struct survey_cost){.is_stated = true,
                                              .amount = {amount->number, value_decimals(amount)},
                                              .per = kept(taking, value_text(cost, COST_PER, "")),
                                              .year = kept(taking, value_text(cost, COST_YEAR, "")),
                                              .currency = kept(taking, value_text(cost, COST_CURRENCY, "GBP")),
                                              .covers = kept(taking, value_text(cost, COST_COVERS, ""))};
}

static struct surveyed *item_of(const struct survey *survey, size_t row)
{
    size_t place = row < survey->place_count ? survey->places[row] : 0;
    return place ? &survey->items[place - 1] : NULL;
}

void survey_take(struct survey *survey, struct arena *arena, size_t row, const struct case_study *study)
{
    static void (*const takes[])(const struct taking *) = {take_dates,    take_partners,   take_points,
                                                           take_outcomes, take_principles, take_cost};
    struct surveyed *into = item_of(survey, row);
    if (!into)
        return;
    struct arena scratch = {0};
    const struct taking taking = {arena, &scratch, survey, study, into};
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
        takes[i](&taking);
    into->is_taken = true;
    arena_free(&scratch);
}

/* What holds of those whose source could not be read: such an index has failed, and its answer is shown to nobody. */
static struct surveyed nothing_known(const struct survey *survey, struct arena *arena, const struct case_row *row)
{
    const struct vocabulary *principles = vocabulary_find(survey->base->vocabularies, "principles");
    size_t count = principles ? principles->count : 0;
    return (struct surveyed){.row = *row,
                             .start = "",
                             .review_due = "",
                             .newest = "",
                             .next = "",
                             .first_measured = -1,
                             .principles = arena_array(arena, count, sizeof(enum survey_shown)),
                             .cost = {.per = "", .year = "", .currency = "", .covers = ""}};
}

struct survey *survey_begin(struct arena *arena, const struct report_base *base, const struct case_rows *visible)
{
    struct survey *survey = arena_alloc(arena, sizeof *survey);
    *survey = (struct survey){
        .base = base, .items = arena_array(arena, visible->count, sizeof *survey->items), .count = visible->count};
    for (size_t i = 0; i < visible->count; i++)
        if (visible->items[i].row >= survey->place_count)
            survey->place_count = visible->items[i].row + 1;
    survey->places = arena_array(arena, survey->place_count, sizeof *survey->places);
    for (size_t i = 0; i < visible->count; i++) {
        survey->places[visible->items[i].row] = i + 1;
        survey->items[i] = nothing_known(survey, arena, &visible->items[i]);
    }
    return survey;
}

/* A walk over the sources, for those that are not taken down. */
struct walk {
    struct survey *survey;
    struct arena *arena;
};

static void read_case(void *context, size_t row, const char *data, size_t size)
{
    const struct walk *walk = context;
    const struct surveyed *item = item_of(walk->survey, row);
    if (!item || item->is_taken)
        return;
    struct arena arena = {0};
    struct diagnostics told = {0};
    const struct case_study *study =
        case_parse_stored(&arena, item->row.path, data, size, walk->survey->base->vocabularies, &told);
    if (told.errors)
        index_is_damaged(walk->survey->base->index);
    diagnostics_free(&told);
    survey_take(walk->survey, walk->arena, row, study);
    arena_free(&arena);
}

void survey_complete(struct survey *survey, struct arena *arena)
{
    size_t taken = 0;
    while (taken < survey->count && survey->items[taken].is_taken)
        taken++;
    if (taken < survey->count)
        index_each_source(survey->base->index, read_case, &(struct walk){survey, arena});
}

const struct survey *survey_read(struct arena *arena, const struct report_base *base)
{
    struct case_rows visible = index_cases(base->index, arena, ORDER_TITLE, base->visible);
    struct survey *survey = survey_begin(arena, base, &visible);
    survey_complete(survey, arena);
    return survey;
}
