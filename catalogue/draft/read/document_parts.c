#include "catalogue/draft/read/document_parts.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/lines.h"
#include "indexer/base/text.h"
#include "indexer/content/headings.h"

enum { LABEL_MAX = 60, UNDERLINED_MAX = 120 };

/* A cutting on its way. */
struct cutting {
    struct arena *arena;
    struct document_parts parts;
    struct text text; /* of the last part */
};

static struct line line_at(const char *text)
{
    return (struct line){text, strcspn(text, "\n")};
}

static const char *behind(struct line line)
{
    return line.at + line.size + (line.at[line.size] == '\n');
}

static bool is_blank(struct line line)
{
    return strspn(line.at, " \t") >= line.size;
}

/* Without blank lines around, and blanks at its end. */
static const char *trimmed(struct arena *arena, const struct text *text)
{
    const char *at = text_string(text);
    const char *end = at + text->size;
    for (struct line line = line_at(at); *at && is_blank(line); line = line_at(at))
        at = behind(line);
    while (end > at && strchr(" \t\n", end[-1]))
        end--;
    return arena_copy(arena, at, (size_t)(end - at));
}

static void end_part(struct cutting *cutting)
{
    if (cutting->parts.count)
        cutting->parts.items[cutting->parts.count - 1].text = trimmed(cutting->arena, &cutting->text);
    text_clear(&cutting->text);
}

static void begin_part(struct cutting *cutting, unsigned level, const char *words, size_t size)
{
    struct document_parts *parts = &cutting->parts;
    end_part(cutting);
    parts->items = arena_grow(cutting->arena, parts->items, parts->count, &parts->capacity, sizeof *parts->items);
    parts->items[parts->count++] =
        (struct document_part){.heading = arena_copy(cutting->arena, words, size), .level = level, .text = ""};
}

/* "## Results ##" */
static bool is_heading(struct line line, unsigned *level, struct line *words)
{
    size_t marks = strspn(line.at, "#");
    if (marks < 1 || marks > 6 || marks > line.size || (marks < line.size && !strchr(" \t", line.at[marks])))
        return false;
    size_t from = marks;
    size_t to = line.size;
    while (from < to && strchr(" \t", line.at[from]))
        from++;
    while (to > from && strchr(" \t", line.at[to - 1]))
        to--;
    size_t closing = to;
    while (closing > from && line.at[closing - 1] == '#')
        closing--;
    if (closing == from || strchr(" \t", line.at[closing - 1]))
        to = closing;
    while (to > from && strchr(" \t", line.at[to - 1]))
        to--;
    *level = (unsigned)marks;
    *words = (struct line){line.at + from, to - from};
    return true;
}

/* A line of = or - below makes a heading of this one. */
static unsigned underlined(struct line line)
{
    struct line below = line_at(behind(line));
    size_t marks = below.size ? strspn(below.at, (char[]){*below.at, '\0'}) : 0;
    bool is_line = below.at > line.at + line.size && marks > 1 && marks == below.size;
    if (!is_line || is_blank(line) || line.size > UNDERLINED_MAX || strchr("->*+|#", *line.at))
        return 0;
    return *below.at == '=' ? 1 : *below.at == '-' ? 2 : 0;
}

static bool is_usual(struct arena *arena, const char *words, size_t size)
{
    return size > 1 && size <= LABEL_MAX && heading_is_usual(arena_copy(arena, words, size));
}

/* "**Background:** men …", "Background: men …", "Background" alone on its line: what stands behind goes to *rest. */
static bool is_label(struct arena *arena, struct line line, struct line *words, struct line *rest)
{
    size_t marks = strspn(line.at, "*_");
    bool bold = marks > 0 && marks < line.size;
    const char *from = line.at + marks;
    const char *end = line.at + line.size;
    const char *stop = from;
    while (stop < end && *stop != ':' && !(bold && strchr("*_", *stop)))
        stop++;
    if (marks > 3 || !is_usual(arena, from, (size_t)(stop - from)))
        return false;
    *words = (struct line){from, (size_t)(stop - from)};
    while (stop < end && strchr(":*_ ", *stop))
        stop++;
    *rest = (struct line){stop, (size_t)(end - stop)};
    return true;
}

static void add_line(struct cutting *cutting, struct line line)
{
    text_append(&cutting->text, line.at, line.size);
    text_char(&cutting->text, '\n');
}

static bool is_fence(struct line line)
{
    return line.size > 2 && (strncmp(line.at, "```", 3) == 0 || strncmp(line.at, "~~~", 3) == 0);
}

/* What a line is that stands in no code; behind it, or behind the line below it when that belongs to it. */
static const char *cut_line(struct cutting *cutting, struct line line, bool after_blank)
{
    unsigned level = 0;
    struct line words;
    struct line rest;
    if (is_heading(line, &level, &words)) {
        begin_part(cutting, level, words.at, words.size);
    } else if (after_blank && (level = underlined(line)) > 0) {
        begin_part(cutting, level, line.at, line.size);
        return behind(line_at(behind(line)));
    } else if (after_blank && is_label(cutting->arena, line, &words, &rest)) {
        begin_part(cutting, PART_LABEL, words.at, words.size);
        add_line(cutting, rest);
    } else {
        add_line(cutting, line);
    }
    return behind(line);
}

struct document_parts document_parts(struct arena *arena, const char *markdown)
{
    struct cutting cutting = {.arena = arena};
    bool after_blank = true;
    bool fenced = false;
    begin_part(&cutting, 0, "", 0);
    while (*markdown) {
        struct line line = line_at(markdown);
        fenced ^= is_fence(line);
        if (fenced || is_fence(line)) {
            add_line(&cutting, line);
            markdown = behind(line);
        } else {
            markdown = cut_line(&cutting, line, after_blank);
        }
        after_blank = is_blank(line) || *line.at == '#';
    }
    end_part(&cutting);
    text_free(&cutting.text);
    return cutting.parts;
}
