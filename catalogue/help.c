#include "catalogue/help.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "search-cli/present/wrap.h"

enum { WIDTH = 80, OPTION_COLUMN = 28, EXAMPLE_COLUMN = 54 };

const struct option common_options[] = {
    {"database", "FILE", "use this index, as it is"},
    {"color", "WHEN", "always, never, or auto: only on a terminal"},
    {"help", NULL, "show this help (also -h)"},
    {"version", NULL, "show the version"},
};
const size_t common_option_count = sizeof common_options / sizeof *common_options;

/* What can stand in a query, each with what it does; the manual tells more. */
static const char *const query_forms[][2] = {
    {"blood pressure", "words rank: cases with all of them come first"},
    {"\"home visits\"", "a phrase, which must be there"},
    {"-smoking", "a word that must not be there"},
    {"+barbers", "a word that must be there"},
    {"vaccin*", "words that begin like this"},
    {"smoking | vaping", "either; brackets ( ) hold parts together"},
    {"region:london,wales", "any of these terms of a field: see filters"},
    {"evidence:>=e2", "from a term or a date on"},
    {"start:2019..2021", "between two"},
};

static const char *const audiences[] = {"contributors", "publishers", "practitioners", "all"};

static void add_padded(struct text *out, const char *text, size_t width)
{
    size_t before = out->size;
    text_add(out, text);
    while (out->size - before < width)
        text_char(out, ' ');
}

/* A name, and beside it what it is, folded. */
static void add_explained(struct text *out, const char *name, const char *help)
{
    text_add(out, "  ");
    add_padded(out, name, OPTION_COLUMN - 2);
    wrap_string(out, help, OPTION_COLUMN, WIDTH);
}

static void add_option(struct text *out, const char *name, const char *argument, const char *help)
{
    struct text left = {0};
    text_format(&left, "--%s%s%s", name, argument ? " " : "", argument ? argument : "");
    add_explained(out, text_string(&left), help);
    text_free(&left);
}

/* Explanations stand beside the examples where all of a command's have room there, else below them. */
static void add_examples(struct text *out, const char *const *examples)
{
    bool beside = true;
    for (const char *const *example = examples; example[0]; example += 2)
        beside = beside && strlen(example[0]) + 4 <= EXAMPLE_COLUMN && strlen(example[1]) + EXAMPLE_COLUMN <= WIDTH;
    for (const char *const *example = examples; example[0]; example += 2) {
        text_add(out, "  ");
        add_padded(out, example[0], beside ? EXAMPLE_COLUMN - 2 : 0);
        text_add(out, beside ? "" : "\n      ");
        wrap_string(out, example[1], beside ? EXAMPLE_COLUMN : 6, WIDTH);
    }
}

static void add_query_forms(struct text *out)
{
    text_add(out, "\nin a query\n");
    for (size_t i = 0; i < sizeof query_forms / sizeof *query_forms; i++)
        add_explained(out, query_forms[i][0], query_forms[i][1]);
}

void help_program(struct text *out)
{
    text_add(out, "catalogue: check, search and publish case studies on health inequalities\n\n"
                  "  catalogue search blood pressure barbers     find case studies\n"
                  "  catalogue check                             find every problem in the content\n"
                  "  catalogue publish                           make the site in build/site\n\n"
                  "usage: catalogue COMMAND [OPTION...] [ARGUMENT...]\n");
    for (size_t i = 0; i < sizeof audiences / sizeof *audiences; i++) {
        bool any = false;
        for (size_t j = 0; j < command_count; j++) {
            if (strcmp(commands[j]->audience, audiences[i]) != 0)
                continue;
            if (!any)
                text_format(out, "\nfor %s\n", audiences[i]);
            any = true;
            text_add(out, "  ");
            add_padded(out, commands[j]->name, 12);
            text_format(out, "%s\n", commands[j]->summary);
        }
    }
    text_add(out, "\ncatalogue COMMAND --help tells more. Each takes -C DIR, to work there, and\n"
                  "--version.\n"
                  "Exit status: 0 done or found, 1 nothing found or errors in the content,\n"
                  "2 wrong usage or failure.\n");
}

void help_command(struct text *out, const struct command *command)
{
    struct text title = {0};
    text_format(&title, "catalogue %s: %s", command->name, command->summary);
    wrap_string(out, text_string(&title), 0, WIDTH);
    text_free(&title);
    text_char(out, '\n');
    add_examples(out, command->examples);
    text_format(out, "\nusage: catalogue %s [OPTION...]%s%s\n", command->name, *command->arguments ? " " : "",
                command->arguments);
    if (command->free_text)
        add_query_forms(out);
    text_add(out, "\noptions\n");
    for (size_t i = 0; i < command->option_count; i++)
        add_option(out, command->options[i].name, command->options[i].argument, command->options[i].help);
    add_explained(out, "-C DIR", "work in this folder's catalogue");
    for (size_t i = 0; i < common_option_count; i++)
        add_option(out, common_options[i].name, common_options[i].argument, common_options[i].help);
    if (!command->facet_options)
        return;
    text_add(out, "\nfilters (repeat one for any of several terms; different ones must all hold)\n");
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_option(out, facets[i].option, "TERM", facets[i].label);
}
