#include "indexer/content/limits.h"

#include "indexer/base/phrases.h"

const struct limit evidence_limits[LIMIT_COUNT] = {
    [LIMIT_SELF_EVALUATED] = {"self-evaluated", PHRASE("Evaluated by those who did it"),
                              PHRASE("The people who ran it evaluated it themselves.")},
    [LIMIT_FEW_ANALYSED] = {"few-analysed", PHRASE("Few were analysed"),
                            PHRASE("Fewer than 100 people or places are in the figures.")},
    [LIMIT_LOST_MANY] = {"lost-many", PHRASE("More than a fifth were lost"),
                         PHRASE("More than a fifth of those who took part are not in the figures.")},
    [LIMIT_SELF_SELECTED] =
        {"self-selected", PHRASE("People chose themselves"),
         PHRASE("Those in the figures came of their own accord, and may differ from those who did not.")},
    [LIMIT_ONE_SITE] = {"one-site", PHRASE("One site"),
                        PHRASE("It was tried in one organisation or one neighbourhood.")},
    [LIMIT_UNDER_SIX_MONTHS] = {"under-six-months", PHRASE("Under six months"),
                                PHRASE("The effect was last measured less than six months after the start.")},
    [LIMIT_NO_RANGE] = {"no-range", PHRASE("No range given"),
                        PHRASE("No range is given, so what chance did cannot be told.")},
    [LIMIT_HOLDS_NO_EFFECT] = {"range-holds-no-effect", PHRASE("The range holds no effect"),
                               PHRASE("The range of the main estimate reaches or crosses the mark of no effect.")},
    [LIMIT_ROUNDED] = {"rounded", PHRASE("Figures rounded"), PHRASE("The source itself rounds the figures.")},
};
