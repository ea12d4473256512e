#include "search-cli/report/term_brief.h"

#include "indexer/base/phrases.h"

struct report *term_brief(struct arena *arena, const struct report_base *base, struct cases_read *cases,
                          const struct facet *facet, const struct term_count *term)
{
    const struct asked asked = {.query = arena_format(arena, "%s:%s", facet->option, term->term->id),
                                .about = term->term->label,
                                .rows = term->rows,
                                .total = term->count};
    return brief_report(arena, &(struct brief_request){.base = base,
                                                       .asked = &asked,
                                                       .title = arena_format(arena, say("Briefing: %s"), asked.about),
                                                       .question = say(brief_question),
                                                       .cases = cases});
}
