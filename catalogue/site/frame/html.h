#ifndef CATALOGUE_SITE_FRAME_HTML_H
#define CATALOGUE_SITE_FRAME_HTML_H

/*
 * Writes HTML, and the XML of feeds and icons, into a text. The only code that prints tags.
 * Whatever is added is escaped for the place where it stands; what was opened
 * is remembered, and closing anything else is a mistake of the program. Bytes
 * that are not UTF-8 and control characters become U+FFFD. Addresses arrive as
 * struct url, rendered Markdown as struct rendered, so that neither can be
 * mistaken for text.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/frame/url.h"
#include "indexer/base/text.h"
#include "indexer/content/markdown.h"

enum { HTML_DEPTH_MAX = 48 };

struct html {
    struct text *out;
    bool xml;
    bool in_tag;                  /* the start tag is still open for attributes */
    const struct html_kind *kind; /* of the element that is in_tag */
    const char *open[HTML_DEPTH_MAX];
    size_t depth;
};

/* Starts an HTML page, or an XML document, at the end of `out`. */
struct html html_document(struct text *out);
struct html html_xml(struct text *out);

/* Starts a piece of HTML that goes into a page later. */
struct html html_piece(struct text *out);

/* Opens an element; elements without content (img, meta …) close themselves. Names live as long as the writer. */
void html_open(struct html *html, const char *element);
/* Closes the innermost element, which must be this one. */
void html_close(struct html *html, const char *element);

/* Attributes of the element just opened. Not for addresses, styles and handlers. */
void html_attribute(struct html *html, const char *name, const char *value);
void html_number(struct html *html, const char *name, double value);
void html_class(struct html *html, const char *value);
/* An attribute without a value, such as `open`. */
void html_flag(struct html *html, const char *name);
/* An attribute that holds an address: href, src, action. */
void html_address(struct html *html, const char *name, struct url url);

void html_text(struct html *html, const char *text);
void html_format(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
void html_rendered(struct html *html, struct rendered rendered);

/* A block of data in JSON: `json` is escaped so that it cannot end the element. */
void html_data(struct html *html, const char *type, const char *json);

/* An element that holds only text; `class` may be NULL. */
void html_element(struct html *html, const char *element, const char *class, const char *text);
/* A link that holds only text. */
void html_link(struct html *html, struct url url, const char *text);

/* Ends the document: nothing is open any more. */
void html_end(struct html *html);

#endif
