#ifndef INDEXER_CONTENT_LEFT_ITEMS_H
#define INDEXER_CONTENT_LEFT_ITEMS_H

/*
 * How a line begins that was meant as the item of a list: with Word's bullets (also as the letters that they become: o,
 * §, q), with a dash, a number or a letter.
 */

#include <stddef.h>

enum item_kind { NO_ITEM, ITEM_BULLET, ITEM_DASH, ITEM_LETTER, ITEM_NUMBER, ITEM_LETTERED };

struct item {
    enum item_kind kind;
    size_t size; /* bytes of the sign; the text begins behind it and some blanks */
    int number;  /* of a numbered or lettered one, from 1 */
};

struct item left_item_at(const char *line);

#endif
