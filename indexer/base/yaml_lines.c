#include "indexer/base/yaml_lines.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/lines.h"
#include "indexer/base/normalise.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

size_t yaml_blanks(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && is_blank(text[at]))
        at++;
    return at;
}

static void measure_lead(struct yaml_line *line, const char *text)
{
    while (line->lead < line->size) {
        size_t odd = normalise_odd_blank(text + line->lead, line->size - line->lead);
        if (!odd && !is_blank(text[line->lead]))
            return;
        line->tab |= text[line->lead] == '\t';
        line->odd |= odd > 0;
        line->width += text[line->lead] == '\t' ? 2 : 1;
        line->lead += odd ? odd : 1;
    }
}

struct yaml_lines yaml_lines_read(struct arena *arena, const char *data, size_t size)
{
    struct yaml_lines lines = {.data = data, .size = size};
    size_t capacity = 0;
    for (const char *at = data; at < data + size;) {
        struct line whole = line_number(at, (size_t)(data + size - at), 1);
        lines.items = arena_grow(arena, lines.items, lines.count, &capacity, sizeof *lines.items);
        struct yaml_line *line = &lines.items[lines.count++];
        *line = (struct yaml_line){.at = (size_t)(at - data), .size = whole.size};
        while (line->size && is_blank(at[line->size - 1]))
            line->size--;
        measure_lead(line, at);
        at = line_after(whole, data + size);
    }
    return lines;
}

size_t yaml_line_of(const struct yaml_lines *lines, size_t offset)
{
    size_t low = 0;
    size_t high = lines->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lines->items[middle].at <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

size_t yaml_dash(const char *text, size_t size)
{
    if (!size || text[0] != '-')
        return 0;
    if (size == 1)
        return 1;
    size_t odd = normalise_odd_blank(text + 1, size - 1);
    size_t blanks = yaml_blanks(text + 1, size - 1);
    return blanks ? 1 + blanks : odd ? 1 + odd : 0;
}

/* What Word puts before an item, the signs first that nothing else begins with. */
static const char *const bullets[] = {"•", "·", "▪", "‣",  "◦", "●", "○", "■", "□", "\xEF\x82\xB7",
                                      "–", "—", "−", "--", "*"};
enum { SURE_BULLETS = 10, DIGITS_MOST = 2 };

/* The bytes of the sign itself; *sure whether it needs no blank to be one. */
static size_t bullet_sign(const char *text, size_t size, bool *sure)
{
    *sure = false;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t length = size && *text == *bullets[i] ? strlen(bullets[i]) : 0;
        if (!length || length > size || memcmp(text, bullets[i], length) != 0)
            continue;
        *sure = i < SURE_BULLETS;
        return length;
    }
    if (size > 1 && memcmp(text, "o\t", 2) == 0) /* a round bullet, copied */
        return 1;
    size_t digits = 0;
    while (digits < size && digits <= DIGITS_MOST && ascii_is_digit(text[digits]))
        digits++;
    return digits && digits <= DIGITS_MOST && digits < size && strchr(".)", text[digits]) ? digits + 1 : 0;
}

size_t yaml_bullet(const char *text, size_t size)
{
    bool sure = false;
    size_t sign = bullet_sign(text, size, &sure);
    size_t blanks = sign;
    for (size_t odd = 1; sign && blanks < size && odd;) {
        odd = normalise_odd_blank(text + blanks, size - blanks);
        odd = odd ? odd : is_blank(text[blanks]);
        blanks += odd;
    }
    bool alone = blanks == size && !ascii_is_digit(text[0]);
    return sure || alone || blanks > sign ? blanks : 0;
}

size_t yaml_bullet_sign(const char *text, size_t size)
{
    bool sure = false;
    return bullet_sign(text, size, &sure);
}

bool yaml_bullet_is_sure(const char *text, size_t size)
{
    bool sure = false;
    return bullet_sign(text, size, &sure) && sure;
}

size_t yaml_remark(const char *text, size_t size)
{
    for (size_t i = 1; i < size; i++)
        if (text[i] == '#' && (is_blank(text[i - 1]) || text[i - 1] == '\n'))
            return i;
    return size;
}

size_t yaml_colon(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] == ':' && (i + 1 == size || is_blank(text[i + 1]) || strchr("\r\n", text[i + 1])))
            return i;
    return size;
}

size_t yaml_word(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && (ascii_is_letter(text[at]) || (at && (ascii_is_digit(text[at]) || strchr("-_", text[at])))))
        at++;
    return at;
}

/* The closing mark of a key in quotation marks, or 0. */
static size_t quoted_key(const char *text, size_t size)
{
    for (size_t i = 1; i < size; i++) {
        if (text[0] == '"' && text[i] == '\\')
            i++;
        else if (text[i] == text[0])
            return i + 1;
    }
    return 0;
}

size_t yaml_key_bare(const char *key, size_t *size)
{
    bool quoted = *size > 2 && strchr("\"'", key[0]) && key[*size - 1] == key[0];
    *size -= quoted ? 2 : 0;
    return quoted;
}

struct yaml_key yaml_key_find(const char *text, size_t size)
{
    struct yaml_key none = {0};
    if (!size || strchr("[{|>@`%&*!#,]}", text[0]))
        return none;
    bool quoted = text[0] == '"' || text[0] == '\'';
    size_t end = quoted ? quoted_key(text, size) : 0;
    if (quoted && !end)
        return none;
    size_t colon = quoted ? end + yaml_blanks(text + end, size - end) : yaml_colon(text, yaml_remark(text, size));
    if (colon >= size || text[colon] != ':' || (colon + 1 < size && !is_blank(text[colon + 1])) || !colon)
        return none;
    if (!quoted)
        for (end = colon; end && is_blank(text[end - 1]);)
            end--;
    if (!end)
        return none;
    return (struct yaml_key){end, colon, colon + 1 + yaml_blanks(text + colon + 1, size - colon - 1)};
}
