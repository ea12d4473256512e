#include "indexer/content/contradictions.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/word_find.h"
#include "indexer/content/codes.h"
#include "indexer/content/outcome.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { SAMPLES_LEAST = 3 };

/* The case that is looked at. */
struct looking {
    struct arena *arena;
    const struct case_study *study;
    struct diagnostics *diagnostics;
};

static const struct value *field(const struct looking *looking, enum case_field at)
{
    return &looking->study->fields[at];
}

static bool is_one_of(const char *term, const char *const *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(term, terms[i]) == 0)
            return true;
    return false;
}

/* What an outcome's unit or measure calls itself: a ratio, whose mark of no effect is 1, or a difference, whose is 0. */
static bool is_called(const struct value *outcome, const char *const *words, size_t count)
{
    return word_find_any(value_text(outcome, OUTCOME_UNIT, ""), words, count) ||
           word_find_any(value_text(outcome, OUTCOME_MEASURE, ""), words, count);
}

/* So many of one thing for each of another are counted, whatever they are called. */
static bool is_ratio(const struct value *outcome)
{
    static const char *const ratios[] = {"= 1",  "=1",     "ratio",   "relative risk", "relative rate",
                                         "odds", "hazard", "hazards", "times as",      "times more"};
    static const char *const units[] = {"OR",  "aOR", "RR",    "aRR",  "HR",      "aHR",
                                        "IRR", "SMR", "times", "fold", "multiple"};
    static const char *const counted[] = {"per", "for each", "for every"};
    const char *unit = value_text(outcome, OUTCOME_UNIT, "");
    return !word_find_any(unit, counted, COUNT(counted)) &&
           (is_one_of(unit, units, COUNT(units)) || is_called(outcome, ratios, COUNT(ratios)));
}

static bool is_difference(const struct value *outcome)
{
    static const char *const differences[] = {"= 0",       "=0",          "difference", "differences", "more than",
                                              "less than", "higher than", "lower than", "fewer than"};
    return is_called(outcome, differences, COUNT(differences));
}

/* "Reference group (= 1)": those that the others are counted from. */
static bool is_named_reference(const struct value *outcome)
{
    static const char *const names[] = {"reference", "reference group", "= 1", "=1", "= 0", "=0"};
    return word_find_any(value_text(outcome, OUTCOME_COMPARATOR, ""), names, COUNT(names));
}

static void check_reference(const struct looking *looking, const struct value *outcome, size_t member)
{
    const struct value *figure = value_member(outcome, member);
    if (figure->kind != VALUE_NUMBER || (figure->number != 0 && figure->number != 1))
        return;
    if (is_named_reference(outcome) || (figure->number == 1 ? is_ratio(outcome) : is_difference(outcome)))
        report(looking->diagnostics, CODE_REFERENCE, figure->place,
               "write estimate: with type:, value: and compared_with:, and leave the side without the work out",
               "%s is what the other figure is counted from, and was measured nowhere", figure->text);
}

/* A published difference or ratio has one figure; the 0 or 1 of the other side is its reference and no figure. */
static void references_are_no_figures(const struct looking *looking)
{
    static const size_t members[] = {OUTCOME_BASELINE, OUTCOME_COMPARATOR_BASELINE, OUTCOME_COMPARATOR_AFTER};
    const struct value *outcomes = field(looking, CASE_OUTCOMES);
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        for (size_t j = 0; j < COUNT(members); j++)
            check_reference(looking, outcome, members[j]);
        if (outcome_has_number(outcome, OUTCOME_COMPARATOR_AFTER))
            check_reference(looking, outcome, OUTCOME_AFTER);
    }
}

/* Which way the figures of an outcome point; where nobody said which way is wanted they claim neither side. */
enum direction { POINTS_NOWHERE, POINTS_BETTER, POINTS_WORSE };

static enum direction direction_by(double difference, const char *better)
{
    if (difference == 0 || !*better)
        return POINTS_NOWHERE;
    return (difference > 0) == (strcmp(better, "higher") == 0) ? POINTS_BETTER : POINTS_WORSE;
}

static enum direction direction_of(const struct value *outcome, const struct outcome_figures *figures)
{
    const char *better = value_text(outcome, OUTCOME_BETTER, "");
    if (figures->estimate.says == ESTIMATE_NONE_SHOWN)
        return POINTS_NOWHERE;
    if (figures->estimate.says != ESTIMATE_ABSENT)
        return direction_by(figures->estimate.value - figures->estimate.no_effect, better);
    if (figures->gap == GAP_NARROWED || figures->gap == GAP_WIDENED)
        return figures->gap == GAP_NARROWED ? POINTS_BETTER : POINTS_WORSE;
    if (figures->has_difference_after)
        return direction_by(figures->difference_after, better);
    if (figures->has_change)
        return direction_by(figures->change, better);
    return !figures->has_target ? POINTS_NOWHERE : figures->target_met ? POINTS_BETTER : POINTS_WORSE;
}

/* Written in another way than can be read, which was told: what it would show is not known. */
static bool is_unread(const struct value *value)
{
    return value->kind == VALUE_NONE && value->place.line && !value->unanswered;
}

/* Figures that say neither which way is wanted nor that it does not matter: that was told beside them. */
static bool lacks_direction(const struct value *outcome)
{
    const char *better = value_text(outcome, OUTCOME_BETTER, "");
    bool compared = outcome_has_number(outcome, OUTCOME_BASELINE) ||
                    strcmp(value_text(outcome, OUTCOME_COMPARATOR_IS, ""), "better-off") == 0;
    return *better ? strcmp(better, "higher") != 0 && strcmp(better, "lower") != 0 : compared;
}

static bool has_unread_figures(const struct value *outcome)
{
    static const size_t members[] = {OUTCOME_BASELINE,         OUTCOME_AFTER,    OUTCOME_TARGET,
                                     OUTCOME_COMPARATOR_AFTER, OUTCOME_ESTIMATE, OUTCOME_BETTER};
    for (size_t i = 0; i < COUNT(members); i++)
        if (is_unread(value_member(outcome, members[i])))
            return true;
    return lacks_direction(outcome);
}

/* A finding has words that only a reader can weigh. */
static bool is_supported(const struct looking *looking, enum direction wanted)
{
    const struct value *outcomes = field(looking, CASE_OUTCOMES);
    for (size_t i = 0; i < outcomes->count; i++) {
        enum outcome_kind kind = outcome_kind(&outcomes->items[i]);
        enum direction direction = direction_of(&outcomes->items[i], &looking->study->figures[i]);
        if (kind == OUTCOME_IS_FINDING || has_unread_figures(&outcomes->items[i]) ||
            (kind == OUTCOME_IS_NUMBER && direction == wanted))
            return true;
    }
    return false;
}

/*
 * Where a case has no outcomes at all, a design that measures is taken at its word: that its figures are missing is
 * told as an advised answer.
 */
static void results_rest_on_something(const struct looking *looking)
{
    static const char *const unmeasured[] = {"none", "activity", "views", "modelled"};
    const struct case_study *study = looking->study;
    const char *result = case_text(study, CASE_RESULT, "");
    bool better = strcmp(result, "positive") == 0;
    if (!study->complete_front || (!better && strcmp(result, "negative") != 0))
        return;
    bool has_outcomes = field(looking, CASE_OUTCOMES)->count > 0;
    bool measured = !is_one_of(case_text(study, CASE_EVALUATION, "none"), unmeasured, COUNT(unmeasured));
    if ((!has_outcomes && measured) || is_unread(field(looking, CASE_OUTCOMES)) ||
        is_supported(looking, better ? POINTS_BETTER : POINTS_WORSE))
        return;
    report(
        looking->diagnostics, CODE_UNSUPPORTED, field(looking, CASE_RESULT)->place,
        "add the figure, estimate or finding that shows it under outcomes:, with better: and which way is wanted, or "
        "write result: reached or result: not-reported",
        "nothing here shows that it got %s", better ? "better" : "worse");
}

static void co_production_is_more_than_being_asked(const struct looking *looking)
{
    static const char *const less[] = {"none", "informed", "consulted"};
    const struct value *actions = field(looking, CASE_ACTIONS);
    const char *involvement = case_text(looking->study, CASE_INVOLVEMENT, "");
    for (size_t i = 0; i < actions->count; i++)
        if (strcmp(actions->items[i].text, "co-production") == 0 && is_one_of(involvement, less, COUNT(less)))
            report(looking->diagnostics, CODE_CO_PRODUCTION, actions->items[i].place,
                   "take co-production out, or say in involvement: that people designed or ran it",
                   "co-production is named, and the part of those affected is \"%s\"", involvement);
}

static void adopters_are_others(const struct looking *looking)
{
    const struct value *adoptions = field(looking, CASE_ADOPTIONS);
    for (size_t i = 0; i < adoptions->count; i++) {
        const struct value *by = value_member(&adoptions->items[i], ADOPTION_BY);
        if (by->kind == VALUE_TEXT && case_has_partner(looking->study, by->text))
            report(looking->diagnostics, CODE_ADOPTER, by->place,
                   "take the adoption out, or name in by: who took it up there",
                   "\"%s\" is one of the partners; an adoption is by others", by->text);
    }
}

/* How much of an address tells the page: not a place in it, nor what counts those who follow a link. */
static size_t page_size(const char *address)
{
    const char *counted = strstr(address, "?utm_");
    size_t size = strcspn(address, "#");
    if (counted && (size_t)(counted - address) < size)
        size = (size_t)(counted - address);
    return size && address[size - 1] == '/' ? size - 1 : size;
}

/* Without what leads to the same page. */
static const char *page_of(const char *address)
{
    const char *host = strstr(address, "://");
    host = host ? host + 3 : address;
    return strncasecmp(host, "www.", 4) == 0 ? host + 4 : host;
}

static bool same_address(const char *a, const char *b)
{
    a = page_of(a);
    b = page_of(b);
    return page_size(a) == page_size(b) && strncasecmp(a, b, page_size(a)) == 0;
}

static bool is_page_of_source(const struct looking *looking, const char *address, const struct value *source)
{
    const char *doi = value_text(source, SOURCE_DOI, "");
    return same_address(value_text(source, SOURCE_URL, ""), address) ||
           (*doi && same_address(arena_format(looking->arena, "https://doi.org/%s", doi), address));
}

static void the_contact_is_no_source(const struct looking *looking)
{
    const struct value *contact = field(looking, CASE_CONTACT);
    const struct value *sources = field(looking, CASE_SOURCES);
    const struct value *url = value_member(contact, CONTACT_URL);
    if (url->kind != VALUE_TEXT || value_member(contact, CONTACT_EMAIL)->kind != VALUE_NONE)
        return;
    for (size_t i = 0; i < sources->count; i++)
        if (is_page_of_source(looking, url->text, &sources->items[i])) {
            report(looking->diagnostics, CODE_CONTACT_SOURCE, url->place,
                   "give the page on which the body says how to reach it, or a shared address in email:",
                   "the only way to reach them is a page that is a source already");
            return;
        }
}

/* One number on every outcome of a comparison is how many took part; how many are in each figure differs. */
static void samples_are_not_all_the_same(const struct looking *looking)
{
    static const char *const designs[] = {"comparison", "trial"};
    const struct value *outcomes = field(looking, CASE_OUTCOMES);
    const struct value *first = NULL;
    size_t same = 0;
    if (!is_one_of(case_text(looking->study, CASE_EVALUATION, ""), designs, COUNT(designs)))
        return;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *sample = value_member(&outcomes->items[i], OUTCOME_SAMPLE);
        if (outcome_kind(&outcomes->items[i]) != OUTCOME_IS_NUMBER)
            continue;
        if (sample->kind != VALUE_NUMBER || looking->study->figures[i].estimate.analysed > 0 ||
            (first && sample->number != first->number))
            return;
        first = first ? first : sample;
        same++;
    }
    if (same >= SAMPLES_LEAST)
        report(looking->diagnostics, CODE_SAME_SAMPLE, first->place,
               "give each outcome the number that is in its own figure, as analysed: of its estimate",
               "%s stands on each of %zu outcomes, as the number that took part does", first->text, same);
}

static void (*const checks[])(const struct looking *) = {
    references_are_no_figures, results_rest_on_something, co_production_is_more_than_being_asked,
    adopters_are_others,       the_contact_is_no_source,  samples_are_not_all_the_same,
};

void contradictions_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics)
{
    struct looking looking = {arena, study, diagnostics};
    for (size_t i = 0; i < COUNT(checks); i++)
        checks[i](&looking);
}
