#include "catalogue/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "indexer/content/scalars.h"

enum { WIDTH_LEAST = 40, WIDTH_USUAL = 80, WIDTH_MOST = 110 };

size_t terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    double width = 0;
    if (!columns || !scalar_number(columns, &width))
        width = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
    if (width <= 0)
        return WIDTH_USUAL;
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : (size_t)width;
}

bool terminal_wants_color(int descriptor)
{
    const char *kind = getenv("TERM");
    const char *refused = getenv("NO_COLOR");
    return !(refused && *refused) && !(kind && strcmp(kind, "dumb") == 0) && isatty(descriptor);
}
