/* What words become beside synonyms, families and spellings that the small site does not have: an index of its own. */
#include "tests/unit/own_index.h"

#include "search-cli/plan_make.h"
#include "search-cli/plan_words.h"

static struct plan plan_of(const char *text)
{
    struct tokenizer *tokenizer = tokenizer_open(index_here);
    assert_non_null(tokenizer);
    struct query query = query_parse(&arena, text, strlen(text));
    struct plan plan = plan_make(index_here, tokenizer, &arena, &query);
    tokenizer_close(tokenizer);
    return plan;
}

/* The terms of a query, each with its leaves and what they weigh: "bp=bp:1,blood pressure:0.6". */
static const char *terms_of(const char *text)
{
    struct plan plan = plan_of(text);
    struct text out = {0};
    for (size_t i = 0; i < plan.term_count; i++) {
        text_format(&out, "%s%s=", i ? " | " : "", plan.terms[i].text);
        for (size_t j = 0; j < plan.terms[i].member_count; j++)
            text_format(&out, "%s%s:%g", j ? "," : "", plan.leaves[plan.terms[i].members[j].leaf].text,
                        plan.terms[i].members[j].weight);
    }
    const char *copy = arena_string(&arena, text_string(&out));
    text_free(&out);
    return copy;
}

static const char *notes_of(const char *text)
{
    struct plan plan = plan_of(text);
    return string_list_join(&arena, &plan.notes, "\n");
}

static void the_same_with_other_blanks_counts_as_much_and_hints_do_not(void **state)
{
    (void)state;
    change("INSERT INTO synonyms VALUES (100, 0, 'words', 'core20plus5', 'core20plus5'),"
           "(100, 1, 'words', 'Core20 PLUS5', 'core20 plus5'), (100, 2, 'words', 'core20plus', 'core20plus'),"
           "(100, 3, 'hints', 'nurse', 'nurs'), (100, 4, 'match_only', 'c20', 'c20')");
    assert_string_equal(terms_of("core20plus5"),
                        "core20plus5=core20plus5:1,core 20 plus 5:1,core20 plus5:1,core20plus:0.6,c20:0.6");
    struct plan plan = plan_of("core20plus5");
    assert_int_equal(plan.synonym_count, 2); /* what is matched only is never shown */
}

static void what_is_written_as_one_has_the_synonyms_of_its_parts(void **state)
{
    (void)state;
    change(
        "INSERT INTO synonyms VALUES (100, 0, 'words', 'covid 19', 'covid 19'),"
        "(100, 1, 'words', 'coronavirus', 'coronaviru'), (101, 0, 'words', 'well being', 'well be'),"
        "(101, 1, 'words', 'happiness', 'happi'), (102, 0, 'words', 'ecig', 'ecig'), (102, 1, 'words', 'vape', 'vape');"
        "INSERT INTO compounds VALUES ('wellbeing', 'well being', 3)");
    assert_string_equal(terms_of("covid19"), "covid19=covid19:1,covid 19:1,coronavirus:0.6");
    assert_string_equal(terms_of("wellbeing"), "wellbeing=wellbeing:1,well being:1,happiness:0.6");
    assert_string_equal(terms_of("e-cig"), "e cig=e cig:1,ecig:1,vape:0.6");
    assert_string_equal(notes_of("carefree"), "Nothing here contains \"carefree\".");
    change("INSERT INTO compounds VALUES ('carefree', 'care free', 3)");
    assert_string_equal(notes_of("carefree"), "");
}

static void a_part_that_stands_twice_counts_once(void **state)
{
    (void)state;
    assert_string_equal(terms_of("nurse-nurse"), "nurse nurse=nurse nurse:1,nursenurse:1,nurse:0.15");
    assert_string_equal(terms_of("of-the"), "of the=of the:1,ofthe:1");
}

static void a_known_word_is_no_slip_of_the_pen(void **state)
{
    (void)state;
    assert_string_equal(terms_of("barbrs"), "barbers=barbers:1");
    change("INSERT INTO known_words VALUES ('barbrs', 0, 'barbr')");
    assert_string_equal(terms_of("barbrs"), "barbrs=barbrs:1");
    assert_string_equal(notes_of("barbrs"), "Nothing here contains \"barbrs\". The nearest is \"barbers\".");
}

static void a_level_of_evidence_is_asked_for_as_a_filter(void **state)
{
    (void)state;
    assert_string_equal(notes_of("E3"), "Nothing here contains \"e3\". The nearest is \"evidence:e3\".");
    assert_string_equal(notes_of("e6"), "Nothing here contains \"e6\".");
    change("INSERT INTO words VALUES ('e3', 'e3', 1)");
    assert_string_equal(notes_of("E3"), "");
}

static void words_of_one_stem_that_are_kept_apart_have_their_family(void **state)
{
    (void)state;
    change("INSERT OR REPLACE INTO settings VALUES ('stem_exceptions', 'nurse nurses nursed' || char(10) || 'zebra "
           "zebras')");
    assert_string_equal(terms_of("zebras"), "zebras=zebras:1,zebra:1");
    assert_string_equal(notes_of("zebras"), "Nothing here contains \"zebras\".");
    change("INSERT INTO words VALUES ('zebra', 'zebra' || char(0x2065), 1)");
    assert_string_equal(notes_of("zebras"), "");
}

static void a_beginning_finds_words_whose_stem_is_another(void **state)
{
    (void)state;
    change("INSERT INTO words VALUES ('ferryman', 'ferryman', 2), ('ferries', 'ferri', 1)");
    assert_string_equal(terms_of("ferry*"), "ferry*=ferry:1,ferryman:1");
    assert_string_equal(terms_of("nurse-led*"), "nurse led*=nurse led:1");
}

static void a_term_is_known_by_what_stands_beside_its_names(void **state)
{
    (void)state;
    change("INSERT INTO synonyms VALUES (100, 0, 'words', 'mental health', 'mental health'),"
           "(100, 1, 'match_only', 'nerves', 'nerv'), (100, 2, 'hints', 'calm', 'calm')");
    assert_string_equal(notes_of("priority_areas:nerves"), "\"nerves\" was read as priority_areas:mental-health.");
    assert_string_equal(notes_of("priority_areas:calm"),
                        "\"calm\" is not a term of priority_areas: it was read as words.");
    change("INSERT INTO synonyms VALUES (101, 0, 'words', 'homelessness', 'homeless'), (101, 1, 'words', 'nerves', "
           "'nerv')");
    assert_string_equal(notes_of("priority_areas:nerves"),
                        "\"nerves\" is not a term of priority_areas: it was read as words. "
                        "Did you mean priority_areas:mental-health or housing?");
}

static void no_more_than_three_terms_are_proposed(void **state)
{
    (void)state;
    change("INSERT INTO terms SELECT 'regions', position + 10, id || '-two', label || ' two', definition, \"group\","
           "'zone', shown_by, acts, first FROM terms WHERE vocabulary = 'regions';"
           "UPDATE terms SET search_words = 'zone' WHERE vocabulary = 'regions'");
    assert_string_equal(notes_of("region:zone"), "\"zone\" is not a term of regions: it was read as words. "
                                                 "Did you mean regions:london or yorkshire-humber or scotland?");
}

static void a_field_whose_terms_are_gone_finds_nothing_and_says_so(void **state)
{
    (void)state;
    change("DELETE FROM terms WHERE vocabulary = 'regions'");
    assert_string_equal(notes_of("region:london"), "\"london\" is not a term of regions: it was read as words.");
    assert_string_equal(notes_of("region:london..scotland"),
                        "\"london\" is not a term of regions: it was read as words.\n"
                        "\"scotland\" is not a term of regions: it was read as words.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OWN(the_same_with_other_blanks_counts_as_much_and_hints_do_not),
        OWN(what_is_written_as_one_has_the_synonyms_of_its_parts),
        OWN(a_part_that_stands_twice_counts_once),
        OWN(a_known_word_is_no_slip_of_the_pen),
        OWN(a_level_of_evidence_is_asked_for_as_a_filter),
        OWN(words_of_one_stem_that_are_kept_apart_have_their_family),
        OWN(a_beginning_finds_words_whose_stem_is_another),
        OWN(a_term_is_known_by_what_stands_beside_its_names),
        OWN(no_more_than_three_terms_are_proposed),
        OWN(a_field_whose_terms_are_gone_finds_nothing_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
