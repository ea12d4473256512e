#include "catalogue/site/sheet.h"

#include <string.h>

#include "catalogue/site/figures.h"
#include "catalogue/site/paths.h"
#include "catalogue/site/search_box.h"
#include "catalogue/site/single_parts.h"

/* What the header leads to. */
static const struct crumb navigation[] = {
    {"Case studies", path_cases}, {"Search", path_search}, {"Browse", path_browse},
    {"Gap map", path_gaps},       {"Data", path_data},
};

struct url sheet_url(struct sheet *sheet, const char *path)
{
    struct url url;
    if (sheet->absolute && url_absolute(&sheet->arena, sheet->site->base_url, path, &url))
        return url;
    return url_relative(&sheet->arena, sheet->path, path);
}

void sheet_link(struct sheet *sheet, const char *path, const char *text)
{
    html_link(&sheet->html, sheet_url(sheet, path), text);
}

static void head_link(struct sheet *sheet, const char *relation, const char *type, const char *path)
{
    html_open(&sheet->html, "link");
    html_attribute(&sheet->html, "rel", relation);
    if (type)
        html_attribute(&sheet->html, "type", type);
    html_address(&sheet->html, "href", sheet_url(sheet, path));
}

static void head_meta(struct html *html, const char *name, const char *content)
{
    html_open(html, "meta");
    html_attribute(html, "name", name);
    html_attribute(html, "content", content);
}

static void head_property(struct html *html, const char *property, const char *content)
{
    html_open(html, "meta");
    html_attribute(html, "property", property);
    html_attribute(html, "content", content);
}

/* What other sites show when the page is shared, and its one address. */
static void write_preview(struct sheet *sheet, const struct sheet_head *head)
{
    struct html *html = &sheet->html;
    struct url url;
    head_property(html, "og:title", head->title);
    head_property(html, "og:description", head->description);
    head_property(html, "og:type", head->data ? "article" : "website");
    head_property(html, "og:site_name", sheet->site->settings->title);
    if (head->absolute || !url_absolute(&sheet->arena, sheet->site->base_url, head->path, &url))
        return;
    head_property(html, "og:url", url.address);
    html_open(html, "link");
    html_attribute(html, "rel", "canonical");
    html_address(html, "href", url);
}

static void write_style(struct html *html, const char *style)
{
    html_open(html, "style");
    html_rendered(html, (struct rendered){style});
    html_close(html, "style");
}

static void write_links_to_style(struct sheet *sheet, const char *const besides[2])
{
    head_link(sheet, "icon", "image/svg+xml", path_icon);
    head_link(sheet, "stylesheet", NULL, path_stylesheet);
    for (size_t i = 0; i < 2 && besides[i]; i++)
        head_link(sheet, "stylesheet", NULL, besides[i]);
    if (sheet->site->theme.has_stylesheet)
        head_link(sheet, "stylesheet", NULL, theme_stylesheet_path);
    if (*sheet->site->base_url)
        head_link(sheet, "search", "application/opensearchdescription+xml", path_search_description);
}

static void write_head(struct sheet *sheet, const struct sheet_head *head)
{
    struct html *html = &sheet->html;
    const char *site_title = sheet->site->settings->title;
    bool is_home = strcmp(head->path, path_home) == 0;
    html_open(html, "head");
    html_open(html, "meta");
    html_attribute(html, "charset", "utf-8");
    html_open(html, "title");
    html_text(html, is_home ? site_title : arena_format(&sheet->arena, "%s – %s", head->title, site_title));
    html_close(html, "title");
    head_meta(html, "viewport", "width=device-width, initial-scale=1");
    head_meta(html, "color-scheme", "light dark");
    head_meta(html, "description", head->description);
    if (head->style)
        write_style(html, head->style);
    else
        write_links_to_style(sheet, head->stylesheets);
    if (head->feed)
        head_link(sheet, "alternate", "application/atom+xml", head->feed);
    write_preview(sheet, head);
    if (head->data)
        html_data(html, "application/ld+json", head->data);
    html_close(html, "head");
}

static void write_logo(struct html *html)
{
    static const char *const bars[][4] = {
        {"2", "13", "5", "9"},
        {"9.5", "8", "5", "14"},
        {"17", "2", "5", "20"},
    };
    html_open(html, "svg");
    html_class(html, "logo");
    html_attribute(html, "viewBox", "0 0 24 24");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        html_open(html, "rect");
        html_attribute(html, "x", bars[i][0]);
        html_attribute(html, "y", bars[i][1]);
        html_attribute(html, "width", bars[i][2]);
        html_attribute(html, "height", bars[i][3]);
        html_close(html, "rect");
    }
    html_close(html, "svg");
}

/* The site's name stands beside it, so it needs no words of its own. */
static void write_theme_logo(struct sheet *sheet)
{
    html_open(&sheet->html, "img");
    html_class(&sheet->html, "logo");
    html_address(&sheet->html, "src", sheet_url(sheet, theme_logo_path(&sheet->arena, &sheet->site->theme)));
    html_attribute(&sheet->html, "alt", "");
}

static void write_theme_text(struct sheet *sheet, const struct theme_text *text, const char *class, const char *name)
{
    if (!text->exists)
        return;
    html_open(&sheet->html, "section");
    html_class(&sheet->html, class);
    html_attribute(&sheet->html, "aria-label", name);
    html_rendered(&sheet->html, theme_text_for(text, sheet->path));
    html_close(&sheet->html, "section");
}

static bool leads_here(const char *path, const char *target)
{
    const char *slash = strchr(target, '/');
    return slash ? strncmp(path, target, (size_t)(slash - target) + 1) == 0
                 : strncmp(path, target, strcspn(target, ".")) == 0;
}

static void write_navigation(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    html_open(html, "nav");
    html_attribute(html, "aria-label", "Main");
    html_open(html, "ul");
    for (size_t i = 0; i < sizeof navigation / sizeof *navigation; i++) {
        html_open(html, "li");
        html_open(html, "a");
        html_address(html, "href", sheet_url(sheet, navigation[i].path));
        if (strcmp(navigation[i].path, sheet->path) == 0)
            html_attribute(html, "aria-current", "page");
        else if (leads_here(sheet->path, navigation[i].path))
            html_attribute(html, "aria-current", "true");
        html_text(html, navigation[i].label);
        html_close(html, "a");
        html_close(html, "li");
    }
    html_close(html, "ul");
    html_close(html, "nav");
}

static void write_header(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    html_open(html, "a");
    html_class(html, "skip");
    html_address(html, "href", url_relative(&sheet->arena, sheet->path, path_at(&sheet->arena, sheet->path, "main")));
    html_text(html, "Skip to main content");
    html_close(html, "a");
    html_open(html, "header");
    html_class(html, "site-header");
    html_open(html, "div");
    html_class(html, "wide");
    html_open(html, "a");
    html_class(html, "site-name");
    html_address(html, "href", sheet_url(sheet, path_home));
    if (sheet->site->theme.logo)
        write_theme_logo(sheet);
    else
        write_logo(html);
    html_element(html, "span", NULL, sheet->site->settings->title);
    html_close(html, "a");
    if (strcmp(sheet->path, path_search) != 0 && strcmp(sheet->path, path_home) != 0)
        search_box_write(html, &sheet->arena, sheet_url(sheet, path_search), "site-search", "site-search");
    write_navigation(sheet);
    html_close(html, "div");
    html_close(html, "header");
    write_theme_text(sheet, &sheet->site->theme.header, "wide theme-header", "Notice");
}

static void write_breadcrumbs(struct sheet *sheet, const struct sheet_head *head)
{
    struct html *html = &sheet->html;
    html_open(html, "nav");
    html_class(html, "breadcrumbs");
    html_attribute(html, "aria-label", "Breadcrumb");
    html_open(html, "ol");
    html_open(html, "li");
    sheet_link(sheet, path_home, "Home");
    html_close(html, "li");
    for (size_t i = 0; i < sizeof head->crumbs / sizeof *head->crumbs && head->crumbs[i].label; i++) {
        html_open(html, "li");
        sheet_link(sheet, head->crumbs[i].path, head->crumbs[i].label);
        html_close(html, "li");
    }
    html_close(html, "ol");
    html_close(html, "nav");
}

void sheet_open(struct sheet *sheet, struct site *site, const struct sheet_head *head)
{
    *sheet = (struct sheet){
        .site = site, .path = head->path, .absolute = head->absolute, .title = head->title, .into = head->into};
    sheet->html = html_document(&sheet->text);
    struct html *html = &sheet->html;
    html_open(html, "html");
    html_attribute(html, "lang", "en-GB");
    write_head(sheet, head);
    html_open(html, "body");
    write_header(sheet);
    html_open(html, "div");
    html_class(html, "wide");
    html_text(html, ""); /* ends the tag */
    sheet->body = sheet->text.size;
    if (strcmp(head->path, path_home) != 0)
        write_breadcrumbs(sheet, head);
    html_open(html, "main");
    html_attribute(html, "id", "main");
    html_attribute(html, "tabindex", "-1");
    if (!head->wide)
        html_element(html, "h1", NULL, head->title);
}

static void write_footer_links(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    const struct pages *pages = &sheet->site->pages;
    struct url repository;
    html_open(html, "nav");
    html_attribute(html, "aria-label", "About this site");
    html_open(html, "ul");
    for (size_t i = 0; i < pages->count; i++) {
        html_open(html, "li");
        sheet_link(sheet, path_page(&sheet->arena, pages->items[i].name), pages->items[i].title);
        html_close(html, "li");
    }
    html_open(html, "li");
    sheet_link(sheet, path_data, "Download the data");
    html_close(html, "li");
    if (url_allow(&sheet->arena, sheet->site->settings->repository, &repository)) {
        html_open(html, "li");
        html_link(html, repository, "Where this catalogue is kept");
        html_close(html, "li");
    }
    html_close(html, "ul");
    html_close(html, "nav");
}

static void write_publisher(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    const struct settings *settings = sheet->site->settings;
    html_open(html, "p");
    if (*settings->publisher)
        html_format(html, "Published by %s. ", settings->publisher);
    if (*settings->licence)
        html_format(html, "Text under %s, unless a case study says otherwise. ",
                    vocabulary_label(sheet->site->vocabularies, "licence", settings->licence));
    if (*sheet->site->as_of)
        html_format(html, "As of %s.", figure_date(&sheet->arena, sheet->site->as_of));
    html_close(html, "p");
}

static bool is_address(struct sheet *sheet, const char *word, struct url *url)
{
    if (url_allow(&sheet->arena, word, url))
        return true;
    const char *at = strchr(word, '@');
    if (!at || at == word || !at[1])
        return false;
    *url = url_mail(&sheet->arena, word);
    return true;
}

/* A full stop behind an address is not of it. */
static void write_word(struct sheet *sheet, const char *word, size_t size)
{
    struct url url;
    size_t bare = size;
    while (bare && strchr(".:", word[bare - 1]))
        bare--;
    const char *address = arena_copy(&sheet->arena, word, bare);
    if (is_address(sheet, address, &url))
        html_link(&sheet->html, url, address);
    else
        html_text(&sheet->html, address);
    html_text(&sheet->html, arena_copy(&sheet->arena, word + bare, size - bare));
}

/* The contact is words; web and e-mail addresses among them become links. */
static void write_contact(struct sheet *sheet)
{
    static const char between[] = " ,;()<>";
    struct html *html = &sheet->html;
    const char *contact = sheet->site->settings->contact;
    if (!*contact)
        return;
    html_open(html, "p");
    html_text(html, "Contact: ");
    for (size_t size; *contact; contact += size) {
        size = strcspn(contact, between);
        write_word(sheet, contact, size);
        contact += size;
        size = strspn(contact, between);
        html_text(html, arena_copy(&sheet->arena, contact, size));
    }
    html_close(html, "p");
}

void sheet_close(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    html_close(html, "main");
    if (sheet->site->single && !sheet->into && !sheet->absolute)
        single_parts_page(sheet->site->single, sheet->path, sheet->title, sheet->text.data + sheet->body,
                          sheet->text.size - sheet->body);
    html_close(html, "div");
    html_open(html, "footer");
    html_class(html, "site-footer");
    html_open(html, "div");
    html_class(html, "wide");
    write_footer_links(sheet);
    write_publisher(sheet);
    write_contact(sheet);
    write_theme_text(sheet, &sheet->site->theme.footer, "theme-footer", "Publisher");
    html_close(html, "div");
    html_close(html, "footer");
    html_close(html, "body");
    html_close(html, "html");
    html_end(html);
    if (sheet->into) {
        text_append(sheet->into, sheet->text.data, sheet->text.size);
    } else {
        output_write(sheet->site->output, sheet->path, sheet->text.data, sheet->text.size);
        site_step(sheet->site, sheet->absolute ? NULL : sheet->path);
    }
    text_free(&sheet->text);
    arena_free(&sheet->arena);
}

void sheet_section(struct sheet *sheet, const char *anchor, const char *heading)
{
    struct html *html = &sheet->html;
    html_open(html, "section");
    html_attribute(html, "aria-labelledby", anchor);
    html_open(html, "h2");
    html_attribute(html, "id", anchor);
    html_text(html, heading);
    html_close(html, "h2");
}

void sheet_term(struct sheet *sheet, const struct facet *facet, const char *term)
{
    const struct vocabulary *vocabulary = vocabulary_find(sheet->site->vocabularies, facet->vocabulary);
    const struct term *known = vocabulary ? vocabulary_term(vocabulary, term) : NULL;
    if (known)
        sheet_link(sheet, path_term(&sheet->arena, facet, term, 1), known->label);
    else
        html_text(&sheet->html, term);
}

void sheet_scroll_box(struct sheet *sheet, const char *label)
{
    struct html *html = &sheet->html;
    html_open(html, "section");
    html_class(html, "scroll");
    html_attribute(html, "aria-label", label);
    html_attribute(html, "tabindex", "0");
}

const char *sheet_cases(struct sheet *sheet, size_t count)
{
    return arena_format(&sheet->arena, "%s case stud%s", figure_count(&sheet->arena, count), count == 1 ? "y" : "ies");
}
