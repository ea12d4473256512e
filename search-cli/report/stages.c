#include "search-cli/report/stages.h"

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/across.h"
#include "search-cli/report/tally_columns.h"

enum { LISTED = 12 };

/* Case studies of a stage whose result is known so well, or so little. */
static const struct lot {
    const char *key;
    const char *heading;
    const char *query; /* that finds just these */
    const char *stages[3];
    const char *levels[5];
} lots[] = {
    {"measured-pilots",
     PHRASE("Measured, and still a pilot"),
     "stage:pilot evidence:e2,e3,e4,e5",
     {"pilot"},
     {"e2", "e3", "e4", "e5"}},
    {"measured-ended",
     PHRASE("Measured, and ended or stopped"),
     "stage:ended,stopped evidence:e2,e3,e4,e5",
     {"ended", "stopped"},
     {"e2", "e3", "e4", "e5"}},
    {"unmeasured-normal",
     PHRASE("Normal business without a measured result"),
     "stage:mainstreamed evidence:e0,e1",
     {"mainstreamed"},
     {"e0", "e1"}},
};
enum { LOTS = sizeof lots / sizeof *lots };

static void add_stage(struct arena *arena, struct report_table *table, const struct report_base *base,
                      const struct term_count *stage, const struct facet *facet)
{
    enum { STAGE, CASES, BEST, RESULTS, ID };
    const struct tally tally = tally_of(base->counts, &stage->rows);
    struct report_cell *row = report_row(arena, table);
    row[STAGE].words = (struct fact_part){stage->term->label, FACT_TERM, stage->term->id, facet, false, false};
    row[CASES] = report_number(tally.count);
    row[BEST] = report_words(tally.count ? vocabulary_label(base->vocabularies, "evidence", tally.best_evidence) : "");
    row[RESULTS] = tally_cell(arena, &tally);
    row[ID] = report_words(stage->term->id);
}

static void add_table(struct arena *arena, struct report_part *part, const struct survey *survey)
{
    static const struct report_column columns[] = {{"label", PHRASE("Stage"), COLUMN_FOR_ALL},
                                                   {"cases", PHRASE("Case studies"), COLUMN_FOR_ALL},
                                                   {"best_known", PHRASE("Best known"), COLUMN_FOR_ALL},
                                                   {"results", PHRASE("What came of them"), COLUMN_FOR_ALL},
                                                   {"stage", "Stage", COLUMN_FOR_DATA}};
    const struct term_counts *stages = counts_of(survey->base->counts, "stage");
    struct report_table *table =
        report_table_add(arena, part, say("Stages"), columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < stages->count; i++)
        add_stage(arena, table, survey->base, &stages->items[i], stages->facet);
}

static void add_lot(struct arena *arena, struct report *report, const struct survey *survey, const struct lot *lot)
{
    struct bitset rows = counts_any(arena, survey->base->counts, "stage", lot->stages);
    struct bitset known = counts_any(arena, survey->base->counts, "evidence", lot->levels);
    struct report_part *part = report_part_add(arena, report, lot->key, say(lot->heading));
    size_t count = 0;
    bitset_and(&rows, &known);
    part->is_list = true;
    for (size_t i = 0; i < survey->count; i++) {
        const struct case_row *row = &survey->items[i].row;
        if (bitset_has(&rows, row->row) && count++ < LISTED)
            across_case(
                arena, part, row,
                arena_format(arena, "%s, %s", vocabulary_label(survey->base->vocabularies, "evidence", row->evidence),
                             format_lower(arena, vocabulary_label(survey->base->vocabularies, "result", row->result))));
    }
    if (!count)
        report_say(arena, part, say("None."));
    across_more(arena, report, count, LISTED, lot->query);
}

struct report *stages_report(struct arena *arena, const struct survey *survey)
{
    struct report *report = across_report(arena, survey, say("From pilot to normal business"));
    struct report_part *lead = report_part_add(arena, report, "lead", "");
    report_say(arena, lead,
               say("The stage is as the record has it. Measured means at level E2 or better: with figures "
                   "before and after, or compared with others. It does not say that the result was good."));
    add_table(arena, lead, survey);
    for (size_t i = 0; i < LOTS; i++)
        add_lot(arena, report, survey, &lots[i]);
    return report;
}
