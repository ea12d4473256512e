#include <string.h>

#include "catalogue/site/case_parts.h"
#include "catalogue/site/figures.h"
#include "catalogue/site/paths.h"

static void open_fact(struct html *html, const char *label)
{
    html_open(html, "div");
    html_element(html, "dt", NULL, label);
    html_open(html, "dd");
}

static void close_fact(struct html *html)
{
    html_close(html, "dd");
    html_close(html, "div");
}

static void write_fact(struct html *html, const char *label, const char *text)
{
    if (!*text)
        return;
    open_fact(html, label);
    html_text(html, text);
    close_fact(html);
}

static const char *period(struct arena *arena, const struct case_study *study)
{
    const char *start = figure_date(arena, case_text(study, CASE_START, ""));
    const char *end = figure_date(arena, case_text(study, CASE_END, ""));
    if (*start && *end)
        return strcmp(start, end) == 0 ? start : arena_format(arena, "%s to %s", start, end);
    return *start ? arena_format(arena, "From %s", start) : *end ? arena_format(arena, "Until %s", end) : "";
}

static const char *reach(struct arena *arena, const struct case_study *study)
{
    const struct value *value = &study->fields[CASE_REACH];
    const struct value *people = value_member(value, REACH_PEOPLE);
    const struct value *of = value_member(value, REACH_OF);
    if (people->kind != VALUE_NUMBER)
        return "";
    if (of->kind != VALUE_NUMBER)
        return arena_format(arena, "%s people", figure_number(arena, people->number));
    return arena_format(arena, "%s of %s people", figure_number(arena, people->number),
                        figure_number(arena, of->number));
}

static const char *cost(struct arena *arena, const struct case_study *study)
{
    static const char *const spans[][2] = {{"total", "in total"}, {"year", "a year"}, {"person", "a person"}};
    const struct value *value = &study->fields[CASE_COST];
    const struct value *amount = value_member(value, COST_AMOUNT);
    if (amount->kind != VALUE_NUMBER)
        return "";
    const char *text = figure_money(arena, amount->number, value_text(value, COST_CURRENCY, "GBP"));
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        if (strcmp(value_text(value, COST_PER, ""), spans[i][0]) == 0)
            text = arena_format(arena, "%s %s", text, spans[i][1]);
    }
    const char *year = value_text(value, COST_YEAR, "");
    if (*year)
        text = arena_format(arena, "%s (%s)", text, year);
    const char *covers = value_text(value, COST_COVERS, "");
    return *covers ? arena_format(arena, "%s, for %s", text, covers) : text;
}

static void write_partner(struct sheet *sheet, const struct value *partner)
{
    struct html *html = &sheet->html;
    struct url url;
    const char *name = value_text(partner, PARTNER_NAME, "");
    const char *role = value_text(partner, PARTNER_ROLE, "");
    html_open(html, "li");
    if (url_allow(&sheet->arena, value_text(partner, PARTNER_URL, ""), &url))
        html_link(html, url, name);
    else
        html_text(html, name);
    html_open(html, "span");
    html_class(html, "note");
    html_text(html,
              vocabulary_label(sheet->site->vocabularies, "partner-types", value_text(partner, PARTNER_TYPE, "")));
    if (*role)
        html_format(html, " · %s",
                    figure_lower(&sheet->arena, vocabulary_label(sheet->site->vocabularies, "partner-role", role)));
    html_close(html, "span");
    html_close(html, "li");
}

static void write_partners(struct sheet *sheet, const struct case_study *study)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    open_fact(&sheet->html, "Partners");
    html_open(&sheet->html, "ul");
    for (size_t i = 0; i < partners->count; i++)
        write_partner(sheet, &partners->items[i]);
    html_close(&sheet->html, "ul");
    close_fact(&sheet->html);
}

static void write_answers_to(struct sheet *sheet, const struct case_study *study)
{
    const struct value *bodies = &study->fields[CASE_ANSWERS_TO];
    const char *words = "";
    for (size_t i = 0; i < bodies->count; i++)
        words = arena_format(&sheet->arena, "%s%s%s", words, i ? "; " : "", bodies->items[i].text);
    write_fact(&sheet->html, "Reports to", words);
}

static void write_term_line(struct sheet *sheet, const struct case_study *study, const struct facet *facet)
{
    struct words terms = case_terms(&sheet->arena, study, facet);
    if (!terms.count)
        return;
    open_fact(&sheet->html, facet->label);
    for (size_t i = 0; i < terms.count; i++) {
        if (i)
            html_text(&sheet->html, ", ");
        sheet_term(sheet, facet, terms.items[i]);
    }
    close_fact(&sheet->html);
}

/* The tags beside the three that stand on top. Principles have a part of their own. */
static void write_terms(struct sheet *sheet, const struct case_study *study)
{
    for (size_t i = LEADING_FACETS; i < FACET_COUNT; i++) {
        if (strcmp(facets[i].key, "principles") != 0)
            write_term_line(sheet, study, &facets[i]);
    }
}

static void write_mainstreamed(struct sheet *sheet, const struct case_study *study)
{
    const struct value *value = &study->fields[CASE_MAINSTREAMED];
    const char *by = value_text(value, MAINSTREAMED_BY, "");
    const char *year = value_text(value, MAINSTREAMED_YEAR, "");
    const char *how = value_text(value, MAINSTREAMED_HOW, "");
    const char *words = arena_format(&sheet->arena, "%s%s%s%s%s", by, *by && *year ? ", " : "", year,
                                     (*by || *year) && *how ? ": " : "", how);
    write_fact(&sheet->html, "Normal business", words);
}

void case_facts_write(struct sheet *sheet, const struct case_study *study)
{
    struct html *html = &sheet->html;
    html_open(html, "aside");
    html_class(html, "facts");
    html_attribute(html, "aria-labelledby", "facts");
    html_open(html, "h2");
    html_attribute(html, "id", "facts");
    html_text(html, "Facts");
    html_close(html, "h2");
    html_open(html, "dl");
    write_fact(html, "Place", case_text(study, CASE_PLACE, ""));
    write_fact(html, "When", period(&sheet->arena, study));
    write_partners(sheet, study);
    write_fact(html, "Accountable", case_text(study, CASE_ACCOUNTABLE, ""));
    write_answers_to(sheet, study);
    write_fact(html, "Reach", reach(&sheet->arena, study));
    write_fact(html, "Cost", cost(&sheet->arena, study));
    write_mainstreamed(sheet, study);
    write_fact(html, "Programme", case_text(study, CASE_PROGRAMME, ""));
    write_terms(sheet, study);
    html_close(html, "dl");
    html_close(html, "aside");
}
