#include "indexer/content/meant_address.h"

#include <stddef.h>

#include "indexer/content/scalars.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* What is proposed in place of a text; NULL: a question. */
struct row {
    const char *text;
    const char *meant;
    bool safe;
};

static void judge(struct meant (*mean)(struct arena *, const char *), const struct row *rows, size_t count,
                  bool (*is_good)(const char *))
{
    for (size_t i = 0; i < count; i++) {
        struct meant meant = mean(&arena, rows[i].text);
        if (!rows[i].meant) {
            if (meant.text || !meant.remark || meant.safe)
                fail_msg("\"%s\" is not asked about but becomes %s", rows[i].text, meant.text);
            continue;
        }
        if (!meant.text)
            fail_msg("\"%s\" is asked about", rows[i].text);
        assert_string_equal(meant.text, rows[i].meant);
        assert_int_equal(meant.safe, rows[i].safe);
        assert_true(is_good(meant.text));
    }
}

static void an_address_gets_the_beginning_that_it_lacks(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"<https://example.org/a>", "https://example.org/a", true},
        {"HTTP://example.org", "http://example.org", true},
        {"www.example.org", "https://www.example.org", true},
        {"WWW.example.org", "https://www.example.org", true},
        {"https:/example.org", "https://example.org", false},
        {"https//example.org", "https://example.org", false},
        {"https:\\\\example.org", "https://example.org", false},
        {"htps://example.org", "https://example.org", false},
        {"https:/ /example.org", NULL, false},
        {"www. example.org", NULL, false},
        {"<www.example.org", NULL, false},
        {"example.org", NULL, false},
        {"<>", NULL, false},
        {"<a", NULL, false},
        {"", NULL, false},
    };
    judge(meant_url, rows, COUNT_OF(rows), scalar_url);
}

static void a_mailbox_is_found_in_how_people_hide_it(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"<team@board.example>", "team@board.example", true},
        {"mailto:team@board.example", "team@board.example", true},
        {"E-mail: team@board.example", "team@board.example", true},
        {"team [at] board.example", "team@board.example", false},
        {"team[at]board.example", "team@board.example", false},
        {"team (at) board.example", "team@board.example", false},
        {"team at board.example", "team@board.example", false},
        {"team @ board.example", "team@board.example", false},
        {"the team at the board", NULL, false},
        {"team", NULL, false},
        {"", NULL, false},
    };
    judge(meant_email, rows, COUNT_OF(rows), scalar_email);
}

static void a_doi_stands_alone(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"https://doi.org/10.1136/bmj.n1", "10.1136/bmj.n1", true},
        {"http://dx.doi.org/10.1136/bmj.n1", "10.1136/bmj.n1", true},
        {"doi: 10.1136/bmj.n1", "10.1136/bmj.n1", true},
        {"DOI 10.1136/bmj.n1", "10.1136/bmj.n1", true},
        {"bmj.n1", NULL, false},
    };
    judge(meant_doi, rows, COUNT_OF(rows), scalar_doi);
}

static void a_case_is_named_by_its_file_its_address_or_its_title(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"barbers.md", "barbers", true},
        {"content/case-studies/barbers.MD", "barbers", true},
        {"https://catalogue.example/case-studies/barbers.html#what", "barbers", true},
        {"case-studies/barbers.html?x", "barbers", true},
        {"Barbers offer checks", "barbers-offer-checks", false},
        {"barbers.htm", "barbers-htm", false},
        {".md", "md", false},
        {"case-studies/", NULL, false},
        {"?", NULL, false},
        {"index.html", NULL, false},
        {"", NULL, false},
    };
    judge(meant_case_id, rows, COUNT_OF(rows), scalar_case_id);
}

static bool is_yes_or_no(const char *text)
{
    bool truth;
    return scalar_yes_no(text, &truth);
}

static void yes_and_no_are_told_from_their_like(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Y", "yes", true},      {"n", "no", true},       {"yes.", "yes", true},    {"No.", "no", true},
        {"on", "yes", false},    {"off", "no", false},    {"1", "yes", false},      {"0", "no", false},
        {"true.", "yes", false}, {"false.", "no", false}, {"perhaps", NULL, false}, {"", NULL, false},
    };
    judge(meant_yes_no, rows, COUNT_OF(rows), is_yes_or_no);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_gets_the_beginning_that_it_lacks),
        cmocka_unit_test(a_mailbox_is_found_in_how_people_hide_it),
        cmocka_unit_test(a_doi_stands_alone),
        cmocka_unit_test(a_case_is_named_by_its_file_its_address_or_its_title),
        cmocka_unit_test(yes_and_no_are_told_from_their_like),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
