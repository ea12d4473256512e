#include "catalogue/site/parts/shades.h"

#include <math.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

enum { SHADES = 4 };

static const char *const classes[SHADES] = {"shade-1", "shade-2", "shade-3", "shade-4"};

/* The most that a shade but the last stands for; each stands for one count at least. */
static size_t limit_of(const struct site *site, size_t shade)
{
    double root = sqrt(sqrt((double)bitset_size(&site->visible)));
    double limit = root;
    for (size_t i = 0; i < shade; i++)
        limit *= root;
    return (size_t)limit > shade ? (size_t)limit : shade + 1;
}

const char *shade_of(const struct site *site, size_t count)
{
    size_t shade = 0;
    while (shade + 1 < SHADES && count > limit_of(site, shade))
        shade++;
    return count ? classes[shade] : "gap";
}

static void write_shade(struct frame *frame, const char *class, const char *words)
{
    html_open(&frame->html, HTML_LI);
    html_class(&frame->html, class);
    html_text(&frame->html, words);
    html_close(&frame->html, HTML_LI);
}

void shades_legend(struct frame *frame)
{
    struct arena *arena = &frame->arena;
    size_t least = 1;
    html_open(&frame->html, HTML_UL);
    html_class(&frame->html, "legend");
    html_attribute(&frame->html, "aria-label", say("What the shades stand for, in case studies"));
    write_shade(frame, "gap", say("none"));
    for (size_t i = 0; i + 1 < SHADES; i++) {
        size_t limit = limit_of(frame->site, i);
        write_shade(frame, classes[i],
                    limit > least
                        ? arena_format(arena, say("%s to %s"), format_count(arena, least), format_count(arena, limit))
                        : format_count(arena, least));
        least = limit + 1;
    }
    write_shade(frame, classes[SHADES - 1], arena_format(arena, say("%s or more"), format_count(arena, least)));
    html_close(&frame->html, HTML_UL);
}
