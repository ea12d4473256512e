/* realpath is in POSIX, and in glibc with the extensions only. */
#define _XOPEN_SOURCE 700

#include "catalogue/confine.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "indexer/base/file_write.h"

/* Whether the index will be written: not where it is used as it is, but for what a killed run left half written. */
static bool will_write_index(const struct invocation *invocation)
{
    unsigned needs = invocation->command->needs;
    bool fresh =
        (needs & NEEDS_INDEX_FRESH) && invocation->root && !invocation->database_given && !invocation->common.no_update;
    const char *journal = arena_format(invocation->arena, "%s-journal", invocation->database);
    return fresh || needs & (NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE) || access(journal, F_OK) == 0;
}

/* Its folder, and that which it is in where its name is a link. */
static void allow_index(struct invocation *invocation, struct sandbox *sandbox)
{
    struct arena *arena = invocation->arena;
    const char *folder = file_folder(arena, invocation->database);
    bool may_write = will_write_index(invocation);
    char real[PATH_MAX];
    int reason = 0;
    if (may_write && !file_make_folders(folder, &reason)) {
        invocation->folder_problem = arena_format(arena, "the folder %s cannot be made: %s", folder, strerror(reason));
        may_write = false;
    }
    sandbox_allow(arena, sandbox, folder, may_write);
    if (realpath(invocation->database, real))
        sandbox_allow(arena, sandbox, file_folder(arena, real), may_write);
}

bool confine(struct invocation *invocation)
{
    static const unsigned of_index = NEEDS_INDEX_FRESH | NEEDS_INDEX_WHOLE | NEEDS_INDEX_IF_ANY | NEEDS_INDEX_TO_WRITE;
    const struct command *command = invocation->command;
    struct sandbox sandbox = {0};
    int reason = 0;
    if (invocation->root)
        sandbox_allow(invocation->arena, &sandbox, invocation->root, false);
    if (command->needs & of_index && invocation->database)
        allow_index(invocation, &sandbox);
    if (command->touches)
        command->touches(invocation, &sandbox);
    if (sandbox_enter(invocation->arena, &sandbox, &reason))
        return true;
    complain(invocation, "it cannot shut itself in before it reads what others wrote: %s", strerror(reason));
    return false;
}

const char *confine_text(struct arena *arena)
{
    int abi = sandbox_abi();
    if (!abi)
        return "none, as this kernel has no Landlock";
    if (abi < SANDBOX_ABI_LEAST)
        return arena_format(arena, "none, as this kernel's Landlock is too old (ABI %d)", abi);
    return arena_format(arena, "Landlock ABI %d, %s", abi, abi < SANDBOX_ABI_NETWORK ? "files" : "files and network");
}
