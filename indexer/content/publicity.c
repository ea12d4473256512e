#include "indexer/content/publicity.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *status;
    enum publicity publicity;
    enum publicity when_review_is_required;
} table[] = {
    {"", PUBLICITY_LISTED, PUBLICITY_HIDDEN},
    {"draft", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
    {"submitted", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
    {"in-review", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
    {"returned", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
    {"accepted", PUBLICITY_LISTED, PUBLICITY_LISTED},
    {"archived", PUBLICITY_ARCHIVED, PUBLICITY_ARCHIVED},
    {"withdrawn", PUBLICITY_WITHDRAWN, PUBLICITY_WITHDRAWN},
};

enum publicity publicity_of(const char *review_status, bool require_review)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].status, review_status) == 0)
            return require_review ? table[i].when_review_is_required : table[i].publicity;
    return PUBLICITY_HIDDEN;
}

bool publicity_is_open(enum publicity publicity)
{
    return publicity == PUBLICITY_LISTED || publicity == PUBLICITY_ARCHIVED;
}
