#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"

void not_found_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = "404.html",
                                    .title = "This page is not here",
                                    .description = "The address leads nowhere.",
                                    .absolute = true});
    html_open(&frame.html, HTML_P);
    html_text(&frame.html, "The address may have been mistyped, or the page may have gone. ");
    frame_link(&frame, path_cases, "All case studies, A to Z");
    html_text(&frame.html, " may have what you look for.");
    html_close(&frame.html, HTML_P);
    frame_close(&frame);
}
