#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"

/* A page that sends its visitor on, at once and without a script. */
static void write_redirect(struct site *site, const char *from, const struct case_row *to)
{
    struct arena arena = {0};
    struct text text = {0};
    struct html html = html_document(&text);
    struct url url = url_relative(&arena, from, path_case(&arena, to->id));
    html_open(&html, HTML_HTML);
    html_attribute(&html, "lang", "en-GB");
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
    html_element(&html, HTML_H1, NULL, "This case study has another address now");
    html_open(&html, HTML_P);
    html_link(&html, url, to->title);
    html_close(&html, HTML_P);
    html_close(&html, HTML_MAIN);
    html_close(&html, HTML_BODY);
    html_close(&html, HTML_HTML);
    html_end(&html);
    output_write(site->output, from, text.data, text.size);
    text_free(&text);
    arena_free(&arena);
}

static void write_aliases(struct site *site, const struct case_row *row)
{
    struct arena arena = {0};
    struct references mentions = index_mentions_by(site->index, &arena, row->id);
    for (size_t i = 0; i < mentions.count; i++) {
        if (mentions.items[i].kind == REFERENCE_ALIAS)
            write_redirect(site, path_case(&arena, path_slug(&arena, mentions.items[i].to)), row);
    }
    arena_free(&arena);
}

void redirects_write(struct site *site)
{
    struct arena arena = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->published, 0, 0);
    for (size_t i = 0; i < cases.count; i++)
        write_aliases(site, &cases.items[i]);
    arena_free(&arena);
}
