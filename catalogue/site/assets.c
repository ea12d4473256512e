#include "catalogue/site/pages.h"

#include "catalogue/site/css.h"
#include "catalogue/site/paths.h"

static const char stylesheet[] = {
#include "catalogue/site/assets/catalogue.css.inc"
    0};

static const char icon[] = {
#include "catalogue/site/assets/icon.svg.inc"
    0};

void assets_write(struct site *site)
{
    struct text css = {0};
    css_squeeze(&css, stylesheet, sizeof stylesheet - 1);
    output_write(site->output, path_stylesheet, css.data, css.size);
    output_write(site->output, path_icon, icon, sizeof icon - 1);
    text_free(&css);
}
