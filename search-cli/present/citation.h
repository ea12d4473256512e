#ifndef SEARCH_CLI_PRESENT_CITATION_H
#define SEARCH_CLI_PRESENT_CITATION_H

/* How to cite a case study, in the formats that reference managers read. */

#include <stddef.h>

#include "indexer/base/text.h"
#include "indexer/content/case_study.h"
#include "indexer/content/settings.h"

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

/* That of a case in a catalogue with these settings; it points into both, and `address` is where its page stands, or "". */
struct citation citation_of(const struct case_study *study, const struct settings *settings, const char *address);

enum { CITATION_BIBTEX, CITATION_RIS, CITATION_CSL, CITATION_FORMATS };
extern const struct citation_format citation_formats[CITATION_FORMATS];

#endif
