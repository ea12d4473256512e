#include "indexer/content/taken_names.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A page or folder at the root of the site, and what it is. */
struct taken {
    const char *name;
    const char *what;
    const char *kind; /* a site may be published without pages of this kind; NULL: each has it */
};

static const struct taken pages[] = {
    {"index", "the home page", NULL},
    {"404", "the page for addresses that lead nowhere", NULL},
    {"search", "the search page", NULL},
    {"searching", "the page on how to search", NULL},
    {"gaps", "the gap map", "gaps"},
    {"compare", "the page that compares case studies", NULL},
    {"list", "the page of a reader's own list", NULL},
    {"browse", "the lists by term", NULL},
    {"case-studies", "the case studies", NULL},
    {"data", "what can be downloaded", NULL},
    {"feeds", "the feeds", NULL},
    {"assets", "the style and the scripts", NULL},
    {"images", "the pictures", NULL},
    {"lenses", "the lenses", "lenses"},
    {"measures", "the shared measures", "answers"},
    {"organisations", "the organisations", "answers"},
    {"answers", "the list of answers over all case studies", "answers"},
    {"actions", "the page of what can be done", "answers"},
    {"barriers", "the page of barriers", "answers"},
    {"partners", "the page of partners", "answers"},
    {"stages", "the page of stages", "answers"},
    {"principles", "the page on the principles of partnership", "answers"},
    {"quality", "the page on quality", "answers"},
    {"investment", "the page of what the work cost", "answers"},
    {"contribute", "the form for contributors", "contribute"},
    {"glossary", "the glossary", "glossary"},
    {"places", "the list by place", "places"},
};

const char *taken_page(const char *name)
{
    for (size_t i = 0; i < COUNT(pages); i++)
        if (strcasecmp(pages[i].name, name) == 0)
            return pages[i].what;
    return NULL;
}

const char *const page_kinds[PAGE_KINDS] = {"answers", "contribute", "gaps", "glossary", "lenses", "places"};

const char *page_kind_of(const char *path)
{
    size_t length = strcspn(path, "./");
    for (size_t i = 0; i < COUNT(pages); i++)
        if (strlen(pages[i].name) == length && strncmp(pages[i].name, path, length) == 0)
            return pages[i].kind;
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
