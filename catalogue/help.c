#include "catalogue/help.h"

#include <string.h>

#include "catalogue/confine.h"
#include "catalogue/option_list.h"
#include "search-cli/present/wrap.h"
#include "search-cli/query_fields.h"
#include "search-cli/query_forms.h"

enum { WIDTH = 80, OPTION_COLUMN = 28, EXAMPLE_COLUMN = 54 };

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

static void add_option(struct text *out, struct arena *arena, const struct option *option)
{
    struct text help = {0};
    const char *typed = option_list_typed(arena, option);
    option_list_explain(&help, option);
    add_explained(out, option->argument ? arena_format(arena, "%s %s", typed, option->argument) : typed,
                  text_string(&help));
    text_free(&help);
}

/* The options of facets, or the others. */
static void add_options(struct text *out, struct arena *arena, const struct option_list *options, bool of_facets)
{
    for (size_t i = 0; i < options->count; i++)
        if ((options->items[i].kind == OPTION_IS_TERM) == of_facets)
            add_option(out, arena, &options->items[i]);
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

/* The fields that a query may name. */
static void add_fields(struct text *out)
{
    struct text names = {0};
    struct query_field field;
    for (size_t i = 0; (field = query_field_at(i)).key; i++)
        text_format(&names, "%s%s", i ? ", " : "", field.key);
    text_add(out, "\nfields of a query\n  ");
    wrap_string(out, text_string(&names), 2, WIDTH);
    text_free(&names);
}

static void add_query_forms(struct text *out)
{
    text_add(out, "\nin a query\n");
    for (size_t i = 0; i < QUERY_FORMS; i++)
        add_explained(out, query_forms[i][0], query_forms[i][1]);
    add_fields(out);
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

void help_version(struct text *out, struct arena *arena)
{
    text_format(out, "catalogue " CATALOGUE_VERSION "\nsandbox: %s\n", confine_text(arena));
}

void help_command(struct text *out, struct arena *arena, const struct command *command)
{
    const struct option_list options = option_list_of(arena, command);
    wrap_string(out, arena_format(arena, "catalogue %s: %s", command->name, command->summary), 0, WIDTH);
    text_char(out, '\n');
    add_examples(out, command->examples);
    text_format(out, "\nusage: catalogue %s [OPTION...]%s%s\n", command->name, *command->arguments ? " " : "",
                command->arguments);
    if (command->free_text)
        add_query_forms(out);
    text_add(out, "\noptions\n");
    add_options(out, arena, &options, false);
    if (!command->facet_options)
        return;
    text_add(out, "\nfilters (repeat one for any of several terms; different ones must all hold)\n");
    add_options(out, arena, &options, true);
}
