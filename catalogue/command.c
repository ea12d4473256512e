#include "catalogue/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum exit_status complain(struct invocation *invocation, const char *format, ...)
{
    va_list arguments;
    char message[2048];
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    text_format(&invocation->talk, "catalogue%s%s: ", invocation->command ? " " : "",
                invocation->command ? invocation->command->name : "");
    text_safe(&invocation->talk, message, strlen(message));
    text_char(&invocation->talk, '\n');
    return EXIT_TROUBLE;
}
