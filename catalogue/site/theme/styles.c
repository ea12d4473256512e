#include "catalogue/site/theme/styles.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/theme/css.h"

static const char shared[] = {
#include "catalogue/site/assets/catalogue.css.inc"
    0};

static const char of_home[] = {
#include "catalogue/site/assets/home.css.inc"
    0};

static const char of_gaps[] = {
#include "catalogue/site/assets/gaps.css.inc"
    0};

static const char of_cases[] = {
#include "catalogue/site/assets/case.css.inc"
    0};

static const char of_search[] = {
#include "catalogue/site/assets/search.css.inc"
    0};

/* In this order where one page holds them all. */
static const struct {
    const char *path;
    const char *css;
    size_t size;
} styles[] = {
    {path_stylesheet, shared, sizeof shared - 1},
    {path_home_stylesheet, of_home, sizeof of_home - 1},
    {path_gaps_stylesheet, of_gaps, sizeof of_gaps - 1},
    {path_case_stylesheet, of_cases, sizeof of_cases - 1},
    {path_search_stylesheet, of_search, sizeof of_search - 1},
};
enum { STYLES = sizeof styles / sizeof *styles };

void styles_write(struct output *output)
{
    struct text css = {0};
    for (size_t i = 0; i < STYLES; i++) {
        text_clear(&css);
        css_squeeze(&css, styles[i].css, styles[i].size);
        output_write(output, styles[i].path, css.data, css.size);
    }
    text_free(&css);
}

void styles_add(struct text *out)
{
    for (size_t i = 0; i < STYLES; i++)
        css_squeeze(out, styles[i].css, styles[i].size);
}
