#include "catalogue/site/contribute/question_html.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/base/slug.h"
#include "search-cli/present/format.h"

/* A text that may be longer than this is written on several lines; of more terms than this the groups are closed. */
enum { LINE_MOST = 200, OPEN_MOST = 12 };

struct answer_place {
    const struct field *field; /* NULL: a section of the text */
    const char *path;
    const char *label;
    const char *hint; /* or NULL */
};

static const char *id_of(struct frame *frame, const char *path)
{
    return arena_format(&frame->arena, "q-%s", slug_of(&frame->arena, path));
}

static const char *hint_id(struct frame *frame, const char *path)
{
    return arena_format(&frame->arena, "%s-hint", id_of(frame, path));
}

/* "10 to 110 characters", or NULL. */
static const char *limits(struct frame *frame, const struct field *field)
{
    struct arena *arena = &frame->arena;
    if (field->type == FIELD_TEXT && field->shortest && field->longest)
        return arena_format(arena, field->is_list ? say("%zu to %zu characters each") : say("%zu to %zu characters"),
                            field->shortest, field->longest);
    if (field->type == FIELD_TERM && field->is_list && field->most > 1)
        return arena_format(arena, say("up to %zu of them"), field->most);
    if (field->type == FIELD_DATE)
        return say("as 2024, 2024-05 or 2024-05-31");
    return NULL;
}

static void write_hint(struct frame *frame, const struct answer_place *asked)
{
    if (!asked->hint)
        return;
    html_open(&frame->html, HTML_SPAN);
    html_class(&frame->html, "note");
    html_id(&frame->html, hint_id(frame, asked->path));
    html_text(&frame->html, asked->hint);
    html_close(&frame->html, HTML_SPAN);
}

static void name_control(struct frame *frame, const struct answer_place *asked)
{
    html_id(&frame->html, id_of(frame, asked->path));
    html_attribute(&frame->html, "name", asked->path);
    if (asked->hint)
        html_attribute(&frame->html, "aria-describedby", hint_id(frame, asked->path));
}

static void write_area(struct frame *frame, const struct answer_place *asked, const char *rows)
{
    html_open(&frame->html, HTML_TEXTAREA);
    name_control(frame, asked);
    html_attribute(&frame->html, "rows", rows);
    if (asked->field && asked->field->is_list)
        html_flag(&frame->html, "data-lines");
    html_close(&frame->html, HTML_TEXTAREA);
}

/* What a telephone shows as its keyboard. */
static const char *keyboard_of(enum field_type type)
{
    return type == FIELD_NUMBER                        ? "decimal"
           : type == FIELD_COUNT || type == FIELD_YEAR ? "numeric"
           : type == FIELD_URL                         ? "url"
           : type == FIELD_EMAIL                       ? "email"
                                                       : NULL;
}

static void write_line(struct frame *frame, const struct answer_place *asked)
{
    const char *keyboard = keyboard_of(asked->field->type);
    html_open(&frame->html, HTML_INPUT);
    html_attribute(&frame->html, "type", "text");
    name_control(frame, asked);
    html_attribute(&frame->html, "autocomplete", "off");
    if (keyboard)
        html_attribute(&frame->html, "inputmode", keyboard);
}

/* A list to choose one from; what the chosen one means is shown below it. */
static void write_select(struct frame *frame, const struct answer_place *asked)
{
    struct html *html = &frame->html;
    const struct vocabulary *vocabulary = vocabulary_find(frame->site->vocabularies, asked->field->vocabulary);
    html_open(html, HTML_SELECT);
    name_control(frame, asked);
    html_open(html, HTML_OPTION);
    html_attribute(html, "value", "");
    html_text(html, say("– choose –"));
    html_close(html, HTML_OPTION);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        html_open(html, HTML_OPTION);
        html_attribute(html, "value", vocabulary->terms[i].id);
        html_attribute(html, "data-meaning", vocabulary->terms[i].definition);
        html_text(html, vocabulary->terms[i].label);
        html_close(html, HTML_OPTION);
    }
    html_close(html, HTML_SELECT);
}

static void write_control(struct frame *frame, const struct answer_place *asked)
{
    const struct field *field = asked->field;
    if (!field)
        write_area(frame, asked, "8");
    else if (field->type == FIELD_TERM)
        write_select(frame, asked);
    else if (field->is_list || (field->type == FIELD_TEXT && field->longest > LINE_MOST))
        write_area(frame, asked, "4");
    else
        write_line(frame, asked);
}

/* A question that one element answers. */
static void write_plain(struct frame *frame, const struct answer_place *asked)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DIV);
    html_class(html, "question");
    html_attribute(html, "data-path", asked->path);
    html_open(html, HTML_LABEL);
    html_attribute(html, "for", id_of(frame, asked->path));
    html_text(html, asked->label);
    html_close(html, HTML_LABEL);
    write_hint(frame, asked);
    write_control(frame, asked);
    html_close(html, HTML_DIV);
}

/* A frame around what answers one question together. */
static struct html_mark open_group(struct frame *frame, const struct answer_place *asked, const char *class)
{
    struct html *html = &frame->html;
    struct html_mark group = html_open(html, HTML_FIELDSET);
    html_class(html, class);
    html_attribute(html, "data-path", asked->path);
    html_id(html, id_of(frame, asked->path));
    html_attribute(html, "tabindex", "-1");
    if (asked->hint)
        html_attribute(html, "aria-describedby", hint_id(frame, asked->path));
    html_element(html, HTML_LEGEND, NULL, asked->label);
    write_hint(frame, asked);
    return group;
}

static void write_choice(struct frame *frame, const struct answer_place *asked, const struct term *term)
{
    struct html *html = &frame->html;
    html_open(html, HTML_LABEL);
    html_class(html, "choice");
    html_open(html, HTML_INPUT);
    html_attribute(html, "type", asked->field->is_list ? "checkbox" : "radio");
    html_attribute(html, "name", asked->path);
    html_attribute(html, "value", term->id);
    html_open(html, HTML_SPAN);
    html_element(html, HTML_SPAN, "term", term->label);
    if (*term->definition)
        html_element(html, HTML_SPAN, "note", term->definition);
    html_close(html, HTML_SPAN);
    html_close(html, HTML_LABEL);
}

/* The terms of one group, which opens where there are many; those of a vocabulary without groups stand open. */
static void write_choices(struct frame *frame, const struct answer_place *asked, const struct vocabulary *vocabulary,
                          const char *group)
{
    struct html *html = &frame->html;
    bool opens = *group && vocabulary->count > OPEN_MOST;
    if (opens) {
        html_open(html, HTML_DETAILS);
        html_element(html, HTML_SUMMARY, NULL, vocabulary_group_label(frame->site->vocabularies, group));
    }
    for (size_t i = 0; i < vocabulary->count; i++)
        if (strcmp(vocabulary->terms[i].group, group) == 0)
            write_choice(frame, asked, &vocabulary->terms[i]);
    if (opens)
        html_close(html, HTML_DETAILS);
}

static bool is_first_of_group(const struct vocabulary *vocabulary, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(vocabulary->terms[i].group, vocabulary->terms[at].group) == 0)
            return false;
    return true;
}

static void write_terms(struct frame *frame, const struct answer_place *asked)
{
    const struct vocabulary *vocabulary = vocabulary_find(frame->site->vocabularies, asked->field->vocabulary);
    struct html_mark group = open_group(frame, asked, "question");
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        if (is_first_of_group(vocabulary, i))
            write_choices(frame, asked, vocabulary, vocabulary->terms[i].group);
    html_close_to(&frame->html, group);
}

static void write_members(struct frame *frame, const struct field *map, const char *path, uint64_t members)
{
    for (size_t i = 0; i < map->member_count; i++) {
        const struct field *member = &map->members[i];
        if (!(members & (UINT64_C(1) << i)))
            continue;
        write_plain(frame, &(struct answer_place){member, arena_format(&frame->arena, "%s.%s", path, member->key),
                                                  format_capital(&frame->arena, say(member->help)), NULL});
    }
}

/* The first of a list of maps; the script adds others like it. */
static void write_rows(struct frame *frame, const struct answer_place *asked, uint64_t members)
{
    const char *path = arena_format(&frame->arena, "%s.0", asked->path);
    html_open(&frame->html, HTML_DIV);
    html_attribute(&frame->html, "data-rows", asked->path);
    struct html_mark row = open_group(frame, &(struct answer_place){asked->field, path, "1", NULL}, "row");
    write_members(frame, asked->field, path, members);
    html_close_to(&frame->html, row);
    html_close(&frame->html, HTML_DIV);
}

static void write_map(struct frame *frame, const struct answer_place *asked, uint64_t members)
{
    struct html_mark group = open_group(frame, asked, "question");
    if (asked->field->is_list)
        write_rows(frame, asked, members);
    else
        write_members(frame, asked->field, asked->path, members);
    html_close_to(&frame->html, group);
}

/* What the field's own words and its limits add to the question; of what is chosen from a list these are the terms' own. */
static const char *hint_of(struct frame *frame, const struct field *field)
{
    if (!field)
        return say("In your own words, as many lines as it needs. An empty line begins a paragraph; a line that begins "
                   "with a hyphen and a blank is an item of a list.");
    const char *limit = limits(frame, field);
    if (field->type == FIELD_TERM && field->is_list)
        return limit ? format_capital(&frame->arena, limit) : NULL;
    bool has_lines = field->is_list && field->type == FIELD_TEXT;
    return arena_format(&frame->arena, "%s%s%s%s%s", format_capital(&frame->arena, say(field->help)), limit ? "; " : "",
                        limit ? limit : "", has_lines ? "; " : "", has_lines ? say("each on a line of its own") : "");
}

void question_write(struct frame *frame, const struct form_question *question)
{
    const struct field *field = question->section ? NULL : &case_fields[question->field];
    struct answer_place asked = {field, form_question_path(&frame->arena, question), say(question->label),
                                 hint_of(frame, field)};
    if (field && field->type == FIELD_MAP)
        write_map(frame, &asked, question->members);
    else if (field && field->type == FIELD_TERM)
        write_terms(frame, &asked);
    else
        write_plain(frame, &asked);
}
