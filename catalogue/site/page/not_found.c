#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/search_box.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/phrases.h"

void not_found_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = "404.html",
                                    .title = say("This page is not here"),
                                    .description = say("The address leads nowhere."),
                                    .absolute = true});
    html_open(&frame.html, HTML_P);
    html_lead(&frame.html, say("The address may have been mistyped, or the page may have gone."));
    frame_say(&frame, arena_format(&frame.arena, say("%s may have what you look for."), SAY_FIRST),
              &(struct said_link){frame_url(&frame, path_cases), say("All case studies, A to Z")});
    html_close(&frame.html, HTML_P);
    search_box_write(&frame.html, &frame.arena, frame_url(&frame, path_search), "lost", NULL);
    struct text script = {0};
    asset_add(&script, ASSET_LOST);
    html_raw_script(&frame.html, text_string(&script));
    text_free(&script);
    frame_close(&frame);
}
