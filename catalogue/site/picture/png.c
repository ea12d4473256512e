#include "catalogue/site/picture/png.h"

#include <stdint.h>

static void add_number(struct text *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        text_char(out, (char)(number >> shift & 0xff));
}

static uint32_t crc_of(const char *data, size_t size)
{
    uint32_t crc = 0xffffffff;
    for (size_t i = 0; i < size; i++) {
        crc ^= (unsigned char)data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

/* A part of the file: its size, its kind in four letters, what it holds, and a sum of both. */
static void add_part(struct text *out, const char *kind, const char *data, size_t size)
{
    add_number(out, (uint32_t)size);
    size_t begin = out->size;
    text_append(out, kind, 4);
    text_append(out, data, size);
    add_number(out, crc_of(out->data + begin, out->size - begin));
}

/* Bits, the lowest first, as they are put together to bytes. */
struct bits {
    struct text *out;
    uint32_t waiting;
    int count;
};

static void add_bits(struct bits *bits, uint32_t value, int count)
{
    bits->waiting |= value << bits->count;
    for (bits->count += count; bits->count >= 8; bits->count -= 8) {
        text_char(bits->out, (char)(bits->waiting & 0xff));
        bits->waiting >>= 8;
    }
}

/* A byte, or from 256 on a length, in the fixed code of deflate (RFC 1951, 3.2.6), whose bits come highest first. */
static void add_code(struct bits *bits, unsigned symbol)
{
    unsigned code = symbol < 144   ? 0x30 + symbol
                    : symbol < 256 ? 0x190 + symbol - 144
                    : symbol < 280 ? symbol - 256
                                   : 0xc0 + symbol - 280;
    int length = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    for (int i = length - 1; i >= 0; i--)
        add_bits(bits, code >> i & 1, 1);
}

/* Says again what came one byte before: of the lengths only those that need no further bits, 258 and 10 down to 3. */
static size_t add_run(struct bits *bits, size_t left)
{
    enum { LONGEST = 258, LONGEST_CODE = 285, SHORTEST = 3, SHORTEST_CODE = 257, MIDDLE = 10 };
    size_t taken = left >= LONGEST ? LONGEST : left > MIDDLE ? MIDDLE : left;
    if (taken < SHORTEST)
        return 0;
    add_code(bits, taken == LONGEST ? LONGEST_CODE : (unsigned)(SHORTEST_CODE + taken - SHORTEST));
    add_bits(bits, 0, 5); /* one byte before */
    return taken;
}

/* As zlib has it. Pictures of few colours are runs of equal bytes, so nothing else is looked for. */
static void add_packed(struct text *out, const struct text *bytes)
{
    struct bits bits = {.out = out};
    uint32_t low = 1, high = 0;
    text_append(out, "\x78\x01", 2);
    add_bits(&bits, 1, 1); /* the last block */
    add_bits(&bits, 1, 2); /* with the fixed code */
    for (size_t at = 0; at < bytes->size;) {
        size_t run = 0;
        add_code(&bits, (unsigned char)bytes->data[at++]);
        while (at + run < bytes->size && bytes->data[at + run] == bytes->data[at - 1])
            run++;
        for (size_t taken; (taken = add_run(&bits, run)); run -= taken)
            at += taken;
    }
    add_code(&bits, 256);
    add_bits(&bits, 0, 7); /* to the end of a byte */
    for (size_t i = 0; i < bytes->size; i++) {
        low = (low + (unsigned char)bytes->data[i]) % 65521;
        high = (high + low) % 65521;
    }
    add_number(out, high << 16 | low);
}

void png_add(struct text *out, const struct picture *picture, const unsigned char *colours, size_t count)
{
    struct text head = {0}, rows = {0}, packed = {0};
    add_number(&head, (uint32_t)picture->width);
    add_number(&head, (uint32_t)picture->height);
    text_append(&head, "\x08\x03\0\0", 5); /* a byte for each pixel, the number of a colour */
    for (size_t y = 0; y < picture->height; y++) {
        text_char(&rows, 0);
        text_append(&rows, (const char *)picture->pixels + y * picture->width, picture->width);
    }
    add_packed(&packed, &rows);
    text_append(out, "\x89PNG\r\n\x1a\n", 8);
    add_part(out, "IHDR", head.data, head.size);
    add_part(out, "PLTE", (const char *)colours, 3 * count);
    add_part(out, "IDAT", packed.data, packed.size);
    add_part(out, "IEND", "", 0);
    text_free(&head);
    text_free(&rows);
    text_free(&packed);
}
