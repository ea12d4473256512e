#include "catalogue/site/case_parts.h"
#include "catalogue/site/paths.h"

/* What both cases are tagged with, and the words that both use, so that the reader can judge the likeness. */
static void write_reason(struct sheet *sheet, const struct similar_case *similar)
{
    struct words labels = {0};
    for (size_t i = 0; i < similar->tag_count; i++)
        words_add(
            &sheet->arena, &labels,
            vocabulary_label(sheet->site->vocabularies, similar->tags[i].facet->vocabulary, similar->tags[i].term));
    html_open(&sheet->html, "span");
    html_class(&sheet->html, "note");
    if (labels.count)
        html_format(&sheet->html, "Both: %s. ", words_join(&sheet->arena, &labels, ", "));
    if (similar->words.count)
        html_format(&sheet->html, "Words of both: %s.", words_join(&sheet->arena, &similar->words, ", "));
    html_close(&sheet->html, "span");
}

static void write_compare_link(struct sheet *sheet, const char *id, const struct similar_case *similar)
{
    struct html *html = &sheet->html;
    html_open(html, "a");
    html_address(html, "href",
                 url_query(&sheet->arena, sheet_url(sheet, path_compare), "ids",
                           arena_format(&sheet->arena, "%s,%s", id, similar->study.id)));
    html_text(html, "Compare");
    html_open(html, "span");
    html_class(html, "hidden");
    html_format(html, " this case study with: %s", similar->study.title);
    html_close(html, "span");
    html_close(html, "a");
}

void case_similar_write(struct sheet *sheet, const char *id, const struct similar_cases *similar)
{
    if (!similar->count)
        return;
    sheet_section(sheet, "similar", "Similar case studies");
    html_open(&sheet->html, "ul");
    for (size_t i = 0; i < similar->count; i++) {
        html_open(&sheet->html, "li");
        sheet_link(sheet, path_case(&sheet->arena, similar->items[i].study.id), similar->items[i].study.title);
        write_reason(sheet, &similar->items[i]);
        write_compare_link(sheet, id, &similar->items[i]);
        html_close(&sheet->html, "li");
    }
    html_close(&sheet->html, "ul");
    html_close(&sheet->html, "section");
}
