#include "search-cli/present/show_text.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "search-cli/present/wrap.h"

enum { INDENT = 4, LABEL_COLUMNS = 22 };

static void add_heading(struct text *out, const char *heading, const struct print_style *style)
{
    text_char(out, '\n');
    wrap_toned(out, heading, tone_of(TONE_HEADING, style->color));
    text_char(out, '\n');
}

/* "Region                London, North West" */
static void add_fact(struct text *out, const char *label, const char *value, const struct print_style *style)
{
    if (!*value)
        return;
    text_format(out, "%-*s", LABEL_COLUMNS, label);
    wrap_string(out, value, LABEL_COLUMNS, style->width);
}

static const char *labels_of(struct arena *arena, const struct case_study *study, const struct facet *facet,
                             const struct print_style *style)
{
    struct string_list terms = case_terms(arena, study, facet);
    struct string_list labels = {0};
    for (size_t i = 0; i < terms.count; i++)
        string_list_add(arena, &labels, vocabulary_label(style->vocabularies, facet->vocabulary, terms.items[i]));
    return string_list_join(arena, &labels, ", ");
}

static const char *partner_line(struct arena *arena, const struct value *partner, const struct print_style *style)
{
    const char *type = value_text(partner, PARTNER_TYPE, "");
    const char *role = value_text(partner, PARTNER_ROLE, "");
    const char *said = *role ? vocabulary_label(style->vocabularies, "partner-role", role) : "";
    return arena_format(arena, "%s (%s%s%s)", value_text(partner, PARTNER_NAME, ""),
                        vocabulary_label(style->vocabularies, "partner-types", type), *said ? "; " : "", said);
}

static void add_list(struct text *out, const char *line, const struct print_style *style)
{
    text_add(out, "  - ");
    wrap_string(out, line, INDENT, style->width);
}

static const char *number_of(struct arena *arena, const struct value *value)
{
    struct text text = {0};
    number_text(&text, value->number);
    const char *copy = arena_string(arena, text_string(&text));
    text_free(&text);
    return copy;
}

static const char *member_number(struct arena *arena, const struct value *map, size_t member)
{
    const struct value *value = value_member(map, member);
    return value->kind == VALUE_NUMBER ? number_of(arena, value) : NULL;
}

static void add_change(struct text *out, const struct outcome_figures *figures)
{
    static const char *const gaps[] = {"", "; the gap narrowed", "; the gap did not change", "; the gap widened",
                                       "; there was no gap at the start"};
    if (figures->has_change)
        text_add(out, figures->change == 0 ? " (no change)" : figures->better ? " (better)" : " (worse)");
    if (figures->has_target)
        text_add(out, figures->target_met ? ", target met" : ", target not met");
    text_add(out, gaps[figures->gap]);
}

void show_outcome(struct text *out, const struct case_study *study, size_t number)
{
    struct arena arena = {0};
    const struct value *outcome = &study->fields[CASE_OUTCOMES].items[number];
    const char *before = member_number(&arena, outcome, OUTCOME_BASELINE);
    const char *after = member_number(&arena, outcome, OUTCOME_AFTER);
    const char *unit = value_text(outcome, OUTCOME_UNIT, "");
    const char *group = value_text(outcome, OUTCOME_GROUP, "");
    text_format(out, "%s: ", value_text(outcome, OUTCOME_MEASURE, value_text(outcome, OUTCOME_MEASURE_ID, "")));
    if (before)
        text_format(out, "%s to ", before);
    text_format(out, "%s%s%s", after ? after : value_text(outcome, OUTCOME_FINDING, ""),
                strcmp(unit, "%") && *unit ? " " : "", unit);
    add_change(out, &study->figures[number]);
    if (*group)
        text_format(out, " \xc2\xb7 %s", group);
    arena_free(&arena);
}

static void add_outcomes(struct text *out, const struct case_study *study, const struct print_style *style)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    if (!outcomes->count)
        return;
    add_heading(out, "Outcomes", style);
    for (size_t i = 0; i < outcomes->count; i++) {
        struct text line = {0};
        show_outcome(&line, study, i);
        add_list(out, text_string(&line), style);
        text_free(&line);
    }
}

static void add_texts(struct text *out, const char *heading, const struct value *list, const struct print_style *style)
{
    if (!list->count)
        return;
    add_heading(out, heading, style);
    for (size_t i = 0; i < list->count; i++)
        add_list(out, list->items[i].text, style);
}

/* A section as its paragraphs; list items get their dash back. */
static void add_section(struct text *out, const struct markdown_section *section, const struct print_style *style)
{
    struct arena arena = {0};
    struct string_list paragraphs = string_list_lines(&arena, section->plain ? section->plain : "");
    add_heading(out, section->heading, style);
    for (size_t i = 0, item = 0; i < paragraphs.count; i++) {
        bool is_item = item < section->item_count && !strcmp(section->items[item], paragraphs.items[i]);
        if (is_item)
            add_list(out, paragraphs.items[i], style);
        else
            wrap_string(out, paragraphs.items[i], 0, style->width);
        item += is_item;
    }
    arena_free(&arena);
}

static void add_sources(struct text *out, const struct case_study *study, const struct print_style *style)
{
    struct arena arena = {0};
    const struct value *sources = &study->fields[CASE_SOURCES];
    if (sources->count)
        add_heading(out, "Sources", style);
    for (size_t i = 0; i < sources->count; i++) {
        const struct value *source = &sources->items[i];
        const char *year = member_number(&arena, source, SOURCE_YEAR);
        const char *doi = value_text(source, SOURCE_DOI, "");
        const char *url = *doi ? arena_format(&arena, "https://doi.org/%s", doi) : value_text(source, SOURCE_URL, "");
        const char *parts[] = {value_text(source, SOURCE_TITLE, ""), value_text(source, SOURCE_PUBLISHER, ""),
                               year ? year : value_text(source, SOURCE_YEAR, ""), url};
        struct string_list line = {0};
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++)
            if (*parts[j])
                string_list_add(&arena, &line, parts[j]);
        text_format(out, "%3zu ", i + 1);
        wrap_string(out, string_list_join(&arena, &line, ". "), INDENT, style->width);
    }
    arena_free(&arena);
}

static void add_facts(struct text *out, struct arena *arena, const struct case_study *study,
                      const struct print_style *style)
{
    const char *start = case_text(study, CASE_START, "");
    const char *end = case_text(study, CASE_END, "");
    const struct value *contact = &study->fields[CASE_CONTACT];
    add_fact(out, "Place", case_text(study, CASE_PLACE, ""), style);
    for (size_t i = 0; i < FACET_COUNT; i++)
        if (strcmp(facets[i].key, "evidence"))
            add_fact(out, facets[i].label, labels_of(arena, study, &facets[i], style), style);
    add_fact(out, "Evidence level",
             arena_format(arena, "%s. %s", vocabulary_label(style->vocabularies, "evidence", study->evidence.id),
                          study->evidence.reason),
             style);
    if (*start || *end)
        add_fact(out, "When", arena_format(arena, "%s%s%s%s", *start ? "from " : "", start, *end ? " to " : "", end),
                 style);
    add_fact(out, "Accountable", case_text(study, CASE_ACCOUNTABLE, ""), style);
    if (contact->kind == VALUE_MAP)
        add_fact(out, "Contact",
                 arena_format(arena, "%s %s %s", value_text(contact, CONTACT_ROLE, ""),
                              value_text(contact, CONTACT_EMAIL, ""), value_text(contact, CONTACT_URL, "")),
                 style);
    add_fact(out, "Published", case_text(study, CASE_PUBLISHED, ""), style);
    add_fact(out, "Id", study->id, style);
}

void show_text(struct text *out, const struct case_study *study, const struct print_style *style)
{
    struct arena arena = {0};
    struct tone title = tone_of(TONE_TITLE, style->color);
    const struct marked heading = {.text = case_text(study, CASE_TITLE, "")};
    wrap_marked(out, &heading, 0, style->width, title, title);
    text_char(out, '\n');
    wrap_string(out, case_text(study, CASE_SUMMARY, ""), 0, style->width);
    text_char(out, '\n');
    add_facts(out, &arena, study, style);
    const struct value *partners = &study->fields[CASE_PARTNERS];
    add_heading(out, "Partners", style);
    for (size_t i = 0; i < partners->count; i++)
        add_list(out, partner_line(&arena, &partners->items[i], style), style);
    add_texts(out, "Key learning", &study->fields[CASE_LEARNING], style);
    add_outcomes(out, study, style);
    for (size_t i = 0; i < study->body.section_count; i++)
        add_section(out, &study->body.sections[i], style);
    add_sources(out, study, style);
    arena_free(&arena);
}
