#ifndef CATALOGUE_COMMAND_H
#define CATALOGUE_COMMAND_H

/*
 * What a command of the program is, and one call of it. The table of commands
 * is in commands.c; parsing, --help, completion, the manual's test and main's
 * opening loop over it. A command says in its row what it needs; main finds and
 * opens that, runs the command, which puts its answer into `out` and prints
 * nothing, looks whether the index could be read, and only then prints.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/option.h"
#include "indexer/base/arena.h"
#include "indexer/base/sandbox.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/content/facets.h"
#include "indexer/index/index.h"

enum exit_status { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2 };

/* The two formats that most commands have. */
enum output_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_GITHUB, FORMAT_SARIF };

/*
 * What must be there before a command runs, and all that it may touch: confine.c
 * makes a sandbox of it, which main shuts before any content is read.
 */
enum command_needs {
    NEEDS_ROOT = 1,            /* a catalogue: its folder with content/ */
    NEEDS_INDEX_FRESH = 2,     /* the index, brought up to date first where that can be; broken files stop nobody */
    NEEDS_INDEX_WHOLE = 4,     /* the index, brought up to date; errors in the content end it but for --keep-going */
    NEEDS_INDEX_IF_ANY = 8,    /* the index as it is, and without a word NULL where there is none that can be used */
    NEEDS_INDEX_TO_WRITE = 16, /* only its place: the command makes it */
    NEEDS_OUTPUT = 32,         /* files outside the index, which it writes */
    NEEDS_PAGER = 64           /* a reader: on a terminal its answer goes through the pager */
};

struct invocation;

struct command {
    const char *name;
    const char *arguments; /* "QUERY…" */
    const char *summary;   /* one line */
    const char *audience;  /* "contributors", "publishers", "practitioners", "all" */
    unsigned needs;        /* of enum command_needs */
    const struct option *options;
    size_t option_count;
    size_t options_size;         /* of the struct that they write into */
    size_t least, most;          /* how many arguments it takes */
    const char *asks;            /* what to say to fewer or more */
    enum completes completes;    /* what its arguments are */
    bool facet_options;          /* also takes the option of every facet (--priority-area TERM …) */
    bool free_text;              /* a -word is part of the query; only --long, -C, -h and -- are options */
    const char *const *examples; /* pairs: command line, what it does; ends with NULL */
    /* Looks at what was typed before anything is opened; false after a complaint. May be NULL. */
    bool (*accepts)(struct invocation *invocation);
    /* Adds to the sandbox what its options and arguments name, beyond what `needs` says. May be NULL. */
    void (*touches)(struct invocation *invocation, struct sandbox *sandbox);
    enum exit_status (*run)(struct invocation *invocation);
};

/* For `most`: as many as one likes. */
#define COMMAND_MANY SIZE_MAX

/* The options of a command's row, and the struct that they write into. */
#define COMMAND_OPTIONS(table, structure)                                                                              \
    .options = (table), .option_count = sizeof(table) / sizeof *(table), .options_size = sizeof(structure)

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What the options say that commands share; not every command takes each. */
struct common_options {
    const char *folder;
    const char *database;
    enum color_when color;
    bool no_update;
    bool keep_going;
    bool no_pager;
    bool help;
    bool version;
};

struct invocation {
    const struct command *command;
    struct arena *arena; /* lives as long as the run */
    struct common_options common;
    void *options;             /* the command's own struct of options; never NULL once they were read */
    struct string_list *terms; /* what was given for each of the facets, as typed */
    const char **arguments;
    size_t argument_count;
    const char *root;           /* folder with content/, or NULL when there is none */
    const char *database;       /* where the index is or would be; NULL: nowhere */
    bool database_given;        /* --database or $CATALOGUE_DATABASE */
    const char *folder_problem; /* why the folder of an index that is to be written could not be made, or NULL */
    struct index *index;        /* open, where the command's row says so */
    bool color;                 /* decided for stdout */
    bool talk_color;            /* decided for stderr */
    struct text talk;           /* for stderr, before the answer */
    struct text out;            /* the answer, for stdout */
    struct text remark;         /* for stderr, behind the answer */
};

/* Adds "catalogue COMMAND: …" to what is said on stderr and returns EXIT_TROUBLE. */
enum exit_status complain(struct invocation *invocation, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* The commands, in the order of help. */
extern const struct command *const commands[];
extern const size_t command_count;

#endif
