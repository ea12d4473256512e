/* What filters, ranges and groups of a query become: which rows they hold, and what is said about them. */
#include "tests/unit/golden_words.h"

#include <string.h>

#include "search-cli/plan_make.h"

/* A filter is the ids it holds in braces, a term its text. */
static void show_node(struct text *out, const struct plan *plan, const struct plan_node *node)
{
    static const char *const signs[] = {[QUERY_PLAIN] = "", [QUERY_MUST] = "+", [QUERY_NOT] = "-"};
    struct case_rows cases;
    text_add(out, signs[node->sign]);
    switch (node->kind) {
    case PLAN_TERM:
        text_add(out, plan->terms[node->term].text);
        return;
    case PLAN_FILTER:
        cases = index_cases(golden_index, &golden_arena, ORDER_ID, &node->rows);
        text_add(out, "{");
        for (size_t i = 0; i < cases.count; i++)
            text_format(out, "%s%s", i ? " " : "", cases.items[i].id);
        text_add(out, "}");
        return;
    case PLAN_ALL:
    case PLAN_ANY:
        text_add(out, node->kind == PLAN_ALL ? "all(" : "any(");
        for (size_t i = 0; i < node->part_count; i++) {
            text_add(out, i ? " " : "");
            show_node(out, plan, &node->parts[i]);
        }
        text_add(out, ")");
    }
}

struct row {
    const char *query;
    const char *plan;
    const char *notes; /* with a line end between them */
};

static void judge(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text shown = {0};
        struct query query = query_parse(&golden_arena, rows[i].query, strlen(rows[i].query));
        struct plan plan = plan_make(golden_index, golden_tokenizer, &golden_arena, &query);
        show_node(&shown, &plan, &plan.root);
        const char *notes = string_list_join(&golden_arena, &plan.notes, "\n");
        if (strcmp(text_string(&shown), rows[i].plan) || strcmp(notes, rows[i].notes))
            fail_msg("%s becomes %s: \"%s\"", rows[i].query, text_string(&shown), notes);
        text_free(&shown);
    }
}

static void dates_are_compared_as_far_as_they_go(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"published:2024", "all({barbers letters-trial})", ""},
        {"published:>2023-11-30", "all({barbers letters-trial})", ""},
        {"published:>=2023-11-30", "all({barbers letters-trial outreach})", ""},
        {"published:<2023-11-30", "all({old-service})", ""},
        {"published:<=2023-11-30", "all({old-service outreach})", ""},
        {"published:2020..2023", "all({old-service outreach})", ""},
        {"published:2023..2020", "all({old-service outreach})",
         "published:2023..2020 ends before it begins: it was read as 2020..2023."},
        {"published:2020-2023", "all({old-service outreach})", ""},
        {"published:..2020", "all({old-service})", ""},
        {"published:2024..", "all({barbers letters-trial})", ""},
        {"published:soon", "all(soon)",
         "published cannot be \"soon\": it was read as words. Write published:2025, 2025-03, >=2025 or "
         "2019..2021.\nNothing here contains \"soon\"."},
        {"published:2020..soon", "all(2020 soon)",
         "published cannot be \"2020..soon\": it was read as words. Write published:2025, 2025-03, >=2025 or "
         "2019..2021."},
        {"published:soon..2020", "all(soon 2020)",
         "published cannot be \"soon..2020\": it was read as words. Write published:2025, 2025-03, >=2025 or "
         "2019..2021."},
        {"published:=2024", "all({barbers letters-trial})", ""},
        {"published:2024,2020", "all(any({barbers letters-trial} {old-service}))", ""},
        {"published:>2024..2025", "all(2024 2025)",
         "published cannot be \">2024..2025\": it was read as words. Write published:2025, 2025-03, >=2025 or "
         "2019..2021."},
    };
    judge(rows, COUNT_OF(rows));
}

/* Behind what was read as words and has none. */
#define NOTHING "Nothing in the query can be searched for: it was left out."

static void figures_are_whole_numbers(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"analysed:=", "all()",
         "analysed cannot be \"=\": it was read as words. Write analysed:500, >=500 or 100..500.\n" NOTHING},
        {"analysed:>=", "all()",
         "analysed cannot be \">=\": it was read as words. Write analysed:500, >=500 or 100..500.\n" NOTHING},
        {"analysed:100", "all({})", ""},
        {"analysed:>100", "all({barbers letters-trial})", ""},
        {"analysed:>=100", "all({barbers letters-trial})", ""},
        {"analysed:<100", "all({})", ""},
        {"analysed:<=100", "all({})", ""},
        {"analysed:100..500", "all({})", ""},
        {"analysed:500..100", "all({})", "analysed:500..100 ends before it begins: it was read as 100..500."},
        {"analysed:9999999999999999", "all(9999999999999999)",
         "analysed cannot be \"9999999999999999\": it was read as words. Write analysed:500, >=500 or "
         "100..500.\nNothing here contains \"9999999999999999\"."},
        {"analysed:many", "all(many)",
         "analysed cannot be \"many\": it was read as words. Write analysed:500, >=500 or 100..500."},
        {"analysed:..100", "all({})", ""},
        {"analysed:many..100", "all(many 100)",
         "analysed cannot be \"many..100\": it was read as words. Write analysed:500, >=500 or 100..500."},
        {"analysed:=1200", "all({barbers})", ""},
    };
    judge(rows, COUNT_OF(rows));
}

static void terms_stand_in_the_order_of_their_vocabulary(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"stage:>live", "all({barbers letters-trial old-service outreach unfinished})", ""},
        {"stage:<mainstreamed", "all({})", ""},
        {"scale:>=place", "all({})", ""},
        {"evidence:e1,>=e3", "all(any({old-service} {letters-trial}))", ""},
        {"evidence:>=e2", "all({barbers letters-trial})", ""},
        {"evidence:>e2", "all({letters-trial})", ""},
        {"evidence:<e2", "all({old-service outreach unfinished})", ""},
        {"evidence:<=e1", "all({old-service outreach unfinished})", ""},
        {"evidence:e1..e3", "all({barbers letters-trial old-service})", ""},
        {"evidence:e3..e1", "all({barbers letters-trial old-service})",
         "evidence:e3..e1 ends before it begins: it was read as e1..e3."},
        {"evidence:>=e9", "all(e9)",
         "\"e9\" is not a term of evidence: it was read as words. Did you mean evidence:e0?\nNothing here contains "
         "\"e9\"."},
        {"evidence:..e1", "all({old-service outreach unfinished})", ""},
        {"evidence:e1..", "all({barbers letters-trial old-service})", ""},
        {"evidence:>e9 barbers", "all(e9 barbers)",
         "\"e9\" is not a term of evidence: it was read as words. Did you mean evidence:e0?\nNothing here contains "
         "\"e9\"."},
        {"-evidence:>=e9", "all(-e9)",
         "\"e9\" is not a term of evidence: it was read as words. Did you mean evidence:e0?"},
        {"stage:live..ended", "all({barbers letters-trial old-service outreach})", ""},
    };
    judge(rows, COUNT_OF(rows));
}

static void words_behind_a_term_may_belong_to_its_label(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"priority:heart", "all(heart)",
         "There is no field \"priority\": its value was read as words. Did you mean priority_areas?"},
        {"priority_areas:Mental_Health", "all({outreach})", ""},
        {"region:scottish", "all({letters-trial})", "\"scottish\" was read as regions:scotland."},
        {"region:humber", "all(humber)",
         "\"humber\" is not a term of regions: it was read as words. Did you mean regions:yorkshire-humber?"},
        {"region:the", "all(the)",
         "\"the\" is not a term of regions: it was read as words. Did you mean regions:yorkshire-humber?"},
        {"region:ork", "all(ork)",
         "\"ork\" is not a term of regions: it was read as words.\nNothing here contains \"ork\"."},
        {"partner_types:a", "all(a)",
         "\"a\" is not a term of partner_types: it was read as words. Did you mean partner_types:local-authority "
         "or vcse or network?"},
        {"actions:a", "all(a)",
         "\"a\" is not a term of actions: it was read as words. Did you mean actions:partnership or case-finding "
         "or navigation?"},
        {"deprivation:a", "all(a)",
         "There is no field \"deprivation\": its value was read as words. Did you mean deprivation_focus?"},
        {"region:n", "all(n)", "\"n\" is not a term of regions: it was read as words.\nNothing here contains \"n\"."},
        {"priority:h", "all(h)",
         "There is no field \"priority\": its value was read as words. Did you mean priority_areas?\nNothing here "
         "contains \"h\"."},
        {"stage:Ended", "all({letters-trial old-service outreach})", ""},
        {"stage:finished", "all({letters-trial old-service outreach})", "\"finished\" was read as stage:ended."},
        {"stage:not known", "all({unfinished})", "\"not known\" was read as stage:not-known."},
        {"stage:not nurse", "all(nurse)",
         "\"not\" is not a term of stage: it was read as words. Did you mean stage:not-known?"},
        {"stage:not known nurse", "all({unfinished} nurse)", "\"not known\" was read as stage:not-known."},
        {"stage:not -known", "all(-known)",
         "\"not\" is not a term of stage: it was read as words. Did you mean stage:not-known?"},
        {"stage:not \"known\"", "all(know)",
         "\"not\" is not a term of stage: it was read as words. Did you mean stage:not-known?"},
        {"stage:a b c d e f", "all(a b c d e f)",
         "\"a\" is not a term of stage: it was read as words. Did you mean stage:mainstreamed?"},
        {"stage:ended not known", "all({letters-trial old-service outreach} not known)",
         "Nothing here contains \"not known\"."},
        {"region:north", "all(north)",
         "\"north\" is not a term of regions: it was read as words.\nNothing here contains \"north\"."},
        {"region:lond", "all(lond)",
         "\"lond\" is not a term of regions: it was read as words. Did you mean regions:london?\nNothing here "
         "contains \"lond\"."},
        {"region:london,", "all({old-service outreach unfinished})", ""},
        {"region:-", "all()", "\"-\" is not a term of regions: it was read as words.\n" NOTHING},
        {"-region:london", "all(-{old-service outreach unfinished})", ""},
        {"+region:london", "all(+{old-service outreach unfinished})", ""},
        {"region:nowhere,nothing", "all(all(nowhere nothing))",
         "\"nowhere\" is not a term of regions: it was read as words.\n\"nothing\" is not a term of regions: it "
         "was read as words.\nNothing here contains \"nowhere\"."},
        {"-region:nowhere,nothing", "all(-all(nowhere nothing))",
         "\"nowhere\" is not a term of regions: it was read as words.\n\"nothing\" is not a term of regions: it "
         "was read as words."},
        {"region:\"yorkshire and the humber\"", "all({barbers})", ""},
        {"region:yorkshire and the humber", "all({barbers})",
         "\"yorkshire and the humber\" was read as regions:yorkshire-humber."},
        {"region:yorkshire_and_the_humber", "all({barbers})", ""},
        {"region:bus", "all(bus)",
         "\"bus\" is not a term of regions: it was read as words.\nNothing here contains \"bus\"."},
        {"has:cost", "all({barbers})", ""},
        {"has:costs", "all({barbers})", ""},
        {"has:nothing", "all(nothing)", "\"nothing\" is nothing that case studies have: it was read as words."},
        {"has:cost,learning", "all({barbers})", ""},
        {"-has:cost", "all(-{barbers})", ""},
        {"has:>cost", "all(cost)",
         "has cannot be \">cost\": it was read as words. Write has:a field, such as cost.\nNothing here contains "
         "\"cost\"."},
    };
    judge(rows, COUNT_OF(rows));
}

static void titles_places_and_ids_hold_every_word(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"title:\"barbers offer\"", "all({barbers})", ""},
        {"title:=barbers", "all({barbers})", ""},
        {"title:=", "all()", "title cannot be \"=\": it was read as words. Write title:a word.\n" NOTHING},
        {"title:barbers", "all({barbers})", ""},
        {"title:barb*", "all({barbers})", ""},
        {"title:\"blood pressure\"", "all({barbers})", ""},
        {"title:nowhere", "all({})", "No title has \"nowhere\"."},
        {"title:", "all(title)", "Nothing here contains \"title\". The nearest is \"site\"."},
        {"title:\"-\"", "all({})", "No title has \"-\"."},
        {"title:*", "all({})", "No title has \"*\"."},
        {"title:the", "all({old-service})", ""},
        {"title:\"blood press*\"", "all({barbers})", ""},
        {"title:\"blo* pressure\"", "all({})", "No title has \"blo* pressure\"."},
        {"place:exampleton", "all({barbers})", ""},
        {"place:exampl*", "all({barbers})", ""},
        {"place:exampleton nurse", "all({barbers} nurse)", ""},
        {"place:hairdressers", "all({})", "No place has \"hairdressers\"."},
        {"place:nowhere", "all({})", "No place has \"nowhere\"."},
        {"place:\"exampleton nowhere\"", "all({})", "No place has \"exampleton nowhere\"."},
        {"place:london", "all({})", "No place has \"london\"."},
        {"title:\"barbers nurse\"", "all({})", "No title has \"barbers nurse\"."},
        {"id:barb", "all({barbers})", ""},
        {"id:nowhere", "all({})", "No id begins with \"nowhere\"."},
        {"id:", "all(id)", "Nothing here contains \"id\"."},
        {"title:>barbers", "all(barbers)", "title cannot be \">barbers\": it was read as words. Write title:a word."},
    };
    judge(rows, COUNT_OF(rows));
}

static void groups_keep_their_signs(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"nurse | -(council barbers)", "all(any(nurse -all(council barbers)))", ""},
        {"\"\xF0\x9F\x98\x80\" nurse", "all(nurse)", ""},
        {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80* nurse", "all(nurse)", ""},
        {"nurse | council", "all(any(nurse council))", ""},
        {"(nurse council) | barbers", "all(any(all(nurse council) barbers))", ""},
        {"-(nurse | council)", "all(-any(nurse council))", ""},
        {"nurse | (-council)", "all(any(nurse -council))", ""},
        {"(nurse | -council) barbers", "all(any(nurse -council) barbers)", ""},
        {"-(nurse council)", "all(-all(nurse council))", ""},
        {"nurse | \"\"", "all(nurse)", ""},
        {"() | nurse", "all(nurse)", ""},
        {"(the of) nurse", "all(nurse)", ""},
        {"the | of", "all(any(the of))", ""},
        {"-(-nurse)", "all(-all(-nurse))", ""},
        {"(\"-\") nurse", "all(nurse)", ""},
        {"nurse -\"--\"", "all(nurse)", ""},
        {"-(nurse -council)", "all(-all(nurse -council))", ""},
        {"-(nurse barb*)", "all(-all(nurse barb*))", ""},
        {"(region:london | region:scotland) nurse", "all(any({old-service outreach unfinished} {letters-trial}) nurse)",
         ""},
        {"nurs* council", "all(nurs* council)", ""},
        {"-nurs*", "all(-nurs*)", ""},
        {"\"*\"", "all()", ""},
        {"+(nurse council) barbers", "all(+all(nurse council) barbers)", ""},
        {"-the -of", "all(-the -of)", ""},
        {"xyzzy* nurse", "all(xyzzy* nurse)", ""},
        {"(nurse*) | barbers", "all(any(nurse* barbers))", ""},
    };
    judge(rows, COUNT_OF(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_compared_as_far_as_they_go),
        cmocka_unit_test(figures_are_whole_numbers),
        cmocka_unit_test(terms_stand_in_the_order_of_their_vocabulary),
        cmocka_unit_test(words_behind_a_term_may_belong_to_its_label),
        cmocka_unit_test(titles_places_and_ids_hold_every_word),
        cmocka_unit_test(groups_keep_their_signs),
    };
    return cmocka_run_group_tests(tests, golden_words_open, golden_words_close);
}
