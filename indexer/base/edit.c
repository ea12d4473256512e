#include "indexer/base/edit.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/text.h"

/* An edit with the bytes that it takes the place of. */
struct span {
    const struct fix *fix;
    size_t from;
    size_t to;
    size_t number; /* in the order given */
};

/* The last of the text first; of those that begin together the first given. */
static int compare_spans(const void *one, const void *other)
{
    const struct span *a = one;
    const struct span *b = other;
    if (a->from != b->from)
        return a->from > b->from ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static size_t line_start(const char *data, size_t at)
{
    while (at && data[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_stop(const char *data, size_t size, size_t at)
{
    const char *stop = at < size ? memchr(data + at, '\n', size - at) : NULL;
    return stop ? (size_t)(stop - data) : size;
}

static bool ends_with_return(const char *data, size_t size, size_t at)
{
    size_t stop = line_stop(data, size, at);
    return stop < size && stop > 0 && data[stop - 1] == '\r';
}

/* A text of ours as it stands in this file. */
static void add_text(struct text *out, const char *text, bool with_return)
{
    for (; *text; text++) {
        if (*text == '\n' && with_return)
            text_char(out, '\r');
        text_char(out, *text);
    }
}

static size_t find_spans(struct span *spans, const char *data, size_t size, const struct fix *fixes, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct span span = {&fixes[i], 0, 0, i};
        if (fixes[i].text && place_bytes(data, size, fixes[i].place, &span.from, &span.to))
            spans[found++] = span;
    }
    if (found)
        qsort(spans, found, sizeof *spans, compare_spans);
    return found;
}

/* Two at one point would stand in an order that nobody asked for. */
static size_t leave_overlaps(struct span *spans, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || (spans[i].to <= spans[kept - 1].from && spans[i].from < spans[kept - 1].from))
            spans[kept++] = spans[i];
    return kept;
}

struct edited edit_all(struct arena *arena, const char *data, size_t size, const struct fix *fixes, size_t count)
{
    struct span *spans = arena_array(arena, count ? count : 1, sizeof *spans);
    size_t kept = leave_overlaps(spans, find_spans(spans, data, size, fixes, count));
    struct text out = {0};
    size_t at = 0;
    for (size_t i = kept; i > 0; i--) {
        const struct span *span = &spans[i - 1];
        text_append(&out, data + at, span->from - at);
        add_text(&out, span->fix->text, ends_with_return(data, size, span->from));
        at = span->to;
    }
    text_append(&out, data + at, size - at);
    struct edited edited = {arena_copy(arena, text_string(&out), out.size), out.size, kept};
    text_free(&out);
    return edited;
}

static size_t indentation(const char *line)
{
    return strspn(line, " \t");
}

/* The lines with the edit, each as it is. */
static struct text lines_with(const char *data, size_t size, const struct fix *fix, size_t from, size_t to)
{
    struct text out = {0};
    size_t start = line_start(data, from);
    size_t stop = line_stop(data, size, to > from && data[to - 1] == '\n' ? to - 1 : to);
    text_append(&out, data + start, from - start);
    text_add(&out, fix->text);
    if (to < stop)
        text_append(&out, data + to, stop - to);
    return out;
}

const char *edit_lines(struct arena *arena, const char *data, size_t size, const struct fix *fix)
{
    size_t from = 0;
    size_t to = 0;
    if (!fix->text || !place_bytes(data, size, fix->place, &from, &to))
        return NULL;
    struct text lines = lines_with(data, size, fix, from, to);
    struct text out = {0};
    size_t cut = indentation(text_string(&lines));
    for (const char *at = text_string(&lines); *at;) {
        size_t length = strcspn(at, "\r\n");
        size_t skipped = indentation(at) < cut ? indentation(at) : cut;
        text_append(&out, at + skipped, length - skipped);
        at += length;
        at += strspn(at, "\r\n");
        if (*at)
            text_char(&out, '\n');
    }
    size_t end = out.size;
    while (end && strchr(" \t\n", text_string(&out)[end - 1]))
        end--;
    const char *copy = arena_copy(arena, text_string(&out), end);
    text_free(&lines);
    text_free(&out);
    return copy;
}
