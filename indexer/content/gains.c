#include "indexer/content/gains.h"

#include <string.h>

#include "indexer/base/phrases.h"

/* First what says how well the result is known, then what readers need to use it, then what helps them find it. */
const struct gain gains[GAINS] = {
    {CASE_OUTCOMES, NULL, PHRASE("they decide how well the result is known")},
    {CASE_SOURCES, NULL, PHRASE("a figure counts when others can look it up")},
    {CASE_CONTACT, NULL, PHRASE("a case study without a contact is a dead end")},
    {CASE_FIELDS, "What did not work", PHRASE("it saves others the same mistake")},
    {CASE_LEARNING, NULL, PHRASE("lessons are what others take away")},
    {CASE_COST, NULL, PHRASE("it is the first thing a commissioner asks")},
    {CASE_GAP_EFFECT, NULL, PHRASE("it is what the catalogue is for")},
    {CASE_EVALUATOR, NULL, PHRASE("readers see who judged it")},
    {CASE_ACCOUNTABLE, NULL, PHRASE("somebody has to own what comes next")},
    {CASE_FIELDS, "What it took", PHRASE("others can tell whether they could do it")},
    {CASE_INVOLVEMENT, NULL, PHRASE("it shows whether it was done with people, or to them")},
    {CASE_FIELDS, "What got in the way", PHRASE("others can plan for it")},
    {CASE_FIELDS, "What helped", PHRASE("others can look for the same help")},
    {CASE_PLACE, NULL, PHRASE("people look for places like their own")},
    {CASE_START, NULL, PHRASE("readers see how fresh it is")},
    {CASE_REACH, NULL, PHRASE("readers see how large it was")},
    {CASE_SCALE, NULL, PHRASE("readers see whether it fits theirs")},
    {CASE_SETTINGS, NULL, PHRASE("people search by setting")},
    {CASE_FIELDS, "What people said", PHRASE("figures alone do not persuade")},
    {CASE_END, NULL, PHRASE("readers see how long it ran")},
};

/* Fields that only some case studies can fill. */
static bool applies(const struct case_study *study, enum case_field field)
{
    const char *stage = case_text(study, CASE_STAGE, "");
    if (field == CASE_END)
        return strcmp(stage, "ended") == 0 || strcmp(stage, "stopped") == 0;
    return field != CASE_EVALUATOR || (case_missing_advised(study) >> field & 1);
}

bool gain_is_open(const struct case_study *study, const struct gain *gain)
{
    if (gain->section)
        return !markdown_section(&study->body, gain->section);
    const struct value *value = &study->fields[gain->field];
    bool is_filled = value->kind == VALUE_LIST ? value->count > 0 : value->kind != VALUE_NONE;
    return !is_filled && applies(study, gain->field);
}
