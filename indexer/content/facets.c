#include "indexer/content/facets.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/phrases.h"

const struct facet facets[FACET_COUNT] = {
    {"priority_areas", "priority-area", "priority-areas", "priority-areas", PHRASE("Priority area"), FACET_FIELD,
     CASE_PRIORITY_AREAS, 0},
    {"partner_types", "partner-type", "partner-types", "partner-types", PHRASE("Partner type"), FACET_MEMBER,
     CASE_PARTNERS, PARTNER_TYPE},
    {"deprivation_focus", "deprivation-focus", "deprivation-focus", "deprivation-focus", PHRASE("Deprivation focus"),
     FACET_FIELD, CASE_DEPRIVATION_FOCUS, 0},
    {"regions", "region", "regions", "regions", PHRASE("Region"), FACET_FIELD, CASE_REGIONS, 0},
    {"actions", "action", "actions", "actions", PHRASE("Action"), FACET_FIELD, CASE_ACTIONS, 0},
    {"lead_types", "lead-type", "lead-types", "partner-types", PHRASE("Type of the lead"), FACET_LEAD, CASE_FIELDS, 0},
    {"acts", "act", "acts", "acts", PHRASE("Who acts"), FACET_ACTS, CASE_FIELDS, 0},
    {"result", "result", "result", "result", PHRASE("Result"), FACET_FIELD, CASE_RESULT, 0},
    {"evidence", "evidence", "evidence", "evidence", PHRASE("Evidence level"), FACET_EVIDENCE, CASE_FIELDS, 0},
    {"limits", "limited-by", "limits", "limits", PHRASE("What limits it"), FACET_LIMITS, CASE_FIELDS, 0},
    {"estimate", "estimate", "estimate", "estimate", PHRASE("What estimates say"), FACET_ESTIMATE, CASE_FIELDS, 0},
    {"comparison", "comparison", "comparison", "comparison", PHRASE("How it was compared"), FACET_COMPARISON,
     CASE_FIELDS, 0},
    {"stage", "stage", "stage", "stage", PHRASE("Stage"), FACET_FIELD, CASE_STAGE, 0},
    {"evaluation", "evaluation", "evaluation", "evaluation", PHRASE("Evaluation"), FACET_FIELD, CASE_EVALUATION, 0},
    {"evaluator", "evaluator", "evaluator", "evaluator", PHRASE("Evaluator"), FACET_FIELD, CASE_EVALUATOR, 0},
    {"gap_effect", "gap-effect", "gap-effect", "gap-effect", PHRASE("Effect on the gap"), FACET_FIELD, CASE_GAP_EFFECT,
     0},
    {"scale", "scale", "scale", "scale", PHRASE("Scale"), FACET_FIELD, CASE_SCALE, 0},
    {"settings", "setting", "settings", "settings", PHRASE("Setting"), FACET_FIELD, CASE_SETTINGS, 0},
    {"prevention", "prevention", "prevention", "prevention", PHRASE("Prevention"), FACET_FIELD, CASE_PREVENTION, 0},
    {"involvement", "involvement", "involvement", "involvement", PHRASE("Involvement"), FACET_FIELD, CASE_INVOLVEMENT,
     0},
    {"governance", "governance", "governance", "governance", PHRASE("Governance"), FACET_FIELD, CASE_GOVERNANCE, 0},
    {"funding", "funding", "funding", "funding", PHRASE("Funding"), FACET_FIELD, CASE_FUNDING, 0},
    {"need_source", "need-source", "need-source", "need-source", PHRASE("Source of the need"), FACET_FIELD,
     CASE_NEED_SOURCE, 0},
    {"principles", "principle", "principles", "principles", PHRASE("Partnership principle"), FACET_FIELD,
     CASE_PRINCIPLES, 0},
    {"frameworks", "framework", "frameworks", "frameworks", PHRASE("Framework"), FACET_FIELD, CASE_FRAMEWORKS, 0},
    {"outcome_domain", "outcome-domain", "outcome-domain", "outcome-domain", PHRASE("Outcome domain"), FACET_MEMBER,
     CASE_OUTCOMES, OUTCOME_DOMAIN},
    {"outcome_kind", "outcome-kind", "outcome-kind", "outcome-kind", PHRASE("Outcome kind"), FACET_MEMBER,
     CASE_OUTCOMES, OUTCOME_KIND},
};

/* Equal when case and the difference of hyphen and underscore are left out. */
static bool same_name(const char *typed, const char *name)
{
    for (; *typed && *name; typed++, name++) {
        char a = ascii_lower(*typed);
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

bool facet_is_topic(const struct facet *facet)
{
    return facet < facets + LEADING_FACETS || strcmp(facet->key, "actions") == 0;
}

bool facet_is_list(const struct facet *facet)
{
    static const bool lists[FACET_ORIGINS] = {[FACET_MEMBER] = true,
                                              [FACET_LIMITS] = true,
                                              [FACET_ESTIMATE] = true,
                                              [FACET_COMPARISON] = true,
                                              [FACET_LEAD] = true};
    return facet->origin == FACET_FIELD ? case_fields[facet->field].is_list : lists[facet->origin];
}
