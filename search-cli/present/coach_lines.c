#include "search-cli/present/coach_lines.h"

#include <string.h>

#include "indexer/base/text.h"

enum { TERMS_LISTED = 8 };

/* What each type asks for; texts and terms have words of their own. */
static const char *const asked[FIELD_TYPE_COUNT] = {
    [FIELD_DATE] = "YYYY-MM",      [FIELD_NUMBER] = "which number",        [FIELD_COUNT] = "which number",
    [FIELD_YEAR] = "YYYY",         [FIELD_YES_NO] = "yes or no",           [FIELD_URL] = "the address of the page",
    [FIELD_EMAIL] = "the address", [FIELD_REFERENCE] = "which case study", [FIELD_CASE_ID] = "which case study",
};

/* "narrowed / widened / mixed", or the file that has the terms. */
static void add_terms(struct text *out, const struct vocabulary *vocabulary)
{
    if (!vocabulary || vocabulary->count > TERMS_LISTED) {
        text_format(out, "\"which of content/vocabulary/%s.yaml?\"", vocabulary ? vocabulary->name : "");
        return;
    }
    for (size_t i = 0; i < vocabulary->count; i++)
        text_format(out, "%s%s", i ? " / " : "", vocabulary->terms[i].id);
}

static void add_answer(struct text *out, const struct field *field, const char *example, size_t size,
                       const struct vocabularies *vocabularies)
{
    bool brackets = field->is_list && size && *example == '[';
    text_add(out, brackets ? "[" : "");
    if (field->type == FIELD_TERM)
        add_terms(out, vocabulary_find(vocabularies, field->vocabulary));
    else if (field->type == FIELD_TEXT)
        text_format(out, "\"[%.*s]\"", (int)(size - (brackets ? 2 : 0)), example + brackets);
    else
        text_add(out, asked[field->type]);
    text_add(out, brackets ? "]" : "");
}

/* An example of several lines, while it is gone through. */
struct opening {
    struct arena *arena;
    const struct field *field;
    const struct vocabularies *vocabularies;
    const struct field *group; /* whose members stand here: the field, or a group within it, from this column on */
    size_t column;
};

/* What stands before an answer of a line, and the answer left open. */
static void add_line(struct opening *opening, struct text *out, const char *line, size_t size)
{
    size_t lead = strspn(line, " -");
    if (lead <= opening->column)
        opening->group = opening->field;
    const struct field *group = opening->group;
    size_t key = group->type == FIELD_MAP ? strcspn(line + lead, ":") : 0;
    size_t answer = lead + key + (key ? strlen(": ") : 0);
    size_t member = field_find(group->members, group->member_count, arena_copy(opening->arena, line + lead, key));
    text_append(out, line, answer < size ? answer : size);
    if (key && member == group->member_count)
        return;
    const struct field *field = key ? &group->members[member] : group;
    if (field != group && field->type == FIELD_MAP) {
        opening->group = field;
        opening->column = lead;
    } else if (answer < size) {
        add_answer(out, field, line + answer, size - answer, opening->vocabularies);
    }
}

const char *coach_lines(struct arena *arena, const struct field *field, const struct vocabularies *vocabularies)
{
    struct text out = {0};
    const char *line = field->example;
    struct opening opening = {arena, field, vocabularies, field, 0};
    text_format(&out, "%s:", field->key);
    if (*line != '\n') {
        text_char(&out, ' ');
        add_answer(&out, field, line, strlen(line), vocabularies);
    }
    while (*line == '\n') {
        size_t size = strcspn(++line, "\n");
        text_char(&out, '\n');
        add_line(&opening, &out, line, size);
        line += size;
    }
    const char *lines = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return lines;
}
