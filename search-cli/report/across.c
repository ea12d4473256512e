#include "search-cli/report/across.h"

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

struct report *across_report(struct arena *arena, const struct survey *survey, const char *title)
{
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = title, .query = "", .cases = survey->count};
    return report;
}

void across_case(struct arena *arena, struct report_part *part, const struct case_row *row, const char *note)
{
    struct fact_item *line = report_line(arena, part);
    fact_part(line, (struct fact_part){.text = row->title, .link = FACT_CASE, .to = row->id});
    if (*note)
        fact_part(line, (struct fact_part){.text = note, .note = true});
}

void across_more(struct arena *arena, struct report *report, size_t count, size_t shown, const char *query)
{
    if (count <= shown)
        return;
    struct report_part *part = report_part_add(arena, report, arena_format(arena, "more-%zu", report->part_count), "");
    struct fact_item *line = report_line(arena, part);
    const char *more = arena_format(arena, say("And %s more"), format_count(arena, count - shown));
    fact_part(line, (struct fact_part){.text = arena_format(arena, *query ? "%s: " : "%s.", more)});
    if (*query)
        fact_part(line, (struct fact_part){.text = arena_format(arena, say("all %s"), format_count(arena, count)),
                                           .link = FACT_QUERY,
                                           .to = query});
}
