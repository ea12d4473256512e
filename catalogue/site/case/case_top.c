#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"

enum { EXCERPT_MOST = 230 };

const char *case_section_anchor(struct arena *arena, const char *heading)
{
    return path_slug(arena, heading);
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

static void write_part(struct frame *frame, const struct case_study *study, const char *heading)
{
    const struct markdown_section *section = markdown_section(&study->body, heading);
    struct html *html = &frame->html;
    if (!section || !section->has_text)
        return;
    html_open(html, HTML_DIV);
    html_open(html, HTML_H2);
    frame_link(frame, path_at(&frame->arena, frame->path, case_section_anchor(&frame->arena, heading)), heading);
    html_close(html, HTML_H2);
    html_element(html, HTML_P, NULL,
                 arena_copy(&frame->arena, section->plain, sentences_that_fit(section->plain, EXCERPT_MOST)));
    html_close(html, HTML_DIV);
}

static void write_terms(struct frame *frame, const struct case_study *study, const struct facet *facet)
{
    struct string_list terms = case_terms(&frame->arena, study, facet);
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < terms.count; i++) {
        html_open(&frame->html, HTML_LI);
        frame_term(frame, facet, terms.items[i]);
        html_close(&frame->html, HTML_LI);
    }
    html_close(&frame->html, HTML_UL);
}

static void write_tags(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DL);
    html_class(html, "tags");
    for (size_t i = 0; i < LEADING_FACETS; i++) {
        html_open(html, HTML_DIV);
        html_element(html, HTML_DT, NULL, facets[i].label);
        html_open(html, HTML_DD);
        write_terms(frame, study, &facets[i]);
        html_close(html, HTML_DD);
        html_close(html, HTML_DIV);
    }
    html_close(html, HTML_DL);
}

void case_top_write(struct frame *frame, const struct case_study *study)
{
    static const char *const parts[] = {"The need", "What we did", "What changed"};
    write_tags(frame, study);
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "summary-card");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        write_part(frame, study, parts[i]);
    html_close(&frame->html, HTML_DIV);
}
