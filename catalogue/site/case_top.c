#include <string.h>

#include "catalogue/site/case_parts.h"
#include "catalogue/site/paths.h"

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

static void write_part(struct sheet *sheet, const struct case_study *study, const char *heading)
{
    const struct markdown_section *section = markdown_section(&study->body, heading);
    struct html *html = &sheet->html;
    if (!section || !section->has_text)
        return;
    html_open(html, "div");
    html_open(html, "h2");
    sheet_link(sheet, path_at(&sheet->arena, sheet->path, case_section_anchor(&sheet->arena, heading)), heading);
    html_close(html, "h2");
    html_element(html, "p", NULL,
                 arena_copy(&sheet->arena, section->plain, sentences_that_fit(section->plain, EXCERPT_MOST)));
    html_close(html, "div");
}

static void write_terms(struct sheet *sheet, const struct case_study *study, const struct facet *facet)
{
    struct words terms = case_terms(&sheet->arena, study, facet);
    html_open(&sheet->html, "ul");
    for (size_t i = 0; i < terms.count; i++) {
        html_open(&sheet->html, "li");
        sheet_term(sheet, facet, terms.items[i]);
        html_close(&sheet->html, "li");
    }
    html_close(&sheet->html, "ul");
}

static void write_tags(struct sheet *sheet, const struct case_study *study)
{
    struct html *html = &sheet->html;
    html_open(html, "dl");
    html_class(html, "tags");
    for (size_t i = 0; i < LEADING_FACETS; i++) {
        html_open(html, "div");
        html_element(html, "dt", NULL, facets[i].label);
        html_open(html, "dd");
        write_terms(sheet, study, &facets[i]);
        html_close(html, "dd");
        html_close(html, "div");
    }
    html_close(html, "dl");
}

void case_top_write(struct sheet *sheet, const struct case_study *study)
{
    static const char *const parts[] = {"The need", "What we did", "What changed"};
    write_tags(sheet, study);
    html_open(&sheet->html, "div");
    html_class(&sheet->html, "summary-card");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        write_part(sheet, study, parts[i]);
    html_close(&sheet->html, "div");
}
