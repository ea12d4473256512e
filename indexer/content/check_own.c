#include "indexer/content/check_own.h"

#include <errno.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/known_words.h"
#include "indexer/content/lens.h"
#include "indexer/content/needs.h"
#include "indexer/content/page.h"
#include "indexer/content/settings.h"
#include "indexer/content/source.h"
#include "indexer/content/vocabulary_read.h"
#include "indexer/content/words.h"

enum { OWN_FILE_MAX = 1024 * 1024 };

/* Only publishing reads all files of it. */
static void look_at_images(const struct check_own *own, struct arena *arena, struct diagnostics *diagnostics)
{
    static const char folder[] = "content/images";
    struct file_names names;
    if (!file_list(arena, own->root, folder, "", &names) && names.reason != ENOENT)
        source_report_folder(folder, names.reason, diagnostics);
}

/* Reads all that is needed. What is read lives in the arena. */
static void read_all(const struct check_own *own, struct arena *arena, struct vocabularies *vocabularies,
                     struct synonyms *synonyms, struct diagnostics *diagnostics)
{
    struct settings settings;
    struct pages pages;
    struct lenses lenses;
    struct needs needs;
    struct known_words known_words;
    struct words words;
    vocabularies_read(arena, own->root, vocabularies, diagnostics);
    synonyms_read(arena, own->root, synonyms, diagnostics);
    vocabularies->synonyms = synonyms;
    if (!own->all && !own->asked->count)
        return;
    settings_read(arena, own->root, vocabularies, &settings, diagnostics);
    known_words_read(arena, own->root, &known_words, diagnostics);
    pages_read(arena, own->root, vocabularies, &pages, diagnostics);
    lenses_read(arena, own->root, vocabularies, &lenses, diagnostics);
    words_read(arena, own->root, &words, diagnostics);
    needs_read(arena, own->root, vocabularies, &needs, diagnostics);
    look_at_images(own, arena, diagnostics);
}

static bool is_asked(const struct check_own *own, const char *path)
{
    for (size_t i = 0; i < own->asked->count; i++) {
        size_t size = strlen(own->asked->items[i]);
        if (strncmp(path, own->asked->items[i], size) == 0 && (!path[size] || path[size] == '/'))
            return true;
    }
    return false;
}

/* How many files a path within the catalogue stands for. */
static size_t files_at(const struct check_own *own, const char *path)
{
    struct file_names names;
    bool folder = file_list(own->arena, own->root, path, "", &names);
    return folder ? names.count : 1;
}

/* A file that is being mended, and what was mended before it. */
struct own_text {
    const struct check_own *own;
    const char *path;
    struct drafts drafts;
};

/* What is wrong with one file is found by reading all, with the text in its place. */
static void check_text(const void *context, struct arena *unused, const char *data, size_t size,
                       struct diagnostics *found)
{
    const struct own_text *text = context;
    struct arena arena = {0};
    struct vocabularies vocabularies = {0};
    struct synonyms synonyms = {0};
    struct drafts drafts = {0};
    (void)unused;
    for (size_t i = 0; i < text->drafts.count; i++)
        drafts_put(&arena, &drafts, text->drafts.items[i]);
    drafts_put(&arena, &drafts, (struct draft){text->path, data, size});
    struct diagnostics all = {.drafts = &drafts};
    read_all(text->own, &arena, &vocabularies, &synonyms, &all);
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.items[i].path, text->path) == 0)
            diagnostics_take_over(found, &all.items[i]);
    diagnostics_free(&all);
    arena_free(&arena);
}

static bool can_be_mended(const struct diagnostic *problem)
{
    return problem->fix.text && problem->fix.safe;
}

/* Mends the file of a problem, unless that was done. */
static void mend_file(struct own_text *text, const char *path)
{
    struct arena *arena = text->own->mended->arena;
    struct file file = {0};
    text->path = arena_string(arena, path);
    const char *opened = file_join(arena, text->own->root, path);
    if (drafts_find(&text->drafts, path) || file_read(arena, opened, OWN_FILE_MAX, &file) != FILE_DONE)
        return;
    struct mended mended = mend_text(arena, file.data, file.size, &(struct mend_checker){check_text, text});
    mended_files_add(text->own->mended, path, opened, file.data, file.size, &mended);
    drafts_put(arena, &text->drafts, (struct draft){text->path, mended.data, mended.size});
}

/* The texts that the files have when they are mended. */
static struct drafts mend_all(const struct check_own *own)
{
    struct own_text text = {.own = own};
    struct diagnostics found = {0};
    read_all(own, own->arena, own->vocabularies, own->synonyms, &found);
    for (size_t i = 0; i < found.count; i++)
        if (can_be_mended(&found.items[i]) && (own->all || is_asked(own, found.items[i].path)))
            mend_file(&text, found.items[i].path);
    diagnostics_free(&found);
    return text.drafts;
}

size_t check_own(const struct check_own *own)
{
    struct drafts drafts = {0};
    struct diagnostics found = {.drafts = &drafts};
    size_t count = 0;
    if (own->mended && (own->all || own->asked->count))
        drafts = mend_all(own);
    if (own->all) {
        own->diagnostics->drafts = &drafts;
        read_all(own, own->arena, own->vocabularies, own->synonyms, own->diagnostics);
        own->diagnostics->drafts = NULL;
        return 0;
    }
    read_all(own, own->arena, own->vocabularies, own->synonyms, &found);
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i].code->of_system || is_asked(own, found.items[i].path))
            diagnostics_take_over(own->diagnostics, &found.items[i]);
    for (size_t i = 0; i < own->asked->count; i++)
        count += files_at(own, own->asked->items[i]);
    diagnostics_free(&found);
    return count;
}
