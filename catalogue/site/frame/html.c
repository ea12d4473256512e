#include "catalogue/site/frame/html.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/json.h"
#include "indexer/base/utf8.h"

/* How an element is laid out: on a line of its own, holding others that are, without content. */
struct html_kind {
    const char *element;
    bool own_line;
    bool holds_lines;
    bool empty;
};

static const struct html_kind kinds[] = {
    {"html", true, true, false},        {"head", true, true, false},        {"body", true, true, false},
    {"header", true, true, false},      {"main", true, true, false},        {"footer", true, true, false},
    {"nav", true, true, false},         {"section", true, true, false},     {"article", true, true, false},
    {"aside", true, true, false},       {"div", true, true, false},         {"ul", true, true, false},
    {"ol", true, true, false},          {"dl", true, true, false},          {"table", true, true, false},
    {"thead", true, true, false},       {"tbody", true, true, false},       {"tr", true, true, false},
    {"details", true, true, false},     {"figure", true, true, false},      {"form", true, true, false},
    {"fieldset", true, true, false},    {"svg", true, true, false},         {"g", true, true, false},
    {"li", true, false, false},         {"dt", true, false, false},         {"dd", true, false, false},
    {"p", true, false, false},          {"h1", true, false, false},         {"h2", true, false, false},
    {"h3", true, false, false},         {"h4", true, false, false},         {"th", true, false, false},
    {"td", true, false, false},         {"caption", true, false, false},    {"summary", true, false, false},
    {"figcaption", true, false, false}, {"title", true, false, false},      {"script", true, false, false},
    {"pre", true, false, false},        {"blockquote", true, false, false}, {"rect", true, false, false},
    {"path", true, false, false},       {"text", true, false, false},       {"line", true, false, false},
    {"meta", true, false, true},        {"link", true, false, true},        {"hr", true, false, true},
    {"input", true, false, true},       {"img", false, false, true},        {"br", false, false, true},
    {"wbr", false, false, true},
};

static const struct html_kind in_line = {"", false, false, false};
static const struct html_kind in_xml = {"", true, true, false};

static const struct html_kind *kind_of(const struct html *html, const char *element)
{
    for (size_t i = 0; !html->xml && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].element, element) == 0)
            return &kinds[i];
    }
    return html->xml ? &in_xml : &in_line;
}

struct html html_document(struct text *out)
{
    text_add(out, "<!DOCTYPE html>");
    return (struct html){.out = out};
}

struct html html_xml(struct text *out)
{
    text_add(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    return (struct html){.out = out, .xml = true};
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
    return *name && name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:")] == '\0';
}

void html_open(struct html *html, const char *element)
{
    assert(is_name(element));
    end_tag(html);
    html->kind = kind_of(html, element);
    if (html->kind->own_line && html->out->size)
        text_char(html->out, '\n');
    text_char(html->out, '<');
    text_add(html->out, element);
    html->in_tag = true;
    if (html->kind->empty)
        return;
    assert(html->depth < HTML_DEPTH_MAX);
    html->open[html->depth++] = element;
}

void html_close(struct html *html, const char *element)
{
    assert(html->depth && strcmp(html->open[html->depth - 1], element) == 0);
    bool on_own_line = kind_of(html, element)->holds_lines && !html->in_tag && html->out->size &&
                       html->out->data[html->out->size - 1] == '>' && !html->xml;
    end_tag(html);
    if (on_own_line)
        text_char(html->out, '\n');
    text_format(html->out, "</%s>", element);
    html->depth--;
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
    while (text[length] >= ' ' && text[length] < 0x7f && !strchr("&<>\"", text[length]))
        length++;
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
    text_format(html->out, " %s=\"", name);
    add_escaped(html->out, value, true);
    text_char(html->out, '"');
}

static bool holds_address(const char *name)
{
    static const char *const names[] = {"href",       "src",    "action", "formaction",
                                        "xlink:href", "poster", "data",   "srcset"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0)
            return true;
    }
    return false;
}

void html_attribute(struct html *html, const char *name, const char *value)
{
    assert(!holds_address(name) && strcmp(name, "style") != 0 && strncmp(name, "on", 2) != 0);
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
    assert(html->in_tag && is_name(name) && !html->xml);
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

/* In a script no escape of HTML is read, so what could end it is written as JSON has it. */
void html_data(struct html *html, const char *type, const char *json)
{
    html_open(html, "script");
    html_attribute(html, "type", type);
    end_tag(html);
    for (; *json; json++) {
        if (strchr("<>&", *json))
            text_format(html->out, "\\u%04x", (unsigned int)(unsigned char)*json);
        else
            text_char(html->out, *json);
    }
    html_close(html, "script");
}

void html_element(struct html *html, const char *element, const char *class, const char *text)
{
    html_open(html, element);
    if (class)
        html_class(html, class);
    html_text(html, text);
    html_close(html, element);
}

void html_link(struct html *html, struct url url, const char *text)
{
    html_open(html, "a");
    html_address(html, "href", url);
    html_text(html, text);
    html_close(html, "a");
}

void html_end(struct html *html)
{
    assert(html->depth == 0);
    end_tag(html);
    text_char(html->out, '\n');
}
