#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "search-cli/present/format.h"

static void open_fact(struct html *html, const char *label)
{
    html_open(html, HTML_DIV);
    html_element(html, HTML_DT, NULL, label);
    html_open(html, HTML_DD);
}

static void close_fact(struct html *html)
{
    html_close(html, HTML_DD);
    html_close(html, HTML_DIV);
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
    const char *start = format_date(arena, case_text(study, CASE_START, ""));
    const char *end = format_date(arena, case_text(study, CASE_END, ""));
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
        return arena_format(arena, "%s people", format_number(arena, people->number));
    return arena_format(arena, "%s of %s people", format_number(arena, people->number),
                        format_number(arena, of->number));
}

static const char *cost(struct arena *arena, const struct case_study *study)
{
    static const char *const spans[][2] = {{"total", "in total"}, {"year", "a year"}, {"person", "a person"}};
    const struct value *value = &study->fields[CASE_COST];
    const struct value *amount = value_member(value, COST_AMOUNT);
    if (amount->kind != VALUE_NUMBER)
        return "";
    const char *text = format_money(arena, amount->number, value_text(value, COST_CURRENCY, "GBP"));
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

static void write_partner(struct frame *frame, const struct value *partner)
{
    struct html *html = &frame->html;
    struct url url;
    const char *name = value_text(partner, PARTNER_NAME, "");
    const char *role = value_text(partner, PARTNER_ROLE, "");
    html_open(html, HTML_LI);
    if (url_allow(&frame->arena, value_text(partner, PARTNER_URL, ""), &url))
        html_link(html, url, name);
    else
        html_text(html, name);
    html_open(html, HTML_SPAN);
    html_class(html, "note");
    html_text(html,
              vocabulary_label(frame->site->vocabularies, "partner-types", value_text(partner, PARTNER_TYPE, "")));
    if (*role)
        html_format(html, " · %s",
                    format_lower(&frame->arena, vocabulary_label(frame->site->vocabularies, "partner-role", role)));
    html_close(html, HTML_SPAN);
    html_close(html, HTML_LI);
}

static void write_partners(struct frame *frame, const struct case_study *study)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    open_fact(&frame->html, "Partners");
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < partners->count; i++)
        write_partner(frame, &partners->items[i]);
    html_close(&frame->html, HTML_UL);
    close_fact(&frame->html);
}

static void write_answers_to(struct frame *frame, const struct case_study *study)
{
    const struct value *bodies = &study->fields[CASE_ANSWERS_TO];
    const char *words = "";
    for (size_t i = 0; i < bodies->count; i++)
        words = arena_format(&frame->arena, "%s%s%s", words, i ? "; " : "", bodies->items[i].text);
    write_fact(&frame->html, "Reports to", words);
}

static void write_term_line(struct frame *frame, const struct case_study *study, const struct facet *facet)
{
    struct string_list terms = case_terms(&frame->arena, study, facet);
    if (!terms.count)
        return;
    open_fact(&frame->html, facet->label);
    for (size_t i = 0; i < terms.count; i++) {
        if (i)
            html_text(&frame->html, ", ");
        frame_term(frame, facet, terms.items[i]);
    }
    close_fact(&frame->html);
}

/* The tags beside the three that stand on top. Principles have a part of their own. */
static void write_terms(struct frame *frame, const struct case_study *study)
{
    for (size_t i = LEADING_FACETS; i < FACET_COUNT; i++) {
        if (strcmp(facets[i].key, "principles") != 0)
            write_term_line(frame, study, &facets[i]);
    }
}

static void write_mainstreamed(struct frame *frame, const struct case_study *study)
{
    const struct value *value = &study->fields[CASE_MAINSTREAMED];
    const char *by = value_text(value, MAINSTREAMED_BY, "");
    const char *year = value_text(value, MAINSTREAMED_YEAR, "");
    const char *how = value_text(value, MAINSTREAMED_HOW, "");
    const char *words = arena_format(&frame->arena, "%s%s%s%s%s", by, *by && *year ? ", " : "", year,
                                     (*by || *year) && *how ? ": " : "", how);
    write_fact(&frame->html, "Normal business", words);
}

void case_facts_write(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    frame_part(frame, HTML_ASIDE, "facts", "facts", "Facts");
    html_open(html, HTML_DL);
    write_fact(html, "Place", case_text(study, CASE_PLACE, ""));
    write_fact(html, "When", period(&frame->arena, study));
    write_partners(frame, study);
    write_fact(html, "Accountable", case_text(study, CASE_ACCOUNTABLE, ""));
    write_answers_to(frame, study);
    write_fact(html, "Reach", reach(&frame->arena, study));
    write_fact(html, "Cost", cost(&frame->arena, study));
    write_mainstreamed(frame, study);
    write_fact(html, "Programme", case_text(study, CASE_PROGRAMME, ""));
    write_terms(frame, study);
    html_close(html, HTML_DL);
    html_close(html, HTML_ASIDE);
}
