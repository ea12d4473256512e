#include "search-cli/present/print.h"

#include "search-cli/present/csv.h"

static void add_result(struct text *out, const struct search_result *result)
{
    struct text score = {0};
    number_text(&score, result->score);
    const char *fields[] = {result->study.id,    result->study.title,          result->study.summary,
                            text_string(&score), result->all ? "all" : "some", result->study.path,
                            result->study.place, result->study.published};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        csv_field(out, fields[i], i == 0);
    csv_facet_terms(out, result->terms);
    csv_end_line(out);
    text_free(&score);
}

void print_csv(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    static const char *const names[] = {"id", "title", "summary", "score", "matches", "path", "place", "published"};
    (void)style;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_field(out, names[i], i == 0);
    csv_facet_names(out);
    csv_end_line(out);
    for (size_t i = 0; i < answer->result_count; i++)
        add_result(out, &answer->results[i]);
}
