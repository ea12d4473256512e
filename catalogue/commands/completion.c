#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/completion.h"
#include "indexer/index/queries.h"

static const struct option options[] = {
    {"terms", "FIELD", "print the terms of a field; the scripts ask for them"},
    {"ids", NULL, "print the ids of all case studies; the scripts ask for them"},
};

static const char *const examples[] = {
    "source <(catalogue completion bash)",
    "complete commands, options, terms and ids in this shell",
    "catalogue completion zsh > ~/.zfunc/_catalogue",
    "for zsh, in a folder that fpath names",
    "catalogue completion fish > ~/.config/fish/completions/catalogue.fish",
    "for fish",
    NULL,
};

static void add_terms(struct text *out, struct index *index, const struct facet *facet)
{
    const struct vocabulary *vocabulary = vocabulary_find(index_vocabularies(index), facet->vocabulary);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        text_format(out, "%s\n", vocabulary->terms[i].id);
}

static void add_ids(struct text *out, struct index *index, struct arena *arena)
{
    struct case_rows rows = index_cases(index, arena, ORDER_ID, NULL, 0, 0);
    for (size_t i = 0; i < rows.count; i++)
        text_format(out, "%s\n", rows.items[i].id);
}

/* Somebody waits with a finger on the key: the index is taken as it is, and what cannot be had is not talked about. */
static void add_from_index(struct text *out, struct invocation *invocation)
{
    enum index_state state;
    const char *field = invocation_value(invocation, "terms", NULL);
    const struct facet *facet = field ? facet_find(field) : NULL;
    struct index *index = index_open(invocation->database, INDEX_READ, &state);
    if (index && facet)
        add_terms(out, index, facet);
    if (index && invocation_has(invocation, "ids"))
        add_ids(out, index, invocation->arena);
    index_close(index);
}

static const struct completion_shell *find_shell(const struct invocation *invocation)
{
    for (size_t i = 0; i < COMPLETION_SHELLS && invocation->argument_count == 1; i++)
        if (!strcmp(completion_shells[i].name, invocation->arguments[0]))
            return &completion_shells[i];
    return NULL;
}

static enum exit_status run(struct invocation *invocation)
{
    struct text out = {0};
    const struct completion_shell *shell = find_shell(invocation);
    bool dynamic = invocation_has(invocation, "terms") || invocation_has(invocation, "ids");
    if (!dynamic && !shell)
        return complain(invocation, "for which shell? bash, zsh or fish");
    if (dynamic)
        add_from_index(&out, invocation);
    else
        shell->write(&out);
    enum exit_status status = out.size ? EXIT_FOUND : EXIT_NOTHING;
    if (!invocation_print(invocation, text_string(&out), out.size, false))
        status = EXIT_TROUBLE;
    text_free(&out);
    return status;
}

const struct command completion_command = {
    .name = "completion",
    .arguments = "SHELL",
    .summary = "print the completions for bash, zsh or fish",
    .audience = "all",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .examples = examples,
    .run = run,
};
