#include "catalogue/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indexer/base/text_safe.h"

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

enum exit_status complain(struct invocation *invocation, const char *format, ...)
{
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *message = arena_alloc(invocation->arena, size < 0 ? 1 : (size_t)size + 1);
    if (size > 0)
        vsnprintf(message, (size_t)size + 1, format, again);
    va_end(again);
    text_format(&invocation->talk, "catalogue%s%s: ", invocation->command ? " " : "",
                invocation->command ? invocation->command->name : "");
    text_safe(&invocation->talk, message, strlen(message));
    text_char(&invocation->talk, '\n');
    return EXIT_TROUBLE;
}
