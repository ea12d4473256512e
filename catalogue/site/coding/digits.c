#include "catalogue/site/coding/digits.h"

enum { LOW = 64, HIGH = 26, BITS = 6 };

const char digits_all[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
                          "!#$%()*+,./:;=?@[]^{|}~'` ";

static void high_digits(struct text *out, size_t number)
{
    if (number >= HIGH)
        high_digits(out, number / HIGH);
    text_char(out, digits_all[LOW + number % HIGH]);
}

void digits_number(struct text *out, size_t number)
{
    if (number >= LOW)
        high_digits(out, number / LOW);
    text_char(out, digits_all[number % LOW]);
}

void digits_fixed(struct text *out, size_t number, size_t width)
{
    if (width > 1)
        digits_fixed(out, number / LOW, width - 1);
    text_char(out, digits_all[number % LOW]);
}

void bits_add(struct bits *bits, size_t number, unsigned width)
{
    while (width--) {
        bits->held = bits->held << 1 | (unsigned)(number >> width & 1);
        if (++bits->count < BITS)
            continue;
        text_char(bits->out, digits_all[bits->held]);
        bits->held = bits->count = 0;
    }
}

static void ones_and_zero(struct bits *bits, size_t ones)
{
    while (ones--)
        bits_add(bits, 1, 1);
    bits_add(bits, 0, 1);
}

void bits_rice(struct bits *bits, size_t number, unsigned low)
{
    ones_and_zero(bits, number >> low);
    bits_add(bits, number, low);
}

unsigned bits_low(size_t sum, size_t count)
{
    unsigned low = 0;
    while (count && sum >> 1 >> low >= count)
        low++;
    return low;
}

void bits_gamma(struct bits *bits, size_t number)
{
    unsigned behind = 0;
    while (number >> (behind + 1))
        behind++;
    ones_and_zero(bits, behind);
    bits_add(bits, number, behind);
}

void bits_end(struct bits *bits)
{
    if (bits->count)
        bits_add(bits, 0, BITS - bits->count);
}
