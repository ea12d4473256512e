#include "search-cli/report/reports.h"

#include "search-cli/report/brief.h"
#include "search-cli/report/lens_report.h"
#include "search-cli/report/matrix_report.h"

static struct report *make_matrix(struct arena *arena, const struct report_request *request)
{
    struct matrix matrix = matrix_of(arena, request->base, facet_find(request->arguments[0]),
                                     facet_find(request->arguments[1]), &request->asked->rows);
    return matrix_report(arena, request->base, &matrix, request->asked->query, request->empty);
}

/* All lenses, one, or one cell of it. */
static struct report *make_lens(struct arena *arena, const struct report_request *request)
{
    const struct report_base *base = request->base;
    const struct lenses *lenses = base->lenses;
    struct lens_answers *answers = arena_array(arena, lenses->count + 1, sizeof *answers);
    const struct lens *lens = request->argument_count ? lens_find(lenses, request->arguments[0]) : NULL;
    bool done = !lens || lens_ask(base->index, arena, lens, &answers[0]);
    for (size_t i = 0; i < lenses->count && !lens && done; i++)
        done = lens_ask(base->index, arena, &lenses->items[i], &answers[i]);
    if (!done || !lens)
        return lens_list_report(arena, answers, done ? lenses->count : 0);
    const struct lens_cell *cell =
        request->argument_count > 1 ? lens_cell_find(&lens->cells, request->arguments[1]) : NULL;
    struct cases_read cases = {.arena = arena, .base = base};
    return cell ? lens_cell_report(arena, &answers[0], (size_t)(cell - lens->cells.items), &cases)
                : lens_report(arena, &answers[0], &cases);
}

static struct report *make_brief(struct arena *arena, const struct report_request *request)
{
    const char *about = request->asked->about;
    return brief_report(arena, &(struct brief_request){
                                   .base = request->base,
                                   .asked = request->asked,
                                   .title = arena_format(arena, "Briefing: %s", *about ? about : "all case studies"),
                                   .question = report_kinds[REPORT_BRIEF].question,
                                   .questions = request->questions});
}

const struct report_kind report_kinds[REPORTS] = {
    [REPORT_MATRIX] = {"matrix", "Gap map", "Where is something known, and where is nothing?", "gaps.html", true,
                       make_matrix},
    [REPORT_LENS] = {"lens", "Lenses", "What do the case studies answer to the questions of a policy or framework?",
                     "lenses/index.html", true, make_lens},
    [REPORT_BRIEF] = {"brief", "Briefing", "What was tried, what came of it, and what is not known?", NULL, false,
                      make_brief},
};

void report_name(struct report *report, enum report_id id)
{
    report->name = report_kinds[id].name;
    if (!report->question)
        report->question = report_kinds[id].question;
}

const struct report *report_make(enum report_id id, struct arena *arena, const struct report_request *request)
{
    struct report *report = report_kinds[id].make(arena, request);
    report_name(report, id);
    return report;
}
