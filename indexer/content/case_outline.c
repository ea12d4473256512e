#include "indexer/content/case_outline.h"

#include "indexer/base/hash.h"

static uint64_t add_section(uint64_t key, const struct markdown_section *section)
{
    key = hash_number(hash_text(key, section->heading), section->has_text);
    for (size_t i = 0; i < section->item_count; i++)
        key = hash_text(key, section->items[i]);
    return hash_number(key, section->item_count);
}

uint64_t case_outline(const struct case_study *study)
{
    const struct source *source = &study->source;
    uint64_t key = hash_number(HASH_START, source->front_size);
    if (source->front_text)
        key = hash_bytes(key, source->front_text, source->front_size);
    for (size_t i = 0; i < study->body.section_count; i++)
        key = add_section(key, &study->body.sections[i]);
    return key;
}
