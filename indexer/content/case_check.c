#include "indexer/content/case_check.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/slug.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/abbreviations.h"
#include "indexer/content/causes.h"
#include "indexer/content/claims.h"
#include "indexer/content/codes.h"
#include "indexer/content/contradictions.h"
#include "indexer/content/field_rules.h"
#include "indexer/content/leftovers.h"
#include "indexer/content/meant_address.h"
#include "indexer/content/outcome.h"
#include "indexer/content/outcome_check.h"
#include "indexer/content/page_links.h"
#include "indexer/content/person.h"
#include "indexer/content/private_check.h"
#include "indexer/content/readable.h"
#include "indexer/content/scalars.h"
#include "indexer/content/sections_check.h"
#include "indexer/content/value_check.h"

enum { IMAGE_FILE_MAX = 1024 * 1024 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Everything that a rule may look at. */
struct rule_case {
    struct arena *arena;
    const struct case_study *study;
    const struct case_context *context;
    struct diagnostics *diagnostics;
};

static const struct value *field(const struct rule_case *rule, enum case_field at)
{
    return &rule->study->fields[at];
}

static bool is_term(const struct rule_case *rule, enum case_field at, const char *term)
{
    return strcmp(case_text(rule->study, at, ""), term) == 0;
}

static struct place whole_place(const struct value *value)
{
    return (struct place){value->place.line, value->place.column, value->span};
}

/* The answer in place of the one that was just reported. */
static void offer(const struct rule_case *rule, const struct value *value, struct meant meant)
{
    if (meant.text && value->span)
        diagnostics_offer(rule->diagnostics, whole_place(value),
                          yaml_scalar(rule->arena, meant.text, strlen(meant.text), value->in_brackets), meant.safe,
                          meant.remark);
}

static void answers_fit_each_other(const struct rule_case *rule)
{
    field_rules_check(rule->arena, rule->study, rule->diagnostics);
}

/* An end that could not be read was told. */
static void end_is_known(const struct rule_case *rule)
{
    const struct value *end = field(rule, CASE_END);
    bool is_written = end->kind != VALUE_NONE || (end->place.line && !end->unanswered);
    if (!is_written && rule->study->complete_front &&
        (is_term(rule, CASE_STAGE, "ended") || is_term(rule, CASE_STAGE, "stopped")))
        report(rule->diagnostics, CODE_NO_END, field(rule, CASE_STAGE)->place,
               "in which year? It belongs on a line of its own that begins with end:", "it %s, and nothing says when",
               is_term(rule, CASE_STAGE, "ended") ? "ended" : "was stopped");
}

static void contact_agreed(const struct rule_case *rule)
{
    const struct value *contact = field(rule, CASE_CONTACT);
    const struct value *email = value_member(contact, CONTACT_EMAIL);
    if (contact->kind != VALUE_MAP || value_member(contact, CONTACT_CONSENT)->number != 0)
        return;
    if (value_member(contact, CONTACT_NAME)->kind != VALUE_NONE)
        report(rule->diagnostics, CODE_CONSENT, value_member(contact, CONTACT_NAME)->place,
               "ask the person and add consent: true, or give a role and a shared address",
               "a person's name is published only with their consent");
    else if (email->kind == VALUE_TEXT && person_own_address(email->text, value_text(contact, CONTACT_ROLE, "")))
        report(rule->diagnostics, CODE_MAILBOX, email->place,
               "if it is, ask them and add consent: true; if it is shared, name the team in role: as the address does",
               "is \"%s\" a person's own address?", email->text);
}

/* A role that is somebody's name. */
static void contact_is_a_role(const struct rule_case *rule)
{
    const struct value *contact = field(rule, CASE_CONTACT);
    const char *role = value_text(contact, CONTACT_ROLE, "");
    if (contact->kind == VALUE_MAP && value_member(contact, CONTACT_CONSENT)->number == 0 && person_is_named(role))
        report(rule->diagnostics, CODE_PERSON, value_member(contact, CONTACT_ROLE)->place,
               "write the post or team, which stays when the person goes; or ask them, and add consent: true",
               "does \"%s\" name a person?", role);
}

/* Those that answer for the work are named by their posts. */
static void ask_for_post(const struct rule_case *rule, const struct value *value)
{
    if (value->kind == VALUE_TEXT && person_is_named(value->text))
        report(rule->diagnostics, CODE_PERSON, value->place, "write the post or body, which stays when the person goes",
               "does \"%s\" name a person?", value->text);
    for (size_t i = 0; i < value->count; i++)
        ask_for_post(rule, &value->items[i]);
}

static void posts_are_no_people(const struct rule_case *rule)
{
    ask_for_post(rule, field(rule, CASE_ACCOUNTABLE));
    ask_for_post(rule, field(rule, CASE_ANSWERS_TO));
    ask_for_post(rule, field(rule, CASE_CLEARED_BY));
}

static void dois_are_dois(const struct rule_case *rule)
{
    const struct value *sources = field(rule, CASE_SOURCES);
    for (size_t i = 0; i < sources->count; i++) {
        const struct value *doi = value_member(&sources->items[i], SOURCE_DOI);
        if (doi->kind != VALUE_TEXT || scalar_doi(doi->text))
            continue;
        struct meant meant = meant_doi(rule->arena, doi->text);
        report(rule->diagnostics, CODE_DOI, doi->place, meant.remark, "\"%s\" is not a DOI", doi->text);
        offer(rule, doi, meant);
    }
}

static void outcomes_are_complete(const struct rule_case *rule)
{
    outcome_check(rule->arena, rule->study, rule->context->vocabularies, rule->diagnostics);
}

static void gap_effect_agrees(const struct rule_case *rule)
{
    const char *said = case_text(rule->study, CASE_GAP_EFFECT, NULL);
    const char *computed = outcome_gap_effect(rule->study);
    if (said && computed && strcmp(said, computed) != 0 && strcmp(said, "mixed") != 0)
        report(rule->diagnostics, CODE_GAP_AT_ODDS, field(rule, CASE_GAP_EFFECT)->place,
               "check the figures, or what gap_effect says", "gap_effect says %s, and the figures say %s", said,
               computed);
}

static void mainstreamed_fits_the_stage(const struct rule_case *rule)
{
    if (field(rule, CASE_MAINSTREAMED)->kind == VALUE_MAP && !is_term(rule, CASE_STAGE, "mainstreamed") &&
        !is_term(rule, CASE_STAGE, "spread"))
        report(rule->diagnostics, CODE_NOT_MAINSTREAMED, field(rule, CASE_MAINSTREAMED)->place,
               "make the stage mainstreamed or spread, or take this out", "mainstreamed is filled, and the stage is %s",
               case_text(rule->study, CASE_STAGE, "missing"));
}

/* What an image file of each kind begins with. */
struct image_kind {
    const char *start;
    size_t size;
};

static bool is_picture(const char *data, size_t size)
{
    static const struct image_kind kinds[] = {{"\x89PNG\r\n\x1A\n", 8}, {"\xFF\xD8\xFF", 3}, {"RIFF", 4}};
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (size > 16 && memcmp(data, kinds[i].start, kinds[i].size) == 0)
            return kinds[i].size != 4 || memcmp(data + 8, "WEBP", 4) == 0;
    return false;
}

static void images_are_there(const struct rule_case *rule)
{
    const struct markdown_body *body = &rule->study->body;
    for (size_t i = 0; rule->context->root && i < body->image_count; i++) {
        struct file file = {0};
        const char *path = arena_format(rule->arena, "%s/content/images/%s", rule->context->root, body->images[i].name);
        enum file_status status = file_read(rule->arena, path, IMAGE_FILE_MAX, &file);
        if (status == FILE_TOO_LARGE)
            report(rule->diagnostics, CODE_IMAGE, body->images[i].place, "make it smaller",
                   "the image %s is larger than 1 MiB", body->images[i].name);
        else if (status == FILE_FAILED && file_reason_is_system(file.reason))
            report(rule->diagnostics, CODE_SYSTEM, body->images[i].place, NULL, "the image %s cannot be read: %s",
                   body->images[i].name, strerror(file.reason));
        else if (status != FILE_DONE)
            report(rule->diagnostics, CODE_IMAGE, body->images[i].place, "add the file to content/images/",
                   "the image %s %s", body->images[i].name, file_status_text(status, file.reason));
        else if (!is_picture(file.data, file.size))
            report(rule->diagnostics, CODE_IMAGE, body->images[i].place, "save it as PNG, JPEG or WebP",
                   "%s is not a PNG, JPEG or WebP picture", body->images[i].name);
    }
}

static void pages_are_there(const struct rule_case *rule)
{
    const struct markdown_body *body = &rule->study->body;
    const struct markdown_link *first = NULL;
    struct string_list pages;
    for (size_t i = 0; i < body->link_count && !first; i++)
        first = body->links[i].is_page ? &body->links[i] : NULL;
    if (!rule->context->root || !first)
        return;
    int reason = page_links_pages(rule->arena, rule->context->root, &pages);
    if (reason)
        report(rule->diagnostics, file_reason_is_system(reason) ? CODE_SYSTEM : CODE_UNREADABLE, first->place, NULL,
               "the folder content/pages cannot be read: %s", strerror(reason));
    else
        page_links_check(rule->arena, body, &pages, rule->diagnostics);
}

static void sections_are_right(const struct rule_case *rule)
{
    sections_check(rule->arena, &rule->study->body, rule->diagnostics);
}

static void (*const rules[])(const struct rule_case *) = {
    answers_fit_each_other,      end_is_known,       contact_agreed,        contact_is_a_role,
    posts_are_no_people,         dois_are_dois,      outcomes_are_complete, gap_effect_agrees,
    mainstreamed_fits_the_stage, sections_are_right, images_are_there,      pages_are_there,
};

/* Some names are taken, by the site or by Windows, however they are written, and some are too long. */
static const char *case_name_help(struct arena *arena, const char *id)
{
    const char *meant = slug_of(arena, id);
    return scalar_case_id(meant)
               ? arena_format(arena, "rename it to %s.md, or to other lower-case words with hyphens", meant)
               : "rename it to two to eight other lower-case words with hyphens";
}

static void check_name(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics)
{
    const char *slash = strrchr(study->path, '/');
    if (!scalar_case_id(study->id))
        report(diagnostics, CODE_FILE_NAME, ((struct place){0, 0, 0}), case_name_help(arena, study->id),
               "\"%s\" cannot be the name of a case study", slash ? slash + 1 : study->path);
}

/* Each answer by itself, as the table of fields has it. */
static void check_answers(const struct rule_case *rule)
{
    const struct case_study *study = rule->study;
    const struct source *source = &study->source;
    struct value_checker checker = {rule->arena, rule->context->vocabularies, rule->diagnostics};
    values_check(&checker, case_fields, CASE_FIELDS, study->fields);
    if (source->front_whole)
        values_require(&checker, case_fields, CASE_FIELDS, study->fields, (struct place){1, 1, 3}, &source->broken);
}

/* Texts that readers see are looked through as the body is; what is an address or an id by its type is not one. */
static bool is_prose(const struct field *row)
{
    return row->type == FIELD_TEXT && strcmp(row->key, "doi") != 0;
}

static void check_words(const struct rule_case *rule, const struct field *row, const struct value *value)
{
    if (value->kind == VALUE_TEXT && is_prose(row))
        private_check_answer(rule->arena, value->text, value->place, rule->diagnostics);
    if (value->padded) {
        report(rule->diagnostics, CODE_PADDED, value->place, "take out the blanks next to the quotation marks",
               "blanks at the ends of \"%s\" are left out", row->key);
        offer(rule, value, (struct meant){value->text, true, NULL});
    }
    for (size_t i = 0; i < value->count; i++)
        check_words(rule, value->kind == VALUE_MAP ? &row->members[i] : row, &value->items[i]);
}

static void ask_about_words(const struct rule_case *rule, const struct field *row, const struct value *value)
{
    if (value->kind == VALUE_TEXT && is_prose(row))
        leftovers_check_answer(rule->arena, value, rule->diagnostics);
    if (value->kind == VALUE_TEXT && (row->type == FIELD_URL || row->type == FIELD_EMAIL))
        leftovers_check_address(value->text, value->place, rule->diagnostics);
    for (size_t i = 0; i < value->count; i++)
        ask_about_words(rule, value->kind == VALUE_MAP ? &row->members[i] : row, &value->items[i]);
}

/* Those who answer for the work are asked about as such, and a contact may be named. */
static bool may_name(enum case_field at)
{
    return at == CASE_CONTACT || at == CASE_ACCOUNTABLE || at == CASE_ANSWERS_TO || at == CASE_CLEARED_BY ||
           at == CASE_SOURCES;
}

static void ask_about_persons(const struct rule_case *rule, const struct value *value)
{
    if (value->kind == VALUE_TEXT)
        private_ask_answer(value->text, value->place, rule->diagnostics);
    for (size_t i = 0; i < value->count; i++)
        ask_about_persons(rule, &value->items[i]);
}

void case_check_errors(struct arena *arena, const struct case_study *study, const struct case_context *context,
                       struct diagnostics *diagnostics)
{
    struct rule_case rule = {arena, study, context, diagnostics};
    check_name(arena, study, diagnostics);
    check_answers(&rule);
    for (size_t i = 0; i < CASE_FIELDS; i++)
        check_words(&rule, &case_fields[i], &study->fields[i]);
    if (!study->source.body)
        return;
    private_check(&study->body, diagnostics);
    for (size_t i = 0; i < COUNT(rules); i++)
        rules[i](&rule);
    contradictions_check(arena, study, diagnostics);
}

void case_check(struct arena *arena, const struct case_study *study, const struct case_context *context,
                struct diagnostics *diagnostics)
{
    struct rule_case rule = {arena, study, context, diagnostics};
    case_check_errors(arena, study, context, diagnostics);
    for (size_t i = 0; i < CASE_FIELDS; i++)
        ask_about_words(&rule, &case_fields[i], &study->fields[i]);
    for (size_t i = 0; i < CASE_FIELDS; i++)
        if (!may_name((enum case_field)i))
            ask_about_persons(&rule, &study->fields[i]);
    if (!study->source.body)
        return;
    private_ask(&study->body, diagnostics);
    leftovers_check(arena, &study->body, diagnostics);
    claims_check(arena, study, diagnostics);
    causes_check(study, diagnostics);
    readable_check(study, diagnostics);
    abbreviations_check(arena, study, context->vocabularies, diagnostics);
}
