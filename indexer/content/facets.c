#include "indexer/content/facets.h"

#include <stdbool.h>

#include "indexer/base/ascii.h"

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
