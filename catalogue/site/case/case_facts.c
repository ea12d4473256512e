#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/glossary/glossary.h"
#include "indexer/base/phrases.h"

const char case_heading_facts[] = PHRASE("Facts");

static const char *title_of(const struct fact_context *context, struct arena *arena, const char *id)
{
    (void)arena;
    return site_has_page(context->from, id) ? site_case(context->from, id)->title : NULL;
}

static struct references mentions_of(const struct fact_context *context, struct arena *arena, const char *id)
{
    (void)arena;
    return site_mentions_of(context->from, id);
}

static size_t measured_elsewhere(const struct fact_context *context, struct arena *arena, const char *id,
                                 const char *measure)
{
    (void)arena;
    return site_measured_elsewhere(context->from, id, measure);
}

struct fact_context case_fact_context(const struct site *site)
{
    return (struct fact_context){.vocabularies = site->vocabularies,
                                 .settings = site->settings,
                                 .as_of = site->as_of,
                                 .title_of = title_of,
                                 .mentions_of = mentions_of,
                                 .measured_elsewhere = measured_elsewhere,
                                 .from = site};
}

/* A page of the site that this one may do without. */
static bool find_page(struct frame *frame, const char *path, struct url *url)
{
    *url = frame_url(frame, path);
    return site_has(frame->site, path);
}

/* Where a part leads on this site; false when nowhere. */
static bool find_way(struct frame *frame, const struct fact_part *part, struct url *url)
{
    switch (part->link) {
    case FACT_ADDRESS:
        return url_allow(&frame->arena, part->to, url);
    case FACT_DOI:
        *url = url_doi(&frame->arena, part->to);
        return true;
    case FACT_MAILBOX:
        *url = url_mail(&frame->arena, part->to);
        return true;
    case FACT_CASE:
        *url = frame_url(frame, path_case(&frame->arena, part->to));
        return true;
    case FACT_SOURCE:
        *url = frame_url(frame, arena_format(&frame->arena, "%s#source-%s", frame->path, part->to));
        return true;
    case FACT_LENS:
        return find_page(frame, path_lens(&frame->arena, part->to), url);
    case FACT_REPORT:
        return find_page(frame, path_report(&frame->arena, part->to), url);
    case FACT_QUERY:
        *url = url_query(&frame->arena, frame_url(frame, path_search), "q", part->to);
        return true;
    case FACT_WORDS:
    case FACT_TERM:
        return false;
    }
    return false;
}

/* What stands bare in a file is read as whose page it is; paper has the whole of it. */
static void write_bare(struct frame *frame, const char *address, struct url url)
{
    struct html *html = &frame->html;
    html_open(html, HTML_A);
    html_class(html, "address");
    html_address(html, "href", url);
    html_text(html, url_host(&frame->arena, address));
    html_close(html, HTML_A);
}

static bool is_bare(const struct fact_part *part)
{
    return part->link == FACT_ADDRESS && strcmp(part->text, part->to) == 0 && strstr(part->to, "://");
}

static void write_part(struct frame *frame, const struct fact_part *part)
{
    struct html *html = &frame->html;
    struct url url;
    if (part->strong)
        html_open(html, HTML_STRONG);
    if (part->link == FACT_TERM)
        frame_term(frame, part->facet, part->to);
    else if (!find_way(frame, part, &url))
        glossary_text(frame, part->text);
    else if (is_bare(part))
        write_bare(frame, part->to, url);
    else
        html_link(html, url, part->text);
    if (part->strong)
        html_close(html, HTML_STRONG);
}

/* Notes that follow each other are one piece of small print. */
void case_fact_item(struct frame *frame, const struct fact_item *item)
{
    struct html *html = &frame->html;
    bool in_note = false;
    for (size_t i = 0; i < item->count; i++) {
        const struct fact_part *part = &item->parts[i];
        if (in_note && part->note) {
            html_text(html, " · ");
        } else if (part->note) {
            html_text(html, " ");
            html_open(html, HTML_SPAN);
            html_class(html, "note");
        } else if (in_note) {
            html_close(html, HTML_SPAN);
        }
        in_note = part->note;
        write_part(frame, part);
    }
    if (in_note)
        html_close(html, HTML_SPAN);
}

void case_fact_list(struct frame *frame, const struct fact *fact, enum html_tag list)
{
    html_open(&frame->html, list);
    for (size_t i = 0; i < fact->count; i++) {
        html_open(&frame->html, HTML_LI);
        case_fact_item(frame, &fact->items[i]);
        html_close(&frame->html, HTML_LI);
    }
    html_close(&frame->html, list);
}

void case_fact_section(struct frame *frame, const struct fact *fact, const char *anchor)
{
    if (!fact->count)
        return;
    frame_section(frame, anchor, fact->label);
    case_fact_list(frame, fact, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}

void case_fact_run(struct frame *frame, const struct fact *fact)
{
    for (size_t i = 0; i < fact->count; i++) {
        html_text(&frame->html, i ? fact->kind->join : "");
        case_fact_item(frame, &fact->items[i]);
    }
}

static void write_fact(struct frame *frame, const struct fact *fact)
{
    struct html *html = &frame->html;
    bool is_list = fact->count > 1 && !fact->kind->join;
    html_open(html, HTML_DIV);
    html_element(html, HTML_DT, NULL, fact->label);
    html_open(html, HTML_DD);
    if (is_list)
        case_fact_list(frame, fact, HTML_UL);
    else
        case_fact_run(frame, fact);
    html_close(html, HTML_DD);
    html_close(html, HTML_DIV);
}

void case_facts_write(struct frame *frame, const struct facts *facts)
{
    struct html *html = &frame->html;
    frame_part(frame, HTML_ASIDE, "facts", "facts", say(case_heading_facts));
    html_open(html, HTML_DL);
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->items[i].kind->page == FACT_LINE && facts->items[i].count)
            write_fact(frame, &facts->items[i]);
    }
    html_close(html, HTML_DL);
    html_close(html, HTML_ASIDE);
}
