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

const char *word_behind(const char *text, const char *at, const char *phrase)
{
    const char *end = at > text && is_word_byte(at[-1]) ? NULL : behind(at, phrase);
    return end && !(is_word_byte(*end) && is_word_byte(end[-1])) ? end : NULL;
}

const char *word_find(const char *text, const char *phrase)
{
    const char first = ascii_lower(*phrase);
    for (const char *at = text; *at; at++)
        if (ascii_lower(*at) == first && word_behind(text, at, phrase))
            return at;
    return NULL;
}

static void note(struct word_list *list)
{
    for (size_t i = 0; i < 256; i++)
        list->first[i] = (unsigned short)list->count;
    for (size_t i = list->count; i > 0; i--)
        list->first[(unsigned char)ascii_lower(*list->words[i - 1])] = (unsigned short)(i - 1);
    list->noted = true;
}

size_t words_with(struct word_list *list, char first)
{
    if (!list->noted)
        note(list);
    return list->first[(unsigned char)ascii_lower(first)];
}

const char *word_find_first(const char *text, const char *from, struct word_list *list, size_t *which)
{
    for (const char *at = from; *at; at++) {
        if (*at == ' ' || (at > text && is_word_byte(at[-1])))
            continue;
        for (size_t i = words_with(list, *at); i < list->count && ascii_lower(*list->words[i]) == ascii_lower(*at); i++)
            if (word_behind(text, at, list->words[i])) {
                *which = i;
                return at;
            }
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
