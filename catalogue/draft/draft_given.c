#include "catalogue/draft/draft_given.h"

#include <string.h>

#include "catalogue/draft/draft_key.h"
#include "catalogue/draft/draft_private.h"
#include "indexer/base/yaml_make.h"
#include "indexer/content/headings.h"

static const char sections_key[] = "sections";

/* Whether a text by this name is a part of the body. */
static bool add_section(struct arena *arena, struct document *document, struct draft_body *body,
                        const struct yaml_entry *entry)
{
    const char *known = heading_meant(entry->key);
    if (!known || entry->value->kind != TREE_SCALAR)
        return false;
    draft_body_add(arena, body, known, draft_private(arena, entry->value->text, &document->left_out));
    return true;
}

void draft_given(struct arena *arena, const struct yaml_node *answers, struct document *document,
                 struct draft_body *body)
{
    struct yaml_node *front = yaml_make(arena, TREE_MAP);
    for (size_t i = 0; i < answers->count; i++) {
        const struct yaml_entry *entry = &answers->entries[i];
        bool is_sections = strcmp(entry->key, sections_key) == 0 && entry->value->kind == TREE_MAP;
        bool is_field = draft_key(arena, entry->key, true) < CASE_FIELDS;
        for (size_t j = 0; is_sections && j < entry->value->count; j++)
            if (!add_section(arena, document, body, &entry->value->entries[j]))
                yaml_make_entry(arena, front, entry->value->entries[j].key, entry->value->entries[j].value);
        if (!is_sections && (is_field || !add_section(arena, document, body, entry)))
            yaml_make_entry(arena, front, entry->key, entry->value);
    }
    document->front = front;
    document->is_own = true;
}
