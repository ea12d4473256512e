#include "catalogue/site/contribute/questions.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/headings.h"

#define BIT(member) (UINT64_C(1) << (member))
#define SECTION(heading) .field = CASE_FIELDS, .section = (heading)

/* The sections stand under the names that headings.c knows; tests/unit/test_questions.c looks. */
const struct form_step form_steps[FORM_STEPS] = {
    {PHRASE("What and where"),
     {
         {.label = PHRASE("What was done, in one line?"), .field = CASE_TITLE},
         {.label = PHRASE("What is the story, in two or three sentences?"), .field = CASE_SUMMARY},
         {.label = PHRASE("Which region or nation?"), .field = CASE_REGIONS},
         {.label = PHRASE("Which town, borough or county?"), .field = CASE_PLACE},
         {.label = PHRASE("When did it begin?"), .field = CASE_START},
         {.label = PHRASE("When did it end?"), .field = CASE_END},
         {.label = PHRASE("How large an area did it cover?"), .field = CASE_SCALE},
     }},
    {PHRASE("Who and for whom"),
     {
         {.label = PHRASE("Who worked together?"),
          .field = CASE_PARTNERS,
          .members = BIT(PARTNER_NAME) | BIT(PARTNER_TYPE) | BIT(PARTNER_ROLE) | BIT(PARTNER_URL)},
         {.label = PHRASE("Which health or social issue was it about?"), .field = CASE_PRIORITY_AREAS},
         {.label = PHRASE("Which disadvantaged people or places was it for?"), .field = CASE_DEPRIVATION_FOCUS},
         {.label = PHRASE("What part did the people affected have?"), .field = CASE_INVOLVEMENT},
         {.label = PHRASE("How many people did it reach?"),
          .field = CASE_REACH,
          .members = BIT(REACH_PEOPLE) | BIT(REACH_OF)},
     }},
    {PHRASE("What was done"),
     {
         {.label = PHRASE("What was the need?"), SECTION("The need")},
         {.label = PHRASE("What did you do?"), SECTION("What we did")},
         {.label = PHRASE("What kind of action was it?"), .field = CASE_ACTIONS},
         {.label = PHRASE("Where does it stand now?"), .field = CASE_STAGE},
         {.label = PHRASE("Where did people meet it?"), .field = CASE_SETTINGS},
         {.label = PHRASE("What did it cost?"),
          .field = CASE_COST,
          .members = BIT(COST_AMOUNT) | BIT(COST_PER) | BIT(COST_YEAR) | BIT(COST_COVERS)},
         {.label = PHRASE("What did it take: people, time, premises?"), SECTION("What it took")},
     }},
    {PHRASE("What changed"),
     {
         {.label = PHRASE("How did it turn out?"), .field = CASE_RESULT},
         {.label = PHRASE("How is that known?"), .field = CASE_EVALUATION},
         {.label = PHRASE("What changed, and what did not?"), SECTION("What changed")},
         {.label = PHRASE("Where do the facts come from?"),
          .field = CASE_SOURCES,
          .members = BIT(SOURCE_TITLE) | BIT(SOURCE_PUBLISHER) | BIT(SOURCE_URL) | BIT(SOURCE_YEAR)},
         {.label = PHRASE("Which figures and findings are there?"),
          .field = CASE_OUTCOMES,
          .members = BIT(OUTCOME_MEASURE) | BIT(OUTCOME_KIND) | BIT(OUTCOME_FINDING) | BIT(OUTCOME_SAID_BY) |
                     BIT(OUTCOME_UNIT) | BIT(OUTCOME_BETTER) | BIT(OUTCOME_BASELINE) | BIT(OUTCOME_AFTER) |
                     BIT(OUTCOME_GROUP) | BIT(OUTCOME_COMPARATOR) | BIT(OUTCOME_COMPARATOR_IS) |
                     BIT(OUTCOME_COMPARATOR_BASELINE) | BIT(OUTCOME_COMPARATOR_AFTER) | BIT(OUTCOME_SOURCE)},
         {.label = PHRASE("What happened to the gap between groups?"), .field = CASE_GAP_EFFECT},
         {.label = PHRASE("Who evaluated it?"), .field = CASE_EVALUATOR},
         {.label = PHRASE("What did people say?"), SECTION("What people said")},
     }},
    {PHRASE("What was learned"),
     {
         {.label = PHRASE("Which lessons could another place use?"), .field = CASE_LEARNING},
         {.label = PHRASE("What helped?"), SECTION("What helped")},
         {.label = PHRASE("What got in the way?"), SECTION("What got in the way")},
         {.label = PHRASE("What did not work?"), SECTION("What did not work")},
     }},
    {PHRASE("Whom to ask"),
     {
         {.label = PHRASE("Whom can readers ask?"),
          .field = CASE_CONTACT,
          .members = BIT(CONTACT_ROLE) | BIT(CONTACT_EMAIL) | BIT(CONTACT_URL)},
         {.label = PHRASE("Which post or body answers for it?"), .field = CASE_ACCOUNTABLE},
     }},
};

const struct form_question *form_question_of(enum case_field field, const char *section)
{
    for (size_t i = 0; i < FORM_STEPS; i++)
        for (size_t j = 0; j < FORM_QUESTIONS && form_steps[i].questions[j].label; j++) {
            const struct form_question *question = &form_steps[i].questions[j];
            bool same = section ? question->section && strcmp(question->section, section) == 0
                                : !question->section && question->field == field;
            if (same)
                return question;
        }
    return NULL;
}

bool form_question_required(const struct form_question *question)
{
    return question->section ? heading_is_required(question->section)
                             : case_fields[question->field].need == FIELD_REQUIRED;
}

const char *form_question_path(struct arena *arena, const struct form_question *question)
{
    return question->section ? arena_format(arena, "sections.%s", question->section) : case_fields[question->field].key;
}
