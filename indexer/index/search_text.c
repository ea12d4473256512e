#include "indexer/index/search_text.h"

#include "indexer/base/text.h"

const char *const search_text_names[TEXT_COLUMNS] = {
    [TEXT_TITLE] = "title", [TEXT_SUMMARY] = "summary", [TEXT_TAGS] = "tags", [TEXT_BODY] = "body"};

/* Parts of fields have the numbers of columns, and 0 for none of them. */
struct writer {
    struct text parts[TEXT_COLUMNS + 1];
    const struct vocabularies *vocabularies;
};

static void add_line(struct text *out, const char *line)
{
    if (out->size)
        text_char(out, '\n');
    text_add(out, line);
}

static void add_term(struct writer *writer, const struct field *field, const char *id)
{
    const struct term *term = vocabulary_term(vocabulary_find(writer->vocabularies, field->vocabulary), id);
    struct text *out = &writer->parts[field->part];
    add_line(out, term ? term->label : id);
    for (size_t i = 0; term && i < term->search_words.count; i++)
        add_line(out, term->search_words.items[i]);
}

static void add_value(struct writer *writer, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_TEXT && field->part != PART_NONE && field->type == FIELD_TERM)
        add_term(writer, field, value->text);
    else if (value->kind == VALUE_TEXT && field->part != PART_NONE)
        add_line(&writer->parts[field->part], value->text);
    else if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->count; i++)
            add_value(writer, field, &value->items[i]);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < value->count; i++)
            add_value(writer, &field->members[i], &value->items[i]);
}

static const char *take(struct arena *arena, struct text *text)
{
    const char *copy = arena_copy(arena, text_string(text), text->size);
    text_free(text);
    return copy;
}

struct search_text search_text_of(struct arena *arena, const struct case_study *study,
                                  const struct vocabularies *vocabularies)
{
    struct writer writer = {.vocabularies = vocabularies};
    for (size_t i = 0; i < CASE_FIELDS; i++)
        add_value(&writer, &case_fields[i], &study->fields[i]);
    add_line(&writer.parts[PART_BODY], study->body.plain ? study->body.plain : "");
    struct search_text text;
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        text.columns[column] = take(arena, &writer.parts[column + 1]);
    return text;
}
