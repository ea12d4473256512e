#include "indexer/content/ask.h"

#include "indexer/base/text.h"

enum { TERMS_LISTED = 12, MEMBERS_LISTED = 8 };

/* "a, b or c" */
static const char *joined(struct arena *arena, const struct string_list *words, const char *end, const char *last)
{
    struct text out = {0};
    for (size_t i = 0; i < words->count; i++)
        text_format(&out, "%s%s%s", i == 0 ? "" : i + 1 == words->count ? last : ", ", words->items[i], end);
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

const char *ask_term(struct arena *arena, const struct vocabulary *vocabulary)
{
    struct string_list ids = {0};
    if (!vocabulary->count)
        return arena_format(arena, "write its terms into content/vocabulary/%s.yaml first: it has none",
                            vocabulary->name);
    if (vocabulary->count > TERMS_LISTED)
        return arena_format(arena, "which of the %zu terms of content/vocabulary/%s.yaml is it?", vocabulary->count,
                            vocabulary->name);
    for (size_t i = 0; i < vocabulary->count; i++)
        string_list_add(arena, &ids, vocabulary->terms[i].id);
    return arena_format(arena, "which is it: %s?", joined(arena, &ids, "", " or "));
}

const char *ask_members(struct arena *arena, const struct field *fields, size_t count)
{
    struct string_list keys = {0};
    for (size_t i = 0; i < count && i < MEMBERS_LISTED; i++)
        string_list_add(arena, &keys, fields[i].key);
    return count <= MEMBERS_LISTED
               ? joined(arena, &keys, ":", " and ")
               : arena_format(arena, "%s and more (catalogue schema lists them)", joined(arena, &keys, ":", ", "));
}

const char *ask_answer(struct arena *arena, const struct field *field, const struct vocabularies *vocabularies)
{
    const struct vocabulary *vocabulary =
        vocabularies && field->vocabulary ? vocabulary_find(vocabularies, field->vocabulary) : NULL;
    const char *about = field->help ? field->help : "what it is";
    if (vocabulary)
        return arena_format(arena, "%s; %s", about, ask_term(arena, vocabulary));
    if (field->type == FIELD_MAP)
        return arena_format(arena, "%s; each answer on its own line below it: %s", about,
                            ask_members(arena, field->members, field->member_count));
    return about;
}
