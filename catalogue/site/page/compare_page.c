#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/asset.h"

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

void compare_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct html *html = &frame.html;
    frame_open(&frame, site, files,
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
    frame_script(&frame, path_compare_script, asset_version(ASSET_COMPARE));
    frame_close(&frame);
}
