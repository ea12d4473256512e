#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"

/* What both cases are tagged with, and the words that both use, so that the reader can judge the likeness. */
static void write_reason(struct frame *frame, const struct similar_case *similar)
{
    struct string_list labels = {0};
    for (size_t i = 0; i < similar->tag_count; i++)
        string_list_add(
            &frame->arena, &labels,
            vocabulary_label(frame->site->vocabularies, similar->tags[i].facet->vocabulary, similar->tags[i].term));
    html_open(&frame->html, HTML_SPAN);
    html_class(&frame->html, "note");
    if (labels.count)
        html_format(&frame->html, "Both: %s. ", string_list_join(&frame->arena, &labels, ", "));
    if (similar->words.count)
        html_format(&frame->html, "Words of both: %s.", string_list_join(&frame->arena, &similar->words, ", "));
    html_close(&frame->html, HTML_SPAN);
}

static void write_compare_link(struct frame *frame, const char *id, const struct similar_case *similar)
{
    struct html *html = &frame->html;
    html_open(html, HTML_A);
    html_address(html, "href",
                 url_query(&frame->arena, frame_url(frame, path_compare), "ids",
                           arena_format(&frame->arena, "%s,%s", id, similar->study.id)));
    html_text(html, "Compare");
    html_open(html, HTML_SPAN);
    html_class(html, "hidden");
    html_format(html, " this case study with: %s", similar->study.title);
    html_close(html, HTML_SPAN);
    html_close(html, HTML_A);
}

void case_similar_write(struct frame *frame, const char *id, const struct similar_cases *similar)
{
    if (!similar->count)
        return;
    frame_section(frame, "similar", "Similar case studies");
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < similar->count; i++) {
        html_open(&frame->html, HTML_LI);
        frame_link(frame, path_case(&frame->arena, similar->items[i].study.id), similar->items[i].study.title);
        write_reason(frame, &similar->items[i]);
        write_compare_link(frame, id, &similar->items[i]);
        html_close(&frame->html, HTML_LI);
    }
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}
