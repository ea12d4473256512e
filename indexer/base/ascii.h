#ifndef INDEXER_BASE_ASCII_H
#define INDEXER_BASE_ASCII_H

/* The letters of ASCII, whatever the locale says; other bytes are none. */

#include <stdbool.h>

static inline char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
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

#endif
