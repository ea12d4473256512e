#include "search-cli/report/brief.h"

#include <string.h>

#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/brief_questions.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/tally_columns.h"

const char brief_question[] = PHRASE("What was tried, what came of it, and what is not known?");

enum { FEW = 3, FEW_FOR_HOLES = 5, HOLES_NAMED = 3, SENTENCE_WORDS = 32 };

/* How much of each there may be; a shorter one is tried when a longer one does not fit. */
static const struct brief_size {
    size_t lessons, examples, failures, costs, contacts;
} sizes[] = {{5, 3, 3, 2, 3}, {4, 3, 2, 2, 2}, {3, 2, 2, 1, 2}, {3, 2, 1, 1, 1}, {3, 1, 1, 1, 1},
             {3, 1, 1, 0, 1}, {3, 1, 1, 0, 0}, {2, 1, 1, 0, 0}, {1, 1, 1, 0, 0}};
enum { SIZES = sizeof sizes / sizeof *sizes, EXAMPLES_LOOKED_AT = 10 };

/* A briefing while it is written. */
struct briefing {
    struct arena *arena;
    const struct brief_request *request;
    const struct bitset *rows;
    struct tally tally;
    struct bitset measured; /* those whose result was measured before and after, or compared */
    struct cases_read *cases;
    struct report *report;
};

static struct report_part *add_part(const struct briefing *briefing, const char *key, const char *heading)
{
    return report_part_add(briefing->arena, briefing->report, key, heading);
}

static void tell(const struct briefing *briefing, struct report_part *part, const char *words)
{
    report_say(briefing->arena, part, words);
}

static const char *number(const struct briefing *briefing, size_t count)
{
    return format_count(briefing->arena, count);
}

static void say_count(const struct briefing *briefing, struct report_part *part)
{
    const struct asked *asked = briefing->request->asked;
    struct arena *arena = briefing->arena;
    const char *cases = format_cases(arena, briefing->tally.count);
    if (!briefing->tally.count)
        tell(briefing, part,
             say("No case study here is about this. That says what this catalogue has, not what has been done."));
    else if (!asked->ranked)
        tell(briefing, part,
             arena_format(arena, briefing->tally.count == 1 ? say("%s bears on this.") : say("%s bear on this."),
                          cases));
    else if (!asked->total)
        tell(briefing, part,
             arena_format(arena,
                          briefing->tally.count == 1
                              ? say("No case study has all these words; this is about the %s that has some of them.")
                              : say("No case study has all these words; this is about the %s that have some of them."),
                          cases));
    else
        tell(briefing, part,
             !asked->related
                 ? arena_format(arena, say("%s with all these words."), cases)
                 : arena_format(arena,
                                asked->related == 1
                                    ? say("%s with all these words. %s more with some of them is not counted.")
                                    : say("%s with all these words. %s more with some of them are not counted."),
                                cases, number(briefing, asked->related)));
    if (briefing->tally.count && briefing->tally.count < FEW)
        tell(briefing, part, say("That is too few to draw lessons from together: read them one by one."));
}

static void say_known(const struct briefing *briefing)
{
    struct arena *arena = briefing->arena;
    size_t measured = bitset_size(&briefing->measured);
    size_t total = briefing->tally.count;
    struct report_part *part = add_part(briefing, "known", say("How well it is known"));
    const char *best =
        vocabulary_label(briefing->request->base->vocabularies, "evidence", briefing->tally.best_evidence);
    if (!measured)
        tell(briefing, part,
             arena_format(
                 arena,
                 say("None measured its result before and after, or compared it; the best known is at level %s."),
                 best));
    else
        tell(briefing, part,
             arena_format(
                 arena,
                 say("%s measured the result before and after, or compared it with that of others; the best known "
                     "is at level %s."),
                 measured == total
                     ? total == 1 ? say("It") : say("All")
                     : arena_format(arena, say("%s of %s"), number(briefing, measured), number(briefing, total)),
                 best));
}

static void say_results(const struct briefing *briefing)
{
    struct arena *arena = briefing->arena;
    size_t measured = bitset_size(&briefing->measured);
    struct report_part *part = add_part(briefing, "results", say("What came of it"));
    struct tally known = tally_of(briefing->request->base->counts, &briefing->measured);
    tally_say(arena, part,
              arena_format(arena, say("As the case studies tell it: %s."), tally_directions(arena, &briefing->tally)),
              &briefing->tally);
    if (measured && measured < briefing->tally.count)
        tally_say(arena, part,
                  measured == 1 ? arena_format(arena, say("The one that measured or compared: %s."),
                                               tally_directions(arena, &known))
                                : arena_format(arena, say("Of the %s that measured or compared: %s."),
                                               number(briefing, measured), tally_directions(arena, &known)),
                  &known);
    if (briefing->tally.gaps[GAP_UNMEASURED] == briefing->tally.count)
        tell(briefing, part, say("None measured what happened to the gap between groups."));
    else
        tell(briefing, part,
             arena_format(arena, say("The gap between groups: %s."), tally_gaps(arena, &briefing->tally)));
}

static size_t words_in(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == ' ';
    return count + 1;
}

/* "Title: 40% to 58%: +18 points, better. (E2 Measured · Better)"; a long sentence is left to the case itself. */
static void add_example(struct briefing *briefing, struct report_part *part, const struct case_row *row)
{
    const struct case_told *told = cases_tell(briefing->cases, row);
    struct fact_item *line = report_line(briefing->arena, part);
    fact_part(line, (struct fact_part){.text = row->title, .link = FACT_CASE, .to = row->id});
    for (size_t i = 0; told && i < told->facts->outcome_count; i++) {
        const struct outcome_words *outcome = &told->facts->outcomes[i];
        const char *words = arena_format(briefing->arena, ". %s: %s", outcome->label, outcome->sentence);
        if (!outcome->is_main || !outcome->is_figure || words_in(words) > SENTENCE_WORDS)
            continue;
        fact_part(line, (struct fact_part){.text = format_sentence(briefing->arena, words)});
        break;
    }
    cases_note_level(briefing->cases, line, row);
}

static void add_examples(struct briefing *briefing, const char *key, const char *heading, const struct case_rows *cases)
{
    if (!cases->count)
        return;
    struct report_part *part = add_part(briefing, key, heading);
    part->is_list = true;
    for (size_t i = 0; i < cases->count; i++)
        add_example(briefing, part, &cases->items[i]);
}

static struct case_rows best_of(const struct briefing *briefing, const struct bitset *rows, size_t most)
{
    return cases_best(briefing->arena, briefing->cases, briefing->request->asked, rows, most);
}

static struct bitset among(const struct briefing *briefing, const char *facet, const char *const *terms)
{
    struct bitset rows = counts_any(briefing->arena, briefing->request->base->counts, facet, terms);
    bitset_and(&rows, briefing->rows);
    return rows;
}

/*
 * What to look at first: where it is not the words of a query that decide, results that were measured to be better come
 * before those that are known as well and were not.
 */
static struct case_rows first_of(const struct briefing *briefing, const struct bitset *rows, size_t most)
{
    static const char *const better[] = {"positive", NULL};
    if (briefing->request->asked->ranked)
        return best_of(briefing, rows, most);
    struct bitset worked = among(briefing, "result", better);
    struct bitset others = bitset_copy(briefing->arena, rows);
    bitset_and(&worked, &briefing->measured);
    bitset_minus(&others, &worked);
    struct case_rows first = best_of(briefing, &worked, most);
    struct case_rows next = best_of(briefing, &others, most - first.count);
    for (size_t i = 0; i < next.count; i++)
        first.items[first.count++] = next.items[i];
    return first;
}

static void add_lessons(struct briefing *briefing, const struct case_rows *best, size_t most)
{
    struct report_part *part = add_part(briefing, "learning", say("Key learning"));
    part->is_list = true;
    cases_add_learning(briefing->arena, briefing->cases, part, best, most);
    if (!part->line_count)
        briefing->report->part_count--;
}

static struct bitset having(const struct briefing *briefing, const char *what)
{
    struct bitset rows = index_term_rows(briefing->request->base->index, briefing->arena, "has", what);
    bitset_and(&rows, briefing->rows);
    return rows;
}

static void add_costs(struct briefing *briefing, size_t most)
{
    struct bitset rows = having(briefing, "cost");
    size_t count = bitset_size(&rows);
    struct case_rows best = best_of(briefing, &rows, most);
    struct report_part *part = add_part(briefing, "cost", say("What it cost"));
    if (count < briefing->tally.count)
        tell(briefing, part,
             count ? arena_format(briefing->arena,
                                  count == 1 ? say("%s of %s states a cost.") : say("%s of %s state a cost."),
                                  number(briefing, count), number(briefing, briefing->tally.count))
                   : say("None states a cost."));
    else
        tell(briefing, part, count == 1 ? say("It states a cost.") : say("All state a cost."));
    for (size_t i = 0; i < best.count; i++) {
        const struct case_told *told = cases_tell(briefing->cases, &best.items[i]);
        const struct fact *cost = told ? facts_find(told->facts, "cost") : NULL;
        if (!cost || !cost->count)
            continue;
        struct fact_item *line = report_line(briefing->arena, part);
        fact_part(line, (struct fact_part){.text = format_sentence(briefing->arena, cost->items[0].parts[0].text)});
        cases_note_title(line, &told->row);
    }
}

static void add_contacts(struct briefing *briefing, size_t most)
{
    struct bitset rows = having(briefing, "contact");
    struct case_rows best = best_of(briefing, &rows, most);
    if (!most && bitset_size(&rows))
        return;
    struct report_part *part = add_part(briefing, "contacts", say("Whom to ask"));
    part->is_list = best.count > 0;
    cases_add_contacts(briefing->arena, briefing->cases, part, &best, most);
    if (!part->line_count)
        tell(briefing, part, say("None names anybody to ask."));
}

/* "“Sex workers”, “Rural communities” or “Coastal communities”": labels have commas and colons of their own. */
static const char *any_of(struct arena *arena, const struct string_list *labels)
{
    const char *told = "";
    for (size_t i = 0; i < labels->count; i++) {
        const char *label = arena_format(arena, say("“%s”"), labels->items[i]);
        told = i == 0                   ? label
               : i + 1 == labels->count ? arena_format(arena, say("%s or %s"), told, label)
                                        : arena_format(arena, "%s, %s", told, label);
    }
    return told;
}

static void add_unknown(struct briefing *briefing)
{
    struct report_part *part = add_part(briefing, "unknown", say("What is not known"));
    struct bitset contacts = having(briefing, "contact");
    part->is_list = true;
    struct arena *arena = briefing->arena;
    const struct tally *tally = &briefing->tally;
    size_t silent = tally->count - bitset_size(&contacts);
    if (tally->directions[NOT_KNOWN])
        tell(briefing, part,
             arena_format(arena, say("What came of the main aim, in %s."),
                          format_share(arena, tally->directions[NOT_KNOWN], tally->count)));
    if (tally->gaps[GAP_UNMEASURED])
        tell(briefing, part,
             arena_format(arena, say("What happened to the gap between groups, in %s."),
                          format_share(arena, tally->gaps[GAP_UNMEASURED], tally->count)));
    if (silent)
        tell(briefing, part,
             arena_format(arena, say("Whom to ask, in %s."), format_share(arena, silent, tally->count)));
    struct string_list holes = brief_missing_people(arena, briefing->request->base, briefing->rows, HOLES_NAMED);
    if (holes.count && tally->count >= FEW_FOR_HOLES)
        tell(briefing, part, arena_format(arena, say("None of them is for %s."), any_of(arena, &holes)));
    if (!part->line_count)
        briefing->report->part_count--;
}

static struct report *write(struct briefing *briefing, const struct brief_size *size)
{
    static const char *const failures_of[] = {"no-effect", "negative", "not-delivered", NULL};
    struct bitset failures = among(briefing, "result", failures_of);
    struct bitset others = bitset_copy(briefing->arena, briefing->rows);
    const struct asked *asked = briefing->request->asked;
    briefing->report = arena_alloc(briefing->arena, sizeof *briefing->report);
    *briefing->report = (struct report){.title = briefing->request->title,
                                        .question = briefing->request->question,
                                        .query = asked->query,
                                        .cases = briefing->tally.count};
    if (briefing->request->begin)
        briefing->request->begin(briefing->arena, briefing->report, briefing->request->base,
                                 briefing->request->subject);
    else
        say_count(briefing, add_part(briefing, "asked", ""));
    if (!briefing->tally.count)
        return briefing->report;
    bitset_minus(&others, &failures);
    say_known(briefing);
    say_results(briefing);
    struct case_rows first = first_of(briefing, &others, size->examples);
    struct case_rows failed = best_of(briefing, &failures, size->failures);
    struct case_rows best = best_of(briefing, briefing->rows, EXAMPLES_LOOKED_AT);
    add_examples(briefing, "examples", say("To look at first"), &first);
    add_examples(briefing, "failures", say("What did not work, or was not shown to"), &failed);
    add_lessons(briefing, &best, size->lessons);
    add_costs(briefing, size->costs);
    add_contacts(briefing, size->contacts);
    add_unknown(briefing);
    return briefing->report;
}

struct report *brief_report(struct arena *arena, const struct brief_request *request)
{
    static const char *const measuring[] = {"e2", "e3", "e4", "e5", NULL};
    struct briefing briefing = {.arena = arena, .request = request, .rows = &request->asked->rows};
    struct report *report = NULL;
    briefing.tally = tally_of(request->base->counts, briefing.rows);
    briefing.measured = among(&briefing, "evidence", measuring);
    struct cases_read own = {.arena = arena, .base = request->base};
    briefing.cases = request->cases ? request->cases : &own;
    for (size_t i = 0; i < SIZES; i++) {
        report = write(&briefing, &sizes[i]);
        if (report_word_count(report) <= BRIEF_WORDS)
            break;
    }
    if (request->questions && report->cases)
        brief_add_questions(arena, report, request->base, request->asked);
    return report;
}
