#include "catalogue/draft/draft_key.h"

#include <strings.h>

#include "indexer/base/slug.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What other programs call it. */
static const struct {
    const char *key;
    unsigned field;
} other_keys[] = {
    {"name", CASE_TITLE},         {"description", CASE_SUMMARY},     {"abstract", CASE_SUMMARY},
    {"excerpt", CASE_SUMMARY},    {"intro", CASE_SUMMARY},           {"lead", CASE_SUMMARY},
    {"tags", CASE_KEYWORDS},      {"categories", CASE_KEYWORDS},     {"category", CASE_KEYWORDS},
    {"location", CASE_PLACE},     {"region", CASE_REGIONS},          {"author", DRAFT_OF_PEOPLE},
    {"authors", DRAFT_OF_PEOPLE}, {"creator", DRAFT_OF_PEOPLE},      {"by", DRAFT_OF_PEOPLE},
    {"email", DRAFT_OF_PEOPLE},   {"contact", DRAFT_OF_PEOPLE},      {"phone", DRAFT_OF_PEOPLE},
    {"editor", DRAFT_OF_PEOPLE},  {"contributors", DRAFT_OF_PEOPLE},
};

static unsigned other_field(const char *key)
{
    for (size_t i = 0; i < COUNT(other_keys); i++)
        if (strcasecmp(key, other_keys[i].key) == 0)
            return other_keys[i].field;
    return CASE_FIELDS;
}

/* Capitals, blanks and hyphens in a key are slips of the pen, as `check` has it. */
unsigned draft_key(struct arena *arena, const char *key, bool is_own)
{
    char *plain = arena_string(arena, slug_of(arena, key));
    for (char *at = plain; *at; at++)
        *at = *at == '-' ? '_' : *at;
    unsigned own = (unsigned)field_find(case_fields, CASE_FIELDS, plain);
    unsigned other = other_field(plain);
    if (is_own)
        return own < CASE_FIELDS || other == DRAFT_OF_PEOPLE ? own : other;
    return other != CASE_FIELDS ? other : own;
}
