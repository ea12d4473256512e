#include "indexer/base/yaml_quotes.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_write.h"

size_t yaml_quote_close(const char *data, size_t at, size_t end)
{
    char mark = data[at];
    for (size_t i = at + 1; i < end; i++) {
        bool escapes = mark == '"' && data[i] == '\\';
        bool doubles = mark == '\'' && data[i] == mark && i + 1 < end && data[i + 1] == mark;
        if (escapes || doubles)
            i++;
        else if (data[i] == mark)
            return i;
    }
    return end;
}

/* Whether digits of an escape name a character: neither half of a pair nor beyond the last one. */
static bool is_character(const char *digits, size_t count)
{
    uint32_t point = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned digit = ascii_digit_value(digits[i], 16);
        if (digit == 16)
            return false;
        point = point << 4 | digit;
    }
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

size_t yaml_quote_bad_escape(const char *data, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++) {
        if (data[i] != '\\')
            continue;
        static const char simple[] = "0t\tnr \"/\\\r\n";
        size_t digits = data[i + 1] == 'x' ? 2 : data[i + 1] == 'u' ? 4 : data[i + 1] == 'U' ? 8 : 0;
        bool known =
            digits ? digits <= end - i - 2 && is_character(data + i + 2, digits) : strchr(simple, data[i + 1]) != NULL;
        if (!known)
            return i;
        i++;
    }
    return end;
}

static bool is_wordly(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || ((unsigned char)byte & 0x80);
}

/* An apostrophe stands between letters: men's. */
static bool is_apostrophe(const char *text, size_t size, size_t at)
{
    return text[0] == '\'' && at && at + 1 < size && is_wordly(text[at - 1]) && is_wordly(text[at + 1]);
}

static bool is_mark(const char *text, size_t size, size_t at)
{
    bool escaped = text[0] == '"' && at && text[at - 1] == '\\';
    return text[at] == text[0] && !escaped && !is_apostrophe(text, size, at);
}

/* A mark with a blank before it and none behind opens a quotation. */
static bool opens(const char *text, size_t size, size_t at)
{
    return at && at + 1 < size && strchr(" \t\n([", text[at - 1]) && !strchr(" \t\n", text[at + 1]);
}

enum yaml_quote_meaning yaml_quote_meaning(const char *text, size_t size)
{
    size_t count = 0;
    size_t second = 0;
    for (size_t i = 0; i < size; i++) {
        if (!is_mark(text, size, i))
            continue;
        second = ++count == 2 ? i : second;
    }
    bool ends = size > 1 && is_mark(text, size, size - 1);
    if (!ends)
        return count % 2 ? QUOTE_UNENDED : QUOTE_WITHIN;
    return second == size - 1 || count % 2 || opens(text, size, second) ? QUOTE_FRAMES : QUOTE_WITHIN;
}

size_t yaml_quote_unended(const char *text, size_t size)
{
    size_t remark = yaml_remark(text, size);
    if (remark + 1 >= size || text[remark + 1] != ' ' || yaml_quote_meaning(text, remark) != QUOTE_UNENDED)
        return size;
    while (strchr(" \t\r\n", text[remark - 1]))
        remark--;
    return remark;
}

/* The text between the marks with each mark of it escaped; \ stays what it is. */
static const char *escaped_inside(struct arena *arena, const char *text, size_t size)
{
    struct text out = {0};
    text_char(&out, '"');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"' && !(i && text[i - 1] == '\\'))
            text_char(&out, '\\');
        text_char(&out, text[i]);
    }
    text_char(&out, '"');
    const char *escaped = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return escaped;
}

/* Single marks that somebody doubled already are one each. */
static const char *without_doubles(struct arena *arena, const char *text, size_t size)
{
    char *single = arena_copy(arena, text, size);
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        single[kept++] = text[i];
        if (text[i] == '\'' && i + 1 < size && text[i + 1] == '\'')
            i++;
    }
    single[kept] = '\0';
    return single;
}

const char *yaml_quote_mended(struct arena *arena, const char *text, size_t size)
{
    enum yaml_quote_meaning meaning = yaml_quote_meaning(text, size);
    if (meaning == QUOTE_WITHIN)
        return yaml_framed(arena, text, size);
    const char *inner = text + 1;
    bool curly = size > 4 && (memcmp(text + size - 3, "”", 3) == 0 || memcmp(text + size - 3, "’", 3) == 0);
    size_t length = size - (meaning == QUOTE_FRAMES ? 2 : curly ? 4 : 1);
    if (text[0] == '\'') {
        const char *single = without_doubles(arena, inner, length);
        return yaml_framed(arena, single, strlen(single));
    }
    return memchr(inner, '\\', length) ? escaped_inside(arena, inner, length) : yaml_framed(arena, inner, length);
}

size_t yaml_quote_culprit(const char *text, size_t size)
{
    size_t close = yaml_quote_close(text, 0, size);
    return close < size && yaml_quote_meaning(text, size) != QUOTE_UNENDED ? close : 0;
}
