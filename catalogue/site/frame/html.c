#include "catalogue/site/frame/html.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/json.h"
#include "indexer/base/utf8.h"

/* How an element is laid out. */
enum { OWN_LINE = 1, HOLDS_LINES = 2, WITHOUT_CONTENT = 4 };

static const struct {
    const char *name;
    unsigned layout;
} tags[HTML_TAGS] = {
    [HTML_A] = {"a", 0},
    [HTML_ARTICLE] = {"article", OWN_LINE | HOLDS_LINES},
    [HTML_ASIDE] = {"aside", OWN_LINE | HOLDS_LINES},
    [HTML_B] = {"b", 0},
    [HTML_BODY] = {"body", OWN_LINE | HOLDS_LINES},
    [HTML_BR] = {"br", WITHOUT_CONTENT},
    [HTML_BUTTON] = {"button", 0},
    [HTML_CAPTION] = {"caption", OWN_LINE},
    [HTML_CIRCLE] = {"circle", OWN_LINE},
    [HTML_CITE] = {"cite", 0},
    [HTML_DD] = {"dd", OWN_LINE},
    [HTML_DETAILS] = {"details", OWN_LINE | HOLDS_LINES},
    [HTML_DIV] = {"div", OWN_LINE | HOLDS_LINES},
    [HTML_DL] = {"dl", OWN_LINE | HOLDS_LINES},
    [HTML_DT] = {"dt", OWN_LINE},
    [HTML_FIELDSET] = {"fieldset", OWN_LINE | HOLDS_LINES},
    [HTML_FIGCAPTION] = {"figcaption", OWN_LINE},
    [HTML_FIGURE] = {"figure", OWN_LINE | HOLDS_LINES},
    [HTML_FOOTER] = {"footer", OWN_LINE | HOLDS_LINES},
    [HTML_FORM] = {"form", OWN_LINE | HOLDS_LINES},
    [HTML_H1] = {"h1", OWN_LINE},
    [HTML_H2] = {"h2", OWN_LINE},
    [HTML_H3] = {"h3", OWN_LINE},
    [HTML_H4] = {"h4", OWN_LINE},
    [HTML_HEAD] = {"head", OWN_LINE | HOLDS_LINES},
    [HTML_HEADER] = {"header", OWN_LINE | HOLDS_LINES},
    [HTML_HTML] = {"html", OWN_LINE | HOLDS_LINES},
    [HTML_I] = {"i", 0},
    [HTML_IMG] = {"img", WITHOUT_CONTENT},
    [HTML_INPUT] = {"input", WITHOUT_CONTENT | OWN_LINE},
    [HTML_LABEL] = {"label", 0},
    [HTML_LEGEND] = {"legend", OWN_LINE},
    [HTML_LI] = {"li", OWN_LINE},
    [HTML_LINE] = {"line", OWN_LINE},
    [HTML_LINK] = {"link", WITHOUT_CONTENT | OWN_LINE},
    [HTML_MAIN] = {"main", OWN_LINE | HOLDS_LINES},
    [HTML_META] = {"meta", WITHOUT_CONTENT | OWN_LINE},
    [HTML_NAV] = {"nav", OWN_LINE | HOLDS_LINES},
    [HTML_NOSCRIPT] = {"noscript", 0},
    [HTML_OL] = {"ol", OWN_LINE | HOLDS_LINES},
    [HTML_OPTION] = {"option", 0},
    [HTML_P] = {"p", OWN_LINE},
    [HTML_PRE] = {"pre", OWN_LINE},
    [HTML_RECT] = {"rect", OWN_LINE},
    [HTML_SCRIPT] = {"script", OWN_LINE},
    [HTML_SECTION] = {"section", OWN_LINE | HOLDS_LINES},
    [HTML_SELECT] = {"select", 0},
    [HTML_SPAN] = {"span", 0},
    [HTML_STRONG] = {"strong", 0},
    [HTML_STYLE] = {"style", 0},
    [HTML_SUMMARY] = {"summary", OWN_LINE},
    [HTML_SVG] = {"svg", OWN_LINE | HOLDS_LINES},
    [HTML_TABLE] = {"table", OWN_LINE | HOLDS_LINES},
    [HTML_TBODY] = {"tbody", OWN_LINE | HOLDS_LINES},
    [HTML_TFOOT] = {"tfoot", OWN_LINE | HOLDS_LINES},
    [HTML_TD] = {"td", OWN_LINE},
    [HTML_TEMPLATE] = {"template", 0},
    [HTML_TEXT] = {"text", OWN_LINE},
    [HTML_TEXTAREA] = {"textarea", 0},
    [HTML_TH] = {"th", OWN_LINE},
    [HTML_THEAD] = {"thead", OWN_LINE | HOLDS_LINES},
    [HTML_TITLE] = {"title", OWN_LINE},
    [HTML_TR] = {"tr", OWN_LINE | HOLDS_LINES},
    [HTML_UL] = {"ul", OWN_LINE | HOLDS_LINES},
    [XML_AUTHOR] = {"author", OWN_LINE},
    [XML_DESCRIPTION] = {"Description", OWN_LINE},
    [XML_ENTRY] = {"entry", OWN_LINE},
    [XML_FEED] = {"feed", OWN_LINE},
    [XML_ID] = {"id", OWN_LINE},
    [XML_INPUT_ENCODING] = {"InputEncoding", OWN_LINE},
    [XML_LASTMOD] = {"lastmod", OWN_LINE},
    [XML_LINK] = {"link", OWN_LINE},
    [XML_LOC] = {"loc", OWN_LINE},
    [XML_NAME] = {"name", OWN_LINE},
    [XML_SEARCH_DESCRIPTION] = {"OpenSearchDescription", OWN_LINE},
    [XML_SEARCH_URL] = {"Url", OWN_LINE},
    [XML_SHORT_NAME] = {"ShortName", OWN_LINE},
    [XML_SUMMARY] = {"summary", OWN_LINE},
    [XML_TITLE] = {"title", OWN_LINE},
    [XML_UPDATED] = {"updated", OWN_LINE},
    [XML_URL] = {"url", OWN_LINE},
    [XML_URLSET] = {"urlset", OWN_LINE},
};

struct html html_document(struct text *out)
{
    text_add(out, "<!DOCTYPE html>");
    return (struct html){.out = out, .is_document = true};
}

struct html html_xml(struct text *out)
{
    text_add(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    return (struct html){.out = out};
}

struct html html_piece(struct text *out)
{
    return (struct html){.out = out};
}

static void end_tag(struct html *html)
{
    if (html->in_tag)
        text_char(html->out, '>');
    html->in_tag = false;
}

static bool is_name(const char *name)
{
    size_t size = 0;
    while (ascii_is_letter(name[size]) || ascii_is_digit(name[size]) || name[size] == '-' || name[size] == ':')
        size++;
    return size && !name[size];
}

struct html_mark html_open(struct html *html, enum html_tag tag)
{
    const struct html_mark mark = {html->depth};
    end_tag(html);
    if (tags[tag].layout & OWN_LINE && html->out->size)
        text_char(html->out, '\n');
    text_char(html->out, '<');
    text_add(html->out, tags[tag].name);
    html->in_tag = true;
    if (tags[tag].layout & WITHOUT_CONTENT)
        return mark;
    assert(html->depth < HTML_DEPTH_MAX);
    html->open[html->depth++] = tag;
    return mark;
}

void html_close(struct html *html, enum html_tag tag)
{
    assert(html->depth && html->open[html->depth - 1] == tag);
    bool on_own_line = tags[tag].layout & HOLDS_LINES && !html->in_tag && html->out->size &&
                       html->out->data[html->out->size - 1] == '>';
    end_tag(html);
    text_add(html->out, on_own_line ? "\n</" : "</");
    text_add(html->out, tags[tag].name);
    text_char(html->out, '>');
    html->depth--;
}

void html_close_to(struct html *html, struct html_mark mark)
{
    assert(mark.depth <= html->depth);
    while (html->depth > mark.depth)
        html_close(html, html->open[html->depth - 1]);
}

/* One character, escaped; `quoted` inside an attribute. What no page may hold becomes U+FFFD. */
static size_t add_character(struct text *out, const char *at, size_t left, bool quoted)
{
    static const char *const escapes[] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
    uint32_t point = 0;
    size_t length = utf8_decode(at, left, &point);
    if (length == 0 || utf8_is_control(point)) {
        text_add(out, "\xEF\xBF\xBD");
        return length ? length : 1;
    }
    const char *escape = point < sizeof escapes / sizeof *escapes ? escapes[point] : NULL;
    if (escape && (quoted || point != '"'))
        text_add(out, escape);
    else
        text_append(out, at, length);
    return length;
}

/* How many bytes from here on go in as they are: nearly all of nearly every text. */
static size_t plain_run(const char *text)
{
    size_t length = 0;
    for (char byte; (byte = text[length]) >= ' ' && byte <= '~'; length++)
        if (byte == '&' || byte == '<' || byte == '>' || byte == '"')
            break;
    return length;
}

static void add_escaped(struct text *out, const char *text, bool quoted)
{
    size_t left = strlen(text);
    while (left) {
        size_t length = plain_run(text);
        if (length)
            text_append(out, text, length);
        else
            length = add_character(out, text, left, quoted);
        text += length;
        left -= length;
    }
}

static void add_attribute(struct html *html, const char *name, const char *value)
{
    assert(html->in_tag && is_name(name));
    text_char(html->out, ' ');
    text_add(html->out, name);
    text_add(html->out, "=\"");
    add_escaped(html->out, value, true);
    text_char(html->out, '"');
}

const char *html_free_id(struct html *html, const char *wanted)
{
    const char *id = wanted;
    for (size_t number = 2; string_list_have(&html->ids, id); number++)
        id = arena_format(&html->arena, "%s-%zu", wanted, number);
    return id;
}

void html_id(struct html *html, const char *wanted)
{
    assert(html->is_document);
    const char *id = arena_string(&html->arena, html_free_id(html, wanted));
    string_list_add(&html->arena, &html->ids, id);
    add_attribute(html, "id", id);
}

static bool holds_address(const char *name)
{
    static const char *const names[] = {"href",       "src",    "action", "formaction",
                                        "xlink:href", "poster", "data",   "srcset"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (*names[i] == *name && strcmp(names[i], name) == 0)
            return true;
    }
    return false;
}

void html_attribute(struct html *html, const char *name, const char *value)
{
    assert(!holds_address(name) && strcmp(name, "id") != 0 && strcmp(name, "style") != 0 &&
           strncmp(name, "on", 2) != 0);
    add_attribute(html, name, value);
}

void html_number(struct html *html, const char *name, double value)
{
    struct text text = {0};
    number_text(&text, value);
    html_attribute(html, name, text_string(&text));
    text_free(&text);
}

void html_class(struct html *html, const char *value)
{
    html_attribute(html, "class", value);
}

void html_flag(struct html *html, const char *name)
{
    assert(html->in_tag && is_name(name));
    text_format(html->out, " %s", name);
}

void html_address(struct html *html, const char *name, struct url url)
{
    assert(holds_address(name));
    add_attribute(html, name, url.address);
}

void html_text(struct html *html, const char *text)
{
    end_tag(html);
    add_escaped(html->out, text, false);
}

void html_lead(struct html *html, const char *text)
{
    html_text(html, text);
    html_text(html, " ");
}

void html_format(struct html *html, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *text = memory_resize(NULL, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    html_text(html, text);
    free(text);
}

void html_rendered(struct html *html, struct rendered rendered)
{
    end_tag(html);
    text_add(html->out, rendered.html);
}

void html_splice(struct html *html, const char *made, size_t size)
{
    end_tag(html);
    text_append(html->out, made, size);
}

static void add_raw(struct html *html, enum html_tag tag, const char *raw)
{
    html_open(html, tag);
    html_splice(html, raw, strlen(raw));
    html_close(html, tag);
}

void html_raw_script(struct html *html, const char *script)
{
    assert(!strstr(script, "</script"));
    add_raw(html, HTML_SCRIPT, script);
}

void html_raw_style(struct html *html, const char *style)
{
    assert(!strstr(style, "</style"));
    add_raw(html, HTML_STYLE, style);
}

/* In a script no escape of HTML is read, so what could end it is written as JSON has it. */
void html_data(struct html *html, const char *type, const char *json)
{
    html_open(html, HTML_SCRIPT);
    html_attribute(html, "type", type);
    end_tag(html);
    for (; *json; json++) {
        if (strchr("<>&", *json))
            text_format(html->out, "\\u%04x", (unsigned int)(unsigned char)*json);
        else
            text_char(html->out, *json);
    }
    html_close(html, HTML_SCRIPT);
}

struct html_mark html_open_as(struct html *html, enum html_tag tag, const char *role)
{
    const struct html_mark mark = html_open(html, tag);
    html_attribute(html, "role", role);
    return mark;
}

void html_element(struct html *html, enum html_tag tag, const char *class, const char *text)
{
    html_open(html, tag);
    if (class)
        html_class(html, class);
    html_text(html, text);
    html_close(html, tag);
}

void html_link(struct html *html, struct url url, const char *text)
{
    html_open(html, HTML_A);
    html_address(html, "href", url);
    html_text(html, text);
    html_close(html, HTML_A);
}

/* A full stop behind an address is not of it. */
static void add_word(struct html *html, struct arena *arena, const char *word, size_t size)
{
    struct url url;
    size_t bare = size;
    while (bare && strchr(".:", word[bare - 1]))
        bare--;
    const char *address = arena_copy(arena, word, bare);
    if (url_of_word(arena, address, &url))
        html_link(html, url, address);
    else
        html_text(html, address);
    html_text(html, arena_copy(arena, word + bare, size - bare));
}

void html_addresses(struct html *html, const char *words)
{
    static const char between[] = " ,;()<>";
    struct arena arena = {0};
    for (size_t size; *words; words += size) {
        size = strcspn(words, between);
        add_word(html, &arena, words, size);
        words += size;
        size = strspn(words, between);
        html_text(html, arena_copy(&arena, words, size));
    }
    arena_free(&arena);
}

void html_button(struct html *html, const char *type, const char *id, const char *class, const char *text)
{
    html_open(html, HTML_BUTTON);
    html_attribute(html, "type", type);
    html_id(html, id);
    html_class(html, class);
    html_text(html, text);
    html_close(html, HTML_BUTTON);
}

void html_without_scripts(struct html *html, const char *words)
{
    html_open(html, HTML_NOSCRIPT);
    html_element(html, HTML_P, "notice", words);
    html_close(html, HTML_NOSCRIPT);
}

void html_end(struct html *html)
{
    assert(html->depth == 0);
    end_tag(html);
    text_char(html->out, '\n');
    arena_free(&html->arena);
    html->ids = (struct string_list){0};
}
