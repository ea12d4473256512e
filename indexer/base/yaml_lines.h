#ifndef INDEXER_BASE_YAML_LINES_H
#define INDEXER_BASE_YAML_LINES_H

/*
 * What can be seen of a line of YAML by itself: how far it is indented and with what, whether an item or a key begins
 * it. What the lines before make of it (a text in quotation marks that goes on, brackets) is yaml_scan's business.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct yaml_line {
    size_t at;    /* offset of its first byte */
    size_t size;  /* without its end and the blanks before that */
    size_t lead;  /* bytes of blanks of every sort that it begins with; all of them: nothing else is on the line */
    size_t width; /* the columns that these take, a tab two */
    bool tab;     /* of these one is a tab */
    bool odd;     /* … or a no-break or other odd blank */
};

struct yaml_lines {
    const char *data;
    size_t size;
    struct yaml_line *items;
    size_t count;
};

struct yaml_lines yaml_lines_read(struct arena *arena, const char *data, size_t size);

/* The number (from 0) of the line that a byte stands in. */
size_t yaml_line_of(const struct yaml_lines *lines, size_t offset);

/* Blanks and tabs at the beginning of a text. */
size_t yaml_blanks(const char *text, size_t size);

/* The bytes of a dash that makes an item and the blanks behind it, or 0; an odd blank counts as one. */
size_t yaml_dash(const char *text, size_t size);

/* The bytes of a sign that Word puts before an item (• · – 1.) and the blanks behind it, or 0. */
size_t yaml_bullet(const char *text, size_t size);

/* Of these, the bytes of the sign alone. */
size_t yaml_bullet_sign(const char *text, size_t size);

/* Whether the sign is one that no text begins with. */
bool yaml_bullet_is_sure(const char *text, size_t size);

/* A key at the beginning of a text: with its quotation marks if it has any, its colon, and where its value begins. */
struct yaml_key {
    size_t size; /* 0: there is none */
    size_t colon;
    size_t value;
};
struct yaml_key yaml_key_find(const char *text, size_t size);

/* A key without the quotation marks that it may have: where it begins then, and its size. */
size_t yaml_key_bare(const char *key, size_t *size);

/* Letters, digits, - and _ at the beginning of a text, a letter first: what a key of ours may be. */
size_t yaml_word(const char *text, size_t size);

/* Where a remark begins: at the first # with a blank before it; `size` when there is none. */
size_t yaml_remark(const char *text, size_t size);

/* A colon that YAML takes for the end of a key: one before a blank or at the end; `size` when there is none. */
size_t yaml_colon(const char *text, size_t size);

#endif
