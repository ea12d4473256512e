#include "search-cli/report/reports.h"

#include "indexer/base/phrases.h"
#include "search-cli/report/actions.h"
#include "search-cli/report/barriers.h"
#include "search-cli/report/brief.h"
#include "search-cli/report/investment.h"
#include "search-cli/report/lens_report.h"
#include "search-cli/report/matrix_report.h"
#include "search-cli/report/measures.h"
#include "search-cli/report/organisation_report.h"
#include "search-cli/report/partners.h"
#include "search-cli/report/principles_report.h"
#include "search-cli/report/quality.h"
#include "search-cli/report/stages.h"

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
    const char *among = request->asked->about;
    const struct bitset *within = *among ? &request->asked->rows : NULL;
    bool done = !lens || lens_ask(base->index, arena, lens, within, &answers[0]);
    for (size_t i = 0; i < lenses->count && !lens && done; i++)
        done = lens_ask(base->index, arena, &lenses->items[i], within, &answers[i]);
    if (!done || !lens)
        return lens_list_report(arena, answers, done ? lenses->count : 0, among);
    const struct lens_cell *cell =
        request->argument_count > 1 ? lens_cell_find(&lens->cells, request->arguments[1]) : NULL;
    struct cases_read cases = {.arena = arena, .base = base};
    return cell             ? lens_cell_report(arena, &answers[0], (size_t)(cell - lens->cells.items), among, &cases)
           : request->brief ? lens_brief(arena, &answers[0], among, &cases)
                            : lens_report(arena, &answers[0], among, &cases);
}

static struct report *make_brief(struct arena *arena, const struct report_request *request)
{
    const char *about = request->asked->about;
    return brief_report(arena, &(struct brief_request){.base = request->base,
                                                       .asked = request->asked,
                                                       .title = arena_format(arena, say("Briefing: %s"),
                                                                             *about ? about : say("all case studies")),
                                                       .question = say(brief_question),
                                                       .questions = request->questions});
}

static const char *on_of(const struct report_request *request)
{
    return request->on ? request->on : request->base->as_of;
}

static struct report *make_quality(struct arena *arena, const struct report_request *request)
{
    return quality_report(arena, request->survey, request->organisations, on_of(request));
}

static struct report *make_stale(struct arena *arena, const struct report_request *request)
{
    return stale_report(arena, request->survey, on_of(request), request->most);
}

static struct report *make_organisations(struct arena *arena, const struct report_request *request)
{
    if (!request->argument_count)
        return organisations_report(arena, request->survey, request->organisations);
    const struct organisation *one = organisation_find(request->organisations, request->arguments[0]);
    return one ? organisation_report(arena, request->survey, one) : NULL;
}

static struct string_list organisation_parts(struct arena *arena, const struct report_request *request)
{
    struct string_list parts = {0};
    for (size_t i = 0; i < request->organisations->several; i++)
        string_list_add(arena, &parts, request->organisations->items[i].slug);
    return parts;
}

static struct report *make_actions(struct arena *arena, const struct report_request *request)
{
    return request->argument_count ? action_report(arena, request->base, NULL, request->arguments[0])
                                   : actions_report(arena, request->base);
}

static struct string_list action_parts(struct arena *arena, const struct report_request *request)
{
    return actions_parts(arena, request->base);
}

static struct report *make_barriers(struct arena *arena, const struct report_request *request)
{
    return request->argument_count ? barriers_of(arena, request->survey, request->arguments[0])
                                   : barriers_report(arena, request->survey);
}

static struct string_list barrier_parts(struct arena *arena, const struct report_request *request)
{
    return barriers_parts(arena, request->survey);
}

static struct report *make_measures(struct arena *arena, const struct report_request *request)
{
    return request->argument_count ? measure_report(arena, request->survey, request->arguments[0])
                                   : measures_report(arena, request->survey);
}

static struct string_list measure_parts(struct arena *arena, const struct report_request *request)
{
    return measures_parts(arena, request->survey);
}

static struct report *make_stages(struct arena *arena, const struct report_request *request)
{
    return stages_report(arena, request->survey);
}

static struct report *make_investment(struct arena *arena, const struct report_request *request)
{
    return request->argument_count ? investment_of(arena, request->survey, request->arguments[0])
                                   : investment_report(arena, request->survey);
}

static struct string_list investment_names(struct arena *arena, const struct report_request *request)
{
    return investment_parts(arena, request->survey);
}

static struct report *make_partners(struct arena *arena, const struct report_request *request)
{
    return partners_report(arena, request->survey);
}

static struct report *make_principles(struct arena *arena, const struct report_request *request)
{
    return principles_report(arena, request->survey, request->argument_count ? request->arguments[0] : NULL);
}

static struct string_list principle_parts(struct arena *arena, const struct report_request *request)
{
    return principles_parts(arena, request->survey);
}

/* Those that have a page of their own, by their questions. */
static void list_pages(struct arena *arena, struct report *report)
{
    struct report_part *part = report_part_add(arena, report, "reports", "");
    part->is_list = true;
    for (size_t i = 0; i < REPORT_LIST; i++) {
        const struct report_kind *kind = &report_kinds[i];
        if (!kind->page)
            continue;
        struct fact_item *line = report_line(arena, part);
        fact_part(line,
                  (struct fact_part){.text = say(kind->label), .link = FACT_REPORT, .to = kind->name, .strong = true});
        fact_part(line, (struct fact_part){.text = arena_format(arena, ": %s", say(kind->question))});
    }
    report_say(arena, report_part_add(arena, report, "briefings", ""),
               say("A briefing stands on the page of each priority area, partner type, group and action, and of each "
                   "question of a lens; what is to be looked at again, on the page on quality."));
}

/* What is typed for each. */
static void list_commands(struct arena *arena, struct report *report)
{
    static const struct report_column columns[] = {{"label", PHRASE("Answer"), COLUMN_FOR_ALL},
                                                   {"command", PHRASE("What to type"), COLUMN_FOR_ALL}};
    struct report_part *part = report_part_add(arena, report, "commands", say("In a terminal"));
    part->is_aside = true;
    struct report_table *table =
        report_table_add(arena, part, part->heading, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < REPORT_LIST; i++) {
        struct report_cell *row = report_row(arena, table);
        row[0] = report_words(say(report_kinds[i].label));
        row[1] = report_words(arena_format(arena, "catalogue %s", report_kinds[i].usage));
    }
}

static struct report *make_list(struct arena *arena, const struct report_request *request)
{
    struct report *report = arena_alloc(arena, sizeof *report);
    *report = (struct report){.title = say("Answers"), .query = "", .cases = bitset_size(request->base->visible)};
    list_pages(arena, report);
    list_commands(arena, report);
    return report;
}

const struct report_kind report_kinds[REPORTS] = {
    [REPORT_MATRIX] = {"matrix", PHRASE("Gap map"), PHRASE("Where is something known, and where is nothing?"),
                       "matrix FIELD FIELD", "gaps.html", true, false, make_matrix, NULL, NULL},
    [REPORT_LENS] = {"lens", PHRASE("Lenses"),
                     PHRASE("What do the case studies answer to the questions of a policy or framework?"),
                     "lens [ID [QUESTION]]", "lenses/index.html", true, false, make_lens, NULL, NULL},
    [REPORT_BRIEF] = {"brief", PHRASE("Briefing"), brief_question, "brief QUERY", NULL, false, false, make_brief, NULL,
                      NULL},
    [REPORT_ACTIONS] = {"actions", PHRASE("What can be done"),
                        PHRASE("What do people do, who leads it, and what came of it?"), "report actions [ACTION]",
                        "actions.html", true, true, make_actions, action_parts, "actions"},
    [REPORT_BARRIERS] = {"barriers", PHRASE("What helped, what got in the way"),
                         PHRASE("What helped, what got in the way and what did not work?"), "report barriers [PART]",
                         "barriers.html", true, true, make_barriers, barrier_parts, NULL},
    [REPORT_MEASURES] = {"measures", PHRASE("Shared measures"),
                         PHRASE("Which figures of several case studies can be read side by side?"),
                         "report measures [MEASURE]", "measures.html", true, true, make_measures, measure_parts, NULL},
    [REPORT_STAGES] = {"stages", PHRASE("From pilot to normal business"),
                       PHRASE("What was taken into normal business, and what ended, and how well was it known?"),
                       "report stages", "stages.html", true, true, make_stages, NULL, NULL},
    [REPORT_INVESTMENT] = {"investment", PHRASE("What it cost"),
                           PHRASE("What did the work cost, by area and by group?"), "report investment [PART]",
                           "investment.html", true, true, make_investment, investment_names, NULL},
    [REPORT_PARTNERS] = {"partners", PHRASE("Partners"), PHRASE("Who leads, and who works with whom?"),
                         "report partners", "partners.html", true, true, make_partners, NULL, NULL},
    [REPORT_PRINCIPLES] = {"principles", PHRASE("Principles of partnership"),
                           PHRASE("Is partnership shown by the record, or only claimed?"), "report principles [SHEET]",
                           "principles.html", true, true, make_principles, principle_parts, NULL},
    [REPORT_ORGANISATIONS] = {"organisations", PHRASE("Organisations"), PHRASE("Who took part in what, and who leads?"),
                              "report organisations [NAME]", "organisations.html", true, true, make_organisations,
                              organisation_parts, NULL},
    [REPORT_QUALITY] = {"quality", PHRASE("Quality"),
                        PHRASE("What do the records not say, and which need another look?"), "report quality",
                        "quality.html", true, true, make_quality, NULL, NULL},
    [REPORT_STALE] = {"stale", PHRASE("To be looked at"),
                      PHRASE("Which case studies need another look today, and why?"), "stale [--on DATE]", NULL, true,
                      false, make_stale, NULL, NULL},
    [REPORT_LIST] = {"reports", PHRASE("Answers"), PHRASE("What can be asked of all case studies at once?"), "report",
                     "answers.html", false, true, make_list, NULL, NULL},
};

void report_name(struct report *report, enum report_id id)
{
    report->name = report_kinds[id].name;
    if (!report->question)
        report->question = say(report_kinds[id].question);
}

void report_survey(struct arena *arena, struct report_request *request)
{
    if (request->organisations)
        return;
    struct organisations *organisations = arena_alloc(arena, sizeof *organisations);
    if (!request->survey)
        request->survey = survey_read(arena, request->base);
    *organisations = organisations_of(arena, request->survey);
    request->organisations = organisations;
}

const struct report *report_make(enum report_id id, struct arena *arena, const struct report_request *request)
{
    struct report *report = report_kinds[id].make(arena, request);
    if (report)
        report_name(report, id);
    return report;
}
