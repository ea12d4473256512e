#include "catalogue/site/theme/theme.h"

#include <string.h>

#include "indexer/base/file.h"
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
    struct file file;
    const char *shown = file_join(arena, "theme", name);
    const char *path = file_join(arena, root, shown);
    if (file_stat(path, &file) == FILE_MISSING)
        return;
    const char *data = source_load(arena, path, shown, TEXT_MAX, &size, diagnostics);
    for (size_t depth = 0; data && depth < THEME_DEPTHS; depth++) {
        text->at[depth] = markdown_read_whole(arena, data, size, 1, up[depth], depth ? NULL : diagnostics);
    }
    text->exists = data != NULL;
}

static bool has_file(struct arena *arena, const char *root, const char *name, struct diagnostics *diagnostics)
{
    struct file file;
    const char *shown = file_join(arena, "theme", name);
    enum file_status status = file_stat(file_join(arena, root, shown), &file);
    diagnostics_file(diagnostics, shown, NULL, 0);
    if (status == FILE_FAILED)
        source_report_unreadable(status, file.reason, FILE_MAX, diagnostics);
    return status == FILE_DONE;
}

bool theme_read(struct arena *arena, const char *root, struct theme *theme, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    *theme = (struct theme){.has_stylesheet = has_file(arena, root, "theme.css", diagnostics)};
    if (has_file(arena, root, "logo.svg", diagnostics))
        theme->logo = "logo.svg";
    else if (has_file(arena, root, "logo.png", diagnostics))
        theme->logo = "logo.png";
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

const char *theme_logo_path(struct arena *arena, const struct theme *theme)
{
    return file_join(arena, "assets", theme->logo);
}

static void copy(const char *root, struct output *output, struct arena *arena, const char *name, const char *to)
{
    struct file file;
    const char *path = file_join(arena, root, file_join(arena, "theme", name));
    enum file_status status = file_read(arena, path, FILE_MAX, &file);
    if (status != FILE_DONE)
        output_fail(output, arena_format(arena, "theme/%s %s", name, file_status_text(status, file.reason)));
    else if (!output_path_is_valid(to))
        output_fail(output,
                    arena_format(arena, "theme/%s needs a name of lower-case letters, digits, dots and hyphens", name));
    else
        output_write(output, to, file.data, file.size);
}

void theme_write(const struct theme *theme, const char *root, struct output *output)
{
    struct arena arena = {0};
    struct file_names files;
    if (theme->has_stylesheet)
        copy(root, output, &arena, "theme.css", theme_stylesheet_path);
    if (theme->logo)
        copy(root, output, &arena, theme->logo, theme_logo_path(&arena, theme));
    if (!file_list(&arena, file_join(&arena, root, "theme/files"), "", &files) && file_reason_is_system(files.reason))
        output_fail(output, arena_format(&arena, "theme/files cannot be read: %s", strerror(files.reason)));
    for (size_t i = 0; i < files.count; i++)
        copy(root, output, &arena, file_join(&arena, "files", files.names[i]),
             file_join(&arena, "assets/theme", files.names[i]));
    arena_free(&arena);
}
