#include "indexer/content/limits.h"

const struct limit evidence_limits[LIMIT_COUNT] = {
    [LIMIT_SELF_EVALUATED] = {"self-evaluated", "Evaluated by those who did it",
                              "The people who ran it evaluated it themselves."},
    [LIMIT_FEW_ANALYSED] = {"few-analysed", "Few were analysed", "Fewer than 100 people or places are in the figures."},
    [LIMIT_LOST_MANY] = {"lost-many", "More than a fifth were lost",
                         "More than a fifth of those who took part are not in the figures."},
    [LIMIT_SELF_SELECTED] = {"self-selected", "People chose themselves",
                             "Those in the figures came of their own accord, and may differ from those who did not."},
    [LIMIT_ONE_SITE] = {"one-site", "One site", "It was tried in one organisation or one neighbourhood."},
    [LIMIT_UNDER_SIX_MONTHS] = {"under-six-months", "Under six months",
                                "The effect was last measured less than six months after the start."},
    [LIMIT_NO_RANGE] = {"no-range", "No range given", "No range is given, so what chance did cannot be told."},
    [LIMIT_HOLDS_NO_EFFECT] = {"range-holds-no-effect", "The range holds no effect",
                               "The range of the main estimate reaches or crosses the mark of no effect."},
    [LIMIT_ROUNDED] = {"rounded", "Figures rounded", "The source itself rounds the figures."},
};
