#ifndef CATALOGUE_COMPLETION_H
#define CATALOGUE_COMPLETION_H

/*
 * What may come next on a command line that is being typed, from the tables of
 * commands, options and facets and from the index. The scripts for the shells
 * (catalogue/shells/) only hand the words over and show the answer, so every
 * shell offers the same.
 */

#include <stddef.h>

#include "catalogue/command.h"
#include "indexer/base/text.h"

/* Words of a command line behind the program's name; the last is the one being typed, and may be "". */
struct completion {
    const char *const *words;
    size_t count;
};

/* Lets the invocation look into the catalogue and index that the words name with -C and --database, if they do. */
void completion_look(struct invocation *invocation, const struct completion *completion);

/*
 * Adds a line for each word that may stand in place of the last: the word, a TAB, and what it is.
 * ":files" and ":folders" ask the shell to offer those; ":nospace" that no blank be put behind the word.
 */
void completion_add(struct text *out, struct invocation *invocation, const struct completion *completion);

/* The script for a shell: "bash", "zsh" or "fish"; NULL for another. */
const char *completion_script(const char *shell);

#endif
