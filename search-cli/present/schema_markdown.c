#include "search-cli/present/schema.h"

#include "indexer/content/fields.h"

/* A vocabulary of up to this many terms is written out; of a longer one the file is named. */
enum { TERMS_WRITTEN_OUT = 8 };

static const char *const type_names[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = "text",
    [FIELD_DATE] = "date: YYYY, YYYY-MM or YYYY-MM-DD",
    [FIELD_NUMBER] = "number",
    [FIELD_COUNT] = "whole number",
    [FIELD_YEAR] = "year",
    [FIELD_YES_NO] = "true or false",
    [FIELD_URL] = "web address",
    [FIELD_EMAIL] = "e-mail address",
    [FIELD_REFERENCE] = "id of a case study, or web address",
    [FIELD_CASE_ID] = "id of a case study",
    [FIELD_MAP] = "group of answers, see below",
};

/* The tables of fields, by how much they are needed. */
struct section {
    enum field_need need;
    const char *heading;
    const char *note;
};

static const struct section sections[] = {
    {FIELD_REQUIRED, "Required", "Without these a file does not pass."},
    {FIELD_ADVISED, "Advised", "A file passes without these, and is worth much more with them."},
    {FIELD_OPTIONAL, "If they apply", "Leave out what does not apply or is not known."},
};

static void add_terms(struct text *out, const struct vocabulary *vocabulary, const char *name)
{
    if (!vocabulary || (vocabulary->count > TERMS_WRITTEN_OUT && !vocabulary->is_built_in)) {
        text_format(out, "term of [%s](content/vocabulary/%s.yaml)", name, name);
        return;
    }
    for (size_t i = 0; i < vocabulary->count; i++)
        text_format(out, "%s`%s`", i == 0 ? "" : i + 1 == vocabulary->count ? " or " : ", ", vocabulary->terms[i].id);
}

/* ", 1 to 5 characters" */
static void add_range(struct text *out, size_t least, size_t most, const char *unit)
{
    if (least && least == most)
        text_format(out, ", %zu%s", least, unit);
    else if (least && most)
        text_format(out, ", %zu to %zu%s", least, most, unit);
    else if (most)
        text_format(out, ", at most %zu%s", most, unit);
    else if (least)
        text_format(out, ", %zu or more%s", least, unit);
}

static void add_type(struct text *out, const struct field *field, const struct vocabularies *vocabularies)
{
    if (field->is_list) {
        text_add(out, "list");
        add_range(out, field->least, field->most, "");
        text_add(out, ": ");
    }
    if (field->type == FIELD_TERM)
        add_terms(out, vocabulary_find(vocabularies, field->vocabulary), field->vocabulary);
    else
        text_add(out, type_names[field->type]);
    add_range(out, field->shortest, field->longest, " characters");
}

static void add_row(struct text *out, const struct field *field, const char *mark,
                    const struct vocabularies *vocabularies)
{
    text_format(out, "| `%s`%s | ", field->key, mark);
    add_type(out, field, vocabularies);
    text_format(out, " | %s |", field->help);
}

static void add_section(struct text *out, const struct section *section, const struct vocabularies *vocabularies)
{
    text_format(out, "### %s\n\n%s\n\n| field | type | what belongs there | example |\n| --- | --- | --- | --- |\n",
                section->heading, section->note);
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        const struct field *field = &case_fields[i];
        if (field->need != section->need)
            continue;
        add_row(out, field, "", vocabularies);
        if (field->example && field->example[0] != '\n')
            text_format(out, " `%s` |\n", field->example);
        else
            text_add(out, " |\n");
    }
    text_char(out, '\n');
}

/* An example of the group, which has those within it, and its members; * marks what is required in it. */
static void add_group(struct text *out, const struct field *field, const struct field *within,
                      const struct vocabularies *vocabularies)
{
    text_format(out, "\n#### `%s`", field->key);
    if (within)
        text_format(out, " within `%s`\n\n", within->key);
    else
        text_format(out, "\n\n```yaml\n%s:%s\n```\n\n", field->key, field->example);
    text_add(out, "| within it | type | what belongs there |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < field->member_count; i++) {
        const struct field *member = &field->members[i];
        add_row(out, member, member->need == FIELD_REQUIRED ? " *" : "", vocabularies);
        text_char(out, '\n');
    }
    for (size_t i = 0; i < field->member_count; i++)
        if (field->members[i].type == FIELD_MAP)
            add_group(out, &field->members[i], field, vocabularies);
}

void schema_markdown(struct text *out, const struct vocabularies *vocabularies)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        add_section(out, &sections[i], vocabularies);
    text_add(out, "### Groups of answers\n\nThose marked * are required once the group is there.\n");
    for (size_t i = 0; i < CASE_FIELDS; i++)
        if (case_fields[i].type == FIELD_MAP)
            add_group(out, &case_fields[i], NULL, vocabularies);
}
