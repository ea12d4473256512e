/*
 * The program: finds the command, the catalogue and the index that a command
 * line is about, and hands over to the command.
 */

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/command.h"
#include "catalogue/help.h"
#include "catalogue/options.h"
#include "indexer/base/file.h"
#include "indexer/base/string_list.h"
#include "indexer/content/nearest.h"

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static bool has_catalogue(struct arena *arena, const char *folder)
{
    struct file file;
    return file_stat(file_join(arena, folder, "content/catalogue.yaml"), &file) == FILE_DONE;
}

/* The nearest folder upwards from here with a catalogue, or NULL. */
static const char *search_upwards(struct arena *arena)
{
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder))
        return NULL;
    for (;;) {
        if (has_catalogue(arena, folder))
            return arena_string(arena, folder);
        char *slash = strrchr(folder, '/');
        if (!slash || !folder[1])
            return NULL;
        *(slash == folder ? slash + 1 : slash) = '\0';
    }
}

static bool find_root(struct invocation *invocation)
{
    const char *given = invocation_value(invocation, "C", getenv("CATALOGUE_ROOT"));
    if (!given || !*given) {
        invocation->root = search_upwards(invocation->arena);
        return true;
    }
    invocation->root = given;
    if (has_catalogue(invocation->arena, given))
        return true;
    complain(invocation, "%s is not a catalogue: it has no content/catalogue.yaml", given);
    return false;
}

static void find_database(struct invocation *invocation)
{
    const char *home = getenv("HOME");
    const char *data = getenv("XDG_DATA_HOME");
    const char *given = invocation_value(invocation, "database", getenv("CATALOGUE_DATABASE"));
    invocation->database_given = given && *given;
    if (invocation->database_given)
        invocation->database = given;
    else if (invocation->root)
        invocation->database = file_join(invocation->arena, invocation->root, "build/catalogue.db");
    else if (data && *data)
        invocation->database = file_join(invocation->arena, data, "catalogue/catalogue.db");
    else
        invocation->database = file_join(invocation->arena, home ? home : "", ".local/share/catalogue/catalogue.db");
}

static bool decide_color(struct invocation *invocation)
{
    const char *when = invocation_value(invocation, "color", "auto");
    const char *terminal = getenv("TERM");
    const char *refused = getenv("NO_COLOR");
    bool wanted = !(refused && *refused) && !(terminal && strcmp(terminal, "dumb") == 0);
    if (strcmp(when, "always") != 0 && strcmp(when, "never") != 0 && strcmp(when, "auto") != 0) {
        complain(invocation, "--color takes always, never or auto, not \"%s\"", when);
        return false;
    }
    bool always = strcmp(when, "always") == 0;
    bool never = strcmp(when, "never") == 0;
    invocation->color = always || (!never && wanted && isatty(STDOUT_FILENO));
    invocation->talk_color = always || (!never && wanted && isatty(STDERR_FILENO));
    return true;
}

/* A date that the environment asks for must be one: a wrong one would go unnoticed into every page. */
static bool epoch_is_good(const struct invocation *invocation)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch || (strspn(epoch, "0123456789") == strlen(epoch) && strlen(epoch) <= 11))
        return true;
    complain(invocation, "SOURCE_DATE_EPOCH is \"%s\"; it should be a number of seconds since 1970", epoch);
    return false;
}

static enum exit_status print_text(struct invocation *invocation, struct text *text)
{
    bool done = invocation_print(invocation, text_string(text), text->size, false);
    text_free(text);
    return done ? EXIT_FOUND : EXIT_TROUBLE;
}

static enum exit_status run_command(struct invocation *invocation, char *const *words, size_t count)
{
    struct text text = {0};
    if (!options_read(invocation, words, count))
        return EXIT_TROUBLE;
    if (invocation_has(invocation, "help")) {
        help_command(&text, invocation->command);
        return print_text(invocation, &text);
    }
    if (invocation_has(invocation, "version")) {
        text_add(&text, "catalogue " CATALOGUE_VERSION "\n");
        return print_text(invocation, &text);
    }
    if (!find_root(invocation) || !decide_color(invocation) || !epoch_is_good(invocation))
        return EXIT_TROUBLE;
    find_database(invocation);
    enum exit_status status = invocation->command->run(invocation);
    if (!index_met_damage() || status == EXIT_TROUBLE)
        return status;
    return complain(invocation, "what was shown may not be all: %s",
                    index_state_text(invocation->arena, INDEX_DAMAGED, invocation->database));
}

static enum exit_status unknown_command(struct invocation *invocation, const char *name)
{
    struct string_list names = {0};
    if (*name == '-')
        return complain(invocation, "options go after the command: catalogue COMMAND %s ...; see catalogue --help",
                        name);
    for (size_t i = 0; i < command_count; i++)
        string_list_add(invocation->arena, &names, commands[i]->name);
    const char *near = nearest(name, names.items, names.count);
    return complain(invocation, "there is no command \"%s\"; %s%s", name,
                    near ? "did you mean " : "see catalogue --help", near ? near : "");
}

static enum exit_status run(struct invocation *invocation, int count, char *const *words)
{
    struct text text = {0};
    const char *first = count > 1 ? words[1] : "--help";
    if (strcmp(first, "--version") == 0)
        text_add(&text, "catalogue " CATALOGUE_VERSION "\n");
    else if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 || (strcmp(first, "help") == 0 && count < 3))
        help_program(&text);
    if (text.size) {
        enum exit_status status = print_text(invocation, &text);
        return count > 1 ? status : EXIT_TROUBLE;
    }
    /* "catalogue help search" is "catalogue search --help"; "catalogue -C DIR search" is "catalogue search -C DIR". */
    if (strcmp(first, "help") == 0) {
        char help[] = "--help";
        char *const asked[] = {help};
        invocation->command = find_command(words[2]);
        return invocation->command ? run_command(invocation, asked, 1) : unknown_command(invocation, words[2]);
    }
    int skipped = strcmp(first, "-C") == 0 ? 2 : 0;
    if (count < 2 + skipped)
        return complain(invocation, "-C needs a folder and a command; see catalogue --help");
    invocation->command = find_command(words[1 + skipped]);
    if (!invocation->command)
        return unknown_command(invocation, words[1 + skipped]);
    char **rest = arena_array(invocation->arena, (size_t)count, sizeof *rest);
    size_t used = 0;
    for (int i = 1; i < count; i++)
        if (i != 1 + skipped)
            rest[used++] = words[i];
    return run_command(invocation, rest, used);
}

int main(int count, char **words)
{
    struct arena arena = {0};
    struct invocation invocation = {.arena = &arena};
    signal(SIGPIPE, SIG_DFL);
    enum exit_status status = run(&invocation, count, words);
    arena_free(&arena);
    return (int)status;
}
