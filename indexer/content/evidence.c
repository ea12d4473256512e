#include "indexer/content/evidence.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/outcome.h"

enum { FEW = 100, MONTHS_LEAST = 6 };

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LOST_MOST 0.2

static bool is_one_of(const char *term, const char *const *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(term, terms[i]) == 0)
            return true;
    return false;
}

static const char *design_of(const struct case_study *study)
{
    return case_text(study, CASE_EVALUATION, "none");
}

/* By itself: set against what was before in the same people or place. */
static bool is_before_after(const struct case_study *study)
{
    static const char *const designs[] = {"before-after", "time-series"};
    return is_one_of(design_of(study), designs, COUNT(designs));
}

static bool is_comparison(const struct case_study *study)
{
    static const char *const designs[] = {"comparison", "trial"};
    return is_one_of(design_of(study), designs, COUNT(designs));
}

static bool is_review(const struct case_study *study)
{
    return strcmp(design_of(study), "review") == 0;
}

static bool has_source(const struct case_study *study)
{
    return study->fields[CASE_SOURCES].count > 0;
}

/* An estimate of how things moved, not of how two groups differ. */
static bool is_of_change(const struct case_study *study, const struct estimate *estimate)
{
    return is_before_after(study) || strcmp(estimate->type, "trend") == 0 ||
           strcmp(estimate->comparison, "time-series") == 0;
}

static bool is_measured(const struct case_study *study, size_t outcome)
{
    const struct outcome_figures *figures = &study->figures[outcome];
    bool estimated = figures->estimate.says != ESTIMATE_ABSENT;
    return figures->has_change || (estimated && is_of_change(study, &figures->estimate));
}

static bool is_compared(const struct case_study *study, size_t outcome)
{
    const struct outcome_figures *figures = &study->figures[outcome];
    bool estimated = figures->estimate.says != ESTIMATE_ABSENT;
    return figures->has_difference_after || (estimated && *figures->estimate.compared_with);
}

bool evidence_carries(const struct case_study *study, size_t outcome, int level)
{
    if (outcome_kind(&study->fields[CASE_OUTCOMES].items[outcome]) != OUTCOME_IS_NUMBER)
        return false;
    if (level == 3)
        return is_comparison(study) && is_compared(study, outcome);
    return level == 2 && (is_before_after(study) || is_comparison(study) || is_review(study)) &&
           is_measured(study, outcome);
}

static bool any_carries(const struct case_study *study, int level)
{
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        if (evidence_carries(study, i, level))
            return true;
    return false;
}

static bool any_finding(const struct case_study *study)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++)
        if (outcome_kind(&outcomes->items[i]) == OUTCOME_IS_FINDING)
            return true;
    return false;
}

static bool described(const struct case_study *study)
{
    (void)study;
    return true;
}

static bool accounted(const struct case_study *study)
{
    return strcmp(design_of(study), "none") != 0 || any_finding(study);
}

static bool measured(const struct case_study *study)
{
    return any_carries(study, 2);
}

static bool compared(const struct case_study *study)
{
    return any_carries(study, 3) && has_source(study);
}

static bool is_independent(const struct case_study *study)
{
    return strcmp(case_text(study, CASE_EVALUATOR, ""), "independent") == 0;
}

/* Results that say how it went; of the others nothing can be repeated. */
static bool is_outcome_known(const char *result)
{
    static const char *const known[] = {"positive", "mixed", "no-effect", "negative", "not-delivered"};
    return is_one_of(result, known, COUNT(known));
}

/* More adoptions by others with the same result than with another; those whose result is not known count for neither. */
static bool is_repeated_elsewhere(const struct case_study *study)
{
    const struct value *adoptions = &study->fields[CASE_ADOPTIONS];
    const char *result = case_text(study, CASE_RESULT, "");
    size_t agree = 0;
    size_t differ = 0;
    for (size_t i = 0; i < adoptions->count; i++) {
        const struct value *adoption = &adoptions->items[i];
        const char *by = value_text(adoption, ADOPTION_BY, "");
        const char *theirs = value_text(adoption, ADOPTION_RESULT, "");
        if (!*by || case_has_partner(study, by) || !is_outcome_known(theirs))
            continue;
        agree += strcmp(theirs, result) == 0;
        differ += strcmp(theirs, result) != 0;
    }
    return agree > differ;
}

static bool replicated(const struct case_study *study)
{
    return compared(study) && is_independent(study) && is_repeated_elsewhere(study);
}

static bool reviewed(const struct case_study *study)
{
    const struct value *review = &study->fields[CASE_REVIEW];
    return is_review(study) && has_source(study) && review->kind == VALUE_MAP &&
           strcmp(value_text(review, REVIEW_STATUS, ""), "accepted") == 0 &&
           value_member(review, REVIEW_BY)->kind == VALUE_TEXT;
}

struct level {
    const char *id;
    bool (*holds)(const struct case_study *study);
};

static const struct level levels[] = {
    {"e0", described}, {"e1", accounted}, {"e2", measured}, {"e3", compared}, {"e4", replicated}, {"e5", reviewed},
};

/* The words for a case that stands at a level: the first row that fits. A row without a design fits every one. */
struct wording {
    int level;
    const char *design;
    bool (*when)(const struct case_study *study); /* NULL: always */
    const char *reason;
    const char *next;
};

static bool lacks_source(const struct case_study *study)
{
    return any_carries(study, 3) && !has_source(study);
}

/* An estimate is there, and does not say what it is compared with. */
static bool lacks_other_side(const struct case_study *study)
{
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        if (study->figures[i].estimate.says != ESTIMATE_ABSENT)
            return !any_carries(study, 3);
    return false;
}

#define MEASURE PHRASE("Measure the same thing before and after, and give both figures with their source.")
#define GIVE_BOTH                                                                                                      \
    PHRASE("Give the figures of both, or the published estimate and what it is compared with, and their source.")
#define NAME_OTHER PHRASE("Say what the estimate is compared with.")
#define COMPARE PHRASE("Compare with people or places that did not have it, and give the figures of both.")
#define NAME_SOURCE PHRASE("Name the source of the figures.")

static const struct wording wordings[] = {
    {0, NULL, NULL, PHRASE("It is described, and no evaluation is reported."),
     PHRASE("Report what was counted, or what people said.")},
    {1, "comparison", lacks_source, PHRASE("It was compared with others, and no source of the figures is named."),
     NAME_SOURCE},
    {1, "comparison", lacks_other_side, PHRASE("An estimate is given, and not what it is compared with."), NAME_OTHER},
    {1, "comparison", NULL, PHRASE("It was compared with others, and the figures of both are not given here."),
     GIVE_BOTH},
    {1, "trial", lacks_source, PHRASE("Chance decided who got it, and no source of the figures is named."),
     NAME_SOURCE},
    {1, "trial", lacks_other_side, PHRASE("An estimate is given, and not what it is compared with."), NAME_OTHER},
    {1, "trial", NULL, PHRASE("Chance decided who got it, and the figures of both are not given here."), GIVE_BOTH},
    {1, "review", NULL, PHRASE("Several studies were drawn together, and no figures of them are given here."),
     PHRASE("Name the source, give the main estimate, and have the case reviewed by others.")},
    {1, "before-after", NULL, PHRASE("It was measured before and after, and both figures are not given here."),
     PHRASE("Give the figure before and the figure after, with their source.")},
    {1, "time-series", NULL, PHRASE("It was measured over time, and the figures are not given here."),
     PHRASE("Give the first and the last figure, or the trend as an estimate, with their source.")},
    {1, "activity", NULL, PHRASE("What was done was counted; what it changed was not measured."), MEASURE},
    {1, "views", NULL, PHRASE("People were asked what they thought; nothing was measured before and after."), MEASURE},
    {1, "modelled", NULL, PHRASE("The effect was worked out from assumptions, and not measured."), MEASURE},
    {1, NULL, NULL, PHRASE("A study or an audit found something, and gives no figure for it."), MEASURE},
    {2, "comparison", lacks_source, PHRASE("It was compared with others, and no source of the figures is named."),
     NAME_SOURCE},
    {2, "comparison", NULL, PHRASE("It was measured before and after; the figures of the others are not given here."),
     GIVE_BOTH},
    {2, "trial", lacks_source, PHRASE("Chance decided who got it, and no source of the figures is named."),
     NAME_SOURCE},
    {2, "trial", NULL, PHRASE("It was measured before and after; the figures of the others are not given here."),
     GIVE_BOTH},
    {2, "review", NULL, PHRASE("Several studies were drawn together, with figures before and after."),
     PHRASE("Have the case reviewed by others, and record who did.")},
    {2, "time-series", NULL, PHRASE("The same thing was measured many times over."), COMPARE},
    {2, NULL, NULL, PHRASE("The same thing was measured before and after."), COMPARE},
    {3, "trial", is_independent, PHRASE("Chance decided who got it, and both are set side by side."),
     PHRASE("Record where others took it up, and how it went there.")},
    {3, "trial", NULL, PHRASE("Chance decided who got it, and both are set side by side."),
     PHRASE("Have it evaluated by somebody with no part in it, and record where others took it up and how it went.")},
    {3, NULL, is_independent, PHRASE("It was compared with people or places that did not have it."),
     PHRASE("Record where others took it up, and how it went there.")},
    {3, NULL, NULL, PHRASE("It was compared with people or places that did not have it."),
     PHRASE("Have it evaluated by somebody with no part in it, and record where others took it up and how it went.")},
    {4, NULL, NULL, PHRASE("It was compared, evaluated independently, and had the same result elsewhere."),
     PHRASE("A review of several studies, looked through by others, would say more.")},
    {5, NULL, NULL, PHRASE("Several studies were drawn together, and the case was reviewed by others."), NULL},
};

static const struct wording *wording_of(const struct case_study *study, int level)
{
    const struct wording *wording = wordings;
    while (wording->level != level || (wording->design && strcmp(wording->design, design_of(study)) != 0) ||
           (wording->when && !wording->when(study)))
        wording++;
    return wording;
}

/* What is known of the outcomes that carry the level, gathered in one walk. */
struct carried {
    size_t ranges;     /* estimates with a range */
    size_t no_effects; /* of these, such as hold no effect */
    double most;       /* the largest number that is known to be in a figure */
    double months;     /* the longest time after the start that is known; 0: none */
    bool lost;
    bool rounded;
};

static bool carries(const struct case_study *study, size_t outcome, int level)
{
    if (level == 2 || level >= 3)
        return evidence_carries(study, outcome, level == 2 ? 2 : 3);
    return outcome_kind(&study->fields[CASE_OUTCOMES].items[outcome]) == OUTCOME_IS_NUMBER;
}

static void carry(const struct value *outcome, const struct outcome_figures *figures, struct carried *carried)
{
    const struct estimate *estimate = &figures->estimate;
    double sample = value_member(outcome, OUTCOME_SAMPLE)->number;
    double months = value_member(outcome, OUTCOME_AFTER_MONTHS)->number;
    carried->ranges += estimate->has_range;
    carried->no_effects += estimate->says == ESTIMATE_NONE_SHOWN;
    carried->most = figures->analysed > carried->most ? figures->analysed : carried->most;
    carried->months = months > carried->months ? months : carried->months;
    carried->lost |= estimate->analysed > 0 && sample > 0 && estimate->analysed < (1 - LOST_MOST) * sample;
    carried->rounded |= value_member(outcome, OUTCOME_ABOUT)->number != 0;
}

static struct carried carried_by(const struct case_study *study, int level)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    struct carried carried = {0};
    bool primary = false;
    for (size_t i = 0; i < outcomes->count; i++)
        primary |= case_outcome_is_primary(study, i) && carries(study, i, level);
    for (size_t i = 0; i < outcomes->count; i++)
        if (carries(study, i, level) && (!primary || case_outcome_is_primary(study, i)))
            carry(&outcomes->items[i], &study->figures[i], &carried);
    return carried;
}

static bool is_at_one_site(const struct case_study *study)
{
    static const char *const small[] = {"organisation", "neighbourhood"};
    const struct value *scale = &study->fields[CASE_SCALE];
    for (size_t i = 0; i < scale->count; i++)
        if (!is_one_of(scale->items[i].text, small, COUNT(small)))
            return false;
    return scale->count > 0;
}

static void find_limits(const struct case_study *study, struct evidence *evidence)
{
    struct carried carried = carried_by(study, evidence->level);
    const bool holds[LIMIT_COUNT] = {
        [LIMIT_SELF_EVALUATED] = strcmp(case_text(study, CASE_EVALUATOR, ""), "self") == 0,
        [LIMIT_FEW_ANALYSED] =
            carried.most > 0 &&
            carried.most<FEW, [LIMIT_LOST_MANY] = carried.lost,
                         [LIMIT_SELF_SELECTED] = strcmp(case_text(study, CASE_SELECTION, ""), "self-selected") == 0,
                         [LIMIT_ONE_SITE] = is_at_one_site(study), [LIMIT_UNDER_SIX_MONTHS] = carried.months> 0 &&
            carried.months < MONTHS_LEAST,
        [LIMIT_NO_RANGE] = evidence->level >= 2 && evidence->level < 5 && !carried.ranges,
        [LIMIT_HOLDS_NO_EFFECT] = carried.ranges > 0 && carried.no_effects == carried.ranges,
        [LIMIT_ROUNDED] = carried.rounded,
    };
    for (size_t i = 0; i < LIMIT_COUNT && evidence->level > 0; i++)
        if (holds[i])
            evidence->limits[evidence->limit_count++] = &evidence_limits[i];
}

struct evidence evidence_of(const struct case_study *study)
{
    int level = COUNT(levels) - 1;
    while (!levels[level].holds(study))
        level--;
    const struct wording *wording = wording_of(study, level);
    struct evidence evidence = {
        .level = level, .id = levels[level].id, .reason = wording->reason, .next = wording->next};
    find_limits(study, &evidence);
    return evidence;
}
