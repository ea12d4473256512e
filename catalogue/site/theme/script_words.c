#include "catalogue/site/theme/script_words.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/phrases.h"

static const char call[] = "say(";

/* A text in quotation marks: what it says goes to `said`. False when it is cut off, or no text at all. */
static bool read_quoted(const char **at, const char *end, struct text *said)
{
    const char *from = *at;
    if (from == end || (*from != '"' && *from != '\''))
        return false;
    char mark = *from++;
    for (; from < end && *from != mark; from++) {
        if (*from == '\\' && ++from == end)
            return false;
        text_char(said, *from);
    }
    *at = from + 1;
    return from < end;
}

/* No line ends stand in phrases. What begins like a tag might end the script, where that stands in a page. */
static void add_quoted(struct text *out, const char *said, char mark)
{
    text_char(out, mark);
    for (; *said; said++) {
        if (*said == '<' && strchr("/!sS", said[1]))
            text_add(out, "\\x3c");
        else if (*said == mark || *said == '\\')
            text_format(out, "\\%c", *said);
        else
            text_char(out, *said);
    }
    text_char(out, mark);
}

/* The call at `at`, which ends where this tells; `at` itself when it says no phrase. */
static const char *add_said(struct text *out, const char *at, const char *end)
{
    const char *after = at + sizeof call - 1;
    struct text phrase = {0};
    if (read_quoted(&after, end, &phrase)) {
        bool alone = after < end && *after == ')';
        text_add(out, alone ? "" : call);
        add_quoted(out, say(text_string(&phrase)), at[sizeof call - 1]);
        at = after + alone;
    }
    text_free(&phrase);
    return at;
}

static bool calls(const char *js, const char *at, const char *end)
{
    bool in_name = at > js && (ascii_is_letter(at[-1]) || ascii_is_digit(at[-1]) || strchr("_$.", at[-1]));
    return !in_name && (size_t)(end - at) >= sizeof call && memcmp(at, call, sizeof call - 1) == 0;
}

void script_words_add(struct text *out, const char *js, size_t size)
{
    const char *end = js + size;
    for (const char *at = js; at < end;) {
        const char *after = calls(js, at, end) ? add_said(out, at, end) : at;
        if (after == at)
            text_char(out, *after++);
        at = after;
    }
}
