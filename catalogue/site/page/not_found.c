#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"

void not_found_write(struct site *site)
{
    struct frame frame;
    if (!*site->base_url)
        return;
    frame_open(&frame, site,
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
