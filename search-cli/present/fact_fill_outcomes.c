#include "indexer/base/phrases.h"
#include "search-cli/present/fact_fill.h"

#include "indexer/content/outcome.h"
#include "search-cli/present/format.h"
#include "search-cli/present/outcome_words.h"

static void add_label(const struct fact_case *of, struct fact_item *item, const char *label)
{
    fact_part(item, (struct fact_part){.text = arena_format(of->arena, "%s: ", label), .strong = true});
}

static void add_compared(const struct fact_case *of, struct fact_item *item, const char *with)
{
    if (*with)
        fact_part(item,
                  (struct fact_part){.text = arena_format(of->arena, say("compared with %s"), with), .note = true});
}

static void add_outcome(const struct fact_case *of, struct fact *fact, size_t number)
{
    const struct outcome_words *words = &of->outcomes[number];
    struct fact_item *item = fact_add(of->arena, fact);
    add_label(of, item, words->label);
    fact_part(item, (struct fact_part){.text = words->sentence});
    fact_part(item, (struct fact_part){.text = words->group, .note = true});
    add_compared(of, item, words->comparator);
    add_compared(of, item, words->compared_with);
    fact_part(item, (struct fact_part){.text = words->note, .note = true});
    fact_part(item, (struct fact_part){.text = words->estimate.how, .note = true});
    fact_add_source(of->arena, item, words->source);
}

/* What was found and by what method, or who said what. */
static void add_finding(const struct fact_case *of, struct fact *fact, size_t number)
{
    const struct value *outcome = &of->study->fields[CASE_OUTCOMES].items[number];
    const char *said_by = value_text(outcome, OUTCOME_SAID_BY, "");
    const char *method = value_text(outcome, OUTCOME_METHOD, "");
    struct fact_item *item = fact_add(of->arena, fact);
    add_label(of, item, of->outcomes[number].label);
    fact_part(item, (struct fact_part){.text = format_sentence(of->arena, value_text(outcome, OUTCOME_FINDING, ""))});
    if (*said_by)
        fact_part(item, (struct fact_part){.text = arena_format(of->arena, say("said by: %s"), said_by), .note = true});
    if (*method)
        fact_part(item, (struct fact_part){.text = arena_format(of->arena, say("how it was found: %s"), method),
                                           .note = true});
    fact_add_source(of->arena, item, of->outcomes[number].source);
}

/* What the work or its study set out to change may be told by a finding or by the words of people. */
void fact_fill_main_outcomes(const struct fact_case *of, struct fact *fact)
{
    for (size_t i = 0; i < of->study->fields[CASE_OUTCOMES].count; i++) {
        if (of->outcomes[i].is_main && of->outcomes[i].is_figure)
            add_outcome(of, fact, i);
        else if (of->outcomes[i].is_main)
            add_finding(of, fact, i);
    }
}

void fact_fill_other_outcomes(const struct fact_case *of, struct fact *fact)
{
    for (size_t i = 0; i < of->study->fields[CASE_OUTCOMES].count; i++) {
        if (of->outcomes[i].is_figure && !of->outcomes[i].is_main)
            add_outcome(of, fact, i);
    }
}

static void add_findings(const struct fact_case *of, struct fact *fact, enum outcome_kind kind)
{
    const struct value *outcomes = &of->study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++) {
        if (outcome_kind(&outcomes->items[i]) == kind && !of->outcomes[i].is_main)
            add_finding(of, fact, i);
    }
}

void fact_fill_findings(const struct fact_case *of, struct fact *fact)
{
    add_findings(of, fact, OUTCOME_IS_FINDING);
}

void fact_fill_lived_experience(const struct fact_case *of, struct fact *fact)
{
    add_findings(of, fact, OUTCOME_IS_LIVED_EXPERIENCE);
}
