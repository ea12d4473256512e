#ifndef INDEXER_BASE_ASCII_H
#define INDEXER_BASE_ASCII_H

/* The letters and digits of ASCII, whatever the locale says; other bytes are none. */

#include <stdbool.h>
#include <stddef.h>

static inline char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static inline char ascii_upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static inline bool ascii_is_capital(char byte)
{
    return ascii_lower(byte) != byte;
}

static inline bool ascii_is_letter(char byte)
{
    return ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z';
}

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* What a digit of a base of at most 16 stands for; the base itself where it is none of its digits. */
static inline unsigned ascii_digit_value(char byte, unsigned base)
{
    unsigned value = ascii_is_digit(byte)    ? (unsigned)(byte - '0')
                     : ascii_is_letter(byte) ? (unsigned)(ascii_lower(byte) - 'a') + 10
                                             : base;
    return value < base ? value : base;
}

/* Whether a word is one of some, which are written in small letters. */
static inline bool ascii_is_one_of(const char *word, size_t size, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < size && words[i][same] && ascii_lower(word[same]) == words[i][same])
            same++;
        if (same == size && !words[i][size])
            return true;
    }
    return false;
}

#endif
