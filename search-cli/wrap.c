#include "search-cli/wrap.h"

#include <string.h>

#include "indexer/base/utf8.h"

struct tone tone_of(enum tone_kind kind, bool color)
{
    static const struct tone tones[TONE_KINDS] = {
        [TONE_TITLE] = {"\x1b[1m", "\x1b[0m"},
        [TONE_HIT] = {"\x1b[1;33m", "\x1b[0m"},
        [TONE_QUIET] = {"\x1b[2m", "\x1b[0m"},
        [TONE_HEADING] = {"\x1b[4m", "\x1b[0m"},
    };
    return color ? tones[kind] : (struct tone){"", ""};
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
};

static void add_in_tone(struct text *out, const char *data, size_t size, struct tone tone)
{
    if (!size)
        return;
    text_add(out, tone.on);
    text_safe(out, data, size);
    text_add(out, tone.off);
}

/* The bytes from `from` to `to`, which have no blank, with the marks that lie in them. */
static void set_bytes(struct setting *setting, size_t from, size_t to)
{
    const struct marked *marked = setting->marked;
    while (from < to) {
        const struct mark *mark = setting->next_mark < marked->count ? &marked->marks[setting->next_mark] : NULL;
        size_t until = mark && mark->start < to ? mark->start : to;
        if (from < until) {
            add_in_tone(setting->out, marked->text + from, until - from, setting->around);
            from = until;
            continue;
        }
        size_t end = mark->start + mark->size;
        until = end < to ? end : to;
        add_in_tone(setting->out, marked->text + from, until - from, setting->hit);
        from = until;
        setting->next_mark += until == end;
    }
}

static void new_line(struct setting *setting)
{
    text_char(setting->out, '\n');
    for (size_t i = 0; i < setting->indent; i++)
        text_char(setting->out, ' ');
    setting->column = setting->indent;
}

/* A word that is wider than a whole line goes on in the next. */
static void set_word(struct setting *setting, size_t from, size_t to)
{
    const char *text = setting->marked->text;
    size_t line = setting->width > setting->indent + 1 ? setting->width - setting->indent : 1;
    size_t width = utf8_width(text + from, to - from);
    if (setting->column > setting->indent && setting->column + 1 + width > setting->width) {
        new_line(setting);
    } else if (setting->column > setting->indent) {
        text_char(setting->out, ' ');
        setting->column++;
    }
    for (size_t fits; width > line && (fits = utf8_fit(text + from, to - from, line)) > 0; from += fits) {
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
    struct setting setting = {out, marked, indent, width, indent, 0, around, hit};
    const char *text = marked->text;
    for (size_t at = 0; text[at];) {
        size_t size = strcspn(text + at, " \t\r\n");
        if (size)
            set_word(&setting, at, at + size);
        at += size + strspn(text + at + size, " \t\r\n");
    }
    text_char(out, '\n');
}

void wrap_string(struct text *out, const char *string, size_t indent, size_t width)
{
    const struct marked plain = {.text = string};
    wrap_marked(out, &plain, indent, width, tone_of(TONE_TITLE, false), tone_of(TONE_HIT, false));
}
