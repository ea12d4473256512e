#include "catalogue/draft/read/mail_decode.h"

#include <string.h>
#include <strings.h>

#include "catalogue/draft/read/document_text.h"
#include "indexer/base/ascii.h"

/* The number that a digit of base 16 stands for; -1 when it is none. */
static int hex_of(char byte)
{
    byte = ascii_lower(byte);
    return ascii_is_digit(byte) ? byte - '0' : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* Bytes of "=" and a line's end behind it, with or without blanks between; 0 when it is no such. */
static size_t soft_end(const char *text, size_t left)
{
    size_t at = 1;
    while (at < left && strchr(" \t\r", text[at]) && text[at])
        at++;
    return at == left ? at : text[at] == '\n' ? at + 1 : 0;
}

/* One byte of quoted-printable; returns how many were read. */
static size_t decode_quoted_byte(struct text *out, const char *text, size_t left)
{
    int high = left > 2 && *text == '=' ? hex_of(text[1]) : -1;
    int low = high >= 0 ? hex_of(text[2]) : -1;
    if (low >= 0) {
        text_char(out, (char)(high * 16 + low));
        return 3;
    }
    text_char(out, *text);
    return 1;
}

void mail_decode_quoted(struct text *out, const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t end = text[at] == '=' ? soft_end(text + at, size - at) : 0;
        at += end ? end : decode_quoted_byte(out, text + at, size - at);
    }
}

/* From 0 to 63; -1 of what stands for nothing. */
static int base64_of(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return byte - 'A';
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a' + 26;
    if (ascii_is_digit(byte))
        return byte - '0' + 52;
    return byte == '+' || byte == '-' ? 62 : byte == '/' || byte == '_' ? 63 : -1;
}

size_t mail_base64_size(const char *text, size_t size)
{
    size_t signs = 0;
    for (size_t i = 0; i < size && text[i] != '='; i++)
        signs += base64_of(text[i]) >= 0;
    return signs * 3 / 4;
}

void mail_decode_base64(struct text *out, const char *text, size_t size)
{
    unsigned bits = 0;
    unsigned held = 0;
    for (size_t i = 0; i < size && text[i] != '='; i++) {
        int six = base64_of(text[i]);
        if (six < 0)
            continue;
        bits = (bits << 6 | (unsigned)six) & 0xFFFF;
        held += 6;
        if (held >= 8) {
            held -= 8;
            text_char(out, (char)(bits >> held & 0xFF));
        }
    }
}

/* Encoded words have 75 bytes at the most; some programs write longer ones. */
enum { ENCODED_MAX = 1000 };

/* "=?charset?Q?text?=" */
struct encoded {
    const char *charset;
    size_t charset_size; /* without the language that may stand behind it */
    char way;            /* 'q' or 'b' */
    const char *text;
    size_t size;
    size_t whole; /* bytes of all of it */
};

static bool encoded_at(const char *at, size_t left, struct encoded *word)
{
    left = left < ENCODED_MAX ? left : ENCODED_MAX;
    const char *end = at + left;
    if (left < 8 || strncmp(at, "=?", 2) != 0)
        return false;
    const char *way = memchr(at + 2, '?', left - 2);
    if (!way || end - way < 5 || way[2] != '?' || !strchr("qb", ascii_lower(way[1])) || !way[1])
        return false;
    const char *text = way + 3;
    const char *stop = memchr(text, '?', (size_t)(end - text));
    /* A question mark may stand in it where it should not. */
    while (stop && stop + 1 < end && stop[1] != '=')
        stop = memchr(stop + 1, '?', (size_t)(end - stop - 1));
    if (!stop || stop + 1 >= end || memchr(at, '\n', (size_t)(stop - at)))
        return false;
    const char *charset = at + 2;
    size_t charset_size = strcspn(charset, "?*");
    *word = (struct encoded){charset, charset_size,          ascii_lower(way[1]),
                             text,    (size_t)(stop - text), (size_t)(stop + 2 - at)};
    return true;
}

static void decode_encoded(struct text *bytes, const struct encoded *word)
{
    if (word->way == 'b') {
        mail_decode_base64(bytes, word->text, word->size);
        return;
    }
    for (size_t at = 0; at < word->size;)
        if (word->text[at] == '_') {
            text_char(bytes, ' ');
            at++;
        } else {
            at += decode_quoted_byte(bytes, word->text + at, word->size - at);
        }
}

/* Adds bytes of an encoding, as a text on one line. */
static void add_bytes(struct arena *arena, struct text *out, const struct text *bytes, const char *charset,
                      bool *unread)
{
    const struct document_text text = document_text_of(arena, text_string(bytes), bytes->size, charset);
    *unread |= text.unread;
    for (size_t i = 0; i < text.size; i++)
        text_char(out, text.data[i] == '\n' ? ' ' : text.data[i]);
}

/* Encoded words side by side, whose bytes may be those of one letter; returns how many bytes were read. */
static size_t add_encoded(struct arena *arena, struct text *out, const char *at, size_t left,
                          const struct encoded *first, bool *unread)
{
    struct text bytes = {0};
    struct encoded next = *first;
    size_t end = 0;
    size_t blanks = 0;
    do {
        decode_encoded(&bytes, &next);
        end += blanks + next.whole;
        blanks = strspn(at + end, " \t\n");
    } while (end + blanks < left && encoded_at(at + end + blanks, left - end - blanks, &next) &&
             next.charset_size == first->charset_size &&
             strncasecmp(next.charset, first->charset, first->charset_size) == 0);
    add_bytes(arena, out, &bytes, arena_copy(arena, first->charset, first->charset_size), unread);
    text_free(&bytes);
    /* Blanks between two of them are none. */
    return end + (end + blanks < left && encoded_at(at + end + blanks, left - end - blanks, &next) ? blanks : 0);
}

/* Up to the next encoded word. */
static size_t add_plain(struct arena *arena, struct text *out, const char *at, size_t left, bool *unread)
{
    struct text bytes = {0};
    struct encoded word;
    size_t size = 0;
    do
        size++;
    while (size < left && !(at[size] == '=' && encoded_at(at + size, left - size, &word)));
    text_append(&bytes, at, size);
    add_bytes(arena, out, &bytes, "", unread);
    text_free(&bytes);
    return size;
}

const char *mail_decode_words(struct arena *arena, const char *value, size_t size, bool *unread)
{
    struct text out = {0};
    struct encoded word;
    for (size_t at = 0; at < size;)
        at += encoded_at(value + at, size - at, &word) ? add_encoded(arena, &out, value + at, size - at, &word, unread)
                                                       : add_plain(arena, &out, value + at, size - at, unread);
    const char *words = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return words + strspn(words, " ");
}
