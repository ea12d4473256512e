#include "search-cli/present/fact_fill.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/present/principles.h"

static const struct value *field(const struct fact_case *of, enum case_field field)
{
    return &of->study->fields[field];
}

static const char *lower_label(const struct fact_case *of, const char *vocabulary, const char *id)
{
    return format_lower(of->arena, fact_label(of, vocabulary, id));
}

void fact_fill_text(const struct fact_case *of, struct fact *fact)
{
    fact_add_text(of->arena, fact, case_text(of->study, fact->kind->field, ""));
}

void fact_fill_sentence(const struct fact_case *of, struct fact *fact)
{
    const char *text = case_text(of->study, fact->kind->field, "");
    if (*text)
        fact_add_text(of->arena, fact, format_sentence(of->arena, text));
}

void fact_fill_date(const struct fact_case *of, struct fact *fact)
{
    fact_add_text(of->arena, fact, format_date(of->arena, case_text(of->study, fact->kind->field, "")));
}

void fact_fill_texts(const struct fact_case *of, struct fact *fact)
{
    const struct value *texts = field(of, fact->kind->field);
    for (size_t i = 0; i < texts->count; i++)
        fact_add_text(of->arena, fact, texts->items[i].text);
}

void fact_fill_sentences(const struct fact_case *of, struct fact *fact)
{
    const struct value *texts = field(of, fact->kind->field);
    for (size_t i = 0; i < texts->count; i++)
        fact_add_text(of->arena, fact, format_sentence(of->arena, texts->items[i].text));
}

static struct fact_part term_part(const struct fact_case *of, const struct facet *facet, const char *term)
{
    return (struct fact_part){
        .text = fact_label(of, facet->vocabulary, term), .link = FACT_TERM, .to = term, .facet = facet};
}

void fact_fill_terms(const struct fact_case *of, struct fact *fact)
{
    struct string_list terms = case_terms(of->arena, of->study, fact->facet);
    for (size_t i = 0; i < terms.count; i++)
        fact_part(fact_add(of->arena, fact), term_part(of, fact->facet, terms.items[i]));
}

void fact_fill_id(const struct fact_case *of, struct fact *fact)
{
    fact_add_text(of->arena, fact, of->study->id);
}

void fact_fill_when(const struct fact_case *of, struct fact *fact)
{
    fact_add_text(of->arena, fact,
                  format_period(of->arena, case_text(of->study, CASE_START, ""), case_text(of->study, CASE_END, "")));
}

void fact_fill_partners(const struct fact_case *of, struct fact *fact)
{
    const struct value *partners = field(of, CASE_PARTNERS);
    for (size_t i = 0; i < partners->count; i++) {
        const struct value *partner = &partners->items[i];
        const char *page = value_text(partner, PARTNER_URL, "");
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item, (struct fact_part){.text = value_text(partner, PARTNER_NAME, ""),
                                           .link = *page ? FACT_ADDRESS : FACT_WORDS,
                                           .to = page});
        fact_part(item,
                  (struct fact_part){.text = fact_label(of, "partner-types", value_text(partner, PARTNER_TYPE, "")),
                                     .note = true});
        fact_part(item,
                  (struct fact_part){.text = lower_label(of, "partner-role", value_text(partner, PARTNER_ROLE, "")),
                                     .note = true});
    }
}

void fact_fill_reach(const struct fact_case *of, struct fact *fact)
{
    const struct value *people = value_member(field(of, CASE_REACH), REACH_PEOPLE);
    const struct value *all = value_member(field(of, CASE_REACH), REACH_OF);
    if (people->kind != VALUE_NUMBER)
        return;
    const char *reached = format_number(of->arena, people->number);
    if (all->kind == VALUE_NUMBER)
        reached = arena_format(of->arena, say("%s of %s"), reached, format_number(of->arena, all->number));
    fact_add_text(of->arena, fact, arena_format(of->arena, say("%s people"), reached));
}

/* "£45,000 a year" */
static const char *money_of(struct arena *arena, const struct value *amount, const struct value *cost)
{
    const char *money = format_money(arena, (struct figure){amount->number, value_decimals(amount)},
                                     value_text(cost, COST_CURRENCY, "GBP"));
    const char *per = value_text(cost, COST_PER, "");
    return strcmp(per, "total") == 0    ? arena_format(arena, say("%s in total"), money)
           : strcmp(per, "year") == 0   ? arena_format(arena, say("%s a year"), money)
           : strcmp(per, "person") == 0 ? arena_format(arena, say("%s a person"), money)
                                        : money;
}

void fact_fill_cost(const struct fact_case *of, struct fact *fact)
{
    const struct value *cost = field(of, CASE_COST);
    const struct value *amount = value_member(cost, COST_AMOUNT);
    if (amount->kind != VALUE_NUMBER)
        return;
    const char *year = value_text(cost, COST_YEAR, "");
    const char *covers = value_text(cost, COST_COVERS, "");
    const char *money = money_of(of->arena, amount, cost);
    fact_add_text(of->arena, fact,
                  arena_format(of->arena, "%s%s%s%s%s%s", money, *year ? " (" : "", year, *year ? ")" : "",
                               *covers ? ": " : "", covers));
}

void fact_fill_mainstreamed(const struct fact_case *of, struct fact *fact)
{
    const struct value *value = field(of, CASE_MAINSTREAMED);
    const char *by = value_text(value, MAINSTREAMED_BY, "");
    const char *year = value_text(value, MAINSTREAMED_YEAR, "");
    const char *how = value_text(value, MAINSTREAMED_HOW, "");
    fact_add_text(of->arena, fact,
                  arena_format(of->arena, "%s%s%s%s%s", by, *by && *year ? ", " : "", year,
                               (*by || *year) && *how ? ": " : "", how));
}

void fact_fill_evidence(const struct fact_case *of, struct fact *fact)
{
    struct fact_part level = term_part(of, facet_find("evidence"), of->study->evidence.id);
    struct fact_item *item = fact_add(of->arena, fact);
    level.strong = true;
    fact_part(item, level);
    fact_part(item, (struct fact_part){.text = arena_format(of->arena, ". %s", say(of->study->evidence.reason))});
}

void fact_fill_limits(const struct fact_case *of, struct fact *fact)
{
    const struct evidence *evidence = &of->study->evidence;
    for (size_t i = 0; i < evidence->limit_count; i++)
        fact_add_text(of->arena, fact, say(evidence->limits[i]->words));
}

void fact_fill_evidence_next(const struct fact_case *of, struct fact *fact)
{
    if (of->study->evidence.next)
        fact_add_text(of->arena, fact, say(of->study->evidence.next));
}

static const char *standing(const struct principle *principle)
{
    if (!principle->can_be_shown)
        return say("claimed; no field can show it");
    if (principle->claimed)
        return principle->shown ? say("claimed, and shown by the facts") : say("claimed; the facts do not show it");
    return say("shown by the facts, though not claimed");
}

void fact_fill_principles(const struct fact_case *of, struct fact *fact)
{
    const char *as_of = of->context->as_of ? of->context->as_of : "";
    struct principles principles = principles_of(of->arena, of->study, of->context->vocabularies, as_of);
    for (size_t i = 0; i < principles.count; i++) {
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item, term_part(of, facet_find("principles"), principles.items[i].term->id));
        fact_part(item, (struct fact_part){.text = arena_format(of->arena, ": %s", standing(&principles.items[i]))});
    }
}

static const char *adoption_words(const struct fact_case *of, const struct value *adoption)
{
    const char *by = value_text(adoption, ADOPTION_BY, "");
    const char *changes = value_text(adoption, ADOPTION_CHANGES, "");
    const char *words = arena_format(of->arena, say("%s. Result: %s."), value_text(adoption, ADOPTION_YEAR, ""),
                                     lower_label(of, "result", value_text(adoption, ADOPTION_RESULT, "")));
    if (*by)
        words = arena_format(of->arena, "%s %s", words, arena_format(of->arena, say("By: %s."), by));
    if (*changes)
        words =
            arena_format(of->arena, "%s %s", words,
                         arena_format(of->arena, say("What was different: %s"), format_sentence(of->arena, changes)));
    return words;
}

void fact_fill_adoptions(const struct fact_case *of, struct fact *fact)
{
    const struct value *adoptions = field(of, CASE_ADOPTIONS);
    for (size_t i = 0; i < adoptions->count; i++) {
        struct fact_item *item = fact_add(of->arena, fact);
        fact_part(item,
                  (struct fact_part){.text = value_text(&adoptions->items[i], ADOPTION_WHERE, ""), .strong = true});
        fact_part(item, (struct fact_part){
                            .text = arena_format(of->arena, ", %s", adoption_words(of, &adoptions->items[i]))});
    }
}
