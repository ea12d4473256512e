#include "search-cli/present/wrap.h"

#include <string.h>

#include "indexer/base/text_safe.h"
#include "indexer/base/utf8.h"

static const struct tone no_tone = {"", ""};

struct tone tone_of(enum tone_kind kind, bool color)
{
    static const struct tone tones[TONE_KINDS] = {
        [TONE_TITLE] = {"\x1b[1m", "\x1b[0m"},
        [TONE_HIT] = {"\x1b[1;33m", "\x1b[0m"},
        [TONE_QUIET] = {"\x1b[2m", "\x1b[0m"},
        [TONE_HEADING] = {"\x1b[4m", "\x1b[0m"},
    };
    return color ? tones[kind] : no_tone;
}

void wrap_toned(struct text *out, const char *string, struct tone tone)
{
    text_add(out, tone.on);
    text_safe(out, string, strlen(string));
    text_add(out, tone.off);
}

/* Where a text is being set. */
struct setting {
    struct text *out;
    const struct marked *marked;
    size_t indent;
    size_t width;
    size_t column;
    size_t next_mark;
    struct tone around;
    struct tone hit;
    struct tone now; /* what the line is in at this place; "" when in none */
    bool space;      /* one is due before the next bytes */
};

static void change_tone(struct setting *setting, struct tone tone)
{
    text_add(setting->out, setting->now.off);
    text_add(setting->out, setting->space ? " " : "");
    text_add(setting->out, tone.on);
    setting->now = tone;
}

/* Words beside each other that are in the same tone are one run, the blank between them included. */
static void add_in_tone(struct setting *setting, const char *data, size_t size, struct tone tone)
{
    if (!size)
        return;
    if (strcmp(tone.on, setting->now.on))
        change_tone(setting, tone);
    else
        text_add(setting->out, setting->space ? " " : "");
    setting->space = false;
    text_safe(setting->out, data, size);
}

/* The bytes from `from` to `to`, which have no blank, with the marks that lie in them. */
static void set_bytes(struct setting *setting, size_t from, size_t to)
{
    const struct marked *marked = setting->marked;
    while (from < to) {
        const struct mark *mark = setting->next_mark < marked->count ? &marked->marks[setting->next_mark] : NULL;
        size_t until = mark && mark->start < to ? mark->start : to;
        if (from < until) {
            add_in_tone(setting, marked->text + from, until - from, setting->around);
            from = until;
            continue;
        }
        size_t end = mark->start + mark->size;
        until = end < to ? end : to;
        add_in_tone(setting, marked->text + from, until - from, setting->hit);
        from = until;
        setting->next_mark += until == end;
    }
}

static void add_blanks(struct text *out, size_t count)
{
    while (count-- > 0)
        text_char(out, ' ');
}

static void new_line(struct setting *setting)
{
    setting->space = false;
    change_tone(setting, no_tone);
    text_char(setting->out, '\n');
    add_blanks(setting->out, setting->indent);
    setting->column = setting->indent;
}

/* An address that is broken over two lines can neither be followed nor copied. */
static bool is_address(const char *word, size_t size)
{
    for (size_t i = 0; i + 3 <= size; i++) {
        if (strncmp(word + i, "://", 3) == 0)
            return true;
    }
    return false;
}

/* A word that is wider than a whole line goes on in the next, but for an address, which stays whole. */
static void set_word(struct setting *setting, size_t from, size_t to)
{
    const char *text = setting->marked->text;
    bool whole = is_address(text + from, to - from);
    size_t line = setting->width > setting->indent + 1 ? setting->width - setting->indent : 1;
    size_t width = utf8_width(text + from, to - from);
    if (setting->column > setting->indent && setting->column + 1 + width > setting->width) {
        new_line(setting);
    } else if (setting->column > setting->indent) {
        setting->space = true;
        setting->column++;
    }
    for (size_t fits; !whole && width > line && (fits = utf8_fit(text + from, to - from, line)) > 0; from += fits) {
        set_bytes(setting, from, from + fits);
        width -= utf8_width(text + from, fits);
        new_line(setting);
    }
    set_bytes(setting, from, to);
    setting->column += width;
}

void wrap_marked(struct text *out, const struct marked *marked, size_t indent, size_t width, struct tone around,
                 struct tone hit)
{
    struct setting setting = {out, marked, indent, width, indent, 0, around, hit, no_tone, false};
    const char *text = marked->text;
    for (size_t at = 0; text[at];) {
        size_t size = strcspn(text + at, " \t\r\n");
        if (size)
            set_word(&setting, at, at + size);
        at += size + strspn(text + at + size, " \t\r\n");
    }
    setting.space = false;
    change_tone(&setting, no_tone);
    text_char(out, '\n');
}

void wrap_string(struct text *out, const char *string, size_t indent, size_t width)
{
    const struct marked plain = {.text = string};
    wrap_marked(out, &plain, indent, width, tone_of(TONE_TITLE, false), tone_of(TONE_HIT, false));
}

void wrap_indented(struct text *out, const char *lines, size_t indent)
{
    while (*lines) {
        size_t size = strcspn(lines, "\n");
        add_blanks(out, size ? indent : 0);
        text_append(out, lines, size);
        text_char(out, '\n');
        lines += size + (lines[size] == '\n');
    }
}
