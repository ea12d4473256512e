#include "indexer/content/strays.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/slug.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/source.h"

static const struct folder {
    const char *path;
    const char *suffix; /* of the files that are read */
    const char *kind;
    const char *folder; /* that may be in it, else NULL */
} folders[] = {
    {"content/case-studies", ".md", "a case study", NULL},
    {"content/lenses", ".yaml", "a lens", NULL},
    {"content/pages", ".md", "a page", NULL},
    {"content/vocabulary", ".yaml", "a vocabulary", "known-words"},
    {"content/vocabulary/known-words", ".txt", "a list of words", NULL},
};

static bool is_read(const struct folder *folder, const char *name)
{
    size_t size = strlen(name);
    size_t suffix = strlen(folder->suffix);
    return (size > suffix && strcmp(name + size - suffix, folder->suffix) == 0) ||
           (folder->folder && strcmp(name, folder->folder) == 0);
}

static void report_stray(struct arena *arena, const struct folder *folder, const char *name,
                         struct diagnostics *diagnostics)
{
    static const struct place whole_file;
    const char *stem = arena_copy(arena, name, strcspn(name, "."));
    diagnostics_file(diagnostics, file_join(arena, folder->path, name), NULL, 0);
    report(diagnostics, CODE_FILE_NAME, whole_file,
           arena_format(arena, "rename it to %s%s if it is %s, or take it out", slug_of(arena, stem), folder->suffix,
                        folder->kind),
           "\"%s\" is not read, because its name does not end in %s", name, folder->suffix);
}

/* In content/ itself may lie what its owners want, but for a name that is probably meant for another. */
static void report_near(struct arena *arena, const char *root, struct diagnostics *diagnostics)
{
    static const struct place whole_file;
    static const char *const known[] = {"catalogue.yaml", "need.csv", "words.yaml", "case-studies",
                                        "images",         "lenses",   "pages",      "vocabulary"};
    struct file_names all;
    if (!file_list(arena, root, "content", "", &all) && file_reason_is_system(all.reason))
        source_report_folder("content", all.reason, diagnostics);
    for (size_t i = 0; i < all.count; i++) {
        const char *near = nearest(all.names[i], known, sizeof known / sizeof *known);
        if (!near || strcmp(near, all.names[i]) == 0)
            continue;
        diagnostics_file(diagnostics, file_join(arena, "content", all.names[i]), NULL, 0);
        report(diagnostics, CODE_FILE_NAME, whole_file, arena_format(arena, "did you mean %s?", near),
               "nothing of this name is read");
    }
}

void strays_report(const char *root, struct diagnostics *diagnostics)
{
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct file_names all;
        if (!file_list(&arena, root, folders[i].path, "", &all) && file_reason_is_system(all.reason))
            source_report_folder(folders[i].path, all.reason, diagnostics);
        for (size_t j = 0; j < all.count; j++)
            if (!is_read(&folders[i], all.names[j]))
                report_stray(&arena, &folders[i], all.names[j], diagnostics);
    }
    report_near(&arena, root, diagnostics);
    arena_free(&arena);
}
