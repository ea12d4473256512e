#include "indexer/content/markdown_links.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/normalise.h"
#include "indexer/base/slug.h"
#include "indexer/base/utf8.h"
#include "indexer/content/alt_text.h"
#include "indexer/content/codes.h"
#include "indexer/content/left_links.h"
#include "indexer/content/placeholders.h"
#include "indexer/content/scalars.h"
#include "indexer/content/taken_names.h"

/* The id in a link to other-id.md, however the way there is written, or NULL. *rest is what stands behind the id. */
static const char *case_target(struct arena *arena, const char *url, const char **rest)
{
    static const char *const ways[] = {"./", "../case-studies/", "content/case-studies/", "/content/case-studies/",
                                       "case-studies/"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strncmp(url, ways[i], strlen(ways[i])) == 0)
            url += strlen(ways[i]);
    size_t size = strspn(url, "abcdefghijklmnopqrstuvwxyz0123456789-");
    *rest = url + size;
    return size ? arena_copy(arena, url, size) : NULL;
}

/* The name in a link to a page, however the way there is written, or NULL. *rest is what stands behind the name. */
static const char *page_target(struct arena *arena, const char *url, const char **rest)
{
    static const char *const ways[] = {"../pages/", "content/pages/", "/content/pages/", "pages/"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *name = url + strlen(ways[i]);
        size_t size =
            strncmp(url, ways[i], strlen(ways[i])) == 0 ? strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") : 0;
        if (!size)
            continue;
        *rest = name + size;
        return arena_copy(arena, name, size);
    }
    return NULL;
}

/* From a page to a page beside it, from a case study to one above it. */
static void add_link(struct markdown_reader *reader, cmark_node *node, const char *target, bool is_page)
{
    struct markdown_body *body = reader->body;
    const char *prefix = !is_page ? reader->links_prefix : reader->pages ? "" : "../";
    body->links = arena_grow(reader->arena, body->links, body->link_count, &reader->link_capacity, sizeof *body->links);
    body->links[body->link_count++] = (struct markdown_link){target, markdown_place(reader, node), is_page};
    cmark_node_set_url(node, arena_format(reader->arena, "%s%s.html", prefix, target));
}

/* Replaces an address in the line that a link stands in, where it stands there once. */
static void fix_address(struct markdown_reader *reader, cmark_node *node, const char *url, const char *meant)
{
    if (diagnostics_full(reader->diagnostics))
        return;
    size_t number = markdown_line_of(node);
    struct line line = markdown_line(reader, number);
    const char *written = arena_copy(reader->arena, line.at, line.size);
    const char *wanted = arena_format(reader->arena, "(%s", url);
    const char *found = strstr(written, wanted);
    if (!found || strstr(found + 1, wanted) || !strchr(") ", found[strlen(wanted)]))
        return;
    size_t column = utf8_length(written, (size_t)(found - written)) + 2;
    diagnostics_fix(reader->diagnostics,
                    (struct place){number + reader->first_line - 1, column, utf8_length(url, strlen(url))}, meant,
                    true);
}

static void refuse_link(struct markdown_reader *reader, cmark_node *node, const char *url, const char *meant)
{
    const char *fault = strncmp(url, "http", 4) == 0 ? scalar_url_fault(url) : NULL;
    report(
        reader->diagnostics, CODE_LINK, markdown_place(reader, node),
        meant ? arena_format(reader->arena, "write %s", meant)
        : reader->pages
            ? "write the whole address from https:// on, or name.md for a page or a case study, or what the site has, "
              "such as gaps.html"
            : "write the whole address from https:// on, other-id.md for another case study, or "
              "../pages/name.md for a page",
        "\"%s\" is not an address that is linked to%s%s", url, fault ? ": " : "", fault ? fault : "");
    if (meant)
        fix_address(reader, node, url, meant);
    cmark_node_set_url(node, "");
}

/* Whether a section of the text can be linked to as #its-name: the page names its sections so. */
static bool is_section_name(struct markdown_reader *reader, cmark_node *node, const char *name)
{
    if (diagnostics_full(reader->diagnostics))
        return true;
    while (cmark_node_parent(node))
        node = cmark_node_parent(node);
    for (cmark_node *at = cmark_node_first_child(node); at; at = cmark_node_next(at))
        if (cmark_node_get_type(at) == CMARK_NODE_HEADING && cmark_node_get_heading_level(at) == 2 &&
            strcmp(slug_of(reader->arena, markdown_plain(reader->arena, at)), name) == 0)
            return true;
    return false;
}

/* The address that was probably meant, or NULL. */
static const char *address_meant(struct markdown_reader *reader, const char *url)
{
    struct arena *arena = reader->arena;
    const char *rest = "";
    const char *page = page_target(arena, url, &rest);
    const char *target = page ? page : case_target(arena, url, &rest);
    if (target && (!*rest || strncmp(rest, ".md", 3) == 0 || strncmp(rest, ".html", 5) == 0))
        return arena_format(arena, page && !reader->pages ? "../pages/%s.md" : "%s.md", target);
    if (strncmp(url, "https://", 8) == 0 && strchr(url, ' '))
        return left_mended_address(arena, url, strlen(url), false);
    return strncmp(url, "www.", 4) == 0 ? arena_format(arena, "https://%s", url) : NULL;
}

/* A link to a mailbox, with or without a subject, where the text may have such. */
static bool is_own_mailbox(struct markdown_reader *reader, const char *url)
{
    static const char scheme[] = "mailto:";
    const char *mailbox = url + sizeof scheme - 1;
    return reader->takes_mail && strncmp(url, scheme, sizeof scheme - 1) == 0 &&
           scalar_email(arena_copy(reader->arena, mailbox, strcspn(mailbox, "?")));
}

/* E-mail addresses and phone numbers are told as what they are, in the text or here. */
static bool is_private_link(struct markdown_reader *reader, cmark_node *node, const char *url)
{
    bool mail = strncmp(url, "mailto:", 7) == 0;
    if (!mail && strncmp(url, "tel:", 4) != 0)
        return false;
    const char *words = markdown_plain(reader->arena, node);
    const char *address = url + (mail ? 7 : 4);
    if (!strstr(words, mail ? "@" : "0"))
        report(reader->diagnostics, mail ? CODE_EMAIL : CODE_PHONE, markdown_place(reader, node),
               "take it out; readers ask through the contact's page or e-mail address",
               mail ? "this link leads to an e-mail address, %s" : "this link leads to a phone number, %s", address);
    cmark_node_set_url(node, "");
    return true;
}

/* An address at example.org was copied with an example. */
static void tell_example(struct markdown_reader *reader, cmark_node *node, const char *url)
{
    size_t at = 0;
    if (placeholder_address(url, &at))
        report(reader->diagnostics, CODE_PLACEHOLDER, markdown_place(reader, node),
               "write the address that is meant, or take the link out", "\"%s\" is an address for examples", url);
}

static bool has_words(struct arena *arena, cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);
    bool image = child && cmark_node_get_type(child) == CMARK_NODE_IMAGE;
    return image || *normalise_trimmed(arena, markdown_plain(arena, node));
}

void markdown_read_link(struct markdown_reader *reader, cmark_node *node)
{
    const char *rest = "";
    const char *url = cmark_node_get_url(node);
    if (!diagnostics_full(reader->diagnostics) && !has_words(reader->arena, node))
        report(reader->diagnostics, CODE_LINK_WORDS, markdown_place(reader, node),
               arena_format(reader->arena, "write [words that say what is there](%s)", url),
               "this link has no words, so nobody can see or hear it");
    const char *page = reader->pages || strncmp(url, "../", 3) != 0 ? NULL : page_target(reader->arena, url, &rest);
    const char *target = page ? page : case_target(reader->arena, url, &rest);
    bool plain = target && (page || strncmp(url, target, strlen(target)) == 0);
    if (plain && strcmp(rest, ".md") == 0)
        add_link(reader, node, target, page || (reader->pages && string_list_have(reader->pages, target)));
    else if ((reader->pages && taken_address(url)) || (url[0] == '#' && is_section_name(reader, node, url + 1)))
        return;
    else if (url[0] == '#') {
        report(reader->diagnostics, CODE_LINK, markdown_place(reader, node),
               "link to a section as #the-need, #what-we-did …, or take the link out",
               "\"%s\" leads to no section of this text", url);
        cmark_node_set_url(node, "");
    } else if (scalar_url(url))
        tell_example(reader, node, url);
    else if (!is_own_mailbox(reader, url) && !is_private_link(reader, node, url))
        refuse_link(reader, node, url, address_meant(reader, url));
}

void markdown_read_image(struct markdown_reader *reader, cmark_node *node)
{
    static const char folder[] = "../images/";
    const char *url = cmark_node_get_url(node);
    const char *name = strncmp(url, folder, sizeof folder - 1) == 0 ? url + sizeof folder - 1 : NULL;
    if (!name || !*name || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen(name) || name[0] == '.') {
        report(reader->diagnostics, CODE_IMAGE, markdown_place(reader, node),
               "put it into content/images/ and write ![words](../images/name.png)",
               "\"%s\" is not an image of this catalogue", url);
        cmark_node_set_url(node, "");
        return;
    }
    if (!alt_text_says_something(reader->arena, markdown_plain(reader->arena, node), name))
        report(reader->diagnostics, CODE_IMAGE_TEXT, markdown_place(reader, node),
               "write what it shows between the square brackets",
               "the image %s has no words for those who cannot see it", name);
    struct markdown_body *body = reader->body;
    body->images =
        arena_grow(reader->arena, body->images, body->image_count, &reader->image_capacity, sizeof *body->images);
    body->images[body->image_count++] =
        (struct markdown_image){arena_string(reader->arena, name), markdown_place(reader, node)};
    cmark_node_set_url(node, arena_format(reader->arena, "%s%s", reader->links_prefix, url));
}
