#include "catalogue/site/theme/theme.h"

#include <errno.h>
#include <string.h>

#include "catalogue/site/theme/palette.h"
#include "catalogue/site/theme/remote.h"
#include "indexer/base/file.h"
#include "indexer/base/slug.h"
#include "indexer/content/codes.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"

enum { TEXT_MAX = 64 * 1024, FILE_MAX = 4 * 1024 * 1024 };

const char theme_stylesheet_path[] = "assets/theme.css";

/* One of the Markdown texts. Only the first rendering reports, as the others would say the same. */
static void read_text(struct arena *arena, const char *root, const char *name, struct theme_text *text,
                      struct diagnostics *diagnostics)
{
    static const char *const up[THEME_DEPTHS] = {"case-studies/", "../case-studies/", "../../case-studies/",
                                                 "../../../case-studies/"};
    size_t size = 0;
    const char *shown = file_join(arena, "theme", name);
    const char *data = source_load_if_there(arena, file_join(arena, root, shown), shown, TEXT_MAX, &size, diagnostics);
    for (size_t depth = 0; data && depth < THEME_DEPTHS; depth++) {
        text->at[depth] = markdown_read_own(arena, data, size, up[depth], depth ? NULL : diagnostics);
    }
    text->exists = data != NULL;
}

/* Readers' browsers ask nobody but the site itself. */
static void refuse_remote(const char *shown, const char *css, size_t size, struct diagnostics *diagnostics)
{
    diagnostics_file(diagnostics, shown, css, size);
    for (struct remote remote = {0}; remote_next(css, size, &remote);)
        report(diagnostics, CODE_THEME_REMOTE, place_of(css, size, remote.at, remote.length),
               "put the file itself into theme/files/ and name it as url(theme/NAME)",
               "each reader's browser would ask another site for %.*s", (int)remote.length, css + remote.at);
}

static bool is_stylesheet(const char *name)
{
    size_t size = strlen(name);
    return size > 4 && strcmp(name + size - 4, ".css") == 0;
}

/* Takes a file of the theme along as `to`; false when there is none. */
static bool take(struct arena *arena, const char *root, const char *name, const char *to, struct theme *theme,
                 struct diagnostics *diagnostics)
{
    struct file file = {0};
    const char *shown = file_join(arena, "theme", name);
    enum file_status status = file_read(arena, file_join(arena, root, shown), FILE_MAX, &file);
    diagnostics_file(diagnostics, shown, NULL, 0);
    if (status == FILE_DONE)
        theme->files[theme->file_count++] = (struct theme_file){to, file.data, file.size};
    else if (status != FILE_MISSING)
        source_report_unreadable(status, file.reason, FILE_MAX, diagnostics);
    if (status == FILE_DONE && is_stylesheet(name))
        refuse_remote(shown, file.data, file.size, diagnostics);
    return status == FILE_DONE;
}

/* The palette of the one colour, and behind it what the publisher's own stylesheet sets otherwise. */
static void take_stylesheet(struct arena *arena, const char *root, const char *colour, struct theme *theme,
                            struct diagnostics *diagnostics)
{
    unsigned parts[3];
    struct text css = {0};
    theme->has_stylesheet = take(arena, root, "theme.css", theme_stylesheet_path, theme, diagnostics);
    if (!scalar_colour(colour, parts))
        return;
    if (!theme->has_stylesheet)
        theme->files[theme->file_count++] = (struct theme_file){theme_stylesheet_path, "", 0};
    struct theme_file *file = &theme->files[theme->file_count - 1];
    palette_css(&css, (struct colour){parts[0], parts[1], parts[2]});
    text_append(&css, file->data, file->size);
    file->data = arena_copy(arena, text_string(&css), css.size);
    file->size = css.size;
    theme->has_stylesheet = true;
    text_free(&css);
}

static bool may_be_named(struct arena *arena, const char *name, const char *to, struct diagnostics *diagnostics)
{
    static const struct place whole_file;
    if (slug_path_is_valid(to))
        return true;
    diagnostics_file(diagnostics, file_join(arena, "theme/files", name), NULL, 0);
    report(diagnostics, CODE_FILE_NAME, whole_file,
           "rename it, and where theme.css refers to it: lower-case letters, digits, dots, hyphens",
           "\"%s\" cannot be named so in the site", name);
    return false;
}

static void take_files(struct arena *arena, const char *root, const char *colour, struct theme *theme,
                       struct diagnostics *diagnostics)
{
    enum { BESIDE = 3 };
    static const char *const logos[] = {"logo.svg", "logo.png"};
    struct file_names names;
    if (!file_list(arena, root, "theme/files", "", &names) && names.reason != ENOENT)
        source_report_folder("theme/files", names.reason, diagnostics);
    theme->files = arena_array(arena, names.count + BESIDE, sizeof *theme->files);
    take_stylesheet(arena, root, colour, theme, diagnostics);
    for (size_t i = 0; i < sizeof logos / sizeof *logos && !theme->logo; i++) {
        const char *to = file_join(arena, "assets", logos[i]);
        theme->logo = take(arena, root, logos[i], to, theme, diagnostics) ? to : NULL;
    }
    for (size_t i = 0; i < names.count; i++) {
        const char *to = file_join(arena, "assets/theme", names.names[i]);
        if (may_be_named(arena, names.names[i], to, diagnostics))
            take(arena, root, file_join(arena, "files", names.names[i]), to, theme, diagnostics);
    }
}

bool theme_read(struct arena *arena, const char *root, const char *colour, struct theme *theme,
                struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    *theme = (struct theme){0};
    take_files(arena, root, colour, theme, diagnostics);
    read_text(arena, root, "header.md", &theme->header, diagnostics);
    read_text(arena, root, "footer.md", &theme->footer, diagnostics);
    return diagnostics->errors == errors;
}

struct rendered theme_text_for(const struct theme_text *text, const char *path)
{
    size_t depth = 0;
    for (; *path; path++)
        depth += *path == '/' && depth + 1 < THEME_DEPTHS;
    return text->at[depth].before;
}
