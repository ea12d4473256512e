/* What the query of a lens or of a saved search names and the catalogue has not. */
#include "tests/unit/golden_index.h"

#include <string.h>

#include "indexer/content/lens_query.h"

static void queries_are_judged_by_the_names_in_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {"blood pressure", ""},
        {"\"region:nowhere\"", ""},
        {"region:london", ""},
        {"+region:london -(stage:ended|stage:live) \t men", ""},
        {"(region:london)", ""},
        {"region:london,scotland", ""},
        {"region:", ""},
        {":london", ""},
        {"region", ""},
        {"region:nowhere",
         "the query names a term \"nowhere\", which there is not (catalogue facets lists the terms of regions)"},
        {"region:londn", "the query names a term \"londn\", which there is not (did you mean london?)"},
        {"region:london,scotlnd", "the query names a term \"scotlnd\", which there is not (did you mean scotland?)"},
        {"(region:londn)", "the query names a term \"londn\", which there is not (did you mean london?)"},
        {"stage:live..ended", ""},
        {"stage:..ended", ""},
        {"stage:live..", ""},
        {"stage:live..endd", "the query names a term \"endd\", which there is not (did you mean ended?)"},
        {"stage:liv..ended", "the query names a term \"liv\", which there is not (did you mean live?)"},
        {"evidence:>=e2", ""},
        {"evidence:>=e9", "the query names a term \"e9\", which there is not (did you mean e0?)"},
        {"published:>=2024", ""},
        {"start:2019..2021", ""},
        {"analysed:>100", ""},
        {"title:barbers place:leeds id:x has:cost", ""},
        {"summary:men", "the query names a field \"summary\", which there is not (catalogue facets lists the fields)"},
        {"regon:london", "the query names a field \"regon\", which there is not (did you mean regions?)"},
        {"publishd:2024", "the query names a field \"publishd\", which there is not (did you mean published?)"},
        {"zzzzzzzz:x", "the query names a field \"zzzzzzzz\", which there is not (catalogue facets lists the fields)"},
        {"region:\"yorkshire and the humber\" stage:live", ""},
        {"\"open", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};
        struct diagnostics told = {0};
        struct text said = {0};
        lens_query_check(&arena, cases[i][0], (struct place){1, 1, 1}, index_all_vocabularies(golden_index), &told);
        for (size_t j = 0; j < told.count; j++)
            text_format(&said, "%s%s (%s)", j ? "; " : "", told.items[j].message, told.items[j].help);
        if (strcmp(text_string(&said), cases[i][1]) != 0)
            fail_msg("%s: %s", cases[i][0], text_string(&said));
        text_free(&said);
        diagnostics_free(&told);
        arena_free(&arena);
    }
}

/* Where a vocabulary could not be read its own problems are told, and not once more for each query. */
static void terms_of_a_vocabulary_that_is_not_there_are_not_judged(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diagnostics told = {0};
    const struct vocabularies none = {0};
    lens_query_check(&arena, "region:nowhere regon:x", (struct place){1, 1, 1}, &none, &told);
    assert_int_equal(told.count, 1);
    assert_string_equal(told.items[0].message, "the query names a field \"regon\", which there is not");
    diagnostics_free(&told);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(queries_are_judged_by_the_names_in_them),
        cmocka_unit_test(terms_of_a_vocabulary_that_is_not_there_are_not_judged),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
