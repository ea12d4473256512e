#include "catalogue/command.h"
#include "catalogue/commands.h"

#include "catalogue/completion.h"
#include "indexer/index/queries.h"

struct completion_options {
    const char *terms;
    bool ids;
    bool next;
};

static const struct option options[] = {
    {"next", NULL, "print what may come next on a command line; the scripts ask for it",
     OPTION_FLAG(struct completion_options, next)},
    {"terms", "FIELD", "print the terms of a field", OPTION_TEXT(struct completion_options, terms),
     .completes = COMPLETES_FIELDS},
    {"ids", NULL, "print the ids of all case studies", OPTION_FLAG(struct completion_options, ids)},
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
    struct case_rows rows = index_cases(index, arena, ORDER_ID, NULL);
    for (size_t i = 0; i < rows.count; i++)
        text_format(out, "%s\n", rows.items[i].id);
}

/* Somebody waits with a finger on the key: what cannot be had is not talked about. */
static void add_from_index(struct text *out, struct invocation *invocation)
{
    const struct completion_options *given = invocation->options;
    const struct facet *facet = given->terms ? facet_find(given->terms) : NULL;
    if (invocation->index && facet)
        add_terms(out, invocation->index, facet);
    if (invocation->index && given->ids)
        add_ids(out, invocation->index, invocation->arena);
}

static bool accepts(struct invocation *invocation)
{
    const struct completion_options *given = invocation->options;
    if (given->next)
        completion_look(invocation, &(struct completion){invocation->arguments, invocation->argument_count});
    return true;
}

static enum exit_status run(struct invocation *invocation)
{
    const struct completion_options *given = invocation->options;
    const char *script = invocation->argument_count == 1 ? completion_script(invocation->arguments[0]) : NULL;
    if (given->next)
        completion_add(&invocation->out, invocation,
                       &(struct completion){invocation->arguments, invocation->argument_count});
    else if (given->terms || given->ids)
        add_from_index(&invocation->out, invocation);
    else if (script)
        text_add(&invocation->out, script);
    else
        return complain(invocation, "for which shell? bash, zsh or fish");
    return invocation->out.size ? EXIT_FOUND : EXIT_NOTHING;
}

const struct command completion_command = {
    .name = "completion",
    .arguments = "SHELL",
    .summary = "print the completions for bash, zsh or fish",
    .audience = "all",
    .needs = NEEDS_INDEX_IF_ANY,
    COMMAND_OPTIONS(options, struct completion_options),
    .most = COMMAND_MANY,
    .completes = COMPLETES_SHELLS,
    .examples = examples,
    .accepts = accepts,
    .run = run,
};
