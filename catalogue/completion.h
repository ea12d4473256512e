#ifndef CATALOGUE_COMPLETION_H
#define CATALOGUE_COMPLETION_H

/*
 * Completion scripts for shells, made from the table of commands, so that they
 * know every command and option there is. Terms and ids they ask of the
 * program when the key is pressed: `catalogue completion --terms FIELD`, `--ids`.
 */

#include "indexer/base/text.h"

struct completion_shell {
    const char *name;
    void (*write)(struct text *out);
};

enum { COMPLETION_SHELLS = 3 };
extern const struct completion_shell completion_shells[COMPLETION_SHELLS];

#endif
