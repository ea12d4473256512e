#include "indexer/content/taken_names.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A page or folder at the root of the site, and what it is. */
struct taken {
    const char *name;
    const char *what;
    const char *address; /* to which pages of the content may link; NULL: to none */
    const char *kind;    /* a site may be published without pages of this kind; NULL: each has it */
};

static const struct taken pages[] = {
    {"index", "the home page", "index.html", NULL},
    {"404", "the page for addresses that lead nowhere", NULL, NULL},
    {"search", "the search page", "search.html", NULL},
    {"searching", "the page on how to search", "searching.html", NULL},
    {"gaps", "the gap map", "gaps.html", "gaps"},
    {"compare", "the page that compares case studies", "compare.html", NULL},
    {"list", "the page of a reader's own list", "list.html", NULL},
    {"browse", "the lists by term", "browse/index.html", NULL},
    {"case-studies", "the case studies", "case-studies/index.html", NULL},
    {"data", "what can be downloaded", "data/index.html", NULL},
    {"feeds", "the feeds", NULL, NULL},
    {"assets", "the style and the scripts", NULL, NULL},
    {"images", "the pictures", NULL, NULL},
    {"lenses", "the lenses", "lenses/index.html", "lenses"},
    {"measures", "the shared measures", "measures.html", "answers"},
    {"organisations", "the organisations", "organisations.html", "answers"},
    {"answers", "the list of answers over all case studies", "answers.html", "answers"},
    {"actions", "the page of what can be done", "actions.html", "answers"},
    {"barriers", "the page of barriers", "barriers.html", "answers"},
    {"partners", "the page of partners", "partners.html", "answers"},
    {"stages", "the page of stages", "stages.html", "answers"},
    {"principles", "the page on the principles of partnership", "principles.html", "answers"},
    {"quality", "the page on quality", "quality.html", "answers"},
    {"investment", "the page of what the work cost", "investment.html", "answers"},
    {"contribute", "the form for contributors", "contribute.html", "contribute"},
    {"glossary", "the glossary", "glossary.html", "glossary"},
    {"places", "the list by place", "places.html", "places"},
};

/* What can be downloaded. */
static const char *const downloads[] = {"data/adoptions.csv", "data/case-studies.csv", "data/case-study.schema.json",
                                        "data/catalogue.db",  "data/catalogue.json",   "data/codebook.html",
                                        "data/outcomes.csv",  "data/partners.csv"};

const char *taken_page(const char *name)
{
    for (size_t i = 0; i < COUNT(pages); i++)
        if (strcasecmp(pages[i].name, name) == 0)
            return pages[i].what;
    return NULL;
}

bool taken_address(const char *address)
{
    for (size_t i = 0; i < COUNT(pages); i++)
        if (pages[i].address && strcmp(pages[i].address, address) == 0)
            return true;
    for (size_t i = 0; i < COUNT(downloads); i++)
        if (strcmp(downloads[i], address) == 0)
            return true;
    return false;
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
    /* None is longer: nearly all that are asked. */
    for (size_t i = 0; i < COUNT(taken) && strnlen(name, sizeof "index") < sizeof "index"; i++)
        if (strcasecmp(taken[i], name) == 0)
            return true;
    return false;
}
