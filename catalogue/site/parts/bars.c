#include "catalogue/site/parts/bars.h"

#include <math.h>
#include <string.h>

#include "catalogue/site/parts/listing.h"
#include "indexer/base/phrases.h"

/* The bars of one comparison: who, when, how much. */
static const struct {
    size_t member;
    bool is_comparator;
    const char *when;
    const char *kind;
} bars[] = {
    {OUTCOME_BASELINE, false, PHRASE("before"), "group before"},
    {OUTCOME_AFTER, false, PHRASE("after"), "group after"},
    {OUTCOME_COMPARATOR_BASELINE, true, PHRASE("before"), "comparator before"},
    {OUTCOME_COMPARATOR_AFTER, true, PHRASE("after"), "comparator after"},
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

/* Whose figure it is, as the sentence calls them; alone it needs no name. */
static const char *who(const struct outcome_words *words, size_t i)
{
    return bars[i].is_comparator ? words->theirs : *words->comparator_after ? say("here") : "";
}

static const char *label(struct arena *arena, const struct outcome_words *words, size_t i)
{
    const char *whose = who(words, i);
    if (!*words->before)
        return whose;
    return arena_format(arena, "%s%s%s", whose, *whose ? ", " : "", say(bars[i].when));
}

static void draw_bar(struct html *html, const char *label, const char *figure, double share, size_t i)
{
    html_open(html, HTML_DIV);
    html_element(html, HTML_SPAN, "whose", label);
    listing_bar(html, share, bars[i].kind);
    html_element(html, HTML_SPAN, "figure", figure);
    html_close(html, HTML_DIV);
}

void bars_draw(struct html *html, struct arena *arena, const struct value *outcome, const struct outcome_words *words)
{
    const char *const figures[BARS] = {words->before, words->after, words->comparator_before, words->comparator_after};
    bool is_pair = *words->before || *words->comparator_after;
    double longest = longest_bar(outcome);
    if (!is_pair || longest <= 0)
        return;
    html_open(html, HTML_DIV);
    html_class(html, "bars");
    html_attribute(html, "aria-hidden", "true");
    for (size_t i = 0; i < BARS; i++) {
        if (*figures[i])
            draw_bar(html, label(arena, words, i), figures[i], value_member(outcome, bars[i].member)->number / longest,
                     i);
    }
    html_close(html, HTML_DIV);
}
