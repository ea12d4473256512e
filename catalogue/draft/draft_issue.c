#include "catalogue/draft/draft_given.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/draft_partners.h"
#include "catalogue/draft/draft_private.h"
#include "catalogue/draft/draft_words.h"
#include "catalogue/site/contribute/questions.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/headings.h"
#include "indexer/content/person.h"
#include "indexer/content/privacy.h"
#include "indexer/content/term_meant.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What the issue form asks in other words than the form of the site. */
static const struct {
    const char *label;
    enum case_field field;
    const char *section;
} labels[] = {
    {"In one line, what was done?", CASE_TITLE, NULL},
    {"What changed, and for whom?", CASE_FIELDS, "What changed"},
    {"What would you tell somebody who wants to do the same?", CASE_FIELDS, "What we would do differently"},
    {"Who took part?", CASE_PARTNERS, NULL},
    {"Where?", CASE_PLACE, NULL},
    {"How does it stand today?", CASE_STAGE, NULL},
    {"Sources", CASE_SOURCES, NULL},
    {"Whom may readers ask?", CASE_CONTACT, NULL},
};

/* What may be chosen there, in other words than the terms have. */
static const char *const choices[][2] = {
    {"Running", "live"},
    {"Became part of the usual work", "mainstreamed"},
    {"Ended as planned", "ended"},
    {"Was stopped", "stopped"},
    {"I do not know", "not-known"},
};

/* One issue on its way. */
struct issue {
    struct arena *arena;
    const struct draft_base *base;
    struct document *document;
    struct draft_body *body;
    struct yaml_node *front;
};

/* What a label asks for: a field, or the heading of a section; false when nobody knows it. */
static bool asked_for(const char *label, enum case_field *field, const char **section)
{
    *field = CASE_FIELDS;
    *section = NULL;
    for (size_t i = 0; i < COUNT(labels); i++)
        if (strcasecmp(label, labels[i].label) == 0) {
            *field = labels[i].field;
            *section = labels[i].section;
            return true;
        }
    for (size_t i = 0; i < FORM_STEPS; i++)
        for (size_t j = 0; j < FORM_QUESTIONS && form_steps[i].questions[j].label; j++)
            if (strcasecmp(label, form_steps[i].questions[j].label) == 0) {
                *field = form_steps[i].questions[j].field;
                *section = form_steps[i].questions[j].section;
                return true;
            }
    *section = heading_meant(label);
    return *section != NULL;
}

/* The items of an answer: its lines, and of one line what commas part. */
static struct string_list items_of(struct arena *arena, const char *answer)
{
    struct string_list items = {0};
    const char *ends = strchr(answer, '\n') ? "\n" : ",;";
    while (*answer) {
        size_t size = strcspn(answer, ends);
        const char *from = answer + strspn(answer, " \t-*");
        const char *item = from < answer + size ? arena_copy(arena, from, (size_t)(answer + size - from)) : "";
        if (*item)
            string_list_add(arena, &items, draft_one_line(arena, item));
        answer += size + (answer[size] != '\0');
    }
    return items;
}

static const char *term_of(const struct issue *issue, const struct field *field, const char *word)
{
    const struct vocabulary *vocabulary = vocabulary_find(issue->base->vocabularies, field->vocabulary);
    for (size_t i = 0; vocabulary && i < COUNT(choices); i++)
        if (strcasecmp(choices[i][0], word) == 0 && vocabulary_term(vocabulary, choices[i][1]))
            return choices[i][1];
    const struct term_meant meant =
        vocabulary ? term_meant(issue->arena, issue->base->vocabularies, vocabulary, word) : (struct term_meant){0};
    return meant.term ? meant.term->id : word;
}

static void answer_partners(const struct issue *issue, const char *answer)
{
    const struct string_list names = items_of(issue->arena, answer);
    struct yaml_node *list = draft_partner_list(issue->arena, issue->base, &names);
    if (list)
        yaml_make_entry(issue->arena, issue->front, case_fields[CASE_PARTNERS].key, list);
}

/* Where a part of an answer about people has its e-mail address; false when it has none. */
static bool has_address(const char *part, struct private_find *found)
{
    for (size_t from = 0; privacy_next(part, strlen(part), from, found); from = found->at + found->size)
        if (found->kind == PRIVATE_EMAIL)
            return true;
    return false;
}

/* Without blanks, brackets and stops that what stood beside it has left. */
static const char *without_ends(struct arena *arena, const char *text)
{
    static const char marks[] = " \t.:;,()<>[]-|";
    text += strspn(text, marks);
    size_t size = strlen(text);
    while (size && strchr(marks, text[size - 1]))
        size--;
    return arena_copy(arena, text, size);
}

/* The words of a part that say which post or team it is; what reaches or names a person is left out. */
static const char *role_in(const struct issue *issue, const char *part)
{
    struct text rest = {0};
    struct private_find found = {0};
    size_t from = 0;
    struct left_out *left_out = &issue->document->left_out;
    for (; privacy_next(part, strlen(part), from, &found); from = found.at + found.size)
        text_append(&rest, part + from, found.at - from);
    text_add(&rest, part + from);
    draft_private(issue->arena, part, left_out);
    const char *role = without_ends(issue->arena, draft_one_line(issue->arena, text_string(&rest)));
    text_free(&rest);
    if (!person_is_named(role))
        return role;
    left_out_add(issue->arena, left_out, "whom to ask, or who wrote it", role, strlen(role));
    return "";
}

/* A post or team, and a shared address; nobody's name, own address or number. */
static void answer_contact(const struct issue *issue, const char *answer)
{
    const struct field *members = case_fields[CASE_CONTACT].members;
    struct arena *arena = issue->arena;
    struct yaml_node *contact = yaml_make(arena, TREE_MAP);
    struct string_list roles = {0};
    const char *email = "";
    while (*answer) {
        size_t size = strcspn(answer, ",;\n|");
        const char *part = arena_copy(arena, answer, size);
        struct private_find found = {0};
        bool shared = !*email && has_address(part, &found) &&
                      !person_own_address(arena_copy(arena, part + found.at, found.size), "");
        if (shared) {
            email = arena_copy(arena, part + found.at, found.size);
            part = arena_format(arena, "%.*s %s", (int)found.at, part, part + found.at + found.size);
        }
        const char *role = role_in(issue, part);
        if (*role)
            string_list_add(arena, &roles, role);
        answer += size + (answer[size] != '\0');
    }
    if (roles.count)
        yaml_make_entry(arena, contact, members[CONTACT_ROLE].key,
                        yaml_make_scalar(arena, string_list_join(arena, &roles, ", ")));
    if (*email)
        yaml_make_entry(arena, contact, members[CONTACT_EMAIL].key, yaml_make_scalar(arena, email));
    if (contact->count)
        yaml_make_entry(arena, issue->front, case_fields[CASE_CONTACT].key, contact);
}

static void answer_field(const struct issue *issue, enum case_field number, const char *answer)
{
    const struct field *field = &case_fields[number];
    struct string_list items = items_of(issue->arena, answer);
    struct yaml_node *list = yaml_make(issue->arena, TREE_LIST);
    const char *line = draft_one_line(issue->arena, answer);
    for (size_t i = 0; field->is_list && i < items.count; i++)
        yaml_make_item(issue->arena, list,
                       yaml_make_scalar(issue->arena, field->type == FIELD_TERM ? term_of(issue, field, items.items[i])
                                                                                : items.items[i]));
    if (number == CASE_SOURCES)
        issue->body->sources = strchr(answer, '\n') ? string_list_join(issue->arena, &items, "\n\n") : answer;
    else if (number == CASE_PLACE)
        issue->body->place = line;
    else if (field->type == FIELD_MAP)
        draft_body_unplaced(issue->arena, issue->body, field->key, answer);
    else
        yaml_make_entry(
            issue->arena, issue->front, field->key,
            field->is_list
                ? list
                : yaml_make_scalar(issue->arena, field->type == FIELD_TERM ? term_of(issue, field, line) : line));
}

static void place(const struct issue *issue, const char *label, const char *answer)
{
    enum case_field field;
    const char *section = NULL;
    bool known = asked_for(label, &field, &section);
    bool again = known && !section && yaml_get(issue->front, case_fields[field].key);
    if (!*answer || strcmp(answer, "_No response_") == 0)
        return;
    bool is_contact = known && !section && field == CASE_CONTACT && !again;
    const char *clean = is_contact ? answer : draft_private(issue->arena, answer, &issue->document->left_out);
    if (is_contact)
        answer_contact(issue, answer);
    else if (!known || again)
        draft_body_unplaced(issue->arena, issue->body, label, clean);
    else if (section)
        draft_body_add(issue->arena, issue->body, section, clean);
    else if (field == CASE_PARTNERS)
        answer_partners(issue, clean);
    else
        answer_field(issue, field, clean);
    string_list_add(issue->arena, &issue->body->placed,
                    arena_format(issue->arena, "%s \u2192 %s", label,
                                 !known || again ? draft_unplaced
                                 : section       ? section
                                                 : case_fields[field].key));
}

/* Without blanks and line ends around. */
static const char *trimmed(struct arena *arena, const char *from, const char *end)
{
    while (from < end && strchr(" \t\n", *from))
        from++;
    while (end > from && strchr(" \t\n", end[-1]))
        end--;
    return arena_copy(arena, from, (size_t)(end - from));
}

/* The next line that begins a block, from one on; the end of the text when there is none. */
static const char *block_from(const char *line)
{
    while (*line && strncmp(line, "### ", 4) != 0) {
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    return line;
}

bool draft_issue(struct arena *arena, const struct draft_base *base, const char *text, struct document *document,
                 struct draft_body *body)
{
    const struct issue issue = {arena, base, document, body, yaml_make(arena, TREE_MAP)};
    const char *block = block_from(text);
    const char *lead = draft_private(arena, trimmed(arena, text, block), &document->left_out);
    bool found = *block != '\0';
    if (*lead)
        draft_body_unplaced(arena, body, "", lead);
    while (*block) {
        const char *label = block + strlen("### ");
        const char *end = label + strcspn(label, "\n");
        const char *next = block_from(end + (*end == '\n'));
        place(&issue, trimmed(arena, label, end), trimmed(arena, end, next));
        block = next;
    }
    document->front = issue.front;
    document->is_own = true;
    return found;
}
