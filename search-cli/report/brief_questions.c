#include "search-cli/report/brief_questions.h"

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/tally.h"

/* Whether one term is asked after before another. */
static bool comes_before(const struct term_count *one, const struct term_count *other)
{
    return one->term->first != other->term->first ? one->term->first : one->count > other->count;
}

struct string_list brief_missing_people(struct arena *arena, const struct report_base *base, const struct bitset *rows,
                                        size_t most)
{
    const struct term_counts *people = counts_of(base->counts, "deprivation_focus");
    const struct term_count **found = arena_array(arena, most + 1, sizeof *found);
    struct string_list labels = {0};
    size_t count = 0;
    for (size_t i = 0; i < people->count; i++) {
        const struct term_count *item = &people->items[i];
        if (!item->count || bitset_shared(rows, &item->rows))
            continue;
        size_t at = count;
        for (; at && comes_before(item, found[at - 1]); at--)
            found[at] = found[at - 1];
        found[at] = item;
        count += count < most;
    }
    for (size_t i = 0; i < count; i++)
        string_list_add(arena, &labels, found[i]->term->label);
    return labels;
}

/* What is asked with. */
struct asking {
    struct arena *arena;
    const struct report_base *base;
    const struct asked *asked;
    struct tally tally;
    struct report_part *part;
};

static bool best_with(const struct asking *asking, const char *result, struct case_row *row)
{
    const char *const terms[] = {result, NULL};
    struct cases_read reading = {.arena = asking->arena, .base = asking->base};
    struct bitset rows = counts_any(asking->arena, asking->base->counts, "result", terms);
    bitset_and(&rows, &asking->asked->rows);
    struct case_rows best = cases_best(asking->arena, &reading, asking->asked, &rows, 1);
    if (best.count)
        *row = best.items[0];
    return best.count > 0;
}

/* Two cases that do not agree. */
static void ask_disagreement(const struct asking *asking)
{
    static const char *const against[] = {"negative", "no-effect", "mixed", "not-delivered"};
    struct case_row good;
    struct case_row other;
    size_t i = 0;
    if (!best_with(asking, "positive", &good))
        return;
    while (i < sizeof against / sizeof *against && !best_with(asking, against[i], &other))
        i++;
    if (i == sizeof against / sizeof *against)
        return;
    struct fact_item *line = report_line(asking->arena, asking->part);
    const struct fact_part both[] = {
        {.text = arena_format(asking->arena, "“%s”", good.title), .link = FACT_CASE, .to = good.id},
        {.text = arena_format(asking->arena, "“%s”", other.title), .link = FACT_CASE, .to = other.id}};
    const char *result = vocabulary_label(asking->base->vocabularies, "result", other.result);
    fact_say(asking->arena, line,
             arena_format(asking->arena,
                          say("%s tells of a better result, and %s of another (%s). What differs between them: the "
                              "people, what was done, or how it was measured?"),
                          SAY_FIRST, SAY_SECOND, format_lower(asking->arena, result)),
             both);
}

static void ask_people(const struct asking *asking)
{
    struct string_list people = brief_missing_people(asking->arena, asking->base, &asking->asked->rows, 2);
    if (people.count)
        report_say(
            asking->arena, asking->part,
            arena_format(asking->arena,
                         say("None of these case studies is for: %s. Whom would the same work miss where we are?"),
                         string_list_join(asking->arena, &people, "; ")));
}

static void ask_gap(const struct asking *asking)
{
    size_t unmeasured = asking->tally.gaps[GAP_UNMEASURED];
    report_say(
        asking->arena, asking->part,
        arena_format(asking->arena,
                     say("What happened to the gap between groups is not known of %s. Which figure would tell us, and "
                         "who holds it?"),
                     format_share(asking->arena, unmeasured, asking->tally.count)));
}

static void ask_lasting(const struct asking *asking)
{
    static const char *const lasting[] = {"mainstreamed", "spread", NULL};
    struct bitset rows = counts_any(asking->arena, asking->base->counts, "stage", lasting);
    report_say(
        asking->arena, asking->part,
        arena_format(asking->arena,
                     say("Part of normal business, or taken up elsewhere: %s. Who would have to decide that here, and "
                         "on what evidence?"),
                     format_share(asking->arena, bitset_shared(&rows, &asking->asked->rows), asking->tally.count)));
}

static void ask_owner(const struct asking *asking)
{
    struct bitset rows = index_term_rows(asking->base->index, asking->arena, "has", "accountable");
    report_say(
        asking->arena, asking->part,
        arena_format(asking->arena,
                     say("Who answers for delivery is named by %s. Who would answer for it here, and to whom?"),
                     format_share(asking->arena, bitset_shared(&rows, &asking->asked->rows), asking->tally.count)));
}

void brief_add_questions(struct arena *arena, struct report *report, const struct report_base *base,
                         const struct asked *asked)
{
    struct report_part *part = report_part_add(arena, report, "questions", say("Questions for a study group"));
    const struct asking asking = {arena, base, asked, tally_of(base->counts, &asked->rows), part};
    part->is_list = true;
    ask_disagreement(&asking);
    ask_people(&asking);
    ask_gap(&asking);
    ask_lasting(&asking);
    ask_owner(&asking);
}
