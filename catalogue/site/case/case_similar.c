#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

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
        html_lead(&frame->html,
                  arena_format(&frame->arena, say("Both: %s."), string_list_join(&frame->arena, &labels, ", ")));
    if (similar->words.count)
        html_format(&frame->html, say("Words of both: %s."), string_list_join(&frame->arena, &similar->words, ", "));
    html_close(&frame->html, HTML_SPAN);
}

static void write_compare_link(struct frame *frame, const char *id, const struct similar_case *similar)
{
    struct html *html = &frame->html;
    html_open(html, HTML_A);
    html_address(html, "href",
                 url_query(&frame->arena, frame_url(frame, path_compare), "ids",
                           arena_format(&frame->arena, "%s,%s", id, similar->study.id)));
    html_text(html, say("Compare"));
    html_open(html, HTML_SPAN);
    html_class(html, "hidden");
    html_text(html, " ");
    html_format(html, say("this case study with: %s"), similar->study.title);
    html_close(html, HTML_SPAN);
    html_close(html, HTML_A);
}

/* Whether the case itself leads to another one: then it is told there. */
static bool is_related(const struct fact *related, const char *id)
{
    for (size_t i = 0; i < related->count; i++) {
        for (size_t j = 0; j < related->items[i].count; j++) {
            const struct fact_part *part = &related->items[i].parts[j];
            if (part->link == FACT_CASE && strcmp(part->to, id) == 0)
                return true;
        }
    }
    return false;
}

void case_similar_write(struct frame *frame, const char *id, const struct similar_cases *similar,
                        const struct fact *related)
{
    size_t left = 0;
    for (size_t i = 0; i < similar->count; i++)
        left += !is_related(related, similar->items[i].study.id);
    if (!left)
        return;
    frame_section(frame, "similar", say("Similar case studies"));
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < similar->count; i++) {
        if (is_related(related, similar->items[i].study.id))
            continue;
        html_open(&frame->html, HTML_LI);
        frame_link(frame, path_case(&frame->arena, similar->items[i].study.id), similar->items[i].study.title);
        write_reason(frame, &similar->items[i]);
        write_compare_link(frame, id, &similar->items[i]);
        html_close(&frame->html, HTML_LI);
    }
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}
