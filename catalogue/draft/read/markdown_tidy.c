#include "catalogue/draft/read/markdown_tidy.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/markdown_escape.h"
#include "indexer/base/text.h"

/* [words](target) or ![words](target) on one line. */
struct bracket {
    const char *words;
    size_t words_size;
    const char *target;
    size_t target_size;
    const char *behind;
};

/* The bracket that begins at "["; false where it is none. Nothing is looked for beyond the line's end. */
static bool bracket_at(const char *at, const char *end, struct bracket *bracket)
{
    const char *close = at + 1;
    while (close < end && *close != ']' && *close != '[')
        close += *close == '\\' && close + 1 < end ? 2 : 1;
    if (close + 1 >= end || *close != ']' || close[1] != '(')
        return false;
    const char *stop = memchr(close, ')', (size_t)(end - close));
    *bracket = (struct bracket){at + 1, (size_t)(close - at - 1), close + 2, stop ? (size_t)(stop - close - 2) : 0,
                                stop ? stop + 1 : NULL};
    return stop != NULL;
}

static bool leads_to_page(const struct bracket *bracket)
{
    return (bracket->target_size > 7 && strncasecmp(bracket->target, "http://", 7) == 0) ||
           (bracket->target_size > 8 && strncasecmp(bracket->target, "https://", 8) == 0);
}

static void add_picture(struct text *out, const struct bracket *bracket)
{
    text_add(out, "(picture: ");
    text_append(out, bracket->words, bracket->words_size);
    text_add(out, bracket->words_size && bracket->target_size ? ", " : "");
    text_append(out, bracket->target, bracket->target_size);
    text_char(out, ')');
}

static void add_words(struct text *out, const struct bracket *bracket)
{
    size_t mark = bracket->target_size > 7 && strncasecmp(bracket->target, "mailto:", 7) == 0 ? 7 : 0;
    text_append(out, bracket->words, bracket->words_size);
    if (bracket->target_size && *bracket->target != '#') {
        text_add(out, mark ? " (" : " (address: ");
        text_append(out, bracket->target + mark, bracket->target_size - mark);
        text_char(out, ')');
    }
}

/* Where a heading's {#name} begins; else its end. */
static const char *without_name(const char *line, const char *end)
{
    if (*line != '#' || end == line || end[-1] != '}')
        return end;
    const char *at = end;
    while (at > line && *at != '{')
        at--;
    return at > line && at + 1 < end && strchr("#.-", at[1]) ? at : end;
}

static void add_line(struct text *out, const char *at, const char *end)
{
    struct bracket bracket;
    size_t bullet = markdown_bullet(at, (size_t)(end - at));
    text_add(out, bullet ? "- " : "");
    at += bullet;
    while (at < end) {
        bool picture = *at == '!' && at + 1 < end && at[1] == '[';
        bool found = (picture || *at == '[') && bracket_at(at + picture, end, &bracket);
        if (found && picture)
            add_picture(out, &bracket);
        else if (found && !leads_to_page(&bracket))
            add_words(out, &bracket);
        else
            text_append(out, at, found ? (size_t)(bracket.behind - at) : 1);
        at = found ? bracket.behind : at + 1;
    }
}

const char *markdown_tidy(struct arena *arena, const char *text)
{
    struct text out = {0};
    bool fenced = false;
    while (*text) {
        const char *end = text + strcspn(text, "\n");
        bool fence = strncmp(text, "```", 3) == 0 || strncmp(text, "~~~", 3) == 0;
        fenced ^= fence;
        if (fenced || fence)
            text_append(&out, text, (size_t)(end - text));
        else
            add_line(&out, text, without_name(text, end));
        text_char(&out, '\n');
        text = *end ? end + 1 : end;
    }
    const char *tidy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return tidy;
}
