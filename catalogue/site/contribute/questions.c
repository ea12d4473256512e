#include "catalogue/site/contribute/questions.h"

#include "indexer/content/headings.h"

#define BIT(member) (UINT64_C(1) << (member))
#define SECTION(heading) .field = CASE_FIELDS, .section = (heading)

/* The sections stand under the names that headings.c knows; tests/unit/test_questions.c looks. */
const struct form_step form_steps[FORM_STEPS] = {
    {"What and where",
     {
         {.label = "What was done, in one line?", .field = CASE_TITLE},
         {.label = "What is the story, in two or three sentences?", .field = CASE_SUMMARY},
         {.label = "Which region or nation?", .field = CASE_REGIONS},
         {.label = "Which town, borough or county?",
          .field = CASE_PLACE,
          .gain = "people look for places like their own"},
         {.label = "When did it begin?", .field = CASE_START, .gain = "readers see how fresh it is"},
         {.label = "When did it end?", .field = CASE_END, .gain = "readers see how long it ran"},
         {.label = "How large an area did it cover?",
          .field = CASE_SCALE,
          .gain = "readers see whether it fits theirs"},
     }},
    {"Who and for whom",
     {
         {.label = "Who worked together?",
          .field = CASE_PARTNERS,
          .members = BIT(PARTNER_NAME) | BIT(PARTNER_TYPE) | BIT(PARTNER_ROLE) | BIT(PARTNER_URL)},
         {.label = "Which health or social issue was it about?", .field = CASE_PRIORITY_AREAS},
         {.label = "Which disadvantaged people or places was it for?", .field = CASE_DEPRIVATION_FOCUS},
         {.label = "What part did the people affected have?",
          .field = CASE_INVOLVEMENT,
          .gain = "it shows whether it was done with people, or to them"},
         {.label = "How many people did it reach?",
          .field = CASE_REACH,
          .members = BIT(REACH_PEOPLE) | BIT(REACH_OF),
          .gain = "readers see how large it was"},
     }},
    {"What was done",
     {
         {.label = "What was the need?", SECTION("The need")},
         {.label = "What did you do?", SECTION("What we did")},
         {.label = "What kind of action was it?", .field = CASE_ACTIONS},
         {.label = "Where does it stand now?", .field = CASE_STAGE},
         {.label = "Where did people meet it?", .field = CASE_SETTINGS, .gain = "people search by setting"},
         {.label = "What did it cost?",
          .field = CASE_COST,
          .members = BIT(COST_AMOUNT) | BIT(COST_PER) | BIT(COST_YEAR) | BIT(COST_COVERS),
          .gain = "it is the first thing a commissioner asks"},
         {.label = "What did it take: people, time, premises?",
          SECTION("What it took"),
          .gain = "others can tell whether they could do it"},
     }},
    {"What changed",
     {
         {.label = "How did it turn out?", .field = CASE_RESULT},
         {.label = "How is that known?", .field = CASE_EVALUATION},
         {.label = "What changed, and what did not?", SECTION("What changed")},
         {.label = "Where do the facts come from?",
          .field = CASE_SOURCES,
          .members = BIT(SOURCE_TITLE) | BIT(SOURCE_PUBLISHER) | BIT(SOURCE_URL) | BIT(SOURCE_YEAR),
          .gain = "a figure counts when others can look it up"},
         {.label = "Which figures and findings are there?",
          .field = CASE_OUTCOMES,
          .members = BIT(OUTCOME_MEASURE) | BIT(OUTCOME_KIND) | BIT(OUTCOME_FINDING) | BIT(OUTCOME_SAID_BY) |
                     BIT(OUTCOME_UNIT) | BIT(OUTCOME_BETTER) | BIT(OUTCOME_BASELINE) | BIT(OUTCOME_AFTER) |
                     BIT(OUTCOME_GROUP) | BIT(OUTCOME_COMPARATOR) | BIT(OUTCOME_COMPARATOR_IS) |
                     BIT(OUTCOME_COMPARATOR_BASELINE) | BIT(OUTCOME_COMPARATOR_AFTER) | BIT(OUTCOME_SOURCE),
          .gain = "they decide how well the result is known"},
         {.label = "What happened to the gap between groups?",
          .field = CASE_GAP_EFFECT,
          .gain = "it is what the catalogue is for"},
         {.label = "Who evaluated it?", .field = CASE_EVALUATOR, .gain = "readers see who judged it"},
         {.label = "What did people say?", SECTION("What people said"), .gain = "figures alone do not persuade"},
     }},
    {"What was learned",
     {
         {.label = "Which lessons could another place use?",
          .field = CASE_LEARNING,
          .gain = "lessons are what others take away"},
         {.label = "What helped?", SECTION("What helped"), .gain = "others can look for the same help"},
         {.label = "What got in the way?", SECTION("What got in the way"), .gain = "others can plan for it"},
         {.label = "What did not work?", SECTION("What did not work"), .gain = "it saves others the same mistake"},
     }},
    {"Whom to ask",
     {
         {.label = "Whom can readers ask?",
          .field = CASE_CONTACT,
          .members = BIT(CONTACT_ROLE) | BIT(CONTACT_EMAIL) | BIT(CONTACT_URL),
          .gain = "a case study without a contact is a dead end"},
         {.label = "Which post or body answers for it?",
          .field = CASE_ACCOUNTABLE,
          .gain = "somebody has to own what comes next"},
     }},
};

bool form_question_required(const struct form_question *question)
{
    return question->section ? heading_is_required(question->section)
                             : case_fields[question->field].need == FIELD_REQUIRED;
}

const char *form_question_path(struct arena *arena, const struct form_question *question)
{
    return question->section ? arena_format(arena, "sections.%s", question->section) : case_fields[question->field].key;
}
