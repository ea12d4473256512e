/*
 * The program: finds the command that is asked for, meets what its row says it
 * needs, shuts it in with that, runs it, and prints its answer, in this order and for every command alike.
 */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/command.h"
#include "catalogue/confine.h"
#include "catalogue/help.h"
#include "catalogue/needs.h"
#include "catalogue/options.h"
#include "catalogue/pager.h"
#include "catalogue/printable.h"
#include "indexer/base/string_list.h"
#include "indexer/content/nearest.h"

/* Whether there are as many arguments as the command takes. */
static bool right_arguments(struct invocation *invocation)
{
    const struct command *command = invocation->command;
    if (invocation->argument_count >= command->least && invocation->argument_count <= command->most)
        return true;
    if (command->asks)
        complain(invocation, "%s", command->asks);
    else
        complain(invocation, "it takes no arguments, and \"%s\" is one", invocation->arguments[0]);
    return false;
}

static bool will_be_paged(const struct invocation *invocation)
{
    return invocation->command && invocation->command->needs & NEEDS_PAGER && !invocation->common.no_pager &&
           !invocation->common.help && isatty(STDOUT_FILENO);
}

static enum exit_status run_command(struct invocation *invocation, char *const *words, size_t count)
{
    const struct command *command = invocation->command;
    enum exit_status opened = EXIT_FOUND;
    if (!options_read(invocation, words, count))
        return EXIT_TROUBLE;
    if (invocation->common.help)
        help_command(&invocation->out, invocation->arena, command);
    else if (invocation->common.version)
        help_version(&invocation->out, invocation->arena);
    if (invocation->out.size)
        return EXIT_FOUND;
    if (!right_arguments(invocation) || !needs_find(invocation) || (command->accepts && !command->accepts(invocation)))
        return EXIT_TROUBLE;
    if (will_be_paged(invocation))
        pager_begin();
    if (!confine(invocation))
        return EXIT_TROUBLE;
    if (!needs_open(invocation, &opened))
        return opened;
    enum exit_status status = needs_close(invocation, command->run(invocation));
    return status == EXIT_FOUND ? opened : status;
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

/* "catalogue help search" is "catalogue search --help"; "catalogue -C DIR search" is "catalogue search -C DIR". */
static enum exit_status run_words(struct invocation *invocation, size_t count, char **words)
{
    static char help[] = "--help";
    size_t name = !strcmp(words[0], "-C") ? 2 : !strcmp(words[0], "help") ? 1 : 0;
    if (name >= count)
        return complain(invocation, "-C needs a folder and a command; see catalogue --help");
    invocation->command = command_find(words[name]);
    if (!invocation->command)
        return unknown_command(invocation, words[name]);
    if (name == 1) {
        char *const asked[] = {help};
        return run_command(invocation, asked, 1);
    }
    char **rest = arena_array(invocation->arena, count, sizeof *rest);
    memcpy(rest, words, name * sizeof *rest);
    memcpy(rest + name, words + name + 1, (count - name - 1) * sizeof *rest);
    return run_command(invocation, rest, count - 1);
}

static bool is_one_of(const char *word, const char *one, const char *other)
{
    return !strcmp(word, one) || !strcmp(word, other);
}

static enum exit_status run(struct invocation *invocation, size_t count, char **words)
{
    if (!count) {
        help_program(&invocation->out);
        return EXIT_TROUBLE;
    }
    if (!strcmp(words[0], "--version"))
        help_version(&invocation->out, invocation->arena);
    else if (is_one_of(words[0], "--help", "-h") || (count == 1 && !strcmp(words[0], "help")))
        help_program(&invocation->out);
    else
        return run_words(invocation, count, words);
    return EXIT_FOUND;
}

/* Shows what there is to say and what was found; only here does anything reach stdout. */
static enum exit_status print(struct invocation *invocation, enum exit_status status)
{
    const struct text *out = &invocation->out;
    printable_make(&invocation->out, invocation->color);
    printable_make(&invocation->talk, invocation->talk_color);
    printable_make(&invocation->remark, invocation->talk_color);
    const char *answer = text_string(out);
    fputs(text_string(&invocation->talk), stderr);
    text_clear(&invocation->talk);
    if (!pager_show(answer, out->size) && (fwrite(answer, 1, out->size, stdout) != out->size || fflush(stdout) != 0)) {
        status = complain(invocation, "the output could not be written: %s", strerror(errno));
        fputs(text_string(&invocation->talk), stderr);
    }
    fputs(text_string(&invocation->remark), stderr);
    return status;
}

int main(int count, char **words)
{
    struct arena arena = {0};
    struct invocation invocation = {.arena = &arena};
    memory_begin();
    signal(SIGPIPE, SIG_DFL);
    /* A file that may not grow is a failed write like others, and undone like them. */
    signal(SIGXFSZ, SIG_IGN);
    enum exit_status status = print(&invocation, run(&invocation, count > 1 ? (size_t)count - 1 : 0, words + 1));
    text_free(&invocation.talk);
    text_free(&invocation.out);
    text_free(&invocation.remark);
    arena_free(&arena);
    return (int)status;
}
