#ifndef CATALOGUE_SITE_FRAME_FRAME_H
#define CATALOGUE_SITE_FRAME_FRAME_H

/*
 * One page while it is written, and what all pages share: head, header,
 * breadcrumbs, footer. What comes of it is a file of the site, whole when the frame is closed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"

struct glossary;

struct frame {
    const struct site *site;
    struct site_files *files; /* where it is added to */
    struct site_file *file;
    struct arena arena; /* lives as long as the page */
    struct html html;
    const char *path;
    bool absolute;
    struct url scripts[4]; /* in the order in which they run, when the page is there */
    size_t script_count;
    struct glossary *glossary; /* of the words that the page explains; NULL until one is looked for */
};

struct frame_head {
    const char *path;
    const char *title;       /* also the h1, unless that is written by the page */
    const char *description; /* one or two sentences for search engines and previews */
    struct crumb crumbs[3];  /* ends at the first without a label */
    bool wide;               /* the page lays itself out; no h1 is written */
    bool absolute;           /* its links name the whole address, as it is shown in any place (404.html) */
    bool unlisted;           /* search engines need not list it, as nothing stands in it */
    const char *modified;    /* the date of what it tells, or NULL */
    const char *feed;        /* the path of a feed of what the page lists, or NULL */
    const char *data;        /* JSON-LD that says what the page is, or NULL */
    const char *script;      /* to stand before any stylesheet, which scripts behind it would wait for; or NULL */
    const char *style;       /* a stylesheet to stand in the page itself, in place of a link to the file; or NULL */
    bool has_choice;         /* a script of the page's own brings what every page has for choosing cases */
};

/* Starts a page up to its h1; what is written next stands in its main part. The file is among `files` at once. */
void frame_open(struct frame *frame, const struct site *site, struct site_files *files, const struct frame_head *head);
void frame_close(struct frame *frame);

/* The images of a text that the page shows have to come along. */
void frame_need_images(struct frame *frame, const struct markdown_body *body);

/* Links to another page of the site, as text. */
void frame_link(struct frame *frame, const char *path, const char *text);

/* A way to the form for who knows of what is not here; nothing where the site has no form. */
void frame_ask_for_more(struct frame *frame);

/*
 * A script of the site, which runs at the end of the page behind the one that every page has, under an address that
 * its version is part of: one that a browser has kept must not run with another page, or with other scripts, than those
 * it came with.
 */
void frame_script(struct frame *frame, const char *path, enum asset script);

/* A sentence with links in it: where SAY_FIRST stands (phrases.h) comes the first of them, and so on. */
struct said_link {
    struct url url;
    const char *text;
};
void frame_say(struct frame *frame, const char *sentence, const struct said_link *links);

/* An address to another page, for a link that holds more than text. */
struct url frame_url(struct frame *frame, const char *path);

/*
 * Opens a part of the page that its h2 names, which has the anchor; closed to the mark. `class` may be NULL.
 * frame_section is a section without a class.
 */
struct html_mark frame_part(struct frame *frame, enum html_tag tag, const char *class, const char *anchor,
                            const char *heading);
struct html_mark frame_section(struct frame *frame, const char *anchor, const char *heading);

/* A term of a facet as a link to its browse page, or as words where it has none. */
void frame_term(struct frame *frame, const struct facet *facet, const char *term);

/* A box that scrolls sideways when what it holds is too wide; closed to the mark. */
struct html_mark frame_scroll_box(struct frame *frame, const char *label);

/* "1 case study", "5 case studies" */
const char *frame_cases(struct frame *frame, size_t count);

#endif
