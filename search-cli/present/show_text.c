#include "search-cli/present/show_text.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "search-cli/present/findings_table.h"
#include "search-cli/present/wrap.h"

enum { INDENT = 4, LABEL_COLUMNS = 22 };

static void add_heading(struct text *out, const char *heading, const struct print_style *style)
{
    text_char(out, '\n');
    wrap_toned(out, heading, tone_of(TONE_HEADING, style->color));
    text_char(out, '\n');
}

static void add_label(struct text *out, const char *label)
{
    size_t width = utf8_width(label, strlen(label));
    text_add(out, label);
    do
        text_char(out, ' ');
    while (++width < LABEL_COLUMNS);
}

/* "Region                London, North West"; items that do not run on stand below each other. */
static void add_line(struct text *out, const struct fact *fact, const struct print_style *style)
{
    struct arena arena = {0};
    size_t lines = fact->kind->join && fact->count ? 1 : fact->count;
    for (size_t i = 0; i < lines; i++) {
        const char *words =
            fact->kind->join ? fact_words(&arena, fact) : fact_item_words_and_links(&arena, &fact->items[i]);
        add_label(out, i ? "" : fact->label);
        wrap_string(out, words, LABEL_COLUMNS, style->width);
    }
    arena_free(&arena);
}

static void add_list(struct text *out, const char *line, const struct print_style *style)
{
    text_add(out, "  - ");
    wrap_string(out, line, INDENT, style->width);
}

static void add_part(struct text *out, const struct fact *fact, const struct print_style *style)
{
    struct arena arena = {0};
    if (fact->count)
        add_heading(out, fact->label, style);
    for (size_t i = 0; i < fact->count; i++) {
        const char *words = fact_item_words_and_links(&arena, &fact->items[i]);
        if (fact->kind->shown & FACT_NUMBERED) {
            text_format(out, "%3zu ", i + 1);
            wrap_string(out, words, INDENT, style->width);
        } else {
            add_list(out, words, style);
        }
    }
    arena_free(&arena);
}

/* Figures that are not main ones stand in a table where that is easier to read. */
static bool is_table(const struct fact *fact, const struct print_style *style)
{
    return strcmp(fact->key, "other_outcomes") == 0 && findings_table_helps(fact, style->width);
}

static void add_facts(struct text *out, const struct facts *facts, enum fact_place place,
                      const struct print_style *style)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        if (fact->kind->show != place)
            continue;
        if (place == FACT_LINE) {
            add_line(out, fact, style);
        } else if (is_table(fact, style)) {
            add_heading(out, fact->label, style);
            findings_table(out, facts, fact, style->width);
        } else {
            add_part(out, fact, style);
        }
    }
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

void show_text(struct text *out, const struct case_study *study, const struct facts *facts,
               const struct print_style *style)
{
    struct tone title = tone_of(TONE_TITLE, style->color);
    const struct marked heading = {.text = case_text(study, CASE_TITLE, "")};
    wrap_marked(out, &heading, 0, style->width, title, title);
    text_char(out, '\n');
    wrap_string(out, case_text(study, CASE_SUMMARY, ""), 0, style->width);
    text_char(out, '\n');
    add_facts(out, facts, FACT_LINE, style);
    add_facts(out, facts, FACT_BEFORE, style);
    for (size_t i = 0; i < study->body.section_count; i++)
        add_section(out, &study->body.sections[i], style);
    add_facts(out, facts, FACT_AFTER, style);
}
