#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "search-cli/present/format.h"

/* What can be downloaded whole. */
static const struct {
    const char *path;
    const char *title;
    const char *what;
} downloads[] = {
    {path_whole_json, "catalogue.json",
     "Everything: every field of every case study, what is computed from them, and the text."},
    {path_database, "catalogue.db",
     "The index that the catalogue command searches, in one SQLite file: catalogue search --database catalogue.db "
     "asthma. "
     "Any SQLite 3 opens it."},
    {path_whole_csv, "case-studies.csv", "A table for spreadsheets: one line for each case study, its tags and dates."},
};

void data_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_data,
                                    .title = "Download the data",
                                    .description = "The whole catalogue as files for spreadsheets and programs."});
    html_open(&frame.html, HTML_DIV);
    html_class(&frame.html, "prose");
    html_element(&frame.html, HTML_P, "lead",
                 arena_format(&frame.arena, "%s, to use again under the licence that each names.",
                              frame_cases(&frame, bitset_size(&site->visible))));
    html_open(&frame.html, HTML_DL);
    html_class(&frame.html, "downloads");
    for (size_t i = 0; i < sizeof downloads / sizeof *downloads; i++) {
        html_open(&frame.html, HTML_DT);
        frame_link(&frame, downloads[i].path, downloads[i].title);
        html_close(&frame.html, HTML_DT);
        html_element(&frame.html, HTML_DD, NULL, downloads[i].what);
    }
    html_close(&frame.html, HTML_DL);
    html_element(&frame.html, HTML_P, NULL, "Each case study's own page links to the same data for that case alone.");
    html_close(&frame.html, HTML_DIV);
    frame_close(&frame);
}
