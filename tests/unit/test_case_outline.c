#include "indexer/content/case_outline.h"

#include <string.h>

#include "indexer/content/case_parse.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static uint64_t outline(const char *source)
{
    static const struct vocabularies none;
    return case_outline(case_parse(&arena, "content/case-studies/barbers.md", source, strlen(source), &none, NULL));
}

static const char plain[] =
    "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n- Trust\n- Time\n\n## Learning\n";

static void a_sentence_is_no_part_of_it(void **state)
{
    (void)state;
    assert_true(outline(plain) == outline("---\ntitle: Barbers\n---\n## What helped\n\nTheir owners, and *more*.\n\n* "
                                          "Trust\n* Time\n\n\n## Learning\n"));
}

static void whatever_is_told_elsewhere_is_part_of_it(void **state)
{
    (void)state;
    static const char *const others[] = {
        "---\ntitle: Barber\n---\n## What helped\n\nThe owners.\n\n- Trust\n- Time\n\n## Learning\n",
        "---\ntitle: Barbers\n---\n## What worked\n\nThe owners.\n\n- Trust\n- Time\n\n## Learning\n",
        "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n- Trust\n- Money\n\n## Learning\n",
        "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n- Trust\n\n## Learning\n",
        "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n- Trust\n- Time\n\n## Learning\n\nWords\n",
        "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n## Learning\n\n- Trust\n- Time\n",
        "---\ntitle: Barbers\n---\n## What helped\n\nThe owners.\n\n- Trust\n- Time\n",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(outline(others[i]) == outline(plain));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_is_no_part_of_it),
        cmocka_unit_test(whatever_is_told_elsewhere_is_part_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
