#include "search-cli/present/estimate_words.h"

#include <math.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

/* Whether it is a change in per cent, which is told as people say it: "18% lower". */
static bool is_plain(const struct estimate *estimate)
{
    return estimate->is_percent && estimate->value != estimate->no_effect;
}

static const char *percent(struct arena *arena, double value, int decimals)
{
    return arena_format(arena, "%s%%", format_figure(arena, (struct figure){fabs(value), decimals}));
}

/* An effect of this type as it is written: "0.58" for a ratio, "+0.4 points" for a difference. */
static const char *figure(struct arena *arena, const struct estimate *estimate, const char *unit)
{
    const struct figure value = {estimate->value, estimate->value_decimals};
    if (estimate->is_ratio || strcmp(estimate->type, "standardised-difference") == 0)
        return format_figure(arena, value);
    if (estimate->is_percent)
        return percent(arena, estimate->value, estimate->value_decimals);
    return format_difference(arena, value, unit);
}

static const char *effect(struct arena *arena, const struct estimate *estimate, const char *unit,
                          const struct vocabularies *vocabularies)
{
    const char *size = figure(arena, estimate, unit);
    if (is_plain(estimate))
        return arena_format(arena, estimate->value < 0 ? say("%s lower") : say("%s higher"), size);
    return arena_format(arena, "%s %s",
                        format_lower(arena, vocabulary_label(vocabularies, "estimate-type", estimate->type)), size);
}

/* A range in per cent, as what is nearer to no change first: "63.8% to 92.8% lower", "5.2% lower to 6.3% higher". */
static const char *percent_range(struct arena *arena, const struct estimate *estimate)
{
    const char *low = percent(arena, estimate->low, estimate->low_decimals);
    const char *high = percent(arena, estimate->high, estimate->high_decimals);
    const char *level = format_number(arena, estimate->level);
    if (estimate->low < 0 && estimate->high > 0)
        return arena_format(arena, say("%s%% range %s lower to %s higher"), level, low, high);
    if (estimate->low < 0)
        return arena_format(arena, say("%s%% range %s to %s lower"), level, high, low);
    return arena_format(arena, say("%s%% range %s to %s higher"), level, low, high);
}

/* In the unit of the effect, which stands before it. */
static const char *range(struct arena *arena, const struct estimate *estimate)
{
    const struct figure low = {estimate->low, estimate->low_decimals};
    const struct figure high = {estimate->high, estimate->high_decimals};
    if (!estimate->has_range)
        return "";
    if (estimate->is_percent)
        return percent_range(arena, estimate);
    return arena_format(arena, say("%s%% range %s to %s"), format_number(arena, estimate->level),
                        format_figure(arena, low), format_figure(arena, high));
}

static bool holds_no_effect(const struct estimate *estimate)
{
    return estimate->low <= estimate->no_effect && estimate->high >= estimate->no_effect;
}

/* A range that holds no effect allows no word on better or worse, nor does an effect without a range. */
static const char *says(struct arena *arena, const struct estimate *estimate)
{
    const char *way = estimate->value > estimate->no_effect   ? say("higher")
                      : estimate->value < estimate->no_effect ? say("lower")
                                                              : say("the same");
    if (!estimate->has_range)
        return is_plain(estimate) ? say("no range given") : arena_format(arena, say("%s; no range given"), way);
    if (holds_no_effect(estimate))
        return say("no difference shown");
    if (is_plain(estimate))
        return estimate->side ? estimate->side > 0 ? say("better") : say("worse") : "";
    if (!estimate->side)
        return way;
    return arena_format(arena, estimate->side > 0 ? say("%s, which is better") : say("%s, which is worse"), way);
}

static const char *probability(struct arena *arena, const char *p)
{
    bool has_sign = *p && strchr("<>=", *p);
    return *p ? arena_format(arena, "p %s%s%s", has_sign ? "" : "= ", has_sign ? arena_copy(arena, p, 1) : "",
                             has_sign ? arena_format(arena, " %s", p + 1 + strspn(p + 1, " ")) : p)
              : "";
}

static const char *how(struct arena *arena, const struct estimate *estimate, const struct vocabularies *vocabularies)
{
    struct string_list words = {0};
    const char *comparison = estimate->comparison;
    const char *p = probability(arena, estimate->p);
    bool says_adjusted = strcmp(comparison, "adjusted") == 0;
    if (estimate->analysed > 0)
        string_list_add(arena, &words,
                        arena_format(arena, say("%s analysed"), format_number(arena, estimate->analysed)));
    if (estimate->adjusted && !says_adjusted)
        string_list_add(arena, &words, say("adjusted"));
    if (*comparison)
        string_list_add(arena, &words, format_lower(arena, vocabulary_label(vocabularies, "comparison", comparison)));
    if (*p)
        string_list_add(arena, &words, p);
    return string_list_join(arena, &words, " \u00b7 ");
}

struct estimate_words estimate_words_of(struct arena *arena, const struct estimate *estimate, const char *unit,
                                        const struct vocabularies *vocabularies)
{
    if (estimate->says == ESTIMATE_ABSENT)
        return (struct estimate_words){"", "", "", false, ""};
    return (struct estimate_words){.effect = effect(arena, estimate, unit, vocabularies),
                                   .range = range(arena, estimate),
                                   .says = says(arena, estimate),
                                   .is_plain = is_plain(estimate),
                                   .how = how(arena, estimate, vocabularies)};
}
