#include "indexer/content/field_rules.h"

#include <string.h>

#include "indexer/base/yaml_write.h"
#include "indexer/content/scalars.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define ONE_OF(a, b) (RULE_BIT(a) | RULE_BIT(b))
/* Outcomes of figures are those that do not say to be of another kind. */
#define IF_NUMBER .which = OUTCOME_KIND, .is = "number", .is_standard = true
#define COMPARED                                                                                                       \
    (ONE_OF(OUTCOME_COMPARATOR, OUTCOME_COMPARATOR_IS) | ONE_OF(OUTCOME_COMPARATOR_AFTER, OUTCOME_COMPARATOR_BASELINE))

const char *const field_rule_kinds[FIELD_RULE_KINDS] = {
    [RULE_NEEDS_ONE] = "needs-one", [RULE_NEEDS_ALL] = "needs-all",       [RULE_NOT_BEFORE] = "not-before",
    [RULE_AT_MOST] = "at-most",     [RULE_NOT_NEGATIVE] = "not-negative", [RULE_ONCE] = "once",
    [RULE_ALONE] = "alone",         [RULE_NO_FULL_STOP] = "no-full-stop",
};

const struct field_rule field_rules[] = {
    {RULE_NO_FULL_STOP, CASE_FIELDS, .at = CASE_TITLE, .code = CODE_FULL_STOP, .help = "take it out"},
    {RULE_ALONE, CASE_FIELDS, .at = CASE_DEPRIVATION_FOCUS, .is = "whole-population", .code = CODE_ALONE,
     .help = "keep whole-population, or the groups it was for"},
    {RULE_NOT_BEFORE, CASE_FIELDS, .at = CASE_END, .other = CASE_START, .code = CODE_END_BEFORE_START,
     .help = "check both dates"},
    {RULE_NEEDS_ONE, CASE_CONTACT, .at_group = true, .needs = ONE_OF(CONTACT_EMAIL, CONTACT_URL), .code = CODE_CONTACT,
     .message = "the contact has neither an e-mail address nor a page",
     .help = "how can they be reached? A shared address belongs under email:, a page under url:"},
    {RULE_NOT_NEGATIVE, CASE_COST, .at = COST_AMOUNT, .code = CODE_NEGATIVE_COST,
     .message = "a cost is not less than 0", .help = "money that was saved belongs into outcomes"},
    {RULE_AT_MOST, CASE_REACH, .at = REACH_PEOPLE, .other = REACH_OF, .code = CODE_REACH, .help = "check both numbers"},
    {RULE_ONCE, CASE_PARTNERS, .at = PARTNER_ROLE, .is = "lead", .code = CODE_LEADS,
     .message = "a second partner leads", .help = "leave role: lead with the one that answers for it"},
    {RULE_NEEDS_ONE, CASE_OUTCOMES, .at_group = true, .needs = ONE_OF(OUTCOME_MEASURE, OUTCOME_MEASURE_ID),
     .code = CODE_NO_MEASURE, .message = "this outcome does not say what was measured",
     .help = "what was counted? It belongs under measure:"},
    {RULE_NEEDS_ONE, CASE_OUTCOMES, IF_NUMBER, .at_group = true, .needs = ONE_OF(OUTCOME_AFTER, OUTCOME_ESTIMATE),
     .code = CODE_OUTCOME, .message = "this outcome has no figure",
     .help = "what was it afterwards? The figure belongs under after:, a published effect under estimate:, and what "
             "was found without a figure under finding:, with kind: finding"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, IF_NUMBER, .when = RULE_BIT(OUTCOME_BASELINE),
     .needs = ONE_OF(OUTCOME_UNIT, OUTCOME_BETTER), .code = CODE_BASELINE,
     .message = "a baseline needs a unit and which way is better",
     .help = "in which unit is it counted (unit:), and which way is wanted (better: higher, or lower)?"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, IF_NUMBER, .when = RULE_BIT(OUTCOME_TARGET), .needs = RULE_BIT(OUTCOME_BETTER),
     .code = CODE_TARGET, .message = "a target needs which way is better",
     .help = "which way is wanted: higher or lower? It belongs under better:, so that it can be said whether it was "
             "met"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, IF_NUMBER, .when = ONE_OF(OUTCOME_AFTER, OUTCOME_ESTIMATE), .unread_too = true,
     .needs = RULE_BIT(OUTCOME_SOURCE), .code = CODE_NO_SOURCE, .message = "this figure does not name its source",
     .help = "which of the sources says so? Its number in the list of sources:, from 1, belongs under source:"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, .which = OUTCOME_KIND, .is = "lived-experience", .at_group = true,
     .needs = RULE_BIT(OUTCOME_FINDING), .code = CODE_NO_FINDING,
     .message = "a lived-experience outcome needs a finding", .help = "what did people say? It belongs under finding:"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, .which = OUTCOME_KIND, .is = "finding", .at_group = true,
     .needs = RULE_BIT(OUTCOME_FINDING), .code = CODE_NO_FINDING,
     .message = "an outcome of kind finding needs a finding", .help = "what was found? It belongs under finding:"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, .when = COMPARED, .at_group = true, .needs = RULE_BIT(OUTCOME_COMPARATOR_IS),
     .code = CODE_COMPARATOR, .message = "this comparison does not say what it compares with",
     .help = "which is it, under comparator_is: control (did not get it), better-off (to show the gap) or average?"},
    {RULE_NEEDS_ONE, CASE_OUTCOMES, .when = COMPARED, .at_group = true,
     .needs = ONE_OF(OUTCOME_COMPARATOR_AFTER, OUTCOME_ESTIMATE), .code = CODE_COMPARATOR_FIGURE,
     .message = "this comparison has no figure",
     .help = "what was their figure? It belongs under comparator_after:; or take the comparison out"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, .when = RULE_BIT(OUTCOME_COMPARATOR_BASELINE), .at_group = true,
     .needs = RULE_BIT(OUTCOME_BASELINE), .code = CODE_COMPARATOR_BEFORE,
     .message = "the comparison has a figure before, and the group has none",
     .help = "what was the group's own figure before? It belongs under baseline:"},
    {RULE_NEEDS_ALL, CASE_OUTCOMES, .which = OUTCOME_COMPARATOR_IS, .is = "better-off", .at_group = true,
     .needs = RULE_BIT(OUTCOME_BETTER), .code = CODE_COMPARATOR_BETTER,
     .message = "a comparison with a better-off group needs to say which way is better",
     .help = "which way is wanted: higher or lower? It belongs under better:"},
};

const size_t field_rule_count = COUNT(field_rules);

/* A group of answers that rules look into: fields of the case study, or members of a map. */
struct group {
    const struct value *values;
    size_t count;
    struct place place;
};

static const struct value *at(const struct group *group, size_t member)
{
    return &group->values[member];
}

/* Whether it was written; what was written and could not be used was reported already. */
static bool is_there(const struct value *value)
{
    return value->kind != VALUE_NONE || (value->place.line && !value->unanswered);
}

static bool is_term(const struct value *value, const char *term, bool is_standard)
{
    return value->kind == VALUE_TEXT ? strcmp(value->text, term) == 0 : is_standard && !is_there(value);
}

/* The first answer for which a rule holds, or NULL. One that could not be read is a problem of its own. */
static const struct value *because_of(const struct field_rule *rule, const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct value *value = at(group, i);
        if ((rule->when & RULE_BIT(i)) && (rule->unread_too ? is_there(value) : value->kind != VALUE_NONE))
            return value;
    }
    return NULL;
}

static size_t count_there(const struct group *group, uint64_t set)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++)
        count += (set & RULE_BIT(i)) && is_there(at(group, i));
    return count;
}

static size_t size_of(uint64_t set)
{
    size_t size = 0;
    for (; set; set &= set - 1)
        size++;
    return size;
}

static void check_needs(const struct field_rule *rule, const struct group *group, struct diagnostics *diagnostics)
{
    const struct value *because = because_of(rule, group);
    if ((rule->when && !because) || (rule->is && !is_term(at(group, rule->which), rule->is, rule->is_standard)))
        return;
    if (count_there(group, rule->needs) < (rule->kind == RULE_NEEDS_ONE ? 1 : size_of(rule->needs)))
        report(diagnostics, rule->code, rule->at_group ? group->place : because->place, rule->help, "%s",
               rule->message);
}

static void check_order(const struct field_rule *rule, const struct group *group, struct diagnostics *diagnostics)
{
    const struct value *later = at(group, rule->at);
    const struct value *earlier = at(group, rule->other);
    if (later->kind == VALUE_TEXT && earlier->kind == VALUE_TEXT &&
        scalar_compare_dates(later->text, earlier->text) < 0)
        report(diagnostics, rule->code, later->place, rule->help, "the end (%s) lies before the start (%s)",
               later->text, earlier->text);
}

static void check_at_most(const struct field_rule *rule, const struct group *group, struct diagnostics *diagnostics)
{
    const struct value *part = at(group, rule->at);
    const struct value *whole = at(group, rule->other);
    if (part->kind == VALUE_NUMBER && whole->kind == VALUE_NUMBER && part->number > whole->number)
        report(diagnostics, rule->code, part->place, rule->help, "%s people were reached of %s", part->text,
               whole->text);
}

static void check_not_negative(const struct field_rule *rule, const struct group *group,
                               struct diagnostics *diagnostics)
{
    const struct value *number = at(group, rule->at);
    if (number->kind == VALUE_NUMBER && number->number < 0)
        report(diagnostics, rule->code, number->place, rule->help, "%s", rule->message);
}

static void check_alone(const struct field_rule *rule, const struct group *group, struct diagnostics *diagnostics)
{
    const struct value *list = at(group, rule->at);
    for (size_t i = 0; list->count > 1 && i < list->count; i++)
        if (is_term(&list->items[i], rule->is, false))
            report(diagnostics, rule->code, list->items[i].place, rule->help,
                   "%s means no group in particular, so it stands alone", rule->is);
}

static void check_full_stop(struct arena *arena, const struct field_rule *rule, const struct group *group,
                            struct diagnostics *diagnostics)
{
    const struct value *text = at(group, rule->at);
    size_t size = text->kind == VALUE_TEXT ? strlen(text->text) : 0;
    if (!size || text->text[size - 1] != '.')
        return;
    while (size && strchr(". ", text->text[size - 1]))
        size--;
    report(diagnostics, rule->code, text->place, rule->help, "the title ends with a full stop");
    if (size && text->span)
        diagnostics_offer(diagnostics, (struct place){text->place.line, text->place.column, text->span},
                          yaml_scalar(arena, text->text, size, text->in_brackets), true, NULL);
}

static void check_group(struct arena *arena, const struct field_rule *rule, const struct group *group,
                        struct diagnostics *diagnostics)
{
    switch (rule->kind) {
    case RULE_NEEDS_ONE:
    case RULE_NEEDS_ALL:
        check_needs(rule, group, diagnostics);
        break;
    case RULE_NOT_BEFORE:
        check_order(rule, group, diagnostics);
        break;
    case RULE_AT_MOST:
        check_at_most(rule, group, diagnostics);
        break;
    case RULE_NOT_NEGATIVE:
        check_not_negative(rule, group, diagnostics);
        break;
    case RULE_ALONE:
        check_alone(rule, group, diagnostics);
        break;
    case RULE_NO_FULL_STOP:
        check_full_stop(arena, rule, group, diagnostics);
        break;
    case RULE_ONCE:
    case FIELD_RULE_KINDS:
        break;
    }
}

/* The second of a list that has the term. */
static void check_once(const struct field_rule *rule, const struct value *list, struct diagnostics *diagnostics)
{
    size_t having = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct value *term = value_member(&list->items[i], rule->at);
        if (is_term(term, rule->is, false) && ++having == 2)
            report(diagnostics, rule->code, term->place, rule->help, "%s", rule->message);
    }
}

static void check_field(struct arena *arena, const struct field_rule *rule, const struct value *field,
                        struct diagnostics *diagnostics)
{
    const struct value *maps = field->kind == VALUE_LIST ? field->items : field;
    size_t count = field->kind == VALUE_LIST ? field->count : 1;
    for (size_t i = 0; i < count; i++)
        if (maps[i].kind == VALUE_MAP)
            check_group(arena, rule, &(struct group){maps[i].items, maps[i].count, maps[i].place}, diagnostics);
}

void field_rules_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < COUNT(field_rules); i++) {
        const struct field_rule *rule = &field_rules[i];
        if (rule->of == CASE_FIELDS)
            check_group(arena, rule, &(struct group){study->fields, CASE_FIELDS, {1, 1, 0}}, diagnostics);
        else if (rule->kind == RULE_ONCE)
            check_once(rule, &study->fields[rule->of], diagnostics);
        else
            check_field(arena, rule, &study->fields[rule->of], diagnostics);
    }
}
