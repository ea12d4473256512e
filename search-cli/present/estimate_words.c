#include "search-cli/present/estimate_words.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

/* An effect of this type as it is written: "0.58" for a ratio, "+0.4 points" for a difference. */
static const char *figure(struct arena *arena, const struct estimate *estimate, const char *unit)
{
    const struct figure value = {estimate->value, estimate->value_decimals};
    if (estimate->is_ratio || strcmp(estimate->type, "standardised-difference") == 0)
        return format_figure(arena, value);
    if (estimate->is_percent)
        return arena_format(arena, "%s%s%%", value.number > 0 ? "+" : "", format_figure(arena, value));
    return format_difference(arena, value, unit);
}

/* In the unit of the effect, which stands before it; per cent alone is said again. */
static const char *range(struct arena *arena, const struct estimate *estimate)
{
    const char *sign = estimate->is_percent ? "%" : "";
    const struct figure low = {estimate->low, estimate->low_decimals};
    const struct figure high = {estimate->high, estimate->high_decimals};
    if (!estimate->has_range)
        return "";
    return arena_format(arena, say("%s%% range %s to %s"), format_number(arena, estimate->level),
                        arena_format(arena, "%s%s", format_figure(arena, low), sign),
                        arena_format(arena, "%s%s", format_figure(arena, high), sign));
}

static bool holds_no_effect(const struct estimate *estimate)
{
    return estimate->low <= estimate->no_effect && estimate->high >= estimate->no_effect;
}

/* A change in percent needs no other words where it is all that is known. */
static bool is_plain(const struct estimate *estimate)
{
    return estimate->is_percent && !estimate->has_range && estimate->value != estimate->no_effect;
}

static const char *plain(struct arena *arena, const struct estimate *estimate)
{
    const bool lower = estimate->value < 0;
    const struct figure size = {lower ? -estimate->value : estimate->value, estimate->value_decimals};
    return arena_format(arena, lower ? say("%s%% lower") : say("%s%% higher"), format_figure(arena, size));
}

/* A range that holds no effect allows no word on better or worse, nor does an effect without a range. */
static const char *says(struct arena *arena, const struct estimate *estimate)
{
    const char *way = estimate->value > estimate->no_effect   ? say("higher")
                      : estimate->value < estimate->no_effect ? say("lower")
                                                              : say("the same");
    if (is_plain(estimate))
        return say("no range given");
    if (!estimate->has_range)
        return arena_format(arena, say("%s; no range given"), way);
    if (holds_no_effect(estimate))
        return say("no difference shown");
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
    const char *type = format_lower(arena, vocabulary_label(vocabularies, "estimate-type", estimate->type));
    return (struct estimate_words){.effect = is_plain(estimate)
                                                 ? plain(arena, estimate)
                                                 : arena_format(arena, "%s %s", type, figure(arena, estimate, unit)),
                                   .range = range(arena, estimate),
                                   .says = says(arena, estimate),
                                   .is_plain = is_plain(estimate),
                                   .how = how(arena, estimate, vocabularies)};
}
