#include "catalogue/draft/read/markdown_escape.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"

static bool is_word_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Whether "&" begins what would be read as a character: "&pound;" */
static bool begins_entity(const char *at, size_t size)
{
    enum { LONGEST = 33 };
    size_t i = 1;
    while (i < size && i < LONGEST && (ascii_is_letter(at[i]) || ascii_is_digit(at[i]) || at[i] == '#'))
        i++;
    return i > 1 && i < size && at[i] == ';';
}

static bool needs_escape(const char *words, size_t size, size_t at, char before)
{
    char byte = words[at];
    char behind = at + 1 < size ? words[at + 1] : '\0';
    if (byte == '_')
        return !is_word_byte(before) || !is_word_byte(behind);
    if (byte == '<')
        return ascii_is_letter(behind) || (behind && strchr("/!?", behind));
    if (byte == '&')
        return begins_entity(words + at, size - at);
    if (byte == '~')
        return before == '~' || behind == '~';
    return strchr("\\`*[]", byte) != NULL;
}

void markdown_escape(struct text *out, const char *words, size_t size, char before)
{
    for (size_t at = 0; at < size; at++) {
        if (needs_escape(words, size, at, at ? words[at - 1] : before))
            text_char(out, '\\');
        text_char(out, words[at]);
    }
}

/* Bytes of what a line begins with and would be read as a mark: "#", "-", "1." */
static size_t mark_at(const char *line, size_t size)
{
    size_t digits = 0;
    while (digits < size && ascii_is_digit(line[digits]))
        digits++;
    if (digits)
        return digits < size && strchr(".)", line[digits]) && (digits + 1 == size || line[digits + 1] == ' ')
                   ? digits + 1
                   : 0;
    if (!size || !strchr("#>+-=|", *line))
        return 0;
    return strchr("#+-", *line) && size > 1 && line[1] != ' ' && line[1] != *line ? 0 : 1;
}

void markdown_escape_line(struct text *out, const char *line, size_t size)
{
    size_t mark = mark_at(line, size);
    if (mark) {
        text_append(out, line, mark - 1);
        text_char(out, '\\');
        text_char(out, line[mark - 1]);
    }
    text_append(out, line + mark, size - mark);
}

size_t markdown_bullet(const char *line, size_t size)
{
    static const char *const bullets[] = {"\u2022", "\u00b7", "\u25aa", "\u25cf",
                                          "\u25e6", "\u2023", "\uf0b7", "\uf0a7"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t mark = strlen(bullets[i]);
        if (size <= mark || strncmp(line, bullets[i], mark) != 0)
            continue;
        while (mark < size && (line[mark] == ' ' || line[mark] == '\t'))
            mark++;
        return mark;
    }
    return 0;
}

void markdown_escape_address(struct text *out, const char *address)
{
    static const char digits[] = "0123456789ABCDEF";
    for (; *address; address++) {
        unsigned char byte = (unsigned char)*address;
        if (byte <= ' ' || strchr("()<>\\[]\"", *address)) {
            text_char(out, '%');
            text_char(out, digits[byte >> 4]);
            text_char(out, digits[byte & 15]);
        } else {
            text_char(out, *address);
        }
    }
}
