#include "indexer/content/fields.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MAP(table) .type = FIELD_MAP, .members = (table), .member_count = COUNT(table)
#define TERM(name) .type = FIELD_TERM, .vocabulary = (name)
#define TERMS(name) .type = FIELD_TERM, .vocabulary = (name), .is_list = true

static const struct field partner_members[PARTNER_MEMBERS] = {
    [PARTNER_NAME] = {.key = "name", .need = FIELD_REQUIRED, .longest = 140, .part = PART_TAGS, .help = "the organisation's name"},
    [PARTNER_TYPE] = {.key = "type", TERM("partner-types"), .need = FIELD_REQUIRED, .part = PART_TAGS, .help = "what kind of organisation it is"},
    [PARTNER_ROLE] = {.key = "role", TERM("partner-role"), .help = "its part; the first partner leads if none does"},
    [PARTNER_URL] = {.key = "url", .type = FIELD_URL, .help = "the organisation's own page"},
};

static const struct field outcome_members[OUTCOME_MEMBERS] = {
    [OUTCOME_MEASURE] = {.key = "measure", .longest = 160, .part = PART_BODY, .help = "what was counted or measured"},
    [OUTCOME_MEASURE_ID] = {.key = "measure_id", .help = "a measure of measures.yaml, instead of measure"},
    [OUTCOME_DOMAIN] = {.key = "domain", TERM("outcome-domain"), .help = "what sort of result it is"},
    [OUTCOME_KIND] = {.key = "kind", TERM("outcome-kind"), .help = "number (if not said) or lived-experience"},
    [OUTCOME_UNIT] = {.key = "unit", .longest = 60, .help = "the unit, such as % or checks"},
    [OUTCOME_BETTER] = {.key = "better", TERM("better"), .help = "higher or lower: which way is wanted"},
    [OUTCOME_BASELINE] = {.key = "baseline", .type = FIELD_NUMBER, .help = "the figure before"},
    [OUTCOME_AFTER] = {.key = "after", .type = FIELD_NUMBER, .help = "the figure after"},
    [OUTCOME_TARGET] = {.key = "target", .type = FIELD_NUMBER, .help = "the figure that was aimed at"},
    [OUTCOME_GROUP] = {.key = "group", .longest = 120, .part = PART_BODY, .help = "whose figure it is"},
    [OUTCOME_COMPARATOR] = {.key = "comparator", .longest = 120, .help = "with whom it is compared"},
    [OUTCOME_COMPARATOR_IS] = {.key = "comparator_is", TERM("comparator-is"), .help = "control (did not get it) or better-off (to show the gap)"},
    [OUTCOME_COMPARATOR_BASELINE] = {.key = "comparator_baseline", .type = FIELD_NUMBER, .help = "their figure before"},
    [OUTCOME_COMPARATOR_AFTER] = {.key = "comparator_after", .type = FIELD_NUMBER, .help = "their figure after"},
    [OUTCOME_SAMPLE] = {.key = "sample", .type = FIELD_COUNT, .help = "how many people or records the figure rests on"},
    [OUTCOME_AFTER_MONTHS] = {.key = "after_months", .type = FIELD_NUMBER, .help = "how many months after the start"},
    [OUTCOME_HORIZON] = {.key = "horizon", TERM("horizon"), .help = "a short-term sign or a long-term aim"},
    [OUTCOME_FINDING] = {.key = "finding", .longest = 400, .part = PART_BODY, .help = "what people said (lived-experience)"},
    [OUTCOME_METHOD] = {.key = "method", .longest = 200, .help = "how they were asked (lived-experience)"},
    [OUTCOME_SOURCE] = {.key = "source", .type = FIELD_COUNT, .help = "the number of its source in sources, from 1"},
};

static const struct field contact_members[CONTACT_MEMBERS] = {
    [CONTACT_ROLE] = {.key = "role", .need = FIELD_REQUIRED, .longest = 140, .help = "the post or team to ask"},
    [CONTACT_NAME] = {.key = "name", .longest = 80, .help = "a person's name, only with consent: true"},
    [CONTACT_EMAIL] = {.key = "email", .type = FIELD_EMAIL, .help = "a shared e-mail address"},
    [CONTACT_URL] = {.key = "url", .type = FIELD_URL, .help = "a page with ways to get in touch"},
    [CONTACT_CONSENT] = {.key = "consent", .type = FIELD_YES_NO, .help = "true when the person agreed to be named"},
};

static const struct field cost_members[COST_MEMBERS] = {
    [COST_AMOUNT] = {.key = "amount", .type = FIELD_NUMBER, .need = FIELD_REQUIRED, .help = "a plain number, such as 45000"},
    [COST_PER] = {.key = "per", TERM("cost-per"), .help = "total, year or person"},
    [COST_YEAR] = {.key = "year", .type = FIELD_YEAR, .help = "the year of the prices"},
    [COST_CURRENCY] = {.key = "currency", .longest = 3, .shortest = 3, .help = "GBP if not said"},
    [COST_COVERS] = {.key = "covers", .longest = 200, .part = PART_BODY, .help = "what the money pays for"},
};

static const struct field source_members[SOURCE_MEMBERS] = {
    [SOURCE_TITLE] = {.key = "title", .need = FIELD_REQUIRED, .longest = 300, .help = "the title of the page or paper"},
    [SOURCE_PUBLISHER] = {.key = "publisher", .longest = 160, .help = "who published it"},
    [SOURCE_URL] = {.key = "url", .type = FIELD_URL, .help = "its address"},
    [SOURCE_DOI] = {.key = "doi", .longest = 120, .help = "its DOI, from 10. on"},
    [SOURCE_YEAR] = {.key = "year", .type = FIELD_YEAR, .help = "the year it came out"},
};

static const struct field reach_members[REACH_MEMBERS] = {
    [REACH_PEOPLE] = {.key = "people", .type = FIELD_COUNT, .need = FIELD_REQUIRED, .help = "how many people it reached"},
    [REACH_OF] = {.key = "of", .type = FIELD_COUNT, .help = "of how many who could have been reached"},
};

static const struct field mainstreamed_members[MAINSTREAMED_MEMBERS] = {
    [MAINSTREAMED_BY] = {.key = "by", .longest = 140, .help = "who made it normal business"},
    [MAINSTREAMED_YEAR] = {.key = "year", .type = FIELD_YEAR, .help = "when"},
    [MAINSTREAMED_HOW] = {.key = "how", .longest = 300, .part = PART_BODY, .help = "how it is paid for and run now"},
};

static const struct field adoption_members[ADOPTION_MEMBERS] = {
    [ADOPTION_WHERE] = {.key = "where", .need = FIELD_REQUIRED, .longest = 140, .part = PART_BODY, .help = "where it was taken up"},
    [ADOPTION_BY] = {.key = "by", .longest = 140, .help = "by whom"},
    [ADOPTION_YEAR] = {.key = "year", .type = FIELD_YEAR, .need = FIELD_REQUIRED, .help = "when"},
    [ADOPTION_RESULT] = {.key = "result", TERM("result"), .need = FIELD_REQUIRED, .help = "how it went there"},
    [ADOPTION_CHANGES] = {.key = "changes", .longest = 300, .help = "what they did differently"},
};

static const struct field resource_members[RESOURCE_MEMBERS] = {
    [RESOURCE_TITLE] = {.key = "title", .need = FIELD_REQUIRED, .longest = 200, .help = "what it is called"},
    [RESOURCE_URL] = {.key = "url", .type = FIELD_URL, .need = FIELD_REQUIRED, .help = "where it is"},
    [RESOURCE_KIND] = {.key = "kind", TERM("resource-kind"), .help = "what sort of thing it is"},
};

static const struct field review_members[REVIEW_MEMBERS] = {
    [REVIEW_STATUS] = {.key = "status", TERM("review-status"), .need = FIELD_REQUIRED, .help = "where the review stands"},
    [REVIEW_DATE] = {.key = "date", .type = FIELD_DATE, .help = "when that was decided"},
    [REVIEW_BY] = {.key = "by", .longest = 140, .help = "the group or post that decided"},
    [REVIEW_SELECTED] = {.key = "selected", .longest = 300, .help = "why it was chosen"},
    [REVIEW_REASON] = {.key = "reason", .longest = 300, .help = "why it was archived or withdrawn"},
};

const struct field case_fields[CASE_FIELDS] = {
    [CASE_TITLE] = {.key = "title", .need = FIELD_REQUIRED, .shortest = 10, .longest = 110, .part = PART_TITLE,
                    .help = "what was done, in a line without a full stop", .example = "Barbers offer blood pressure checks"},
    [CASE_SUMMARY] = {.key = "summary", .need = FIELD_REQUIRED, .shortest = 40, .longest = 320, .part = PART_SUMMARY,
                      .help = "the need, then what was done, then what changed",
                      .example = "Few men in two wards had their blood pressure checked. Barbers were trained to offer it. Checks rose in a year."},
    [CASE_PLACE] = {.key = "place", .longest = 80, .part = PART_TAGS, .help = "the town, borough or county", .example = "Barnsley"},
    [CASE_REGIONS] = {.key = "regions", TERMS("regions"), .need = FIELD_REQUIRED, .least = 1, .part = PART_TAGS,
                      .help = "the region or nation", .example = "[yorkshire-humber]"},
    [CASE_PARTNERS] = {.key = "partners", MAP(partner_members), .is_list = true, .need = FIELD_REQUIRED, .least = 1,
                       .help = "who worked together, the lead first", .example = "\n  - name: Example City Council\n    type: local-authority"},
    [CASE_PRIORITY_AREAS] = {.key = "priority_areas", TERMS("priority-areas"), .need = FIELD_REQUIRED, .least = 1, .most = 5,
                             .part = PART_TAGS, .help = "which health or social issue it is about", .example = "[cvd]"},
    [CASE_DEPRIVATION_FOCUS] = {.key = "deprivation_focus", TERMS("deprivation-focus"), .need = FIELD_REQUIRED, .least = 1, .most = 6,
                                .part = PART_TAGS, .help = "which disadvantaged people or places it was for", .example = "[core20, men]"},
    [CASE_ACTIONS] = {.key = "actions", TERMS("actions"), .need = FIELD_REQUIRED, .least = 1, .most = 6, .part = PART_TAGS,
                      .help = "what kind of action it was", .example = "[outreach, case-finding]"},
    [CASE_STAGE] = {.key = "stage", TERM("stage"), .need = FIELD_REQUIRED, .help = "where it stands now; not-known is an answer", .example = "live"},
    [CASE_RESULT] = {.key = "result", TERM("result"), .need = FIELD_REQUIRED, .help = "how it turned out; not-reported is an answer", .example = "positive"},
    [CASE_EVALUATION] = {.key = "evaluation", TERM("evaluation"), .need = FIELD_REQUIRED, .help = "how that is known; none is an answer", .example = "before-after"},
    [CASE_PUBLISHED] = {.key = "published", .type = FIELD_DATE, .need = FIELD_ADVISED, .help = "the day it joined the catalogue", .example = "2026-03-31"},
    [CASE_OUTCOMES] = {.key = "outcomes", MAP(outcome_members), .is_list = true, .need = FIELD_ADVISED, .most = 20,
                       .help = "figures and findings, each with its source", .example = "\n  - measure: Checks in a year\n    after: 1200\n    source: 1"},
    [CASE_GAP_EFFECT] = {.key = "gap_effect", TERM("gap-effect"), .help = "what happened to the gap between groups", .example = "narrowed"},
    [CASE_LEARNING] = {.key = "learning", .is_list = true, .need = FIELD_ADVISED, .least = 1, .most = 7, .shortest = 15, .longest = 180,
                       .part = PART_BODY, .help = "lessons that another place could use", .example = "\n  - Train the people whom residents trust already"},
    [CASE_CONTACT] = {.key = "contact", MAP(contact_members), .need = FIELD_ADVISED, .help = "whom to ask", .example = "\n  role: Public health team\n  url: https://example.org/contact"},
    [CASE_START] = {.key = "start", .type = FIELD_DATE, .need = FIELD_ADVISED, .help = "when it began", .example = "2021-04"},
    [CASE_END] = {.key = "end", .type = FIELD_DATE, .help = "when it ended", .example = "2023"},
    [CASE_SCALE] = {.key = "scale", TERMS("scale"), .need = FIELD_ADVISED, .most = 2, .help = "how large an area it covered", .example = "[place]"},
    [CASE_COST] = {.key = "cost", MAP(cost_members), .need = FIELD_ADVISED, .help = "what it cost", .example = "\n  amount: 45000\n  per: year"},
    [CASE_SOURCES] = {.key = "sources", MAP(source_members), .is_list = true, .need = FIELD_ADVISED, .most = 30,
                      .help = "where the facts come from", .example = "\n  - title: Evaluation report\n    url: https://example.org/report"},
    [CASE_ACCOUNTABLE] = {.key = "accountable", .need = FIELD_ADVISED, .longest = 160, .part = PART_BODY,
                          .help = "the post or body that answers for delivery", .example = "Director of public health"},
    [CASE_ANSWERS_TO] = {.key = "answers_to", .is_list = true, .longest = 160, .part = PART_BODY, .help = "the boards or people it reports to", .example = "[Health and wellbeing board]"},
    [CASE_SETTINGS] = {.key = "settings", TERMS("settings"), .part = PART_TAGS, .help = "where people met it", .example = "[community-venue]"},
    [CASE_GOVERNANCE] = {.key = "governance", TERMS("governance"), .help = "how the partnership is run", .example = "[joint-board]"},
    [CASE_FUNDING] = {.key = "funding", TERMS("funding"), .help = "where the money came from", .example = "[short-term-grant]"},
    [CASE_NEED_SOURCE] = {.key = "need_source", TERMS("need-source"), .help = "how the need was known", .example = "[jsna]"},
    [CASE_PRINCIPLES] = {.key = "principles", TERMS("principles"), .help = "partnership principles it claims", .example = "[bespoke]"},
    [CASE_FRAMEWORKS] = {.key = "frameworks", TERMS("frameworks"), .part = PART_TAGS, .help = "national programmes it was part of", .example = "[core20plus5-adults]"},
    [CASE_INVOLVEMENT] = {.key = "involvement", TERM("involvement"), .help = "what part the people affected had", .example = "co-designed"},
    [CASE_PREVENTION] = {.key = "prevention", TERM("prevention"), .help = "what kind of prevention it is", .example = "secondary"},
    [CASE_EVALUATOR] = {.key = "evaluator", TERM("evaluator"), .help = "who evaluated it", .example = "independent"},
    [CASE_REACH] = {.key = "reach", MAP(reach_members), .help = "how many people it reached", .example = "\n  people: 300\n  of: 1200"},
    [CASE_MAINSTREAMED] = {.key = "mainstreamed", MAP(mainstreamed_members), .help = "how it became normal business", .example = "\n  by: Example Trust\n  year: 2022"},
    [CASE_ADOPTIONS] = {.key = "adoptions", MAP(adoption_members), .is_list = true, .most = 30, .help = "where else it was taken up", .example = "\n  - where: Sutton\n    year: 2024\n    result: too-early"},
    [CASE_ADAPTED_FROM] = {.key = "adapted_from", .type = FIELD_REFERENCE, .help = "the case or page it was adapted from", .example = "other-case"},
    [CASE_RELATED] = {.key = "related", .type = FIELD_REFERENCE, .is_list = true, .most = 10, .help = "other cases worth reading with it", .example = "[other-case]"},
    [CASE_REPLACES] = {.key = "replaces", .type = FIELD_REFERENCE, .is_list = true, .most = 10, .help = "cases that it takes the place of", .example = "[older-case]"},
    [CASE_GUIDANCE] = {.key = "guidance", MAP(resource_members), .is_list = true, .most = 20, .help = "guidance it follows", .example = "\n  - title: NICE guideline\n    url: https://example.org/guideline"},
    [CASE_RESOURCES] = {.key = "resources", MAP(resource_members), .is_list = true, .most = 20, .help = "tools and templates to take away", .example = "\n  - title: Training slides\n    url: https://example.org/slides\n    kind: training"},
    [CASE_PROGRAMME] = {.key = "programme", .longest = 140, .part = PART_TAGS, .help = "the larger programme it belonged to", .example = "Core20PLUS connectors"},
    [CASE_KEYWORDS] = {.key = "keywords", .is_list = true, .most = 20, .longest = 60, .part = PART_TAGS, .help = "words a searcher would use that the text does not have", .example = "[hairdressers]"},
    [CASE_LICENCE] = {.key = "licence", TERM("licence"), .help = "when it is another than the catalogue's", .example = "OGL-UK-3.0"},
    [CASE_INTERESTS] = {.key = "interests", .longest = 300, .help = "sponsorship or interests to declare", .example = "Part paid by a device maker"},
    [CASE_CLEARED_BY] = {.key = "cleared_by", .longest = 140, .help = "the post that cleared it for publication", .example = "Head of communications"},
    [CASE_REVIEWED] = {.key = "reviewed", .type = FIELD_DATE, .help = "when its facts were last looked through", .example = "2026-10-01"},
    [CASE_REVIEW_BY] = {.key = "review_by", .type = FIELD_DATE, .help = "when they should be looked through again", .example = "2028-10-01"},
    [CASE_REVIEW] = {.key = "review", MAP(review_members), .help = "the record of its review", .example = "\n  status: accepted\n  date: 2026-10-01\n  by: Expert reference group"},
    [CASE_ALIASES] = {.key = "aliases", .type = FIELD_CASE_ID, .is_list = true, .most = 20, .help = "ids it had before", .example = "[old-id]"},
};

size_t field_find(const struct field *fields, size_t count, const char *key)
{
    size_t i = 0;
    while (i < count && strcmp(fields[i].key, key) != 0)
        i++;
    return i;
}

const struct facet facets[FACET_COUNT] = {
    {"priority_areas", "priority-area", "priority-areas", "Priority area", CASE_PRIORITY_AREAS, -1},
    {"partner_types", "partner-type", "partner-types", "Partner type", CASE_PARTNERS, PARTNER_TYPE},
    {"deprivation_focus", "deprivation-focus", "deprivation-focus", "Deprivation focus", CASE_DEPRIVATION_FOCUS, -1},
    {"regions", "region", "regions", "Region", CASE_REGIONS, -1},
    {"actions", "action", "actions", "Action", CASE_ACTIONS, -1},
    {"result", "result", "result", "Result", CASE_RESULT, -1},
    {"evidence", "evidence", "evidence", "Evidence level", CASE_FIELDS, -1},
    {"stage", "stage", "stage", "Stage", CASE_STAGE, -1},
    {"evaluation", "evaluation", "evaluation", "Evaluation", CASE_EVALUATION, -1},
    {"evaluator", "evaluator", "evaluator", "Evaluator", CASE_EVALUATOR, -1},
    {"gap_effect", "gap-effect", "gap-effect", "Effect on the gap", CASE_GAP_EFFECT, -1},
    {"scale", "scale", "scale", "Scale", CASE_SCALE, -1},
    {"settings", "setting", "settings", "Setting", CASE_SETTINGS, -1},
    {"prevention", "prevention", "prevention", "Prevention", CASE_PREVENTION, -1},
    {"involvement", "involvement", "involvement", "Involvement", CASE_INVOLVEMENT, -1},
    {"governance", "governance", "governance", "Governance", CASE_GOVERNANCE, -1},
    {"funding", "funding", "funding", "Funding", CASE_FUNDING, -1},
    {"need_source", "need-source", "need-source", "Source of the need", CASE_NEED_SOURCE, -1},
    {"principles", "principle", "principles", "Partnership principle", CASE_PRINCIPLES, -1},
    {"frameworks", "framework", "frameworks", "Framework", CASE_FRAMEWORKS, -1},
    {"outcome_domain", "outcome-domain", "outcome-domain", "Outcome domain", CASE_OUTCOMES, OUTCOME_DOMAIN},
    {"outcome_kind", "outcome-kind", "outcome-kind", "Outcome kind", CASE_OUTCOMES, OUTCOME_KIND},
};

/* Equal when case and the difference of hyphen and underscore are left out. */
static bool same_name(const char *typed, const char *name)
{
    for (; *typed && *name; typed++, name++) {
        char a = *typed >= 'A' && *typed <= 'Z' ? (char)(*typed - 'A' + 'a') : *typed;
        char b = *name;
        if ((a == '_' ? '-' : a) != (b == '_' ? '-' : b))
            return false;
    }
    return *typed == *name;
}

const struct facet *facet_find(const char *name)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        if (same_name(name, facets[i].key) || same_name(name, facets[i].option))
            return &facets[i];
    return NULL;
}
