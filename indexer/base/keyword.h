#ifndef INDEXER_BASE_KEYWORD_H
#define INDEXER_BASE_KEYWORD_H

/* A word that people may type, and the value of an enum that it stands for. Tables of them are read by options and pages. */

struct keyword {
    const char *name;
    int value;
    const char *meaning; /* what it is, where the name does not say; else NULL */
};

#endif
