#include "indexer/content/query_names.h"

#include <stddef.h>
#include <strings.h>

const struct query_name query_names[QUERY_NAME_COUNT] = {
    {"title", QUERY_NAME_WORDS, "title:barbers", "a word of the title; in quotation marks several"},
    {"place", QUERY_NAME_WORDS, "place:leeds", "a word of the place"},
    {"id", QUERY_NAME_ID, "id:lambeth", "how the id begins"},
    {"has", QUERY_NAME_PARTS, "has:cost", "what is filled in: a field, a kind of figure, a section"},
};

const struct query_name *query_name_find(const char *key)
{
    for (size_t i = 0; i < QUERY_NAME_COUNT; i++)
        if (strcasecmp(query_names[i].key, key) == 0)
            return &query_names[i];
    return NULL;
}
