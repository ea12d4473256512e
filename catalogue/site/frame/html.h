#ifndef CATALOGUE_SITE_FRAME_HTML_H
#define CATALOGUE_SITE_FRAME_HTML_H

/*
 * Writes HTML, and the XML of feeds and icons, into a text. The only code that prints tags.
 * Whatever is added is escaped for the place where it stands; what was opened
 * is remembered, and closing anything else is a mistake of the program. Bytes
 * that are not UTF-8 and control characters become U+FFFD. Addresses arrive as
 * struct url, rendered Markdown as struct rendered, so that neither can be
 * mistaken for text. No two elements of a document have the same id.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/frame/url.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/content/markdown.h"

/* The elements that pages are made of, and those of feeds and maps of the site. One more is a row in html.c too. */
enum html_tag {
    HTML_A,
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_B,
    HTML_BODY,
    HTML_BR,
    HTML_BUTTON,
    HTML_CAPTION,
    HTML_CIRCLE,
    HTML_CITE,
    HTML_DD,
    HTML_DETAILS,
    HTML_DIV,
    HTML_DL,
    HTML_DT,
    HTML_FIELDSET,
    HTML_FIGCAPTION,
    HTML_FIGURE,
    HTML_FOOTER,
    HTML_FORM,
    HTML_H1,
    HTML_H2,
    HTML_H3,
    HTML_H4,
    HTML_HEAD,
    HTML_HEADER,
    HTML_HTML,
    HTML_I,
    HTML_IMG,
    HTML_INPUT,
    HTML_LABEL,
    HTML_LEGEND,
    HTML_LI,
    HTML_LINE,
    HTML_LINK,
    HTML_MAIN,
    HTML_META,
    HTML_NAV,
    HTML_NOSCRIPT,
    HTML_OL,
    HTML_OPTION,
    HTML_P,
    HTML_PRE,
    HTML_RECT,
    HTML_SCRIPT,
    HTML_SECTION,
    HTML_SELECT,
    HTML_SPAN,
    HTML_STRONG,
    HTML_STYLE,
    HTML_SUMMARY,
    HTML_SVG,
    HTML_TABLE,
    HTML_TBODY,
    HTML_TFOOT,
    HTML_TD,
    HTML_TEMPLATE,
    HTML_TEXT,
    HTML_TEXTAREA,
    HTML_TH,
    HTML_THEAD,
    HTML_TITLE,
    HTML_TR,
    HTML_UL,
    XML_AUTHOR,
    XML_DESCRIPTION,
    XML_ENTRY,
    XML_FEED,
    XML_ID,
    XML_INPUT_ENCODING,
    XML_LASTMOD,
    XML_LINK,
    XML_LOC,
    XML_NAME,
    XML_SEARCH_DESCRIPTION,
    XML_SEARCH_URL,
    XML_SHORT_NAME,
    XML_SUMMARY,
    XML_TITLE,
    XML_UPDATED,
    XML_URL,
    XML_URLSET,
    HTML_TAGS
};

enum { HTML_DEPTH_MAX = 48 };

struct html {
    struct text *out;
    bool in_tag; /* the start tag is still open for attributes */
    bool is_document;
    enum html_tag open[HTML_DEPTH_MAX];
    size_t depth;
    struct arena arena; /* until html_end */
    struct string_list ids;
};

/* Starts an HTML page, or an XML document, at the end of `out`. */
struct html html_document(struct text *out);
struct html html_xml(struct text *out);

/* Starts a piece of HTML that goes into a page later; it can have no ids, and needs no html_end. */
struct html html_piece(struct text *out);

/*
 * Opens an element; elements without content (img, meta …) close themselves. The mark that comes back
 * stands for what was open before.
 */
struct html_mark {
    size_t depth;
};
struct html_mark html_open(struct html *html, enum html_tag tag);
/* The same for a part of a table that says what it is: a narrow page lays it out otherwise, which would take that from it. */
struct html_mark html_open_as(struct html *html, enum html_tag tag, const char *role);
/* Closes the innermost element, which must be this one. */
void html_close(struct html *html, enum html_tag tag);
/* Closes everything that was opened since the mark, its own element too. */
void html_close_to(struct html *html, struct html_mark mark);

/* Attributes of the element just opened. Not for ids, addresses, styles and handlers. */
void html_attribute(struct html *html, const char *name, const char *value);
void html_number(struct html *html, const char *name, double value);
void html_class(struct html *html, const char *value);
/* An attribute without a value, such as `open`. */
void html_flag(struct html *html, const char *name);
/* An attribute that holds an address: href, src, action. */
void html_address(struct html *html, const char *name, struct url url);

void html_text(struct html *html, const char *text);
/* The same with a blank behind it, for what follows on the line. */
void html_lead(struct html *html, const char *text);
void html_format(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
void html_rendered(struct html *html, struct rendered rendered);

/*
 * The id of the element just opened: as wanted, or with -2, -3 … behind it when that is taken. html_free_id says
 * which it would be, for what must name the element before it is opened; until html_end.
 */
void html_id(struct html *html, const char *wanted);
const char *html_free_id(struct html *html, const char *wanted);

/* HTML that another writer made. */
void html_splice(struct html *html, const char *made, size_t size);

/* A script or a stylesheet of the program, as it is. */
void html_raw_script(struct html *html, const char *script);
void html_raw_style(struct html *html, const char *style);

/* A block of data in JSON: `json` is escaped so that it cannot end the element. */
void html_data(struct html *html, const char *type, const char *json);

/* An element that holds only text; `class` may be NULL. */
void html_element(struct html *html, enum html_tag tag, const char *class, const char *text);
/* A link that holds only text. */
void html_link(struct html *html, struct url url, const char *text);

/* Words, of which web and e-mail addresses become links. */
void html_addresses(struct html *html, const char *words);

/* A button of a script; `type` is "button", or "submit" for what Enter does in its form. */
void html_button(struct html *html, const char *type, const char *id, const char *class, const char *text);

/* What is shown only where scripts do not run: why something does nothing there. */
void html_without_scripts(struct html *html, const char *words);

/* Ends the document: nothing is open any more. Releases what the writer kept. */
void html_end(struct html *html);

#endif
