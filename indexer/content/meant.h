#ifndef INDEXER_CONTENT_MEANT_H
#define INDEXER_CONTENT_MEANT_H

/* What was probably meant by an answer that cannot stand as it was written. Everything in it comes from its author's words. */

#include <stdbool.h>

struct meant {
    const char *text;   /* as it can be written; NULL: only the author knows */
    bool safe;          /* it says the same and nothing else */
    const char *remark; /* what the author has to look at, or is asked; may be NULL */
};

#endif
