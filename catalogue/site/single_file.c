#include "catalogue/site/single_file.h"

#include <string.h>

#include "catalogue/site/css.h"
#include "catalogue/site/paths.h"
#include "catalogue/site/search_page.h"
#include "catalogue/site/sheet.h"
#include "indexer/base/file.h"

static const char stylesheet[] = {
#include "catalogue/site/assets/catalogue.css.inc"
#include "catalogue/site/assets/search.css.inc"
    0};

/* browse/regions/london.html, not browse/regions/index.html */
static bool lists_a_term(const char *path)
{
    static const char folder[] = "browse/";
    const char *term = strncmp(path, folder, sizeof folder - 1) == 0 ? strchr(path + sizeof folder - 1, '/') : NULL;
    return term && strcmp(term, "/index.html") != 0;
}

void single_file_page(struct single_file *file, const char *path, const char *title, const char *html, size_t size)
{
    struct arena arena = {0};
    struct html page = html_piece(&file->pages);
    if (lists_a_term(path))
        return;
    html_open(&page, "template");
    html_attribute(&page, "data-path", path);
    html_attribute(&page, "data-title", title);
    html_rendered(&page, (struct rendered){arena_copy(&arena, html, size)});
    html_close(&page, "template");
    arena_free(&arena);
}

void single_file_shard(struct single_file *file, const char *script, size_t size)
{
    text_append(&file->shards, script, size);
}

static void write_script(struct html *html, const char *script)
{
    html_open(html, "script");
    html_rendered(html, (struct rendered){script});
    html_close(html, "script");
}

bool single_file_write(struct site *site, struct single_file *file, const char *path)
{
    struct sheet sheet;
    struct text css = {0};
    struct text page = {0};
    struct search_scripts scripts = search_page_scripts();
    bool changed = false;
    css_squeeze(&css, stylesheet, sizeof stylesheet - 1);
    sheet_open(&sheet, site,
               &(struct sheet_head){.path = path_home,
                                    .title = site->settings->title,
                                    .description = "The whole catalogue in one file.",
                                    .wide = true,
                                    .style = text_string(&css),
                                    .into = &page});
    html_open(&sheet.html, "noscript");
    html_element(&sheet.html, "p", "notice",
                 "This file needs JavaScript to show its pages, which is off or not available here.");
    html_close(&sheet.html, "noscript");
    html_rendered(&sheet.html, (struct rendered){text_string(&file->pages)});
    write_script(&sheet.html, text_string(&scripts.texts[SEARCH_ENGINE]));
    html_data(&sheet.html, "text/javascript", text_string(&file->shards));
    write_script(&sheet.html, text_string(&scripts.texts[SEARCH_CORRECT]));
    write_script(&sheet.html, text_string(&scripts.texts[SEARCH_PAGE]));
    write_script(&sheet.html, text_string(&scripts.texts[SEARCH_SINGLE]));
    sheet_close(&sheet);
    bool done = file_write(path, page.data, page.size, &changed);
    search_page_scripts_free(&scripts);
    text_free(&page);
    text_free(&css);
    return done;
}

void single_file_free(struct single_file *file)
{
    text_free(&file->pages);
    text_free(&file->shards);
}
