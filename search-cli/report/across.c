#include "search-cli/report/across.h"

#include <string.h>

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

const char *across_part_name(struct arena *arena, const struct across_by *by, const struct term *term)
{
    return arena_format(arena, "%s%s", by->prefix, term->id);
}

const struct term_count *across_part_find(const struct survey *survey, const struct across_by *bys, size_t by_count,
                                          const char *name, const struct facet **facet)
{
    for (size_t i = 0; i < by_count; i++) {
        const struct term_counts *terms = counts_of(survey->base->counts, bys[i].facet);
        size_t prefix = strlen(bys[i].prefix);
        for (size_t j = 0; strncmp(name, bys[i].prefix, prefix) == 0 && j < terms->count; j++)
            if (strcmp(terms->items[j].term->id, name + prefix) == 0) {
                *facet = terms->facet;
                return &terms->items[j];
            }
    }
    return NULL;
}

struct string_list across_part_names(struct arena *arena, const struct survey *survey, const struct across_by *bys,
                                     size_t by_count,
                                     size_t (*count)(const struct survey *survey, const struct bitset *rows))
{
    struct string_list names = {0};
    for (size_t i = 0; i < by_count; i++) {
        const struct term_counts *terms = counts_of(survey->base->counts, bys[i].facet);
        for (size_t j = 0; j < terms->count; j++)
            if (count(survey, &terms->items[j].rows))
                string_list_add(arena, &names, across_part_name(arena, &bys[i], terms->items[j].term));
    }
    return names;
}
