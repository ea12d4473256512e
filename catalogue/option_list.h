#ifndef CATALOGUE_OPTION_LIST_H
#define CATALOGUE_OPTION_LIST_H

/* All the options of a command: its own, those it shares with others because it needs the same, and those of facets. */

#include "catalogue/command.h"

struct option_list {
    struct option *items;
    size_t count;
};

struct option_list option_list_of(struct arena *arena, const struct command *command);

/* "--limit", "-C": an option as it is typed. */
const char *option_list_typed(struct arena *arena, const struct option *option);

/* Adds what an option does, the words that it takes, and what holds when it is not given. */
void option_list_explain(struct text *out, const struct option *option);

#endif
