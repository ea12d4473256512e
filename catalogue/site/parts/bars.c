#include "catalogue/site/parts/bars.h"

#include <math.h>
#include <string.h>

#include "catalogue/site/parts/listing.h"
#include "search-cli/present/format.h"

/* The bars of one comparison: who, when, how much. */
static const struct {
    size_t member;
    bool is_comparator;
    const char *when;
    const char *kind;
} bars[] = {
    {OUTCOME_BASELINE, false, "before", "group before"},
    {OUTCOME_AFTER, false, "after", "group after"},
    {OUTCOME_COMPARATOR_BASELINE, true, "before", "comparator before"},
    {OUTCOME_COMPARATOR_AFTER, true, "after", "comparator after"},
};
enum { BARS = sizeof bars / sizeof *bars };

/* The longest bar; 0 when there is nothing to draw from nought up: a ratio has its mark at 1. */
static double longest_bar(const struct value *outcome)
{
    double longest = 0;
    if (strstr(value_text(outcome, OUTCOME_UNIT, ""), "ratio"))
        return 0;
    for (size_t i = 0; i < BARS; i++) {
        double number = value_member(outcome, bars[i].member)->number;
        if (number < 0)
            return 0;
        longest = fmax(longest, number);
    }
    return longest;
}

static void draw_bar(struct html *html, struct arena *arena, const char *who, const char *figure, double share,
                     size_t i)
{
    html_open(html, HTML_DIV);
    html_element(html, HTML_DT, NULL, arena_format(arena, "%s, %s", who, bars[i].when));
    html_open(html, HTML_DD);
    listing_bar(html, share, bars[i].kind);
    html_element(html, HTML_SPAN, NULL, figure);
    html_close(html, HTML_DD);
    html_close(html, HTML_DIV);
}

static void draw_bars(struct html *html, struct arena *arena, const struct value *outcome,
                      const struct outcome_words *words)
{
    const char *const figures[BARS] = {words->before, words->after, words->comparator_before, words->comparator_after};
    double longest = longest_bar(outcome);
    html_open(html, HTML_DL);
    html_class(html, "bars");
    for (size_t i = 0; i < BARS; i++) {
        const char *who = bars[i].is_comparator ? words->comparator : words->group;
        if (*figures[i])
            draw_bar(html, arena,
                     *who                    ? who
                     : bars[i].is_comparator ? "Comparison"
                                             : "Group",
                     figures[i], value_member(outcome, bars[i].member)->number / longest, i);
    }
    html_close(html, HTML_DL);
}

void bars_draw(struct html *html, struct arena *arena, const struct value *outcome, const struct outcome_words *words)
{
    bool is_pair = *words->before || *words->comparator_after;
    if (!is_pair || longest_bar(outcome) <= 0)
        return;
    html_open(html, HTML_FIGURE);
    html_class(html, "chart");
    html_element(html, HTML_FIGCAPTION, NULL, words->label);
    draw_bars(html, arena, outcome, words);
    if (*words->finding)
        html_element(html, HTML_P, "finding", format_sentence(arena, words->finding));
    html_close(html, HTML_FIGURE);
}
