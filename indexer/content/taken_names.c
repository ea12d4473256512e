#include "indexer/content/taken_names.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A page or folder at the root of the site, and what it is. */
struct taken {
    const char *name;
    const char *what;
};

static const struct taken pages[] = {
    {"index", "the home page"},
    {"404", "the page for addresses that lead nowhere"},
    {"search", "the search page"},
    {"searching", "the page on how to search"},
    {"gaps", "the gap map"},
    {"compare", "the page that compares case studies"},
    {"list", "the page of a reader's own list"},
    {"browse", "the lists by term"},
    {"case-studies", "the case studies"},
    {"data", "what can be downloaded"},
    {"feeds", "the feeds"},
    {"assets", "the style and the scripts"},
    {"images", "the pictures"},
    {"lenses", "the lenses"},
    {"measures", "the shared measures"},
    {"organisations", "the organisations"},
    {"answers", "the list of answers over all case studies"},
    {"barriers", "the page of barriers"},
    {"partners", "the page of partners"},
    {"stages", "the page of stages"},
    {"principles", "the page on the principles of partnership"},
    {"quality", "the page on quality"},
    {"investment", "the page of what the work cost"},
    {"contribute", "the form for contributors"},
    {"glossary", "the glossary"},
    {"places", "the list by place"},
};

const char *taken_page(const char *name)
{
    for (size_t i = 0; i < COUNT(pages); i++)
        if (strcasecmp(pages[i].name, name) == 0)
            return pages[i].what;
    return NULL;
}

bool taken_file_name(const char *name)
{
    static const char *const taken[] = {"index", "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3",
                                        "com4",  "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
                                        "lpt3",  "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};
    for (size_t i = 0; i < COUNT(taken); i++)
        if (strcasecmp(taken[i], name) == 0)
            return true;
    return false;
}
