#include "search-cli/report/tally_columns.h"

static const struct tally *keep(struct arena *arena, const struct tally *tally)
{
    struct tally *kept = arena_alloc(arena, sizeof *kept);
    *kept = *tally;
    return kept;
}

struct report_cell tally_cell(struct arena *arena, const struct tally *tally)
{
    struct report_cell cell = report_words(tally_directions(arena, tally));
    cell.tally = keep(arena, tally);
    return cell;
}

void tally_say(struct arena *arena, struct report_part *part, const char *words, const struct tally *tally)
{
    report_say(arena, part, words);
    part->lines[part->line_count - 1].tally = keep(arena, tally);
}
