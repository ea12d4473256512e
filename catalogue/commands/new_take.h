#ifndef CATALOGUE_COMMANDS_NEW_TAKE_H
#define CATALOGUE_COMMANDS_NEW_TAKE_H

/* The ways in of `catalogue new`: a document, answers as YAML, the text of an issue form, and questions on a terminal. */

#include <stdbool.h>

#include "catalogue/command.h"
#include "catalogue/draft/draft.h"
#include "indexer/base/file.h"

struct new_options {
    const char *from;
    const char *from_issue;
    bool ask;
    bool dry_run;
};

/* The path that was given, "-" for standard input; NULL where somebody is to be asked. */
const char *new_path(const struct invocation *invocation);

/* Makes a draft of what that path has. False after a complaint; *status says how the command ends then. */
bool new_take(struct invocation *invocation, const struct draft_base *base, const struct file *file,
              struct draft_file *draft, enum exit_status *status);

/*
 * Asks on standard error, reads standard input, and makes a draft of the answers. What was answered is kept in the
 * catalogue's build/. False when somebody left, or after a complaint; *status says how the command ends then.
 */
bool new_ask(struct invocation *invocation, const struct draft_base *base, struct draft_file *draft,
             enum exit_status *status);

/* Takes away the answers that new_ask kept: they have become a file. */
void new_forget(struct invocation *invocation);

#endif
