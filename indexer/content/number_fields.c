#include "indexer/content/number_fields.h"

#include <strings.h>

/* The most people or places that are in the figure of any main outcome. */
static double analysed(const struct case_study *study)
{
    double most = 0;
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        if (case_outcome_is_main(study, i) && study->figures[i].analysed > most)
            most = study->figures[i].analysed;
    return most;
}

const struct number_field number_fields[NUMBER_FIELD_COUNT] = {
    {"analysed", analysed, "how many people or places are in the figures"}};

const struct number_field *number_field_find(const char *key)
{
    for (size_t i = 0; i < NUMBER_FIELD_COUNT; i++)
        if (strcasecmp(number_fields[i].key, key) == 0)
            return &number_fields[i];
    return NULL;
}
