#include "catalogue/site/frame/paths.h"

#include <string.h>

#include "catalogue/site/page/pages.h"
#include "indexer/content/taken_names.h"
#include "search-cli/report/reports.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void any_text_becomes_part_of_a_path(void **state)
{
    (void)state;
    assert_string_equal(path_slug(&arena, "What helped"), "what-helped");
    assert_string_equal(path_slug(&arena, "Why it worked, or did not"), "why-it-worked-or-did-not");
    assert_string_equal(path_slug(&arena, "What helped?"), "what-helped");
    assert_string_equal(path_slug(&arena, "?!"), "x");
    assert_string_equal(path_slug(&arena, "CC-BY-4.0"), "cc-by-4-0");
    assert_string_equal(path_slug(&arena, "../../etc/passwd"), "etc-passwd");
    assert_string_equal(path_slug(&arena, "\xC3\xA9"), "x");
    assert_string_equal(path_slug(&arena, ""), "x");
}

static void pages_of_a_term_have_a_folder_of_their_own(void **state)
{
    (void)state;
    assert_string_equal(path_term(&arena, &facets[0], "cvd", 1), "browse/priority-areas/cvd.html");
    assert_string_equal(path_term(&arena, &facets[0], "cvd", 2), "browse/priority-areas/cvd/page-2.html");
    assert_string_equal(path_numbered(&arena, "places/england.html", 1), "places/england.html");
    assert_string_equal(path_numbered(&arena, "places/england.html", 12), "places/england/page-12.html");
}

static void no_page_of_the_content_takes_the_place_of_one_of_the_site(void **state)
{
    (void)state;
    static const char *const fixed[] = {path_home,    path_gaps, path_search,    path_searching,
                                        path_compare, path_list, path_contribute};
    for (size_t i = 0; i < COUNT_OF(fixed); i++)
        assert_non_null(taken_page(arena_copy(&arena, fixed[i], strlen(fixed[i]) - strlen(".html"))));
    /* Folders, so that an address without its ending leads to one thing. */
    static const char *const within[] = {path_cases, path_browse, path_data, path_newest_feed, path_icon};
    for (size_t i = 0; i < COUNT_OF(within); i++)
        assert_non_null(taken_page(arena_copy(&arena, within[i], strcspn(within[i], "/"))));
    assert_null(taken_page("about"));
    assert_string_equal(taken_page("GAPS"), "the gap map");
    assert_true(taken_file_name("index") && taken_file_name("CON") && !taken_file_name("console"));
}

static void pages_of_the_content_may_link_to_what_each_site_has(void **state)
{
    (void)state;
    static const char *const fixed[] = {path_home,   path_gaps,    path_search,     path_searching, path_compare,
                                        path_list,   path_answers, path_contribute, path_lenses,    path_cases,
                                        path_browse, path_data,    path_places,     path_codebook,  path_glossary};
    for (size_t i = 0; i < COUNT_OF(fixed); i++)
        assert_true(taken_address(fixed[i]));
    for (size_t i = 0; i < DOWNLOADS; i++)
        assert_true(taken_address(downloads[i].path));
    assert_false(taken_address("about.html") || taken_address("404.html") || taken_address("data/") ||
                 taken_address(""));
}

static void a_path_is_of_the_kind_that_a_site_may_go_without(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"gaps.html", "gaps"},         {"gaps/cvd/men.html", "gaps"},       {"lenses/hearts/index.html", "lenses"},
        {"quality.html", "answers"},   {"organisations/x.html", "answers"}, {"contribute.html", "contribute"},
        {"glossary.html", "glossary"}, {"places/wales.html", "places"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(page_kind_of(cases[i][0]), cases[i][1]);
    static const char *const none[] = {
        "index.html", "case-studies/gaps.html", "gap.html", "gapsx.html", "about.html", ""};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_null(page_kind_of(none[i]));
}

static void each_kind_of_page_has_its_place(void **state)
{
    (void)state;
    assert_string_equal(path_case(&arena, "barbers"), "case-studies/barbers.html");
    assert_string_equal(path_page(&arena, "About us"), "about-us.html");
    assert_string_equal(path_facet(&arena, &facets[0]), "browse/priority-areas/index.html");
    assert_string_equal(path_letter(&arena, "b"), "case-studies/letters/b.html");
    assert_string_equal(path_place(&arena, "wales"), "places/wales.html");
    assert_string_equal(path_gap(&arena, "cvd", "men"), "gaps/cvd/men.html");
    assert_string_equal(path_lens(&arena, "hearts/checks"), "lenses/hearts/checks.html");
    assert_string_equal(path_lens_brief(&arena, "hearts"), "lenses/hearts/index.html");
    assert_string_equal(path_case_data(&arena, "barbers"), "data/case-studies/barbers.json");
    assert_string_equal(path_lens_feed(&arena, "hearts"), "feeds/lenses/hearts.xml");
    assert_string_equal(path_watch_feed(&arena, "men"), "feeds/watch/men.xml");
    assert_string_equal(path_term_feed(&arena, &facets[0], "cvd"), "feeds/priority-areas/cvd.xml");
    assert_string_equal(path_compare_case(&arena, "barbers"), "compare/barbers.js");
    assert_string_equal(path_image(&arena, "shop.png"), "images/shop.png");
    assert_string_equal(path_at(&arena, "gaps.html", "men"), "gaps.html#men");
    assert_string_equal(path_table(TABLE_PARTNERS), path_partners_csv);
}

static void a_report_has_a_page_and_its_parts_have_theirs(void **state)
{
    (void)state;
    assert_string_equal(path_report(&arena, "quality"), "quality.html");
    assert_string_equal(path_report(&arena, "measures/checks"), "measures/checks.html");
    assert_string_equal(path_report(&arena, "qual"), "qual.html");
    for (size_t i = 0; i < REPORTS; i++) {
        const struct report_kind *kind = &report_kinds[i];
        if (kind->page)
            assert_string_equal(path_report(&arena, kind->name), kind->page);
        if (kind->facet)
            assert_string_equal(path_report(&arena, arena_format(&arena, "%s/a-term", kind->name)),
                                path_term(&arena, facet_find(kind->facet), "a-term", 1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_becomes_part_of_a_path),
        cmocka_unit_test(pages_of_a_term_have_a_folder_of_their_own),
        cmocka_unit_test(pages_of_the_content_may_link_to_what_each_site_has),
        cmocka_unit_test(a_path_is_of_the_kind_that_a_site_may_go_without),
        cmocka_unit_test(each_kind_of_page_has_its_place),
        cmocka_unit_test(a_report_has_a_page_and_its_parts_have_theirs),
        cmocka_unit_test(no_page_of_the_content_takes_the_place_of_one_of_the_site),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
