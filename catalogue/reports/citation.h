#ifndef CATALOGUE_REPORTS_CITATION_H
#define CATALOGUE_REPORTS_CITATION_H

/* How to cite a case study, in the formats that reference managers read. */

#include <stddef.h>

#include "indexer/base/text.h"

struct citation {
    const char *id;
    const char *title;
    const char *publisher;
    const char *collection; /* the catalogue */
    const char *published;  /* a date of any precision, or "" */
    const char *address;    /* "" when the site has none */
    const char *abstract;
    const char *licence;
};

/* One format: its name, the ending of its files, and what writes it. */
struct citation_format {
    const char *name;
    const char *extension;
    void (*write)(struct text *out, const struct citation *citation);
};

enum { CITATION_BIBTEX, CITATION_RIS, CITATION_CSL, CITATION_FORMATS };
extern const struct citation_format citation_formats[CITATION_FORMATS];

#endif
