#include "indexer/content/prose.h"

#include <ctype.h>
#include <string.h>

#include "indexer/content/codes.h"

enum { NESTING_MAX = 100, IMAGES_MAX = 500 };

static bool is_blank(const char *at, const char *end)
{
    return at >= end || *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
}

/* How many quotation and list marks open a line: "> - 1. " has three, a line of hyphens none. */
static size_t opening_marks(const char *at, const char *end)
{
    size_t marks = 0;
    while (at < end && *at != '\n') {
        const char *next = at;
        while (next < end && isdigit((unsigned char)*next))
            next++;
        bool ordered = next > at && next < end && (*next == '.' || *next == ')') && is_blank(next + 1, end);
        bool bullet = (*at == '-' || *at == '*' || *at == '+') && is_blank(at + 1, end);
        if (ordered || bullet || *at == '>')
            marks++;
        else if (*at != ' ' && *at != '\t')
            break;
        at = ordered ? next + 1 : at + 1;
    }
    return marks;
}

/*
 * Indented list items nest from line to line: the deepest a line can be is its
 * indentation in columns over two, and each such line costs as much again.
 */
static size_t indentation(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at < end && strchr("-*+>0123456789", *at) ? (size_t)(at - start) / 2 : 0;
}

static bool nests_too_deep(const char *at, const char *end)
{
    return opening_marks(at, end) + indentation(at, end) > NESTING_MAX;
}

bool prose_guard(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics)
{
    struct place_cursor cursor = {.source = data, .size = size, .first_line = first_line};
    size_t images = 0;
    for (size_t i = 0; i < size; i++) {
        if ((i == 0 || data[i - 1] == '\n') && nests_too_deep(data + i, data + size)) {
            report(diagnostics, CODE_NESTING, place_cursor_at(&cursor, i, 1),
                   "take out the marks (> - *) at the start of this line",
                   "lists or quotations are nested more than %d deep here", NESTING_MAX);
            return false;
        }
        images += data[i] == '!' && i + 1 < size && data[i + 1] == '[';
        if (images > IMAGES_MAX) {
            report(diagnostics, CODE_PATTERN, place_cursor_at(&cursor, i, 2),
                   "an image is written ![words](../images/name.png); keep a few",
                   "more than %d image marks (![) stand in this text", IMAGES_MAX);
            return false;
        }
    }
    return true;
}
