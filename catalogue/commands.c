#include "catalogue/commands.h"

#include "catalogue/command.h"

const struct command *const commands[] = {
    &check_command, &new_command,     &coach_command,   &explain_command,    &lsp_command,    &schema_command,
    &index_command, &publish_command, &export_command,  &import_command,     &init_command,   &search_command,
    &show_command,  &similar_command, &compare_command, &facets_command,     &matrix_command, &lens_command,
    &brief_command, &report_command,  &stale_command,   &completion_command,
};

const size_t command_count = sizeof commands / sizeof *commands;
