/* What a query means in a catalogue: terms, synonyms, corrections, filters. */
#include "tests/unit/golden_words.h"

#include <string.h>

#include "search-cli/plan_make.h"
#include "search-cli/plan_words.h"

static struct plan plan_of(const char *text)
{
    struct query query = query_parse(&golden_arena, text, strlen(text));
    return plan_make(golden_index, golden_tokenizer, &golden_arena, &query);
}

/* The terms of a query, each with its leaves: "barber=barber", "blood=blood,blood pressure …". */
static const char *terms_of(const char *text)
{
    struct plan plan = plan_of(text);
    struct text out = {0};
    for (size_t i = 0; i < plan.term_count; i++) {
        text_format(&out, "%s%s=", i ? " | " : "", plan.terms[i].text);
        for (size_t j = 0; j < plan.terms[i].member_count; j++)
            text_format(&out, "%s%s", j ? "," : "", plan.leaves[plan.terms[i].members[j].leaf].text);
    }
    const char *copy = arena_string(&golden_arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(terms_of("Nurse NURSES"), "nurse=nurse");
    assert_true(plan_of("nurse nurses").terms[0].times == 2);
    assert_string_equal(terms_of("nurse-led council"), "nurse led=nurse led,nurseled,nurse,led | council=council");
    assert_string_equal(terms_of("\"nurse council\""), "nurse council=nurse council");
    assert_string_equal(terms_of("-nurse"), "nurse=nurse");
    assert_false(plan_of("-nurse").terms[0].scores);
    assert_string_equal(terms_of(""), "");
}

static void test_words_that_carry_nothing(void **state)
{
    (void)state;
    assert_string_equal(terms_of("the nurse of the council"), "nurse=nurse | council=council");
    assert_string_equal(terms_of("find articles about nurses"), "nurses=nurses");
    assert_string_equal(terms_of("of the"), "of=of | the=the"); /* there is nothing else */
    assert_int_equal(plan_of("of the region:london").notes.count, 0);
    assert_int_equal(plan_of("of the nurse").notes.count, 0);
    assert_string_equal(terms_of("\"of the\""), "of the=of the");
    assert_string_equal(terms_of("+the nurse"), "the=the | nurse=nurse");
    assert_string_equal(terms_of("men who don't ring"), "men=men | ring=ring");
    assert_string_equal(terms_of("'tis nurse-don't O'Brien's"), "tis=tis | nurse=nurse | brien=brien");
    assert_string_equal(terms_of("nurse's b c"), "nurse=nurse | b c=b c,bc");
    assert_string_equal(terms_of("the council\xe2\x80\x99s nurse"), "council=council | nurse=nurse");
}

static void test_synonyms(void **state)
{
    (void)state;
    assert_string_equal(terms_of("bp"), "bp=bp,blood pressure");
    assert_string_equal(terms_of("blood pressure"), "blood pressure=blood pressure,bp,blood,pressure");
    assert_string_equal(terms_of("blood council"), "blood=blood | council=council");
    struct plan plan = plan_of("cvd");
    assert_string_equal(terms_of("cvd"), "cvd=cvd,heart disease,stroke");
    assert_true(plan.terms[0].members[0].weight == 1);
    assert_true(plan.terms[0].members[1].weight == plan_synonym_weight && plan.terms[0].members[1].holds);
    assert_true(plan.terms[0].members[2].weight == plan_related_weight && !plan.terms[0].members[2].holds);
    assert_string_equal(terms_of("stroke"), "stroke=stroke"); /* what is only related finds nothing else */
}

static void test_a_word_that_is_never_shown(void **state)
{
    (void)state;
    struct plan plan = plan_of("vagrants");
    assert_int_equal(plan.synonym_count, 2);
    plan = plan_of("rough sleepers");
    assert_int_equal(plan.synonym_count, 1);
    assert_string_equal(plan.synonyms[0].also, "people sleeping rough");
    assert_int_equal(plan.terms[0].member_count, 5); /* the phrase, two others of its group, its two words */
}

static void test_corrections(void **state)
{
    (void)state;
    struct plan plan = plan_of("barbrs");
    assert_int_equal(plan.correction_count, 1);
    assert_string_equal(plan.corrections[0].typed, "barbrs");
    assert_string_equal(plan.corrections[0].used, "barbers");
    assert_string_equal(plan.terms[0].text, "barbers");
    assert_int_equal(plan_of("-barbrs").correction_count, 0);
    assert_int_equal(plan_of("vagrants").correction_count, 0); /* a synonym is known */
    assert_string_equal(plan_of("\"blod pressure\"").terms[0].text, "blood pressure");
    struct plan many = plan_of("zzzqa zzzqb zzzqc zzzqd zzzqe zzzqf zzzqg zzzqh zzzqi zzzqj");
    assert_int_equal(many.correction_count, 0);
    assert_int_equal(many.notes.count, PLAN_CORRECTIONS_MAX);
    assert_string_equal(many.notes.items[0], "Nothing here contains \"zzzqa\".");
    assert_int_equal(plan_of("zzzqa zzzqa \"zzzqa nurse\"").notes.count, 1);
    assert_int_equal(plan_of("barbrs nurse -zzzqa").notes.count, 0);
    assert_int_equal(many.term_count, 10);
}

/* Known words are not taken for others: what is near is offered. */
static void test_what_is_not_here(void **state)
{
    (void)state;
    struct plan plan = plan_of("barnes");
    assert_int_equal(plan.correction_count, 0);
    assert_int_equal(plan.unknown_count, 1);
    assert_string_equal(plan.unknowns[0].typed, "barnes");
    plan = plan_of("milton keynes");
    assert_int_equal(plan.term_count, 1);
    assert_int_equal(plan.correction_count, 0);
    assert_int_equal(plan.unknown_count, 1);
    assert_string_equal(plan.unknowns[0].typed, "milton keynes");
}

/* How one asks weighs little and is not required, unless there is nothing else. */
static void test_frame_words(void **state)
{
    (void)state;
    struct plan plan = plan_of("effective nurse projects");
    assert_int_equal(plan.term_count, 3);
    assert_int_equal(plan.root.part_count, 1);
    assert_string_equal(plan.terms[plan.root.parts[0].term].text, "nurse");
    assert_true(plan.terms[0].weight == plan_weights[KNOWN_FRAME] && plan.terms[1].weight == 1);
    plan = plan_of("effective projects");
    assert_int_equal(plan.root.part_count, 2);
    assert_true(plan.terms[0].weight == 1);
    assert_int_equal(plan_of("examples region:london").root.part_count, 1);
    assert_int_equal(plan_of("projects | nurse examples").root.parts[0].part_count, 2);
}

/* In what manner weighs more than how one asks, and is required where there is nothing heavier. */
static void test_qualifiers(void **state)
{
    (void)state;
    struct plan plan = plan_of("effective nurse outreach");
    assert_int_equal(plan.root.part_count, 1);
    assert_true(plan.terms[2].weight == plan_weights[KNOWN_QUALIFIER]);
    plan = plan_of("effective outreach");
    assert_int_equal(plan.root.part_count, 1);
    assert_string_equal(plan.terms[plan.root.parts[0].term].text, "outreach");
    assert_true(plan.terms[1].weight == 1);
}

/* Plain English that nothing has is said to be nowhere and not required; by itself, and a name, it is. */
static void test_plain_english_that_is_nowhere(void **state)
{
    (void)state;
    struct plan plan = plan_of("nurse shoestrings");
    assert_int_equal(plan.unknown_count, 1);
    assert_int_equal(plan.root.part_count, 1);
    assert_int_equal(plan_of("shoestring").root.part_count, 1);
    assert_int_equal(plan_of("effective shoestring outreach").root.part_count, 1);
    assert_int_equal(plan_of("shoestring region:london").root.part_count, 2);
    assert_int_equal(plan_of("nurse burnley").root.part_count, 2);
}

/* One thing, however it is written. */
static void test_spellings(void **state)
{
    (void)state;
    assert_string_equal(terms_of("N.H.S."), terms_of("nhs"));
    assert_string_equal(terms_of("A & E"), terms_of("A&E"));
    assert_string_equal(terms_of("covid19"), "covid19=covid19,covid 19");
    assert_string_equal(terms_of("covid-19"), "covid 19=covid 19,covid19,covid");
    assert_string_equal(terms_of("45,000"), "45 000=45 000,45000");
    assert_string_equal(terms_of("24/7"), "24 7=24 7,24 to 7");
    assert_string_equal(terms_of("16-24"), "16 24=16 24,16 to 24");
    assert_string_equal(terms_of("16 to 24"), "16 to 24=16 to 24,16 24");
    assert_string_equal(terms_of("10k"), "10k=10k,10 k,10 000");
    assert_string_equal(terms_of("2.5m"), "2 5m=2 5m,25m,2 5 million,5m");
    assert_string_equal(terms_of("1-2-3"), "1 2 3=1 2 3");
    assert_string_equal(terms_of("24/x"), "24=24 | x=x");
    assert_string_equal(terms_of("x/24"), "x=x | 24=24");
    assert_string_equal(terms_of("16 to nurse"), "16=16 | nurse=nurse");
    assert_string_equal(terms_of("16 nurse 24"), "16=16 | nurse=nurse | 24=24");
    assert_string_equal(terms_of("n..h"), "n h=n h,nh");
    assert_string_equal(terms_of("n.h-s"), "nh s=nh s,nhs");
    assert_string_equal(terms_of("nurse/council"), "nurse=nurse | council=council");
}

static void test_beginnings(void **state)
{
    (void)state;
    struct plan plan = plan_of("barb*");
    assert_int_equal(plan.leaf_count, 1);
    assert_true(plan.leaves[0].prefix);
    assert_string_equal(plan.terms[0].text, "barb*");
}

static void test_filters(void **state)
{
    (void)state;
    struct plan plan = plan_of("priority_areas:cvd");
    assert_int_equal(plan.root.part_count, 1);
    assert_int_equal(plan.root.parts[0].kind, PLAN_FILTER);
    assert_true(bitset_size(&plan.root.parts[0].rows) > 0);
    assert_int_equal(plan.notes.count, 0);
    plan = plan_of("priority_areas:Cardiovascular-disease"); /* the label will do */
    assert_int_equal(plan.notes.count, 0);
    plan = plan_of("priority_areas:cvt");
    assert_int_equal(plan.notes.count, 2);
    assert_string_equal(plan.notes.items[1], "Nothing here contains \"cvt\".");
    assert_non_null(strstr(plan.notes.items[0], "Did you mean priority_areas:cvd?"));
    assert_int_equal(plan.root.parts[0].kind, PLAN_TERM);
    plan = plan_of("priority_areas:cvd,nothing");
    assert_int_equal(plan.root.parts[0].kind, PLAN_FILTER);
    assert_non_null(strstr(plan.notes.items[0], "left out"));
}

/* Long groups have more words than are looked for; what comes after is told. */
static void test_leaves_are_limited(void **state)
{
    (void)state;
    struct text query = {0};
    enum { GROUPS = 28, WORDS = 20 };
    for (int i = 0; i < GROUPS; i++)
        for (int j = 0; j < WORDS; j++)
            text_format(&query, "%c%c%c%s", 'q' + i / 10, 'a' + i % 10, 'a' + j, j + 1 < WORDS ? "x-" : "x ");
    struct plan plan = plan_of(query.data);
    assert_int_equal(plan.leaf_count, PLAN_LEAVES_MAX);
    assert_in_range(plan.term_count, 1, GROUPS - 1);
    assert_non_null(strstr(plan.notes.items[plan.notes.count - 1], "Only the first 64 different words"));
    text_free(&query);
}

static void test_a_leaf_is_there_once(void **state)
{
    (void)state;
    struct plan plan = {0};
    assert_int_equal(plan_leaf_add(&golden_arena, &plan, "nurses", "nurs", false), 0);
    assert_int_equal(plan_leaf_add(&golden_arena, &plan, "nurse", "nurs", false), 0);
    assert_int_equal(plan_leaf_add(&golden_arena, &plan, "nurs", "nurs", true), 1);
    assert_int_equal(plan_leaf_add(&golden_arena, &plan, "council", "council", false), 2);
    assert_int_equal(plan_leaf_add(&golden_arena, &plan, "", "", false), PLAN_LEAVES_MAX);
    assert_int_equal(plan.leaf_count, 3);
}

static void test_a_phrase_beyond_the_limit_is_left_out(void **state)
{
    (void)state;
    struct text query = {0};
    for (int i = 0; i < PLAN_TERMS_MAX; i++)
        text_format(&query, "word%d ", i);
    text_add(&query, "\"nurse council\" nurs*");
    struct plan plan = plan_of(query.data);
    assert_int_equal(plan.term_count, PLAN_TERMS_MAX);
    assert_int_equal(plan.root.part_count, PLAN_TERMS_MAX);
    text_free(&query);
}

static void test_terms_are_limited(void **state)
{
    (void)state;
    struct text query = {0};
    for (int i = 0; i < 100; i++)
        text_format(&query, "word%d ", i);
    struct plan plan = plan_of(query.data);
    assert_int_equal(plan.term_count, PLAN_TERMS_MAX);
    assert_int_equal(plan.notes.count, PLAN_CORRECTIONS_MAX + 1);
    text_free(&query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_words_that_carry_nothing),
        cmocka_unit_test(test_synonyms),
        cmocka_unit_test(test_a_word_that_is_never_shown),
        cmocka_unit_test(test_corrections),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_what_is_not_here),
        cmocka_unit_test(test_frame_words),
        cmocka_unit_test(test_qualifiers),
        cmocka_unit_test(test_plain_english_that_is_nowhere),
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_terms_are_limited),
        cmocka_unit_test(test_leaves_are_limited),
        cmocka_unit_test(test_a_leaf_is_there_once),
        cmocka_unit_test(test_a_phrase_beyond_the_limit_is_left_out),
    };
    return cmocka_run_group_tests(tests, golden_words_open, golden_words_close);
}
