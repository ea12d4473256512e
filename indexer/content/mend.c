#include "indexer/content/mend.h"

#include "indexer/base/edit.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/source.h"

enum { ROUNDS_MAX = 12 };

static void check(struct arena *arena, const char *path, const struct mended *text, const struct case_context *context,
                  struct diagnostics *diagnostics)
{
    diagnostics_file(diagnostics, path, text->data, text->size);
    if (!source_guard(text->data, text->size, CASE_FILE_MAX, diagnostics))
        return;
    const struct case_study *study =
        case_parse(arena, path, text->data, text->size, context->vocabularies, diagnostics);
    case_check(arena, study, context, diagnostics);
}

static struct mended mend_once(struct arena *arena, const struct mended *text, const struct diagnostics *diagnostics)
{
    struct fix *fixes = arena_array(arena, diagnostics->count ? diagnostics->count : 1, sizeof *fixes);
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        if (diagnostics->items[i].fix.text && diagnostics->items[i].fix.safe)
            fixes[count++] = diagnostics->items[i].fix;
    struct edited edited = edit_all(arena, text->data, text->size, fixes, count);
    return (struct mended){edited.data, edited.size, text->count + edited.count};
}

struct mended mend_case(struct arena *arena, const char *path, const char *data, size_t size,
                        const struct case_context *context)
{
    struct mended text = {data, size, 0};
    struct diagnostics found = {0};
    check(arena, path, &text, context, &found);
    for (size_t round = 0; round < ROUNDS_MAX; round++) {
        struct diagnostics left = {0};
        struct mended next = mend_once(arena, &text, &found);
        if (next.count > text.count)
            check(arena, path, &next, context, &left);
        bool better = next.count > text.count && left.errors <= found.errors;
        diagnostics_free(better ? &found : &left);
        if (!better)
            break;
        found = left;
        text = next;
    }
    diagnostics_free(&found);
    return text;
}
