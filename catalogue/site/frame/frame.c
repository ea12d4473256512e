#include "catalogue/site/frame/frame.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "catalogue/site/frame/json_ld.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/search_box.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

/* What the header leads to. */
static const struct crumb navigation[] = {
    {PHRASE("Case studies"), path_cases}, {PHRASE("Search"), path_search}, {PHRASE("Browse"), path_browse},
    {PHRASE("Gap map"), path_gaps},       {PHRASE("Lenses"), path_lenses}, {PHRASE("Answers"), path_answers},
    {PHRASE("My list"), path_list},
};

/* What the footer leads to, behind the pages of the content. */
static const struct crumb foot[] = {
    {PHRASE("Contribute a case study"), path_contribute},
    {PHRASE("Glossary"), path_glossary},
    {PHRASE("Download the data"), path_data},
};

void frame_ask_for_more(struct frame *frame)
{
    if (!site_has(frame->site, path_contribute))
        return;
    html_open(&frame->html, HTML_P);
    html_lead(&frame->html, say("You know of such work?"));
    frame_link(frame, path_contribute, say("Tell how it went"));
    html_text(&frame->html, ".");
    html_close(&frame->html, HTML_P);
}

struct url frame_url(struct frame *frame, const char *path)
{
    struct url url;
    if (frame->absolute && url_absolute(&frame->arena, frame->site->base_url, path, &url))
        return url;
    return url_relative(&frame->arena, frame->path, path);
}

void frame_link(struct frame *frame, const char *path, const char *text)
{
    html_link(&frame->html, frame_url(frame, path), text);
}

void frame_script(struct frame *frame, const char *path, enum asset script)
{
    assert(frame->script_count < sizeof frame->scripts / sizeof *frame->scripts);
    const char *name = arena_format(&frame->arena, "%08" PRIx32, (uint32_t)frame->site->assets.of[script]);
    frame->scripts[frame->script_count++] = url_query(&frame->arena, frame_url(frame, path), "v", name);
}

static void write_scripts(struct frame *frame)
{
    for (size_t i = 0; i < frame->script_count; i++) {
        html_open(&frame->html, HTML_SCRIPT);
        html_address(&frame->html, "src", frame->scripts[i]);
        html_close(&frame->html, HTML_SCRIPT);
    }
}

static void head_link(struct frame *frame, const char *relation, const char *type, const char *path)
{
    html_open(&frame->html, HTML_LINK);
    html_attribute(&frame->html, "rel", relation);
    if (type)
        html_attribute(&frame->html, "type", type);
    html_address(&frame->html, "href", frame_url(frame, path));
}

static void head_meta(struct html *html, const char *name, const char *content)
{
    html_open(html, HTML_META);
    html_attribute(html, "name", name);
    html_attribute(html, "content", content);
}

static void head_property(struct html *html, const char *property, const char *content)
{
    html_open(html, HTML_META);
    html_attribute(html, "property", property);
    html_attribute(html, "content", content);
}

/* Beside the words, one picture for all pages (picture/preview.h). */
static void write_picture(struct frame *frame)
{
    struct url url;
    if (!url_absolute(&frame->arena, frame->site->base_url, path_preview, &url))
        return;
    head_property(&frame->html, "og:image", url.address);
    head_property(&frame->html, "og:image:alt", frame->site->settings->title);
    head_meta(&frame->html, "twitter:card", "summary_large_image");
}

/* What other sites show when the page is shared, and its one address. */
static void write_preview(struct frame *frame, const struct frame_head *head)
{
    struct html *html = &frame->html;
    struct url url;
    head_property(html, "og:title", head->title);
    head_property(html, "og:description", head->description);
    head_property(html, "og:type", head->modified ? "article" : "website");
    head_property(html, "og:site_name", frame->site->settings->title);
    if (head->absolute || !url_absolute(&frame->arena, frame->site->base_url, head->path, &url))
        return;
    head_property(html, "og:url", url.address);
    write_picture(frame);
    html_open(html, HTML_LINK);
    html_attribute(html, "rel", "canonical");
    html_address(html, "href", url);
}

static void write_links_to_style(struct frame *frame)
{
    head_link(frame, "icon", "image/svg+xml", path_icon);
    head_link(frame, "stylesheet", NULL, path_stylesheet);
    if (frame->site->theme.has_stylesheet)
        head_link(frame, "stylesheet", NULL, theme_stylesheet_path);
    if (*frame->site->base_url)
        head_link(frame, "search", "application/opensearchdescription+xml", path_search_description);
}

static void write_way(struct frame *frame, const struct frame_head *head)
{
    const char *data =
        json_ld_breadcrumbs(&frame->arena, frame->site, head->crumbs, sizeof head->crumbs / sizeof *head->crumbs,
                            (struct crumb){head->title, head->path});
    if (data)
        html_data(&frame->html, "application/ld+json", data);
}

static void write_head(struct frame *frame, const struct frame_head *head)
{
    struct html *html = &frame->html;
    const char *site_title = frame->site->settings->title;
    bool is_home = strcmp(head->path, path_home) == 0;
    html_open(html, HTML_HEAD);
    html_open(html, HTML_META);
    html_attribute(html, "charset", "utf-8");
    html_open(html, HTML_TITLE);
    html_text(html, is_home ? site_title : arena_format(&frame->arena, "%s – %s", head->title, site_title));
    html_close(html, HTML_TITLE);
    head_meta(html, "viewport", "width=device-width, initial-scale=1");
    head_meta(html, "color-scheme", "light dark");
    head_meta(html, "description", head->description);
    if (head->script)
        html_raw_script(html, head->script);
    if (head->style)
        html_raw_style(html, head->style);
    else
        write_links_to_style(frame);
    html_open(html, HTML_NOSCRIPT);
    /* Without scripts a list does nothing, nor, where there is one file, do the ways to other pages. */
    html_raw_style(html,
                   head->style ? ".choose,nav,.search-form,.contents{display:none}" : ".choose,.my-list{display:none}");
    html_close(html, HTML_NOSCRIPT);
    if (head->feed)
        head_link(frame, "alternate", "application/atom+xml", head->feed);
    write_preview(frame, head);
    if (head->data)
        html_data(html, "application/ld+json", head->data);
    if (!is_home && !head->absolute)
        write_way(frame, head);
    html_close(html, HTML_HEAD);
}

static void write_logo(struct html *html)
{
    static const char *const bars[][4] = {
        {"2", "13", "5", "9"},
        {"9.5", "8", "5", "14"},
        {"17", "2", "5", "20"},
    };
    html_open(html, HTML_SVG);
    html_class(html, "logo");
    /* Small also where no stylesheet comes. */
    html_attribute(html, "width", "28");
    html_attribute(html, "height", "28");
    html_attribute(html, "viewBox", "0 0 24 24");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        html_open(html, HTML_RECT);
        html_attribute(html, "x", bars[i][0]);
        html_attribute(html, "y", bars[i][1]);
        html_attribute(html, "width", bars[i][2]);
        html_attribute(html, "height", bars[i][3]);
        html_close(html, HTML_RECT);
    }
    html_close(html, HTML_SVG);
}

/* The site's name stands beside it, so it needs no words of its own. */
static void write_theme_logo(struct frame *frame)
{
    html_open(&frame->html, HTML_IMG);
    html_class(&frame->html, "logo");
    html_attribute(&frame->html, "height", "28");
    html_address(&frame->html, "src", frame_url(frame, frame->site->theme.logo));
    html_attribute(&frame->html, "alt", "");
}

void frame_need_images(struct frame *frame, const struct markdown_body *body)
{
    for (size_t i = 0; i < body->image_count; i++)
        site_file_needs(frame->files, frame->file, body->images[i].name);
}

static void write_theme_text(struct frame *frame, const struct theme_text *text, const char *class, const char *name)
{
    if (!text->exists)
        return;
    html_open(&frame->html, HTML_SECTION);
    html_class(&frame->html, class);
    html_attribute(&frame->html, "aria-label", name);
    html_rendered(&frame->html, theme_text_for(text, frame->path));
    frame_need_images(frame, &text->at[0]);
    html_close(&frame->html, HTML_SECTION);
}

static bool leads_here(const char *path, const char *target)
{
    const char *slash = strchr(target, '/');
    return slash ? strncmp(path, target, (size_t)(slash - target) + 1) == 0
                 : strncmp(path, target, strcspn(target, ".")) == 0;
}

static void write_navigation(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_NAV);
    html_attribute(html, "aria-label", say("Main"));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < sizeof navigation / sizeof *navigation; i++) {
        bool is_list = strcmp(navigation[i].path, path_list) == 0;
        if (!site_has(frame->site, navigation[i].path))
            continue;
        html_open(html, HTML_LI);
        if (is_list)
            html_class(html, "my-list");
        html_open(html, HTML_A);
        html_address(html, "href", frame_url(frame, navigation[i].path));
        if (strcmp(navigation[i].path, frame->path) == 0)
            html_attribute(html, "aria-current", "page");
        else if (leads_here(frame->path, navigation[i].path))
            html_attribute(html, "aria-current", "true");
        html_text(html, say(navigation[i].label));
        if (is_list)
            html_element(html, HTML_SPAN, NULL, ""); /* how many are on it */
        html_close(html, HTML_A);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_NAV);
}

static void write_header(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_A);
    html_class(html, "skip");
    html_address(html, "href", url_relative(&frame->arena, frame->path, path_at(&frame->arena, frame->path, "main")));
    html_text(html, say("Skip to main content"));
    html_close(html, HTML_A);
    html_open(html, HTML_HEADER);
    html_class(html, "site-header");
    html_open(html, HTML_DIV);
    html_class(html, "wide");
    html_open(html, HTML_A);
    html_class(html, "site-name");
    html_address(html, "href", frame_url(frame, path_home));
    if (frame->site->theme.logo)
        write_theme_logo(frame);
    else
        write_logo(html);
    html_element(html, HTML_SPAN, NULL, frame->site->settings->title);
    html_close(html, HTML_A);
    if (strcmp(frame->path, path_search) != 0 && strcmp(frame->path, path_home) != 0)
        search_box_write(html, &frame->arena, frame_url(frame, path_search), "site-search", "site-search");
    write_navigation(frame);
    html_close(html, HTML_DIV);
    html_close(html, HTML_HEADER);
    write_theme_text(frame, &frame->site->theme.header, "wide theme-header", say("Notice"));
}

static void write_breadcrumbs(struct frame *frame, const struct frame_head *head)
{
    struct html *html = &frame->html;
    html_open(html, HTML_NAV);
    html_class(html, "breadcrumbs");
    html_attribute(html, "aria-label", say("Breadcrumb"));
    html_open(html, HTML_OL);
    html_open(html, HTML_LI);
    frame_link(frame, path_home, say("Home"));
    html_close(html, HTML_LI);
    for (size_t i = 0; i < sizeof head->crumbs / sizeof *head->crumbs && head->crumbs[i].label; i++) {
        html_open(html, HTML_LI);
        frame_link(frame, head->crumbs[i].path, head->crumbs[i].label);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_OL);
    html_close(html, HTML_NAV);
}

void frame_open(struct frame *frame, const struct site *site, struct site_files *files, const struct frame_head *head)
{
    struct site_file *file = site_files_add(files, head->path);
    *frame = (struct frame){.site = site, .files = files, .file = file, .path = file->path, .absolute = head->absolute};
    file->title = arena_string(&files->arena, head->title);
    file->listed = !head->absolute && !head->unlisted;
    file->modified = head->modified ? arena_string(&files->arena, head->modified) : "";
    frame->html = html_document(&file->bytes);
    if (!head->has_choice)
        frame_script(frame, path_choice_script, ASSET_CHOICE);
    struct html *html = &frame->html;
    html_open(html, HTML_HTML);
    html_attribute(html, "lang", site->settings->language);
    write_head(frame, head);
    html_open(html, HTML_BODY);
    write_header(frame);
    html_open(html, HTML_DIV);
    html_class(html, "wide");
    html_text(html, ""); /* ends the tag */
    file->body = file->bytes.size;
    if (strcmp(head->path, path_home) != 0)
        write_breadcrumbs(frame, head);
    html_open(html, HTML_MAIN);
    html_id(html, "main");
    html_attribute(html, "tabindex", "-1");
    if (!head->wide)
        html_element(html, HTML_H1, NULL, head->title);
}

static void write_footer_links(struct frame *frame)
{
    struct html *html = &frame->html;
    const struct pages *pages = &frame->site->pages;
    struct url repository;
    html_open(html, HTML_NAV);
    html_attribute(html, "aria-label", say("About this site"));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < pages->count; i++) {
        html_open(html, HTML_LI);
        frame_link(frame, path_page(&frame->arena, pages->items[i].name), pages->items[i].title);
        html_close(html, HTML_LI);
    }
    for (size_t i = 0; i < sizeof foot / sizeof *foot; i++) {
        if (!site_has(frame->site, foot[i].path))
            continue;
        html_open(html, HTML_LI);
        frame_link(frame, foot[i].path, say(foot[i].label));
        html_close(html, HTML_LI);
    }
    if (url_allow(&frame->arena, frame->site->settings->repository, &repository)) {
        html_open(html, HTML_LI);
        html_link(html, repository, say("Where this catalogue is kept"));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_NAV);
}

static void write_publisher(struct frame *frame)
{
    struct html *html = &frame->html;
    const struct settings *settings = frame->site->settings;
    struct url url;
    html_open(html, HTML_P);
    if (*settings->publisher)
        html_lead(html, arena_format(&frame->arena, say("Published by %s."), settings->publisher));
    if (*settings->licence)
        html_lead(html, arena_format(&frame->arena, say("Text under %s, unless a case study says otherwise."),
                                     vocabulary_label(frame->site->vocabularies, "licence", settings->licence)));
    if (*frame->site->as_of)
        html_format(html, say("As of %s."), format_date(&frame->arena, frame->site->as_of));
    html_close(html, HTML_P);
    if (!frame->absolute && url_absolute(&frame->arena, frame->site->base_url, frame->path, &url))
        html_element(html, HTML_P, "printed", url.address);
}

static void write_contact(struct frame *frame)
{
    html_open(&frame->html, HTML_P);
    html_lead(&frame->html, say("Contact:"));
    html_addresses(&frame->html, site_contact(frame->site));
    html_close(&frame->html, HTML_P);
}

void frame_close(struct frame *frame)
{
    struct html *html = &frame->html;
    html_close(html, HTML_MAIN);
    frame->file->body_end = frame->file->bytes.size;
    html_close(html, HTML_DIV);
    html_open(html, HTML_FOOTER);
    html_class(html, "site-footer");
    html_open(html, HTML_DIV);
    html_class(html, "wide");
    write_footer_links(frame);
    write_publisher(frame);
    write_contact(frame);
    write_theme_text(frame, &frame->site->theme.footer, "theme-footer", say("Publisher"));
    html_close(html, HTML_DIV);
    html_close(html, HTML_FOOTER);
    write_scripts(frame);
    html_close(html, HTML_BODY);
    html_close(html, HTML_HTML);
    html_end(html);
    arena_free(&frame->arena);
}

struct html_mark frame_part(struct frame *frame, enum html_tag tag, const char *class, const char *anchor,
                            const char *heading)
{
    struct html *html = &frame->html;
    struct html_mark part = html_open(html, tag);
    if (class)
        html_class(html, class);
    html_attribute(html, "aria-labelledby", html_free_id(html, anchor));
    html_open(html, HTML_H2);
    html_id(html, anchor);
    html_text(html, heading);
    html_close(html, HTML_H2);
    return part;
}

struct html_mark frame_section(struct frame *frame, const char *anchor, const char *heading)
{
    return frame_part(frame, HTML_SECTION, NULL, anchor, heading);
}

void frame_term(struct frame *frame, const struct facet *facet, const char *term)
{
    const struct vocabulary *vocabulary = vocabulary_find(frame->site->vocabularies, facet->vocabulary);
    const struct term *known = vocabulary ? vocabulary_term(vocabulary, term) : NULL;
    if (known)
        frame_link(frame, path_term(&frame->arena, facet, term, 1), known->label);
    else
        html_text(&frame->html, term);
}

void frame_say(struct frame *frame, const char *sentence, const struct said_link *links)
{
    while (*sentence) {
        size_t size = strcspn(sentence, SAY_PLACES);
        html_text(&frame->html, arena_copy(&frame->arena, sentence, size));
        sentence += size;
        if (*sentence) {
            const struct said_link *link = &links[*sentence++ - *SAY_FIRST];
            html_link(&frame->html, link->url, link->text);
        }
    }
}

struct html_mark frame_scroll_box(struct frame *frame, const char *label)
{
    struct html *html = &frame->html;
    struct html_mark box = html_open(html, HTML_SECTION);
    html_class(html, "scroll");
    html_attribute(html, "aria-label", label);
    html_attribute(html, "tabindex", "0");
    return box;
}

const char *frame_cases(struct frame *frame, size_t count)
{
    return format_cases(&frame->arena, count);
}
