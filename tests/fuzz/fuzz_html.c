/* A document, as HTML whatever it is: what comes out can be shown and is a file that can be read, of a size in keeping. */
#include "catalogue/draft/draft.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/source.h"
#include "tests/fuzz/fuzz.h"

/* Marks, prefixes and words for what was left out; an address is told with the words of its link. */
enum { GROWTH = 64, BESIDE = 8192 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct vocabularies vocabularies = {0};
    struct draft_known known = {0};
    const struct draft_base base = {.vocabularies = &vocabularies, .known = &known, .today = "2025-01-01"};
    const char *const paths[] = {"x.html", "x.txt"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const struct draft_file draft = draft_of_document(&arena, &base, paths[i], (const char *)data, size);
        fuzz_must_be_shown(draft.data);
        fuzz_must(draft.size <= size * GROWTH + BESIDE, "a draft is not much longer than its document");
        if (draft.size <= CASE_FILE_MAX) {
            fuzz_must(source_guard(draft.data, draft.size, CASE_FILE_MAX, NULL), "a draft is a file that can be read");
            case_parse(&arena, "x.md", draft.data, draft.size, &vocabularies, NULL);
        }
    }
    arena_free(&arena);
    return 0;
}
