#include "indexer/base/word_find.h"

#include "indexer/base/ascii.h"

/* Bytes from 0x80 on are parts of letters. */
static bool is_word_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Behind the phrase when the text begins with it, else NULL. */
static const char *behind(const char *text, const char *phrase)
{
    for (; *phrase; phrase++) {
        if (*phrase == ' ') {
            if (!is_blank(*text))
                return NULL;
            while (is_blank(*text))
                text++;
        } else if (ascii_lower(*text++) != ascii_lower(*phrase)) {
            return NULL;
        }
    }
    return text;
}

const char *word_find(const char *text, const char *phrase)
{
    for (const char *at = text; *at; at++) {
        const char *end = at > text && is_word_byte(at[-1]) ? NULL : behind(at, phrase);
        if (end && !(is_word_byte(*end) && is_word_byte(end[-1])))
            return at;
    }
    return NULL;
}

bool word_find_any(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_find(text, words[i]))
            return true;
    return false;
}
