#include "catalogue/command.h"
#include "catalogue/commands.h"

#include <string.h>

#include "catalogue/site/output/dir.h"
#include "catalogue/start.h"
#include "indexer/base/file.h"
#include "indexer/base/text_safe.h"

static const char *const examples[] = {
    "catalogue init my-catalogue",
    "a new catalogue with settings, terms, an example, and workflow files",
    "catalogue init .",
    "here, in an empty folder",
    NULL,
};

/* A catalogue within the content of another would be taken for a part of that. */
static bool accepts(struct invocation *invocation)
{
    const char *folder = invocation->arguments[0];
    const char *root = invocation->root;
    if (!*folder)
        complain(invocation, "it needs the name of a folder");
    else if (root && dir_holds(file_join(invocation->arena, root, "content"), folder))
        complain(invocation, "%s is in the content of another catalogue; name another folder", folder);
    else
        return true;
    return false;
}

static enum exit_status run(struct invocation *invocation)
{
    const char *folder = invocation->arguments[0];
    size_t count = 0;
    const char *problem = start_write(invocation->arena, folder, &count);
    if (problem)
        return complain(invocation, "%s", problem);
    text_format(&invocation->out, "%zu files written; the catalogue is ready\n", count);
    text_add(&invocation->out, "Next: put your own words into ");
    text_safe(&invocation->out, folder, strlen(folder));
    text_add(&invocation->out, "/content/catalogue.yaml, then: catalogue publish -C ");
    text_safe(&invocation->out, folder, strlen(folder));
    text_char(&invocation->out, '\n');
    return EXIT_FOUND;
}

static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    sandbox_allow(invocation->arena, sandbox, invocation->arguments[0], true);
}

const struct command init_command = {
    .name = "init",
    .arguments = "DIR",
    .summary = "begin a new catalogue",
    .audience = "publishers",
    .needs = NEEDS_OUTPUT,
    .least = 1,
    .most = 1,
    .asks = "it takes one folder, new or empty",
    .completes = COMPLETES_FOLDERS,
    .examples = examples,
    .accepts = accepts,
    .touches = touches,
    .run = run,
};
