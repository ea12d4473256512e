#include "search-cli/present/facts.h"

#include <assert.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/content/case_parts.h"
#include "indexer/index/queries.h"
#include "search-cli/present/fact_fill.h"
#include "search-cli/present/outcome_sentence.h"

/* Labels of the two rows that stand for many: the three tags that lead everywhere, and the others. */
static const char leading_tags[] = "Leading tags";
static const char other_tags[] = "Other tags";

/*
 * In the order in which a case is read, first what one decides by: key, label, what fills it and from which field; where a terminal and where
 * a page has it, what else shows it, what joins its items.
 */
static const struct fact_kind kinds[] = {
    {"title", PHRASE("Title"), fact_fill_text, CASE_TITLE, FACT_NOWHERE, FACT_NOWHERE, FACT_COMPARED, NULL},
    {NULL, leading_tags, fact_fill_terms, CASE_FIELDS, FACT_LINE, FACT_NOWHERE, FACT_COMPARED, ", "},
    {"main_outcomes", PHRASE("Main result"), fact_fill_main_outcomes, CASE_FIELDS, FACT_LINE, FACT_NOWHERE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"evidence_level", PHRASE("Evidence level"), fact_fill_evidence, CASE_FIELDS, FACT_LINE, FACT_NOWHERE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"limited_by", PHRASE("What limits it"), fact_fill_limits, CASE_FIELDS, FACT_LINE, FACT_NOWHERE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"cost", PHRASE("Cost"), fact_fill_cost, CASE_FIELDS, FACT_LINE, FACT_NOWHERE, FACT_COMPARED | FACT_CSV, NULL},
    {"did_not_work", PHRASE("What did not work"), fact_fill_did_not_work, CASE_FIELDS, FACT_LINE, FACT_NOWHERE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"contact", PHRASE("Whom to ask"), fact_fill_contact, CASE_FIELDS, FACT_LINE, FACT_NOWHERE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"place", PHRASE("Place"), fact_fill_text, CASE_PLACE, FACT_LINE, FACT_LINE, FACT_COMPARED, NULL},
    {"when", PHRASE("When"), fact_fill_when, CASE_FIELDS, FACT_LINE, FACT_LINE, FACT_COMPARED | FACT_CSV, NULL},
    {"partners", PHRASE("Partners"), fact_fill_partners, CASE_FIELDS, FACT_LINE, FACT_LINE, FACT_COMPARED | FACT_CSV,
     NULL},
    {"accountable", PHRASE("Accountable"), fact_fill_accountable, CASE_FIELDS, FACT_LINE, FACT_LINE, FACT_COMPARED,
     NULL},
    {"answers_to", PHRASE("Reports to"), fact_fill_texts, CASE_ANSWERS_TO, FACT_LINE, FACT_LINE,
     FACT_COMPARED | FACT_CSV, "; "},
    {"reach", PHRASE("Reach"), fact_fill_reach, CASE_FIELDS, FACT_LINE, FACT_LINE, FACT_COMPARED | FACT_CSV, NULL},
    {"mainstreamed", PHRASE("Normal business"), fact_fill_mainstreamed, CASE_FIELDS, FACT_LINE, FACT_LINE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"programme", PHRASE("Programme"), fact_fill_text, CASE_PROGRAMME, FACT_LINE, FACT_LINE, FACT_COMPARED, NULL},
    {NULL, other_tags, fact_fill_terms, CASE_FIELDS, FACT_LINE, FACT_LINE, FACT_COMPARED, ", "},
    {"evidence_next", PHRASE("To raise the level"), fact_fill_evidence_next, CASE_FIELDS, FACT_LINE, FACT_BEFORE, 0,
     NULL},
    {"other_outcomes", PHRASE("Other figures"), fact_fill_other_outcomes, CASE_FIELDS, FACT_BEFORE, FACT_BEFORE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"findings", PHRASE("What studies found"), fact_fill_findings, CASE_FIELDS, FACT_BEFORE, FACT_BEFORE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"lived_experience", PHRASE("Lived experience"), fact_fill_lived_experience, CASE_FIELDS, FACT_BEFORE, FACT_BEFORE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"learning", PHRASE("Key learning"), fact_fill_sentences, CASE_LEARNING, FACT_BEFORE, FACT_BEFORE,
     FACT_COMPARED | FACT_CSV, NULL},
    {"editors_notes", PHRASE("Editors' notes"), fact_fill_sentences, CASE_EDITORS_NOTES, FACT_AFTER, FACT_AFTER,
     FACT_COMPARED | FACT_CSV, NULL},
    {"searches", PHRASE("Looked for and not found"), fact_fill_searches, CASE_FIELDS, FACT_AFTER, FACT_AFTER,
     FACT_COMPARED | FACT_CSV, NULL},
    {"principles", PHRASE("Partnership principles"), fact_fill_principles, CASE_FIELDS, FACT_AFTER, FACT_AFTER,
     FACT_COMPARED, NULL},
    {"adoptions", PHRASE("Taken up elsewhere"), fact_fill_adoptions, CASE_FIELDS, FACT_AFTER, FACT_AFTER,
     FACT_COMPARED | FACT_CSV, NULL},
    {"same_measure", PHRASE("The same measured elsewhere"), fact_fill_measures, CASE_FIELDS, FACT_AFTER, FACT_AFTER, 0,
     NULL},
    {"related", PHRASE("Read next"), fact_fill_related, CASE_FIELDS, FACT_AFTER, FACT_AFTER, 0, NULL},
    {"guidance", PHRASE("Guidance it follows"), fact_fill_resources, CASE_GUIDANCE, FACT_AFTER, FACT_AFTER, 0, NULL},
    {"resources", PHRASE("To take away"), fact_fill_resources, CASE_RESOURCES, FACT_AFTER, FACT_AFTER, 0, NULL},
    {"sources", PHRASE("Sources"), fact_fill_sources, CASE_FIELDS, FACT_AFTER, FACT_AFTER, FACT_CSV | FACT_NUMBERED,
     NULL},
    {"published", PHRASE("Published"), fact_fill_date, CASE_PUBLISHED, FACT_LINE, FACT_AFTER, 0, NULL},
    {"reviewed", PHRASE("Last looked through"), fact_fill_date, CASE_REVIEWED, FACT_LINE, FACT_AFTER, 0, NULL},
    {"review_due", PHRASE("Due to be checked"), fact_fill_review_due, CASE_FIELDS, FACT_LINE, FACT_AFTER, 0, NULL},
    {"review", PHRASE("Review"), fact_fill_review, CASE_FIELDS, FACT_LINE, FACT_AFTER, 0, NULL},
    {"cleared_by", PHRASE("Cleared by"), fact_fill_text, CASE_CLEARED_BY, FACT_LINE, FACT_AFTER, 0, NULL},
    {"interests", PHRASE("Interests declared"), fact_fill_sentence, CASE_INTERESTS, FACT_LINE, FACT_AFTER, 0, NULL},
    {"licence", PHRASE("Licence"), fact_fill_licence, CASE_FIELDS, FACT_LINE, FACT_AFTER, 0, NULL},
    {"origin", PHRASE("Taken over from"), fact_fill_origin, CASE_FIELDS, FACT_LINE, FACT_AFTER, 0, NULL},
    {"id", PHRASE("Id"), fact_fill_id, CASE_FIELDS, FACT_LINE, FACT_NOWHERE, 0, NULL},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Facets that are facts of their own, told with more than their term. */
static bool is_told_apart(const struct facet *facet)
{
    static const char *const keys[] = {"evidence", "limits", "principles"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(facet->key, keys[i]) == 0)
            return true;
    }
    return false;
}

static void add_tags(struct facts *facts, const struct fact_kind *kind)
{
    bool leading = kind->label == leading_tags;
    for (size_t i = leading ? 0 : LEADING_FACETS; i < (leading ? LEADING_FACETS : FACET_COUNT); i++) {
        if (!is_told_apart(&facets[i]))
            facts->items[facts->count++] =
                (struct fact){.kind = kind, .key = facets[i].key, .label = say(facets[i].label), .facet = &facets[i]};
    }
}

struct facts facts_none(struct arena *arena)
{
    struct facts facts = {0};
    facts.items = arena_array(arena, KINDS + FACET_COUNT, sizeof *facts.items);
    for (size_t i = 0; i < KINDS; i++) {
        if (kinds[i].key)
            facts.items[facts.count++] =
                (struct fact){.kind = &kinds[i], .key = kinds[i].key, .label = say(kinds[i].label)};
        else
            add_tags(&facts, &kinds[i]);
    }
    return facts;
}

struct facts facts_of(struct arena *arena, const struct case_study *study, const struct fact_context *context)
{
    struct facts facts = facts_none(arena);
    facts.outcome_count = study->fields[CASE_OUTCOMES].count;
    facts.outcomes = arena_array(arena, facts.outcome_count, sizeof *facts.outcomes);
    for (size_t i = 0; i < facts.outcome_count; i++) {
        facts.outcomes[i] = outcome_words_of(arena, study, i, context->vocabularies);
        facts.outcomes[i].sentence = outcome_sentence(arena, &facts.outcomes[i]);
    }
    const struct fact_case of = {arena, study, context, facts.outcomes};
    for (size_t i = 0; i < facts.count; i++)
        facts.items[i].kind->fill(&of, &facts.items[i]);
    return facts;
}

static const char *title_in_index(const struct fact_context *context, struct arena *arena, const char *id)
{
    struct case_row row;
    return index_case(context->index, arena, id, &row) ? row.title : NULL;
}

static struct references mentions_in_index(const struct fact_context *context, struct arena *arena, const char *id)
{
    return index_mentions_of(context->index, arena, id);
}

static size_t measured_in_index(const struct fact_context *context, struct arena *arena, const char *id,
                                const char *measure)
{
    struct case_row row;
    struct bitset rows = index_term_rows(context->index, arena, case_measures_key, measure);
    struct bitset visible = index_visible_rows(context->index, arena);
    bitset_and(&rows, &visible);
    bool here = index_case(context->index, arena, id, &row) && bitset_has(&rows, row.row);
    return bitset_size(&rows) - here;
}

struct fact_context fact_context_of(struct index *index)
{
    return (struct fact_context){.vocabularies = index_vocabularies(index),
                                 .settings = index_settings(index),
                                 .as_of = index_as_of(index),
                                 .title_of = title_in_index,
                                 .mentions_of = mentions_in_index,
                                 .measured_elsewhere = measured_in_index,
                                 .index = index};
}

const struct fact *facts_find(const struct facts *facts, const char *key)
{
    size_t i = 0;
    while (i < facts->count && strcmp(facts->items[i].key, key) != 0)
        i++;
    assert(i < facts->count);
    return &facts->items[i];
}

const char *fact_words(struct arena *arena, const struct fact *fact)
{
    struct string_list words = {0};
    for (size_t i = 0; i < fact->count; i++)
        string_list_add(arena, &words, fact_item_words(arena, &fact->items[i]));
    return string_list_join(arena, &words, fact->kind->join ? fact->kind->join : "; ");
}
