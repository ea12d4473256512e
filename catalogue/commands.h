#ifndef CATALOGUE_COMMANDS_H
#define CATALOGUE_COMMANDS_H

/* The commands, each defined in the file of its name in commands/. commands.c lists them in the order of help. */

struct command;

extern const struct command check_command;
extern const struct command new_command;
extern const struct command coach_command;
extern const struct command explain_command;
extern const struct command lsp_command;
extern const struct command index_command;
extern const struct command publish_command;
extern const struct command export_command;
extern const struct command import_command;
extern const struct command init_command;
extern const struct command schema_command;
extern const struct command search_command;
extern const struct command show_command;
extern const struct command similar_command;
extern const struct command compare_command;
extern const struct command facets_command;
extern const struct command matrix_command;
extern const struct command lens_command;
extern const struct command brief_command;
extern const struct command report_command;
extern const struct command stale_command;
extern const struct command completion_command;

#endif
