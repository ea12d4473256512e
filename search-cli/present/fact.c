#include "search-cli/present/fact.h"

#include <assert.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/base/text.h"

const char *fact_label(const struct fact_case *of, const char *vocabulary, const char *id)
{
    return *id ? vocabulary_label(of->context->vocabularies, vocabulary, id) : "";
}

struct fact_item *fact_add(struct arena *arena, struct fact *fact)
{
    fact->items = arena_grow(arena, fact->items, fact->count, &fact->capacity, sizeof *fact->items);
    fact->items[fact->count] = (struct fact_item){.count = 0};
    return &fact->items[fact->count++];
}

void fact_add_text(struct arena *arena, struct fact *fact, const char *text)
{
    if (*text)
        fact_part(fact_add(arena, fact), (struct fact_part){.text = text});
}

void fact_part(struct fact_item *item, struct fact_part part)
{
    if (!*part.text)
        return;
    assert(item->count < FACT_PARTS);
    item->parts[item->count++] = part;
}

void fact_say(struct arena *arena, struct fact_item *item, const char *sentence, const struct fact_part *parts)
{
    while (*sentence) {
        size_t size = strcspn(sentence, SAY_PLACES);
        fact_part(item, (struct fact_part){.text = arena_copy(arena, sentence, size)});
        sentence += size;
        if (*sentence)
            fact_part(item, parts[*sentence++ - *SAY_FIRST]);
    }
}

void fact_add_source(struct arena *arena, struct fact_item *item, size_t number)
{
    if (number)
        fact_part(item, (struct fact_part){.text = arena_format(arena, say("source %zu"), number),
                                           .link = FACT_SOURCE,
                                           .to = arena_format(arena, "%zu", number),
                                           .note = true});
}

/* Where a part leads, as one would type it; "" where its words say so already or a terminal can do nothing with it. */
static const char *way_to(struct arena *arena, const struct fact_part *part)
{
    bool leads = part->link == FACT_ADDRESS || part->link == FACT_CASE || part->link == FACT_DOI;
    if (!leads || strcmp(part->to, part->text) == 0)
        return "";
    return part->link == FACT_DOI ? arena_format(arena, "https://doi.org/%s", part->to) : part->to;
}

/* Notes that follow each other share one pair of parentheses. */
static void add_part(struct text *out, const struct fact_item *item, size_t i)
{
    bool note = item->parts[i].note;
    bool goes_on = note && i && item->parts[i - 1].note;
    bool ends = note && (i + 1 == item->count || !item->parts[i + 1].note);
    text_add(out, goes_on ? " \u00b7 " : note ? out->size ? " (" : "(" : "");
    text_add(out, item->parts[i].text);
    text_add(out, ends ? ")" : "");
}

static const char *words(struct arena *arena, const struct fact_item *item, bool links)
{
    struct text out = {0};
    for (size_t i = 0; i < item->count; i++)
        add_part(&out, item, i);
    for (size_t i = 0; links && i < item->count; i++) {
        const char *way = way_to(arena, &item->parts[i]);
        if (*way)
            text_format(&out, item->parts[i].link == FACT_CASE ? " [%s]" : " %s", way);
    }
    const char *result = arena_string(arena, text_string(&out));
    text_free(&out);
    return result;
}

struct fact_item fact_item_told(const struct fact_item *item)
{
    struct fact_item told = {0};
    for (size_t i = 0; i < item->count; i++) {
        if (!item->parts[i].note)
            fact_part(&told, item->parts[i]);
    }
    return told;
}

const char *fact_item_words(struct arena *arena, const struct fact_item *item)
{
    return words(arena, item, false);
}

const char *fact_item_words_and_links(struct arena *arena, const struct fact_item *item)
{
    return words(arena, item, true);
}
