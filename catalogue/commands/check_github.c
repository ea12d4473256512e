#include "catalogue/commands/check_github.h"

#include <string.h>

/* GitHub takes a summary of 1 MiB; a problem has at most a few kB. */
enum { SUMMARY_MOST = 1000 * 1000 };

/* A per cent sign and line ends would end a command; in a property a colon and a comma would too. */
static void add_escaped(struct text *out, const char *string, bool in_property)
{
    for (; *string; string++) {
        if (strchr("%\r\n", *string) || (in_property && strchr(":,", *string)))
            text_format(out, "%%%02X", (unsigned char)*string);
        else
            text_char(out, *string);
    }
}

static void add_command(struct text *out, const struct diagnostic *problem)
{
    const struct place place = problem->place;
    text_add(out, problem->code->severity == SEVERITY_ERROR ? "::error file=" : "::warning file=");
    add_escaped(out, problem->path, true);
    text_format(out, ",line=%zu,col=%zu", place.line ? place.line : 1, place.column ? place.column : 1);
    if (place.line && place.length)
        text_format(out, ",endColumn=%zu", place.column + place.length);
    text_add(out, ",title=");
    add_escaped(out, problem->code->id, true);
    text_add(out, "::");
    add_escaped(out, problem->message, false);
    if (problem->help) {
        text_add(out, ". What to do: ");
        add_escaped(out, problem->help, false);
    }
    text_char(out, '\n');
}

void check_github_commands(struct text *out, const struct diagnostics *diagnostics)
{
    size_t shown = 0;
    for (int severity = SEVERITY_ERROR; severity <= SEVERITY_WARNING; severity++)
        for (size_t i = 0; i < diagnostics->count && shown < GITHUB_SHOWN; i++)
            if ((int)diagnostics->items[i].code->severity == severity) {
                add_command(out, &diagnostics->items[i]);
                shown++;
            }
    size_t all = diagnostics->errors + diagnostics->warnings;
    if (all > shown)
        text_format(out, "::notice title=There is more::%zu more are listed in the summary of this run.\n",
                    all - shown);
}

/* Text of strangers as Markdown that says just that: no link, no picture, no mention, no line of its own. */
static void add_plain(struct text *out, const char *string)
{
    for (; *string; string++) {
        if (strchr("\\`*_{}[]<>()#+-.!|~$@:&", *string))
            text_char(out, '\\');
        text_char(out, strchr("\r\n\t", *string) ? ' ' : *string);
    }
}

/* A sentence ends with a full stop, once. */
static void add_sentence(struct text *out, const char *string)
{
    size_t size = strlen(string);
    add_plain(out, string);
    if (!size || !strchr(".?!", string[size - 1]))
        text_char(out, '.');
}

static void add_item(struct text *out, const struct diagnostic *problem)
{
    text_add(out, problem->code->severity == SEVERITY_ERROR ? "- **Must be mended" : "- **Would be better");
    if (problem->place.line)
        text_format(out, ", line %zu", problem->place.line);
    text_add(out, ":** ");
    add_sentence(out, problem->message);
    if (problem->help) {
        text_add(out, " What to do: ");
        add_sentence(out, problem->help);
    }
    text_format(out, " (%s)\n", problem->code->id);
}

static void add_lead(struct text *out, const struct diagnostics *diagnostics)
{
    text_add(out, "## What the check found\n\n");
    if (!diagnostics->errors && !diagnostics->warnings) {
        text_add(out, "Nothing: the files can be published as they are. Thank you.\n");
        return;
    }
    if (diagnostics->errors)
        text_format(out, "**%zu thing%s to be mended** before this can be published. ", diagnostics->errors,
                    diagnostics->errors == 1 ? " has" : "s have");
    if (diagnostics->warnings)
        text_format(out, "%zu thing%s would make it better. ", diagnostics->warnings,
                    diagnostics->warnings == 1 ? "" : "s");
    text_add(out,
             "\n\nYou need nothing but this web site to mend a file: open *Files changed*, then the three dots above "
             "the file, then *Edit file*. Change the line, and press *Commit changes*; the check runs again by itself. "
             "If you would rather have somebody do it for you, say so in a comment.\n");
}

void check_github_summary(struct text *out, const struct diagnostics *diagnostics)
{
    const char *path = "";
    size_t told = 0;
    add_lead(out, diagnostics);
    for (; told < diagnostics->count && out->size < SUMMARY_MOST; told++) {
        const struct diagnostic *problem = &diagnostics->items[told];
        if (strcmp(path, problem->path) != 0) {
            text_add(out, "\n### ");
            add_plain(out, problem->path);
            text_add(out, "\n\n");
        }
        path = problem->path;
        add_item(out, problem);
    }
    size_t all = diagnostics->errors + diagnostics->warnings;
    if (all > told)
        text_format(out, "\nAnd %zu more.\n", all - told);
    if (all)
        text_add(out, "\nWhat a code in brackets means, with a wrong and a right example: `catalogue explain CODE`.\n");
}
