#ifndef INDEXER_CONTENT_PRIVATE_FIND_H
#define INDEXER_CONTENT_PRIVATE_FIND_H

/* A place in a text that identifies a person. */

#include <stddef.h>

enum private_kind { PRIVATE_EMAIL, PRIVATE_PHONE, PRIVATE_NHS_NUMBER };

struct private_find {
    enum private_kind kind;
    size_t at; /* bytes */
    size_t size;
};

#endif
