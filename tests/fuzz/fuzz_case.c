/*
 * A whole case study, read, checked and mended beside the vocabularies of tests/golden: every complaint can be shown, every
 * edit stands in the file, and what is mended is no worse.
 */
#include "indexer/base/utf8.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/mend.h"
#include "indexer/content/source.h"
#include "indexer/content/vocabulary_read.h"
#include "tests/fuzz/fuzz.h"

static struct arena kept;
static struct vocabularies vocabularies;

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    struct diagnostics diagnostics = {0};
    (void)count;
    (void)arguments;
    fuzz_must(vocabularies_read(&kept, "tests/golden", &vocabularies, &diagnostics), "run it where tests/golden is");
    diagnostics_free(&diagnostics);
    return 0;
}

static void look_at(const struct diagnostics *diagnostics, const char *source, size_t size, size_t lines)
{
    size_t from = 0;
    size_t to = 0;
    struct text shown = {0};
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *diagnostic = &diagnostics->items[i];
        fuzz_must(diagnostic->place.line <= lines, "a complaint stands in its file");
        fuzz_must(!diagnostic->fix.text || place_bytes(source, size, diagnostic->fix.place, &from, &to),
                  "an edit stands in its file");
        diagnostic_text(&shown, diagnostic, true, false);
    }
    fuzz_must_be_shown(text_string(&shown));
    text_free(&shown);
}

static size_t check(struct arena *arena, const char *text, size_t size, const struct case_context *context,
                    struct diagnostics *diagnostics)
{
    diagnostics_file(diagnostics, "content/case-studies/x.md", text, size);
    if (source_guard(text, size, CASE_FILE_MAX, diagnostics)) {
        const struct case_study *study =
            case_parse(arena, "content/case-studies/x.md", text, size, &vocabularies, diagnostics);
        case_check(arena, study, context, diagnostics);
        if (!diagnostics->errors)
            case_parse(arena, "content/case-studies/x.md", text, size, &vocabularies, NULL);
    }
    diagnostics_add_lines(diagnostics, 0);
    return diagnostics->errors;
}

static void mend(struct arena *arena, const char *text, size_t size, const struct case_context *context, size_t errors)
{
    struct diagnostics left = {0};
    size_t offset = 0;
    struct mended mended = mend_case(arena, "content/case-studies/x.md", text, size, context);
    fuzz_must(!mended.count || utf8_check(mended.data, mended.size, &offset), "what is mended is UTF-8");
    fuzz_must(check(arena, mended.data, mended.size, context, &left) <= errors, "what is mended is no worse");
    diagnostics_free(&left);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    const struct case_context context = {.vocabularies = &vocabularies};
    const char *text = (const char *)data;
    size_t lines = 2;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    check(&arena, text, size, &context, &diagnostics);
    look_at(&diagnostics, text, size, lines);
    mend(&arena, text, size, &context, diagnostics.errors);
    diagnostics_free(&diagnostics);
    arena_free(&arena);
    return 0;
}
