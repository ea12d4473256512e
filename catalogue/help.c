#include "catalogue/help.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"

enum { OPTION_COLUMN = 28 };

const struct option common_options[] = {
    {"database", "FILE", "use this index, as it is"},
    {"color", "WHEN", "always, never, or auto: only on a terminal"},
    {"help", NULL, "show this help (also -h)"},
    {"version", NULL, "show the version"},
};
const size_t common_option_count = sizeof common_options / sizeof *common_options;

static const char *const audiences[] = {"contributors", "publishers", "practitioners", "all"};

static void add_padded(struct text *out, const char *text, size_t width)
{
    size_t before = out->size;
    text_add(out, text);
    while (out->size - before < width)
        text_char(out, ' ');
}

static void add_option(struct text *out, const char *name, const char *argument, const char *help)
{
    struct text left = {0};
    text_format(&left, "  --%s%s%s", name, argument ? " " : "", argument ? argument : "");
    add_padded(out, text_string(&left), OPTION_COLUMN);
    text_format(out, "%s%s\n", left.size >= OPTION_COLUMN ? "  " : "", help);
    text_free(&left);
}

void help_program(struct text *out)
{
    text_add(out, "catalogue: case studies on tackling health inequalities, checked, searched and published\n\n"
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
    text_add(out,
             "\ncatalogue COMMAND --help tells more. Each command takes -C DIR (work there) and --version.\n"
             "Exit status: 0 done or found, 1 nothing found or errors in the content, 2 wrong usage or failure.\n");
}

void help_command(struct text *out, const struct command *command)
{
    text_format(out, "catalogue %s: %s\n\n", command->name, command->summary);
    for (const char *const *example = command->examples; example[0]; example += 2) {
        text_add(out, "  ");
        add_padded(out, example[0], 52);
        text_format(out, "%s%s\n", strlen(example[0]) >= 52 ? "  " : "", example[1]);
    }
    text_format(out, "\nusage: catalogue %s [OPTION...]%s%s\n\noptions\n", command->name,
                *command->arguments ? " " : "", command->arguments);
    for (size_t i = 0; i < command->option_count; i++)
        add_option(out, command->options[i].name, command->options[i].argument, command->options[i].help);
    add_padded(out, "  -C DIR", OPTION_COLUMN);
    text_add(out, "work in this folder's catalogue\n");
    for (size_t i = 0; i < common_option_count; i++)
        add_option(out, common_options[i].name, common_options[i].argument, common_options[i].help);
    if (!command->facet_options)
        return;
    text_add(out, "\nfilters (repeat one for any of several terms; different ones must all hold)\n");
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_option(out, facets[i].option, "TERM", facets[i].label);
}
