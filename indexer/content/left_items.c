#include "indexer/content/left_items.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Signs that nothing but an item begins with. */
static const char *const bullets[] = {"•", "·", "▪", "▫", "◦", "‣", "∙", "●", "○", "■", "□", "►", "▶",
                                      "▸", "➢", "➤", "➔", "✓", "✔", "✗", "✘", "⁃", "◆", "◇", "❖"};
static const char *const dashes[] = {"–", "—", "−", "→", "⇒", "»", "-", "*", "+"};
/* What Word's bullets become where their fonts are missing. */
static const char *const letters[] = {"o", "§", "q", "v", "ü", "Ø", "à"};

static size_t begins_with(const char *text, const char *const *signs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*text == *signs[i] && strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* Bytes of a sign of Word's own fonts (U+F000 to U+F0FF), which nothing else can show. */
static size_t private_sign(const char *text)
{
    unsigned char second = text[0] == '\xEF' ? (unsigned char)text[1] : 0;
    return second >= 0x80 && second <= 0x83 && text[2] ? 3 : 0;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool begins_word(const char *text)
{
    return ascii_is_letter(*text) || (unsigned char)*text >= 0x80;
}

/* "-5" is a number, and *this* is emphasis; -this and – this are items. */
static size_t dash_at(const char *line)
{
    size_t size = begins_with(line, dashes, COUNT(dashes));
    bool glued = *line == '-' && begins_word(line + 1);
    return size && (is_blank(line[size]) || glued) ? size : 0;
}

/* The value of a letter or of a Roman number up to ten, 0 when it is none. */
static int letter_value(const char *text, size_t size)
{
    static const char *const roman[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
    for (size_t i = 0; i < COUNT(roman); i++)
        if (ascii_is_one_of(text, size, &roman[i], 1))
            return (int)i + 1;
    return size == 1 ? ascii_lower(*text) - 'a' + 1 : 0;
}

/* "1)", "(1)", "1.", "a)", "(ii)", "A.": with a blank behind it, or a letter behind a number. */
static struct item marked_at(const char *line)
{
    size_t start = *line == '(';
    size_t end = start + strspn(line + start, "0123456789");
    bool number = end > start;
    while (!number && ascii_is_letter(line[end]) && end - start < 4)
        end++;
    size_t behind = end + strspn(line + end, number ? ".)" : ").");
    bool closed = behind > end && behind - end <= 2 && (!start || line[end] == ')');
    if (end == start || end - start > (number ? 2 : 4) || !closed ||
        !(is_blank(line[behind]) || (number && begins_word(line + behind))))
        return (struct item){NO_ITEM, 0, 0};
    int value = 0;
    for (size_t i = start; number && i < end; i++)
        value = value * 10 + line[i] - '0';
    value = number ? value : letter_value(line + start, end - start);
    return (struct item){value ? (number ? ITEM_NUMBER : ITEM_LETTERED) : NO_ITEM, behind, value};
}

struct item left_item_at(const char *line)
{
    size_t size = begins_with(line, bullets, COUNT(bullets));
    size = size ? size : private_sign(line);
    if (size)
        return (struct item){ITEM_BULLET, size, 0};
    if ((size = dash_at(line)))
        return (struct item){ITEM_DASH, size, 0};
    size = begins_with(line, letters, COUNT(letters));
    if (size && is_blank(line[size]))
        return (struct item){ITEM_LETTER, size, 0};
    return marked_at(line);
}
