#include "indexer/content/estimate.h"

#include <string.h>

enum { LEVEL_USUAL = 95 };

/* A ratio's type says so in its name: odds-ratio, rate-ratio … */
bool estimate_is_ratio(const char *type)
{
    const char *hyphen = strrchr(type, '-');
    return hyphen && strcmp(hyphen, "-ratio") == 0;
}

/* 1 where a number lies on the wanted side of the mark, -1 on the other, 0 on it or where no side is wanted. */
static int side_of(double number, double no_effect, const char *better)
{
    int sign = strcmp(better, "higher") == 0 ? 1 : strcmp(better, "lower") == 0 ? -1 : 0;
    return sign * ((number > no_effect) - (number < no_effect));
}

static enum estimate_says says(const struct estimate *estimate)
{
    if (!estimate->has_range)
        return ESTIMATE_NO_RANGE;
    if (estimate->low <= estimate->no_effect && estimate->high >= estimate->no_effect)
        return ESTIMATE_NONE_SHOWN;
    return estimate->side > 0 ? ESTIMATE_BETTER : estimate->side < 0 ? ESTIMATE_WORSE : ESTIMATE_NO_SIDE;
}

static void read_range(const struct value *map, struct estimate *estimate)
{
    const struct value *low = value_member(map, ESTIMATE_LOW);
    const struct value *high = value_member(map, ESTIMATE_HIGH);
    const struct value *level = value_member(map, ESTIMATE_LEVEL);
    estimate->has_range = low->kind == VALUE_NUMBER && high->kind == VALUE_NUMBER;
    estimate->low = low->number;
    estimate->high = high->number;
    estimate->low_decimals = value_decimals(low);
    estimate->high_decimals = value_decimals(high);
    estimate->level = level->kind == VALUE_NUMBER ? level->number : LEVEL_USUAL;
}

struct estimate estimate_of(const struct value *outcome)
{
    const struct value *map = value_member(outcome, OUTCOME_ESTIMATE);
    struct estimate estimate = {.type = "", .p = "", .compared_with = "", .comparison = ""};
    if (value_member(map, ESTIMATE_VALUE)->kind != VALUE_NUMBER)
        return estimate;
    estimate.type = value_text(map, ESTIMATE_TYPE, "");
    estimate.value = value_member(map, ESTIMATE_VALUE)->number;
    estimate.value_decimals = value_decimals(value_member(map, ESTIMATE_VALUE));
    estimate.is_ratio = estimate_is_ratio(estimate.type);
    estimate.is_percent = strcmp(estimate.type, "percent-change") == 0;
    estimate.no_effect = estimate.is_ratio ? 1 : 0;
    estimate.side = side_of(estimate.value, estimate.no_effect, value_text(outcome, OUTCOME_BETTER, ""));
    read_range(map, &estimate);
    estimate.says = says(&estimate);
    estimate.adjusted = value_member(map, ESTIMATE_ADJUSTED)->number != 0;
    estimate.p = value_text(map, ESTIMATE_P, "");
    estimate.compared_with = value_text(map, ESTIMATE_COMPARED_WITH, "");
    estimate.comparison = value_text(map, ESTIMATE_COMPARISON, "");
    estimate.analysed = value_member(map, ESTIMATE_ANALYSED)->number;
    return estimate;
}
