#include "catalogue/draft/draft_private.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/text.h"
#include "indexer/content/privacy.h"

static const struct {
    const char *why;
    const char *instead;
} kinds[] = {
    [PRIVATE_EMAIL] = {"an e-mail address", "(e-mail address left out)"},
    [PRIVATE_PHONE] = {"a phone number", "(phone number left out)"},
    [PRIVATE_NHS_NUMBER] = {"an NHS number", "(NHS number left out)"},
};

const char *draft_private(struct arena *arena, const char *text, struct left_out *left_out)
{
    struct text out = {0};
    struct private_find found = {0};
    size_t size = strlen(text);
    size_t from = 0;
    for (; privacy_next(text, size, from, &found); from = found.at + found.size) {
        char before = found.at > from ? text[found.at - 1] : '\0';
        char behind = text[found.at + found.size];
        bool pointed = (before == '<' && behind == '>') || (before == '(' && behind == ')');
        left_out_add(arena, left_out, kinds[found.kind].why, text + found.at, found.size);
        text_append(&out, text + from, found.at - from - pointed);
        text_add(&out, kinds[found.kind].instead);
        found.size += pointed;
    }
    if (from)
        text_append(&out, text + from, size - from);
    const char *rest = from ? arena_copy(arena, text_string(&out), out.size) : text;
    text_free(&out);
    return rest;
}
