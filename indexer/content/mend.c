#include "indexer/content/mend.h"

#include "indexer/base/edit.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/source.h"

enum { ROUNDS_MAX = 12 };

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

struct mended mend_text(struct arena *arena, const char *data, size_t size, const struct mend_checker *checker)
{
    struct mended text = {data, size, 0};
    struct diagnostics found = {0};
    checker->check(checker->context, arena, data, size, &found);
    for (size_t round = 0; round < ROUNDS_MAX; round++) {
        struct diagnostics left = {0};
        struct mended next = mend_once(arena, &text, &found);
        if (next.count > text.count)
            checker->check(checker->context, arena, next.data, next.size, &left);
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

struct case_text {
    const char *path;
    const struct case_context *context;
};

static void check_case(const void *context, struct arena *arena, const char *data, size_t size,
                       struct diagnostics *found)
{
    const struct case_text *text = context;
    diagnostics_file(found, text->path, data, size);
    if (!source_guard(data, size, CASE_FILE_MAX, found))
        return;
    const struct case_study *study = case_parse(arena, text->path, data, size, text->context->vocabularies, found);
    case_check(arena, study, text->context, found);
}

struct mended mend_case(struct arena *arena, const char *path, const char *data, size_t size,
                        const struct case_context *context)
{
    struct case_text text = {path, context};
    return mend_text(arena, data, size, &(struct mend_checker){check_case, &text});
}

void mended_files_add(struct mended_files *files, const char *shown, const char *path, const char *before,
                      size_t before_size, const struct mended *mended)
{
    struct arena *arena = files->arena;
    if (!mended->count)
        return;
    files->items = arena_grow(arena, files->items, files->count, &files->capacity, sizeof *files->items);
    files->items[files->count++] = (struct mended_file){
        .shown = arena_string(arena, shown),
        .path = arena_string(arena, path),
        .before = arena_copy(arena, before, before_size),
        .before_size = before_size,
        .after = arena_copy(arena, mended->data, mended->size),
        .after_size = mended->size,
        .count = mended->count,
    };
}
