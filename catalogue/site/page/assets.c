#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/styles.h"
#include "indexer/base/file.h"

static const char icon[] = {
#include "catalogue/site/assets/icon.svg.inc"
    0};

/* Images are at most 1 MiB each, which `check` looks after; one that has gone since then is left out. */
enum { IMAGE_MAX = 1024 * 1024 };

static void write_image(struct site *site, const char *name)
{
    struct arena arena = {0};
    struct file file;
    const char *path = file_join(&arena, file_join(&arena, site->root, "content/images"), name);
    enum file_status status = file_read(&arena, path, IMAGE_MAX, &file);
    if (output_path_is_valid(name) && status == FILE_DONE)
        output_write(site->output, path_image(&arena, name), file.data, file.size);
    else if (status == FILE_FAILED)
        output_fail(site->output, arena_format(&arena, "the image %s %s", name, file_status_text(status, file.reason)));
    arena_free(&arena);
}

void assets_write(struct site *site)
{
    site_need_images(site, &site->theme.header.at[0]);
    site_need_images(site, &site->theme.footer.at[0]);
    theme_write(&site->theme, site->root, site->output);
    styles_write(site->output);
    output_write(site->output, path_icon, icon, sizeof icon - 1);
    string_list_sort(&site->images);
    for (size_t i = 0; i < site->images.count; i++)
        write_image(site, site->images.items[i]);
}
