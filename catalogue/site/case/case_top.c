#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

enum { EXCERPT_MOST = 230, ITEMS_MOST = 3 };

const char *case_section_anchor(struct arena *arena, const char *heading)
{
    return path_slug(arena, heading);
}

/*
 * What a reader decides by, in the order in which it is asked: whom it was for, what came of it and how well that is
 * known, what it cost, what failed, whom to ask. Where the whole is told is the anchor; what is often not said is worth
 * saying so.
 */
static const struct {
    const char *key;
    const char *anchor;
    bool always;
} decisions[] = {
    {"deprivation_focus", NULL, false},
    {"main_outcomes", "outcomes", false},
    {"evidence_level", NULL, true},
    {"limited_by", NULL, false},
    {"cost", NULL, true},
    {"did_not_work", "what-did-not-work", false},
    {"contact", NULL, true},
    {"priority_areas", NULL, false},
    {"partner_types", NULL, false},
};

/* Without what is said by the way, and no more items than are read at a glance; a line for one more is as well that one. */
static void write_items(struct frame *frame, const struct fact *fact, const char *anchor)
{
    struct html *html = &frame->html;
    size_t shown = anchor && fact->count > ITEMS_MOST + 1 ? ITEMS_MOST : fact->count;
    html_open(html, HTML_UL);
    for (size_t i = 0; i < shown; i++) {
        struct fact_item item = anchor ? fact_item_told(&fact->items[i]) : fact->items[i];
        html_open(html, HTML_LI);
        case_fact_item(frame, &item);
        html_close(html, HTML_LI);
    }
    if (shown < fact->count) {
        html_open(html, HTML_LI);
        frame_link(frame, path_at(&frame->arena, frame->path, anchor),
                   arena_format(&frame->arena, say("%zu more"), fact->count - shown));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
}

static void write_decisions(struct frame *frame, const struct facts *facts)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DL);
    html_class(html, "decision");
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++) {
        const struct fact *fact = facts_find(facts, decisions[i].key);
        if (!fact->count && !decisions[i].always)
            continue;
        html_open(html, HTML_DIV);
        html_element(html, HTML_DT, NULL, fact->label);
        html_open(html, HTML_DD);
        if (fact->count && fact->kind->join)
            case_fact_run(frame, fact);
        else if (fact->count)
            write_items(frame, fact, decisions[i].anchor);
        else
            html_element(html, HTML_SPAN, "quiet", say("Not stated"));
        html_close(html, HTML_DD);
        html_close(html, HTML_DIV);
    }
    html_close(html, HTML_DL);
}

/* Where the last whole sentence within the room ends; the whole first one when it is longer than that. */
static size_t sentences_that_fit(const char *text, size_t most)
{
    size_t end = 0;
    for (size_t i = 0; text[i] && text[i] != '\n'; i++) {
        bool ends = strchr(".!?", text[i]) && (text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\0');
        if (!ends)
            continue;
        if (end && i + 1 > most)
            return end;
        end = i + 1;
    }
    return end ? end : strcspn(text, "\n");
}

/*
 * The beginning of a section. That there is more is seen, as it may say the opposite; and so what it comes to, if that is
 * given, stands before a part of it.
 */
static void write_part(struct frame *frame, const struct case_study *study, const char *heading, const char *verdict)
{
    const struct markdown_section *section = markdown_section(&study->body, heading);
    struct html *html = &frame->html;
    if (!section || !section->has_text)
        return;
    const char *to = path_at(&frame->arena, frame->path, case_section_anchor(&frame->arena, heading));
    size_t shown = sentences_that_fit(section->plain, EXCERPT_MOST);
    bool is_cut = section->plain[shown + strspn(section->plain + shown, " \n")] != '\0';
    html_open(html, HTML_DIV);
    html_open(html, HTML_H2);
    frame_link(frame, to, say(heading));
    html_close(html, HTML_H2);
    html_open(html, HTML_P);
    if (verdict && is_cut) {
        html_element(html, HTML_STRONG, NULL, verdict);
        html_text(html, ": ");
    }
    html_text(html, arena_copy(&frame->arena, section->plain, shown));
    if (is_cut) {
        html_text(html, " … ");
        frame_link(frame, to, say("more"));
    }
    html_close(html, HTML_P);
    html_close(html, HTML_DIV);
}

void case_top_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    const struct fact *result = facts_find(facts, "result");
    write_decisions(frame, facts);
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "summary-card");
    write_part(frame, study, PHRASE("The need"), NULL);
    write_part(frame, study, PHRASE("What we did"), NULL);
    write_part(frame, study, PHRASE("What changed"), result->count ? result->items[0].parts[0].text : NULL);
    html_close(&frame->html, HTML_DIV);
}
