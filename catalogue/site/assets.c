#include "catalogue/site/pages.h"

#include "catalogue/site/paths.h"

static const char stylesheet[] = {
#include "catalogue/site/assets/catalogue.css.inc"
    0};

static const char icon[] = {
#include "catalogue/site/assets/icon.svg.inc"
    0};

/* The files that go to every site as they are. */
static const struct {
    const char *path;
    const char *data;
    size_t size;
} assets[] = {
    {path_stylesheet, stylesheet, sizeof stylesheet - 1},
    {path_icon, icon, sizeof icon - 1},
};

void assets_write(struct site *site)
{
    for (size_t i = 0; i < sizeof assets / sizeof *assets; i++)
        output_write(site->output, assets[i].path, assets[i].data, assets[i].size);
}
