/* The table of facts, asked of the small catalogue. */
#include "search-cli/present/facts.h"

#include <string.h>

#include "tests/unit/golden_index.h"

static struct facts facts_named(const char *id)
{
    const struct case_study *study = index_case_study(golden_index, &golden_arena, id);
    struct fact_context context = fact_context_of(golden_index);
    context.as_of = "2024-05-01";
    assert_non_null(study);
    return facts_of(&golden_arena, study, &context);
}

static void assert_says(const struct facts *facts, const char *key, const char *words)
{
    assert_string_equal(fact_words(&golden_arena, facts_find(facts, key)), words);
}

static void a_fact_is_said_in_words(void **state)
{
    (void)state;
    struct facts facts = facts_named("barbers");
    assert_says(&facts, "when", "April 2020 to March 2023");
    assert_says(&facts, "reach", "1,200 of 4,000 people");
    assert_says(&facts, "cost", "£45,000 a year (2021): Training, machines and a nurse for two days a week");
    assert_says(&facts, "mainstreamed", "Example City Council, 2023: Part of the core contract");
    assert_says(&facts, "adoptions", "Otherborough, 2024. Result: better. What was different: Hairdressers too.");
    assert_says(&facts, "contact", "Public health team: publichealth@council.example");
    assert_says(&facts, "partners",
                "Example City Council (Local authority · lead); Barbers' Association (Voluntary community and social "
                "enterprise · delivery)");
    assert_says(&facts, "deprivation_focus", "Core20: most deprived fifth nationally, Men and boys");
    assert_says(&facts, "published", "1 May 2024");
}

static void what_the_case_does_not_say_has_no_items(void **state)
{
    (void)state;
    struct facts facts = facts_named("letters-trial");
    assert_int_equal(facts_find(&facts, "cost")->count, 0);
    assert_int_equal(facts_find(&facts, "adoptions")->count, 0);
    assert_string_equal(fact_words(&golden_arena, facts_find(&facts, "cost")), "");
}

static void an_item_says_where_it_leads(void **state)
{
    (void)state;
    struct facts facts = facts_named("barbers");
    const struct fact *sources = facts_find(&facts, "sources");
    assert_string_equal(fact_item_words_and_links(&golden_arena, &sources->items[0]),
                        "Barbers and blood pressure, an evaluation. University of Exampleton, 2023 "
                        "https://university.example/report?a=1&b=2");
    assert_string_equal(fact_item_words_and_links(&golden_arena, &sources->items[1]),
                        "A paper https://doi.org/10.1000/example");
    const struct fact *contact = facts_find(&facts, "contact");
    assert_string_equal(fact_item_words_and_links(&golden_arena, &contact->items[0]),
                        "Public health team: publichealth@council.example");
    const struct fact *related = facts_find(&facts, "related");
    assert_string_equal(fact_item_words_and_links(&golden_arena, &related->items[0]),
                        "A \"street\" team & <friends> for people sleeping rough [outreach]");
}

static const char *no_title(const struct fact_context *context, struct arena *arena, const char *id)
{
    (void)context;
    (void)arena;
    (void)id;
    return NULL;
}

static void a_case_that_is_not_public_is_not_named(void **state)
{
    (void)state;
    struct fact_context context = fact_context_of(golden_index);
    context.title_of = no_title;
    const struct case_study *study = index_case_study(golden_index, &golden_arena, "barbers");
    struct facts facts = facts_of(&golden_arena, study, &context);
    assert_int_equal(facts_find(&facts, "related")->count, 0);
}

static void facts_can_do_with_vocabularies_alone(void **state)
{
    (void)state;
    const struct fact_context context = {.vocabularies = index_vocabularies(golden_index)};
    const struct case_study *study = index_case_study(golden_index, &golden_arena, "barbers");
    struct facts facts = facts_of(&golden_arena, study, &context);
    assert_says(&facts, "related", "outreach");
    assert_says(&facts, "review_due", "");
}

/* Cases stand side by side by the place of a fact in its list. */
static void every_case_has_every_fact_in_the_same_order(void **state)
{
    (void)state;
    struct facts none = facts_none(&golden_arena);
    struct facts facts = facts_named("letters-trial");
    assert_int_equal(none.count, facts.count);
    for (size_t i = 0; i < none.count; i++) {
        assert_string_equal(none.items[i].key, facts.items[i].key);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(none.items[i].key, none.items[j].key);
    }
}

static void when_the_check_was_due_is_said_so(void **state)
{
    (void)state;
    struct facts facts = facts_named("old-service");
    assert_string_equal(facts_find(&facts, "review_due")->label, "Was due to be checked");
    facts = facts_named("barbers");
    assert_string_equal(facts_find(&facts, "review_due")->label, "Due to be checked");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fact_is_said_in_words),
        cmocka_unit_test(what_the_case_does_not_say_has_no_items),
        cmocka_unit_test(an_item_says_where_it_leads),
        cmocka_unit_test(a_case_that_is_not_public_is_not_named),
        cmocka_unit_test(facts_can_do_with_vocabularies_alone),
        cmocka_unit_test(every_case_has_every_fact_in_the_same_order),
        cmocka_unit_test(when_the_check_was_due_is_said_so),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
