#ifndef INDEXER_CONTENT_NUMBER_FIELDS_H
#define INDEXER_CONTENT_NUMBER_FIELDS_H

/* The numbers of case studies that queries compare: analysed:>=500. */

#include "indexer/content/case_study.h"

struct number_field {
    const char *key;
    double (*of)(const struct case_study *study); /* 0: not known */
    const char *help;
};

enum { NUMBER_FIELD_COUNT = 1 };
extern const struct number_field number_fields[NUMBER_FIELD_COUNT];

/* By key, in any case of letters; NULL when there is none. */
const struct number_field *number_field_find(const char *key);

#endif
