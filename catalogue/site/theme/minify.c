#include "catalogue/site/theme/minify.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"

/* Where a comment or quoted text that begins at `at` ends; `at` itself when there is none. */
static size_t skip(const char *css, size_t size, size_t at)
{
    size_t end = at;
    if (css[at] == '/' && at + 1 < size && css[at + 1] == '*') {
        for (end = at + 2; end + 1 < size && (css[end] != '*' || css[end + 1] != '/'); end++)
            ;
        return end + 2 < size ? end + 2 : size;
    }
    if (css[at] == '"') {
        for (end = at + 1; end < size && css[end] != '"'; end++)
            ;
        return end < size ? end + 1 : size;
    }
    return at;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static bool ends_with_any(const struct text *out, const char *bytes)
{
    return out->size == 0 || memchr(bytes, out->data[out->size - 1], strlen(bytes));
}

static void drop_last(struct text *out)
{
    out->data[--out->size] = '\0';
}

/* A blank of a style sheet is only kept between two words; one run of them is one. */
static void add_byte(struct text *out, char byte)
{
    if (is_blank(byte)) {
        if (!ends_with_any(out, " {};,:"))
            text_char(out, ' ');
        return;
    }
    if (strchr("{};,", byte) && out->size && out->data[out->size - 1] == ' ')
        drop_last(out);
    if (byte == '}' && out->size && out->data[out->size - 1] == ';')
        drop_last(out);
    text_char(out, byte);
}

void minify_css(struct text *out, const char *css, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t end = skip(css, size, at);
        if (end == at)
            add_byte(out, css[at++]);
        else if (css[at] == '"')
            text_append(out, css + at, end - at);
        at = end > at ? end : at;
    }
}

/* What stands between what was added last and what comes. */
enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

/* What is open, by the mark that opened it; these two have none of their own. */
enum { OPEN_CONDITION = '?', OPEN_TEMPLATE = '`' };

struct script {
    struct text *out;
    const char *at;
    const char *end;
    struct text open; /* one byte each, the innermost last */
    enum gap gap;
    bool value;     /* one has ended, so that a slash divides */
    bool member;    /* a point stands before a name: if.for.of are no words of the language then */
    bool condition; /* if, for, while or with stand before: their bracket is no value */
};

static bool starts(const struct script *script, const char *mark)
{
    size_t size = strlen(mark);
    return (size_t)(script->end - script->at) >= size && memcmp(script->at, mark, size) == 0;
}

/* Adds some bytes as they stand, or what there is of them. */
static void take(struct script *script, size_t size)
{
    size_t left = (size_t)(script->end - script->at);
    if (script->gap != GAP_NONE && !ends_with_any(script->out, "\n"))
        text_char(script->out, script->gap == GAP_LINE ? '\n' : ' ');
    script->gap = GAP_NONE;
    text_append(script->out, script->at, size < left ? size : left);
    script->at += size < left ? size : left;
}

/* A comment over several lines is a line end, any other a blank; that of one line ends before its line does. */
static bool skip_comment(struct script *script)
{
    bool one_line = starts(script, "//");
    if (!one_line && !starts(script, "/*"))
        return false;
    for (script->at += 2; script->at < script->end && !(one_line ? *script->at == '\n' : starts(script, "*/"));
         script->at++)
        if (*script->at == '\n')
            script->gap = GAP_LINE;
    if (!one_line && script->at < script->end)
        script->at += 2;
    if (script->gap == GAP_NONE)
        script->gap = GAP_BLANK;
    return true;
}

static bool skip_blank(struct script *script)
{
    if (!is_blank(*script->at))
        return false;
    if (*script->at == '\n')
        script->gap = GAP_LINE;
    else if (script->gap == GAP_NONE)
        script->gap = GAP_BLANK;
    script->at++;
    return true;
}

static bool is_name_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '_' || byte == '$' || (unsigned char)byte >= 0x80;
}

static bool is_one_of(const char *word, size_t size, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == size && memcmp(words[i], word, size) == 0)
            return true;
    return false;
}

/* A number may have points: `1. / 2`. */
static void take_word(struct script *script)
{
    static const char *const before_values[] = {"return", "typeof", "instanceof", "in",    "of",
                                                "new",    "delete", "void",       "throw", "case",
                                                "do",     "else",   "yield",      "await", "default"};
    static const char *const conditions[] = {"if", "for", "while", "with"};
    const char *word = script->at;
    bool number = ascii_is_digit(*word);
    size_t size = 1;
    while (word + size < script->end && (is_name_byte(word[size]) || (number && word[size] == '.')))
        size++;
    script->value =
        script->member || !is_one_of(word, size, before_values, sizeof before_values / sizeof *before_values);
    script->condition = !script->member && (is_one_of(word, size, conditions, sizeof conditions / sizeof *conditions) ||
                                            (script->condition && starts(script, "await")));
    script->member = false;
    take(script, size);
}

/* Up to the closing mark; a slash within a class does not close a pattern. */
static void take_quoted(struct script *script)
{
    char mark = *script->at;
    bool in_class = false;
    const char *at = script->at + 1;
    for (; at < script->end && *at != '\n' && (*at != mark || in_class); at++) {
        in_class = mark == '/' && (*at == '[' || (in_class && *at != ']'));
        at += *at == '\\' && at + 1 < script->end;
    }
    take(script, (size_t)(at - script->at) + (at < script->end && *at == mark));
    script->value = true;
}

/* The text of a template, from its first mark or from behind ${ }, up to the next ${ or its end. */
static void take_template(struct script *script)
{
    const char *at = script->at + 1;
    for (; at < script->end && *at != '`' && !(at[0] == '$' && at + 1 < script->end && at[1] == '{'); at++)
        at += *at == '\\' && at + 1 < script->end;
    bool closed = at >= script->end || *at == '`';
    take(script, (size_t)(at - script->at) + (closed ? 1 : 2));
    script->value = closed;
    if (!closed)
        text_char(&script->open, OPEN_TEMPLATE);
}

static char close_bracket(struct script *script)
{
    return (char)(script->open.size ? script->open.data[--script->open.size] : '\0');
}

static void take_mark(struct script *script)
{
    char mark = *script->at;
    bool twice = starts(script, "++") || starts(script, "--");
    bool spread = starts(script, "...");
    if (mark == '(' || mark == '{')
        text_char(&script->open, mark == '(' && script->condition ? OPEN_CONDITION : mark);
    char opened = mark == ')' || mark == '}' ? close_bracket(script) : '\0';
    if (opened == OPEN_TEMPLATE) {
        take_template(script);
        return;
    }
    take(script, twice ? 2 : spread ? 3 : 1);
    /* ++ and -- stand before or behind a value, and leave it as it is. */
    if (!twice)
        script->value = mark == ']' || (mark == ')' && opened != OPEN_CONDITION);
    script->member = mark == '.' && !spread;
    script->condition = false;
}

void minify_js(struct text *out, const char *js, size_t size)
{
    struct script script = {.out = out, .at = js, .end = js + size};
    while (script.at < script.end) {
        char byte = *script.at;
        if (skip_blank(&script) || skip_comment(&script))
            continue;
        if (byte == '`')
            take_template(&script);
        else if (byte == '"' || byte == '\'' || (byte == '/' && !script.value))
            take_quoted(&script);
        else if (is_name_byte(byte))
            take_word(&script);
        else
            take_mark(&script);
    }
    text_char(out, '\n');
    text_free(&script.open);
}
