#include "catalogue/site/single/pack.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/arena.h"

/* The rows of places are found by a hash of the bytes that begin there; each keeps the last few. */
enum { ROW_BITS = 18, ROW_PLACES = 4, LONG = 63, LONG_DIGITS = 2, LENGTH_MOST = PACK_LEAST + LONG + 64 * 64 - 1 };

/* What lies as far back or farther is said anew: a distance has four bits and four digits. */
#define BACK_MOST ((size_t)1 << 28)

struct pack_row {
    size_t places[ROW_PLACES]; /* behind which eight bytes with this hash stand, from 1; 0 for none */
    unsigned next;
};

static void add_digits(struct text *out, size_t number, size_t count)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    while (count--)
        text_char(out, digits[number >> 6 * count & 63]);
}

static struct pack_row *row_at(const struct pack *pack, size_t at)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < PACK_LEAST; i++)
        bytes = bytes << 8 | (unsigned char)pack->said.data[at + i];
    return &pack->rows[bytes * 0x9e3779b97f4a7c15 >> (64 - ROW_BITS)];
}

static void remember(struct pack *pack, size_t from, size_t to)
{
    if (!pack->rows)
        pack->rows = memory_zeroed((size_t)1 << ROW_BITS, sizeof *pack->rows);
    for (; from < to && from + PACK_LEAST <= pack->said.size; from++) {
        struct pack_row *row = row_at(pack, from);
        row->places[row->next++ % ROW_PLACES] = from + 1;
    }
}

static bool begins_character(const struct text *said, size_t at)
{
    return at == said->size || ((unsigned char)said->data[at] & 0xc0) != 0x80;
}

/* How many bytes from `at` on, whole characters, stand at an earlier place as well. */
static size_t same_at(const struct text *said, size_t place, size_t at)
{
    size_t size = 0;
    while (at + size < said->size && size < LENGTH_MOST && said->data[place + size] == said->data[at + size])
        size++;
    while (!begins_character(said, at + size))
        size--;
    return size;
}

/* How many digits follow the first one of a distance. */
static size_t more_digits(size_t back)
{
    size_t more = 1;
    while (back >> 6 * more >= 16)
        more++;
    return more;
}

static size_t mark_size(size_t size, size_t back)
{
    size_t least = 3 + more_digits(back);
    return size - PACK_LEAST < LONG ? least : least + LONG_DIGITS;
}

/* The earlier place that says most of what follows; 0 bytes where to point at none is shorter than saying it. */
static size_t find(const struct pack *pack, size_t at, size_t *back)
{
    size_t best = 0;
    if (at + PACK_LEAST > pack->said.size)
        return 0;
    const struct pack_row *row = row_at(pack, at);
    for (size_t i = 0; i < ROW_PLACES; i++) {
        size_t place = row->places[i];
        size_t size = place && at - (place - 1) < BACK_MOST ? same_at(&pack->said, place - 1, at) : 0;
        if (size < PACK_LEAST || size <= best || mark_size(size, at - (place - 1)) >= size)
            continue;
        best = size;
        *back = at - (place - 1);
    }
    return best;
}

static void add_mark(struct text *out, size_t size, size_t back)
{
    size_t length = size - PACK_LEAST;
    size_t more = more_digits(back);
    text_char(out, '~');
    add_digits(out, length < LONG ? length : LONG, 1);
    if (length >= LONG)
        add_digits(out, length - LONG, LONG_DIGITS);
    add_digits(out, (more - 1) << 4 | back >> 6 * more, 1);
    add_digits(out, back, more);
}

/* One character as it is, or, where it would be taken for another thing, as a mark; its size. */
static size_t add_plain(struct text *out, const struct text *said, size_t at)
{
    const char *text = said->data + at;
    size_t size = 1;
    if (*text == '~') {
        text_add(out, "~~");
    } else if (*text == '\r') {
        text_add(out, "~.");
    } else if (*text == '<' && (strncasecmp(text + 1, "/script", 7) == 0 || strncmp(text + 1, "!--", 3) == 0)) {
        text_add(out, "~!");
    } else {
        while (!begins_character(said, at + size))
            size++;
        text_append(out, text, size);
    }
    return size;
}

void pack_know(struct pack *pack, const char *text, size_t size)
{
    size_t from = pack->said.size;
    for (size_t i = 0; i < size; i++) {
        bool is_return = text[i] == '\r';
        if (!is_return || i + 1 == size || text[i + 1] != '\n')
            text_char(&pack->said, is_return ? '\n' : text[i]);
    }
    remember(pack, from, pack->said.size);
}

void pack_add(struct pack *pack, struct text *out, const char *text, size_t size)
{
    size_t at = pack->said.size;
    text_append(&pack->said, text, size);
    remember(pack, at, at);
    while (at < pack->said.size) {
        size_t back = 0;
        size_t step = find(pack, at, &back);
        if (step)
            add_mark(out, step, back);
        else
            step = add_plain(out, &pack->said, at);
        remember(pack, at, at + step);
        at += step;
    }
}

void pack_free(struct pack *pack)
{
    text_free(&pack->said);
    free(pack->rows);
    pack->rows = NULL;
}
