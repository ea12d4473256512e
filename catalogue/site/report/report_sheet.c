#include "catalogue/site/report/report_sheet.h"

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"

static const char style[] =
    "body { font: 11pt/1.35 system-ui, sans-serif; max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; } "
    "h1 { font-size: 17pt; margin: 0 0 .25em; } h2 { font-size: 12pt; margin: .75em 0 .2em; } "
    "p, ul { margin: .2em 0; } small { color: #444; } a { color: inherit; } "
    "@page { margin: 14mm; } @media print { body { font-size: 9.5pt; margin: 0; padding: 0; } }";

/* A sheet while it is written. */
struct sheet {
    struct html html;
    struct arena arena;
    const struct settings *settings;
};

static bool find_way(struct sheet *sheet, const struct fact_part *part, struct url *url)
{
    if (part->link == FACT_CASE)
        return url_absolute(&sheet->arena, sheet->settings->base_url, path_case(&sheet->arena, part->to), url);
    if (part->link == FACT_MAILBOX)
        *url = url_mail(&sheet->arena, part->to);
    return part->link == FACT_MAILBOX || (part->link == FACT_ADDRESS && url_allow(&sheet->arena, part->to, url));
}

static void write_line(struct sheet *sheet, const struct fact_item *line)
{
    struct html *html = &sheet->html;
    for (size_t i = 0; i < line->count; i++) {
        const struct fact_part *part = &line->parts[i];
        bool goes_on = part->note && i && line->parts[i - 1].note;
        struct url url;
        html_text(html, goes_on ? " · " : part->note ? " (" : "");
        if (find_way(sheet, part, &url))
            html_link(html, url, part->text);
        else
            html_text(html, part->text);
        html_text(html, part->note && (i + 1 == line->count || !line->parts[i + 1].note) ? ")" : "");
    }
}

static void write_part(struct sheet *sheet, const struct report_part *part)
{
    struct html *html = &sheet->html;
    if (*part->heading)
        html_element(html, HTML_H2, NULL, part->heading);
    if (part->is_list)
        html_open(html, HTML_UL);
    for (size_t i = 0; i < part->line_count; i++) {
        html_open(html, part->is_list ? HTML_LI : HTML_P);
        write_line(sheet, &part->lines[i].words);
        html_close(html, part->is_list ? HTML_LI : HTML_P);
    }
    if (part->is_list)
        html_close(html, HTML_UL);
}

void report_sheet(struct text *out, const struct report *report, const struct settings *settings)
{
    struct sheet sheet = {.html = html_document(out), .settings = settings};
    struct html *html = &sheet.html;
    html_open(html, HTML_HTML);
    html_attribute(html, "lang", settings->language);
    html_open(html, HTML_HEAD);
    html_open(html, HTML_META);
    html_attribute(html, "charset", "utf-8");
    html_element(html, HTML_TITLE, NULL, report->title);
    html_raw_style(html, style);
    html_close(html, HTML_HEAD);
    html_open(html, HTML_BODY);
    html_element(html, HTML_H1, NULL, report->title);
    html_element(html, HTML_P, NULL, report->question);
    for (size_t i = 0; i < report->part_count; i++)
        write_part(&sheet, &report->parts[i]);
    html_close(html, HTML_BODY);
    html_close(html, HTML_HTML);
    html_end(html);
    text_char(out, '\n');
    arena_free(&sheet.arena);
}
