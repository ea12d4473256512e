#include "indexer/content/vocabulary.h"

#include <string.h>

const struct vocabulary *vocabulary_find(const struct vocabularies *vocabularies, const char *name)
{
    for (size_t i = 0; i < vocabularies->count; i++)
        if (*vocabularies->items[i].name == *name && strcmp(vocabularies->items[i].name, name) == 0)
            return &vocabularies->items[i];
    return vocabularies->source.find ? vocabularies->source.find(vocabularies->source.from, name) : NULL;
}

const struct term *vocabulary_term(const struct vocabulary *vocabulary, const char *id)
{
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        if (strcmp(vocabulary->terms[i].id, id) == 0)
            return &vocabulary->terms[i];
    return NULL;
}

const struct measure *vocabulary_measure(const struct vocabularies *vocabularies, const char *id)
{
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        if (strcmp(vocabularies->measures[i].id, id) == 0)
            return &vocabularies->measures[i];
    return NULL;
}

const char *vocabulary_label(const struct vocabularies *vocabularies, const char *name, const char *id)
{
    const struct term *term = vocabulary_term(vocabulary_find(vocabularies, name), id);
    return term ? term->label : id;
}

const char *vocabulary_group_label(const struct vocabularies *vocabularies, const char *group)
{
    return vocabulary_label(vocabularies, "groups", group);
}
