#ifndef CATALOGUE_COMMAND_H
#define CATALOGUE_COMMAND_H

/*
 * What a command of the program is, and one call of it. The table of commands
 * is in commands.c; parsing, --help, completion and the manual's test loop over it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/index/index.h"

enum exit_status { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2 };

struct option {
    const char *name;     /* "limit", typed as --limit */
    const char *argument; /* "N", or NULL when it takes none */
    const char *help;
};

struct invocation;

struct command {
    const char *name;
    const char *arguments; /* "QUERY…" */
    const char *summary;   /* one line */
    const char *audience;  /* "contributors", "publishers", "practitioners", "all" */
    const struct option *options;
    size_t option_count;
    bool facet_options;          /* also takes the option of every facet (--priority-area TERM …) */
    bool free_text;              /* a -word is part of the query; only --long, -C, -h and -- are options */
    const char *const *examples; /* pairs: command line, what it does; ends with NULL */
    enum exit_status (*run)(struct invocation *invocation);
};

struct given {
    const char *name;
    const char *value; /* "" for an option that takes none */
};

struct invocation {
    const struct command *command;
    struct arena *arena;  /* lives as long as the run */
    const char *root;     /* folder with content/, or NULL when there is none */
    const char *database; /* the index to use, whether it exists or not */
    bool database_given;  /* --database or $CATALOGUE_DATABASE */
    struct given *given;
    size_t given_count;
    const char **arguments;
    size_t argument_count;
    bool color;      /* decided for stdout */
    bool talk_color; /* decided for stderr */
};

/* The last value of an option, or `fallback`; whether it was given; the nth value, NULL past the last. */
const char *invocation_value(const struct invocation *invocation, const char *name, const char *fallback);
bool invocation_has(const struct invocation *invocation, const char *name);
const char *invocation_nth(const struct invocation *invocation, const char *name, size_t nth);

/* A whole number of at least `least`; on anything else complains and returns false. */
bool invocation_number(struct invocation *invocation, const char *name, size_t fallback, size_t least, size_t *number);

/* The root, or a complaint and NULL. */
const char *invocation_need_root(struct invocation *invocation);

/*
 * The index for a command that asks, brought up to date first where that is possible and wanted
 * (never with --database or --no-update). What the user has to know goes to stderr. NULL after a complaint.
 */
struct index *invocation_index(struct invocation *invocation);

/* Says "catalogue COMMAND: …" on stderr and returns EXIT_TROUBLE. */
enum exit_status complain(const struct invocation *invocation, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes to stdout, through a pager when stdout is a terminal and `paged`; false when it could not be written. */
bool invocation_print(struct invocation *invocation, const char *data, size_t size, bool paged);

/* The commands, in the order of help. */
extern const struct command *const commands[];
extern const size_t command_count;

#endif
