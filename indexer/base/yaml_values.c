#include "indexer/base/yaml_values.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/curly.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_quotes.h"
#include "indexer/base/yaml_write.h"

static bool is_end(const char *text, size_t size, size_t at)
{
    return at >= size || strchr(" \t\r\n", text[at]);
}

/* The bytes of a name as anchors and aliases have it. */
static size_t name_size(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && (ascii_is_letter(text[at]) || ascii_is_digit(text[at]) || strchr("-_", text[at])))
        at++;
    return at;
}

/* What & * and ! make of the text behind them: something that YAML has and we have not, or nothing at all. */
static enum yaml_mistake_kind property_kind(const char *text, size_t size)
{
    size_t name = 1 + name_size(text + 1, size - 1);
    if (text[0] == '!')
        return is_end(text, size, 1) ? MISTAKE_INDICATOR : MISTAKE_TAG;
    if (text[0] == '&')
        return name > 1 && is_end(text, size, name) ? MISTAKE_ANCHOR : MISTAKE_INDICATOR;
    return name > 1 && name == size ? MISTAKE_ALIAS : MISTAKE_INDICATOR;
}

bool yaml_value_misread(const char *text, size_t size, bool in_brackets, enum yaml_mistake_kind *kind)
{
    *kind = MISTAKE_INDICATOR;
    if (!size)
        return false;
    if (strchr("&*!", text[0]))
        *kind = property_kind(text, size);
    if (strchr("&*!@`%|>", text[0]) || (!in_brackets && strchr(",]}", text[0])))
        return true;
    return strchr("-?:", text[0]) && is_end(text, size, 1);
}

size_t yaml_value_mark(const char *text, size_t size, enum yaml_mistake_kind kind)
{
    return kind == MISTAKE_INDICATOR ? 1 : strcspn(text, " \t\r\n") < size ? strcspn(text, " \t\r\n") : size;
}

/* **Bold** text without its stars, which readers would see; NULL where they do not come in pairs. */
static const char *without_stars(struct arena *arena, const char *text, size_t size)
{
    char *plain = arena_copy(arena, text, size);
    size_t kept = 0;
    for (size_t i = 0; i < size; i++)
        if (text[i] != '*')
            plain[kept++] = text[i];
    plain[kept] = '\0';
    return kept && (size - kept) % 2 == 0 && !strchr(" \t", *plain) ? yaml_scalar(arena, plain, kept, true) : NULL;
}

struct yaml_mistake *yaml_value_frame(struct yaml_mistakes *mistakes, enum yaml_mistake_kind kind, size_t place,
                                      size_t place_size, size_t at, size_t size)
{
    const char *text = mistakes->data + at;
    struct curly curly = curly_around(text, size);
    const char *framed = strchr("\"'", text[0])
                             ? yaml_quote_mended(mistakes->arena, text, size)
                             : yaml_framed(mistakes->arena, text + curly.before, size - curly.before - curly.behind);
    if (kind == MISTAKE_INDICATOR && *text == '*' && !memchr(text, '\n', size)) {
        const char *plain = without_stars(mistakes->arena, text, size);
        framed = plain ? plain : framed;
    }
    struct yaml_mistake *mistake = yaml_mistake_add(mistakes, kind, place, place_size);
    yaml_mistake_edit(mistakes, at, size, framed);
    return mistake;
}
