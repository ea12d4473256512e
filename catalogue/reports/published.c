#include "catalogue/reports/published.h"

#include <string.h>

enum standing published_standing(const struct case_row *row, bool require_review)
{
    static const struct {
        const char *status;
        enum standing standing;
    } standings[] = {
        {"accepted", STANDING_SHOWN},  {"archived", STANDING_ARCHIVED}, {"withdrawn", STANDING_WITHDRAWN},
        {"draft", STANDING_HIDDEN},    {"submitted", STANDING_HIDDEN},  {"in-review", STANDING_HIDDEN},
        {"returned", STANDING_HIDDEN},
    };
    for (size_t i = 0; i < sizeof standings / sizeof *standings; i++) {
        if (strcmp(standings[i].status, row->review_status) == 0)
            return standings[i].standing;
    }
    return require_review ? STANDING_HIDDEN : STANDING_SHOWN;
}

struct bitset published_rows(struct index *index, struct arena *arena)
{
    struct bitset rows = {0};
    bool require_review = index_settings(index)->require_review;
    struct case_rows cases = index_cases(index, arena, ORDER_ID, NULL, 0, 0);
    for (size_t i = 0; i < cases.count; i++) {
        if (published_standing(&cases.items[i], require_review) != STANDING_HIDDEN)
            bitset_add(arena, &rows, cases.items[i].row);
    }
    return rows;
}
