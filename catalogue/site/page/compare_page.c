#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/minify.h"
#include "search-cli/compare.h"

static const char script[] = {
#include "catalogue/site/assets/compare.js.inc"
    0};

static void write_rows(struct json *json, const struct comparison *comparison)
{
    json_array_open(json);
    for (size_t i = 0; i < comparison->row_count; i++) {
        const struct compare_row *row = &comparison->rows[i];
        if (strcmp(row->key, "title") == 0) /* it heads the column */
            continue;
        json_array_open(json);
        json_string(json, row->key);
        json_string(json, row->label);
        json_array_open(json);
        for (size_t j = 0; j < row->cells[0].count; j++)
            json_string(json, row->cells[0].items[j]);
        json_array_close(json);
        json_array_close(json);
    }
    json_array_close(json);
}

static void write_similar(struct json *json, const struct similar_cases *similar)
{
    json_array_open(json);
    for (size_t i = 0; i < similar->count; i++) {
        json_array_open(json);
        json_string(json, similar->items[i].study.id);
        json_string(json, similar->items[i].study.title);
        json_array_close(json);
    }
    json_array_close(json);
}

/* catalogue_compare("id", "title", rows, similar): what the page's script is handed, each part as JSON. */
void case_compare_write(struct frame *frame, const struct case_study *study, const struct similar_cases *similar)
{
    struct text out = {0};
    struct site *site = frame->site;
    const struct fact_context context = case_fact_context(site);
    struct comparison comparison = compare_make(&frame->arena, &study, 1, &context);
    text_format(&out, "catalogue_compare(\"%s\",", study->id);
    struct json title = json_writer(&out, false);
    json_string(&title, case_text(study, CASE_TITLE, ""));
    text_char(&out, ',');
    struct json rows = json_writer(&out, false);
    write_rows(&rows, &comparison);
    text_char(&out, ',');
    struct json others = json_writer(&out, false);
    write_similar(&others, similar);
    text_add(&out, ");\n");
    output_write(site->output, path_compare_case(&frame->arena, study->id), out.data, out.size);
    text_free(&out);
}

/* The table and the list that the script fills; hidden until then. */
static void write_frame(struct frame *frame)
{
    struct html *html = &frame->html;
    frame_scroll_box(frame, "Case studies side by side");
    html_flag(html, "hidden");
    html_open(html, HTML_TABLE);
    html_id(html, "compared");
    html_class(html, "compared");
    html_element(html, HTML_CAPTION, "hidden", "Case studies side by side");
    html_close(html, HTML_TABLE);
    html_close(html, HTML_SECTION);
    html_open(html, HTML_DIV);
    html_flag(html, "hidden");
    html_element(html, HTML_H2, NULL, "Add one that is like these");
    html_open(html, HTML_UL);
    html_id(html, "more");
    html_close(html, HTML_UL);
    html_close(html, HTML_DIV);
}

static void write_page(struct site *site)
{
    struct frame frame;
    struct html *html = &frame.html;
    frame_open(&frame, site,
               &(struct frame_head){.path = path_compare,
                                    .title = "Compare case studies",
                                    .description = "Two to four case studies side by side."});
    html_open(html, HTML_NOSCRIPT);
    html_element(html, HTML_P, "notice", "Comparing needs JavaScript, which is off or not available here.");
    html_close(html, HTML_NOSCRIPT);
    html_open(html, HTML_P);
    html_id(html, "status");
    html_attribute(html, "role", "status");
    html_close(html, HTML_P);
    write_frame(&frame);
    html_open(html, HTML_P);
    html_text(html, "Start from any case study: each has a link to compare it. ");
    frame_link(&frame, path_cases, "All case studies, A to Z");
    html_close(html, HTML_P);
    html_open(html, HTML_SCRIPT);
    html_address(html, "src", frame_url(&frame, path_compare_script));
    html_close(html, HTML_SCRIPT);
    frame_close(&frame);
}

void compare_page_write(struct site *site)
{
    struct text sent = {0};
    minify_js(&sent, script, sizeof script - 1);
    output_write(site->output, path_compare_script, sent.data, sent.size);
    text_free(&sent);
    write_page(site);
}
