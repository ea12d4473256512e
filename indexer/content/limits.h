#ifndef INDEXER_CONTENT_LIMITS_H
#define INDEXER_CONTENT_LIMITS_H

/*
 * What limits how well a result is known: the ids and the words, each once. evidence.h tells which hold of a case.
 */

enum limit_id {
    LIMIT_SELF_EVALUATED,
    LIMIT_FEW_ANALYSED,
    LIMIT_LOST_MANY,
    LIMIT_SELF_SELECTED,
    LIMIT_ONE_SITE,
    LIMIT_UNDER_SIX_MONTHS,
    LIMIT_NO_RANGE,
    LIMIT_HOLDS_NO_EFFECT,
    LIMIT_ROUNDED,
    LIMIT_COUNT
};

struct limit {
    const char *id;    /* "self-evaluated": the term of the vocabulary `limits` */
    const char *label; /* a few words, to stand beside a level */
    const char *words; /* a sentence */
};

extern const struct limit evidence_limits[LIMIT_COUNT];

#endif
