#include "indexer/base/phrases.h"
#include "search-cli/present/fact_fill.h"

#include <string.h>

#include "indexer/content/case_parts.h"
#include "indexer/content/references.h"
#include "search-cli/present/format.h"

/* The title of another case, or NULL when it may not be named. */
static const char *title_of(const struct fact_case *of, const char *id)
{
    const struct fact_context *context = of->context;
    return context->title_of ? context->title_of(context, of->arena, id) : id;
}

/* A case of this catalogue by its title, an address as it is. */
static void add_reference(const struct fact_case *of, struct fact *fact, const char *relation, const char *reference)
{
    bool is_address = strchr(reference, ':') != NULL;
    const char *title = is_address ? reference : title_of(of, reference);
    if (!title)
        return;
    struct fact_item *item = fact_add(of->arena, fact);
    if (*relation)
        fact_part(item, (struct fact_part){.text = arena_format(of->arena, "%s ", relation)});
    fact_part(item, (struct fact_part){.text = title, .link = is_address ? FACT_ADDRESS : FACT_CASE, .to = reference});
}

static void add_references(const struct fact_case *of, struct fact *fact, enum case_field field, const char *relation)
{
    const struct value *references = &of->study->fields[field];
    if (references->kind == VALUE_TEXT)
        add_reference(of, fact, relation, references->text);
    for (size_t i = 0; references->kind == VALUE_LIST && i < references->count; i++)
        add_reference(of, fact, relation, references->items[i].text);
}

static bool is_in(const struct value *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].text, id) == 0)
            return true;
    }
    return false;
}

static bool mentioned_before(const struct references *mentions, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (strcmp(mentions->items[j].from, mentions->items[i].from) == 0)
            return true;
    }
    return false;
}

/* What other cases say of this one; a mere link in the text is left out where this case names the other too. */
static void add_mention(const struct fact_case *of, struct fact *fact, const struct reference *mention)
{
    static const char *const relations[] = {[REFERENCE_LINK] = "",
                                            [REFERENCE_RELATED] = "",
                                            [REFERENCE_REPLACES] = PHRASE("Replaced by:"),
                                            [REFERENCE_ADAPTED_FROM] = PHRASE("Adapted by:"),
                                            [REFERENCE_ALIAS] = ""};
    const char *relation = *relations[mention->kind] ? say(relations[mention->kind]) : "";
    if (mention->kind == REFERENCE_ALIAS || (!*relation && is_in(&of->study->fields[CASE_RELATED], mention->from)))
        return;
    add_reference(of, fact, relation, mention->from);
}

void fact_fill_related(const struct fact_case *of, struct fact *fact)
{
    struct references mentions = {0};
    add_references(of, fact, CASE_ADAPTED_FROM, say("Adapted from:"));
    add_references(of, fact, CASE_REPLACES, say("Replaces:"));
    add_references(of, fact, CASE_RELATED, "");
    if (of->context->mentions_of)
        mentions = of->context->mentions_of(of->context, of->arena, of->study->id);
    for (size_t i = 0; i < mentions.count; i++) {
        if (!mentioned_before(&mentions, i))
            add_mention(of, fact, &mentions.items[i]);
    }
}

void fact_fill_measures(const struct fact_case *of, struct fact *fact)
{
    const struct fact_context *context = of->context;
    struct string_list ids = case_measures_of(of->arena, of->study);
    for (size_t i = 0; context->measured_elsewhere && i < ids.count; i++) {
        const struct measure *measure = vocabulary_measure(context->vocabularies, ids.items[i]);
        size_t others = context->measured_elsewhere(context, of->arena, of->study->id, ids.items[i]);
        if (!measure || !others)
            continue;
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item, (struct fact_part){.text = measure->label,
                                           .link = FACT_REPORT,
                                           .to = arena_format(of->arena, "measures/%s", measure->id)});
        fact_part(item, (struct fact_part){.text = format_counted(of->arena, (double)others, say("%s other case study"),
                                                                  say("%s other case studies")),
                                           .note = true});
    }
}
