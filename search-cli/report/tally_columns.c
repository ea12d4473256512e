#include "search-cli/report/tally_columns.h"

struct report_cell tally_cell(struct arena *arena, const struct tally *tally)
{
    struct report_cell cell = report_words(tally_directions(arena, tally));
    struct tally *kept = arena_alloc(arena, sizeof *kept);
    *kept = *tally;
    cell.tally = kept;
    return cell;
}
