#include "catalogue/site/publish/single_file.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/page/search_page.h"
#include "catalogue/site/publish/single_parts.h"
#include "catalogue/site/theme/styles.h"
#include "indexer/base/file_write.h"

bool single_file_write(struct site *site, const char *path, int *reason)
{
    struct frame frame;
    struct text css = {0};
    struct text page = {0};
    struct search_scripts scripts = search_page_scripts();
    const struct single_parts *parts = site->single;
    styles_add(&css);
    frame_open(&frame, site,
               &(struct frame_head){.path = path_home,
                                    .title = site->settings->title,
                                    .description = "The whole catalogue in one file.",
                                    .wide = true,
                                    .style = text_string(&css),
                                    .into = &page});
    html_open(&frame.html, HTML_NOSCRIPT);
    html_element(&frame.html, HTML_P, "notice",
                 "This file needs JavaScript to show its pages, which is off or not available here.");
    html_close(&frame.html, HTML_NOSCRIPT);
    html_splice(&frame.html, text_string(&parts->pages), parts->pages.size);
    html_raw_script(&frame.html, text_string(&scripts.texts[SEARCH_ENGINE]));
    html_data(&frame.html, "text/javascript", text_string(&parts->shards));
    html_raw_script(&frame.html, text_string(&scripts.texts[SEARCH_CORRECT]));
    html_raw_script(&frame.html, text_string(&scripts.texts[SEARCH_PAGE]));
    html_raw_script(&frame.html, text_string(&scripts.texts[SEARCH_SINGLE]));
    frame_close(&frame);
    bool done = file_write(path, page.data, page.size, NULL, reason);
    search_page_scripts_free(&scripts);
    text_free(&page);
    text_free(&css);
    return done;
}
