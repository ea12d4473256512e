#include "catalogue/site/contribute/form_rules.h"

#include "catalogue/site/contribute/questions.h"
#include "indexer/base/json.h"
#include "indexer/base/phrases.h"
#include "indexer/content/field_rules.h"
#include "indexer/content/headings.h"
#include "indexer/content/private_words.h"

/* What an answer is, as the script tells it apart; types that no question has are missing. */
static const char *const type_names[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = "text",     [FIELD_TERM] = "term", [FIELD_DATE] = "date", [FIELD_NUMBER] = "number",
    [FIELD_COUNT] = "count",   [FIELD_YEAR] = "year", [FIELD_URL] = "url",   [FIELD_EMAIL] = "email",
    [FIELD_YES_NO] = "yes-no", [FIELD_MAP] = "map",
};

static void add_fields(struct json *json, const struct field *fields, size_t count, uint64_t asked);

static void add_limit(struct json *json, const char *key, size_t limit)
{
    if (limit)
        json_member_integer(json, key, (int64_t)limit);
}

static void add_field(struct json *json, const struct field *field, uint64_t members, const char *label)
{
    json_object_open(json);
    json_member_string(json, "key", field->key);
    json_member_string(json, "label", label);
    json_member_string(json, "type", type_names[field->type]);
    json_member_bool(json, "required", field->need == FIELD_REQUIRED);
    json_member_bool(json, "list", field->is_list);
    add_limit(json, "least", field->least);
    add_limit(json, "most", field->most);
    add_limit(json, "shortest", field->shortest);
    add_limit(json, "longest", field->longest);
    if (field->type == FIELD_MAP) {
        json_key(json, "members");
        add_fields(json, field->members, field->member_count, members);
    }
    json_object_close(json);
}

static void add_fields(struct json *json, const struct field *fields, size_t count, uint64_t asked)
{
    json_array_open(json);
    for (size_t i = 0; i < count; i++)
        if (asked & RULE_BIT(i))
            add_field(json, &fields[i], 0, say(fields[i].help));
    json_array_close(json);
}

/* In the order in which a file has them. */
static void add_questions(struct json *json)
{
    json_key(json, "fields");
    json_array_open(json);
    for (enum case_field i = 0; i < CASE_FIELDS; i++) {
        const struct form_question *question = form_question_of(i, NULL);
        if (question)
            add_field(json, &case_fields[i], question->members, say(question->label));
    }
    json_array_close(json);
}

static void add_sections(struct json *json)
{
    const char *heading;
    json_key(json, "sections");
    json_array_open(json);
    for (size_t i = 0; (heading = heading_at(i)) != NULL; i++) {
        const struct form_question *question = form_question_of(CASE_FIELDS, heading);
        if (!question)
            continue;
        json_object_open(json);
        json_member_string(json, "heading", heading);
        json_member_string(json, "label", say(question->label));
        json_member_bool(json, "required", heading_is_required(heading));
        json_object_close(json);
    }
    json_array_close(json);
}

static void add_keys(struct json *json, const char *key, const struct field *fields, size_t count, uint64_t set)
{
    json_key(json, key);
    json_array_open(json);
    for (size_t i = 0; i < count; i++)
        if (set & RULE_BIT(i))
            json_string(json, fields[i].key);
    json_array_close(json);
}

/* Only what speaks of answers that the form asks for. */
static bool is_asked(const struct field_rule *rule)
{
    if (rule->of == CASE_FIELDS)
        return form_question_of((enum case_field)rule->at, NULL) != NULL;
    const struct form_question *question = form_question_of(rule->of, NULL);
    bool needs = rule->kind == RULE_NEEDS_ONE || rule->kind == RULE_NEEDS_ALL;
    return question &&
           (needs ? !rule->when || (rule->when & question->members) : (question->members & RULE_BIT(rule->at)) != 0);
}

static void add_rule(struct json *json, const struct field_rule *rule)
{
    bool whole = rule->of == CASE_FIELDS;
    const struct field *fields = whole ? case_fields : case_fields[rule->of].members;
    size_t count = whole ? CASE_FIELDS : case_fields[rule->of].member_count;
    json_object_open(json);
    json_member_string(json, "code", codes[rule->code].code.id);
    json_member_bool(json, "warns", codes[rule->code].code.severity == SEVERITY_WARNING);
    json_member_string(json, "kind", field_rule_kinds[rule->kind]);
    json_member_string(json, "of", whole ? "" : case_fields[rule->of].key);
    if (rule->kind == RULE_NEEDS_ONE || rule->kind == RULE_NEEDS_ALL) {
        add_keys(json, "when", fields, count, rule->when);
        json_member_bool(json, "unread", rule->unread_too);
        json_member_string(json, "which", rule->is ? fields[rule->which].key : "");
        json_member_bool(json, "standard", rule->is_standard);
        json_member_bool(json, "atGroup", rule->at_group);
        add_keys(json, "needs", fields, count, rule->needs);
    } else {
        json_member_string(json, "member", fields[rule->at].key);
        if (rule->kind == RULE_NOT_BEFORE || rule->kind == RULE_AT_MOST)
            json_member_string(json, "other", fields[rule->other].key);
    }
    json_member_string(json, "is", rule->is ? rule->is : "");
    json_object_close(json);
}

/* By what e-mail addresses and numbers of people are found in texts, and the codes under which they are told. */
static void add_private(struct json *json)
{
    static const struct {
        const char *name;
        enum code_id code;
    } kinds[] = {{"email", CODE_EMAIL}, {"phone", CODE_PHONE}, {"nhs", CODE_NHS_NUMBER}};
    json_key(json, "private");
    json_object_open(json);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        json_member_string(json, kinds[i].name, codes[kinds[i].code].code.id);
    for (size_t i = 0; i < PRIVATE_LISTS; i++) {
        json_key(json, private_words[i].name);
        json_array_open(json);
        for (size_t j = 0; j < private_words[i].count; j++)
            json_string(json, private_words[i].words[j]);
        json_array_close(json);
    }
    json_key(json, "ats");
    json_array_open(json);
    for (size_t i = 0; i < private_at_count; i++) {
        json_object_open(json);
        json_member_string(json, "text", private_ats[i].text);
        json_member_bool(json, "spelled", private_ats[i].spelled);
        json_member_bool(json, "dotted", private_ats[i].dotted);
        json_object_close(json);
    }
    json_array_close(json);
    json_object_close(json);
}

void form_rules_write(struct text *out)
{
    struct json json = json_writer(out, false);
    json_object_open(&json);
    add_questions(&json);
    add_sections(&json);
    json_key(&json, "adoptions");
    add_field(&json, &case_fields[CASE_ADOPTIONS], ~UINT64_C(0), say("Where else was it done?"));
    json_key(&json, "rules");
    json_array_open(&json);
    for (size_t i = 0; i < field_rule_count; i++)
        if (is_asked(&field_rules[i]))
            add_rule(&json, &field_rules[i]);
    json_array_close(&json);
    add_private(&json);
    json_object_close(&json);
}
