#include "catalogue/site/feed/feed.h"

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

/* A page that sends its visitor on, at once and without a script. */
void feed_redirect(const struct site *site, const struct reference *alias, struct site_files *files)
{
    struct arena arena = {0};
    const char *from = path_case(&arena, path_slug(&arena, alias->to));
    const struct case_row *to = site_case(site, alias->from);
    struct html html = html_document(&site_files_add(files, from)->bytes);
    struct url url = url_relative(&arena, from, path_case(&arena, to->id));
    html_open(&html, HTML_HTML);
    html_attribute(&html, "lang", site->settings->language);
    html_open(&html, HTML_HEAD);
    html_open(&html, HTML_META);
    html_attribute(&html, "charset", "utf-8");
    html_element(&html, HTML_TITLE, NULL, to->title);
    html_open(&html, HTML_META);
    html_attribute(&html, "http-equiv", "refresh");
    html_attribute(&html, "content", arena_format(&arena, "0; url=%s", url.address));
    html_open(&html, HTML_META);
    html_attribute(&html, "name", "robots");
    html_attribute(&html, "content", "noindex");
    html_close(&html, HTML_HEAD);
    html_open(&html, HTML_BODY);
    html_open(&html, HTML_MAIN);
    html_element(&html, HTML_H1, NULL, say("This case study has another address now"));
    html_open(&html, HTML_P);
    html_link(&html, url, to->title);
    html_close(&html, HTML_P);
    html_close(&html, HTML_MAIN);
    html_close(&html, HTML_BODY);
    html_close(&html, HTML_HTML);
    html_end(&html);
    arena_free(&arena);
}
