#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/asset.h"

/* Where those stand that pages load. */
static const char *const asset_paths[ASSETS] = {
    [ASSET_STYLESHEET] = path_stylesheet,         [ASSET_ICON] = path_icon,
    [ASSET_CHOICE] = path_choice_script,          [ASSET_LISTS] = path_lists_script,
    [ASSET_CONTRIBUTE] = path_contribute_script,  [ASSET_SEARCH] = path_search_script,
    [ASSET_SEARCH_CORRECT] = path_search_correct, [ASSET_SEARCH_NAMES] = path_search_names,
};

void assets_make(const struct site *site, struct site_files *files)
{
    for (enum asset asset = 0; asset < ASSETS; asset++) {
        if (asset_paths[asset])
            asset_add(&site_files_add(files, asset_paths[asset])->bytes, asset);
    }
    for (size_t i = 0; i < site->theme.file_count; i++) {
        const struct theme_file *file = &site->theme.files[i];
        site_files_add_bytes(files, file->path, file->data, file->size);
    }
}
