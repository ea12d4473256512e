#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <unistd.h>

#include "catalogue/lsp/lsp_server.h"

struct lsp_options {
    bool stdio;
};

static const struct option options[] = {
    {"stdio", NULL, "speak over standard input and output, as is done anyway; some editors say so",
     OPTION_FLAG(struct lsp_options, stdio)},
};

static const char *const examples[] = {
    "catalogue lsp",
    "started by an editor: problems while you type, answers to choose from",
    NULL,
};

static enum exit_status run(struct invocation *invocation)
{
    const char *problem = NULL;
    if (lsp_serve(STDIN_FILENO, STDOUT_FILENO, invocation->root, &problem))
        return EXIT_FOUND;
    return complain(invocation, "%s", problem ? problem : "the editor left without saying shutdown");
}

const struct command lsp_command = {
    .name = "lsp",
    .arguments = "",
    .summary = "help an editor: problems, keys and terms while somebody types",
    .audience = "contributors",
    .needs = NEEDS_ROOT,
    COMMAND_OPTIONS(options, struct lsp_options),
    .asks = "it takes no arguments; an editor starts it",
    .examples = examples,
    .run = run,
};
