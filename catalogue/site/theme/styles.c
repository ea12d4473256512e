#include "catalogue/site/theme/styles.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/minify.h"

static const char stylesheet[] = {
#include "catalogue/site/assets/catalogue.css.inc"
    0};

void styles_add(struct text *out)
{
    minify_css(out, stylesheet, sizeof stylesheet - 1);
}

void styles_write(struct output *output)
{
    struct text css = {0};
    styles_add(&css);
    output_write(output, path_stylesheet, css.data, css.size);
    text_free(&css);
}
