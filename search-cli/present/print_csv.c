#include "search-cli/present/print.h"

#include <string.h>

/* RFC 4180: quoted where needed, quotation marks doubled. A field that a spreadsheet would run as a formula is led by an apostrophe. */
static void add_field(struct text *out, const char *field, bool last)
{
    bool formula = *field && strchr("=+-@\t\r", *field);
    bool quoted = formula || strpbrk(field, ",\"\r\n");
    text_add(out, quoted ? "\"" : "");
    text_add(out, formula ? "'" : "");
    for (; *field; field++) {
        text_char(out, *field);
        if (*field == '"')
            text_char(out, '"');
    }
    text_add(out, quoted ? "\"" : "");
    text_add(out, last ? "\r\n" : ",");
}

static void add_result(struct text *out, const struct search_result *result)
{
    struct arena arena = {0};
    struct text score = {0};
    number_text(&score, result->score);
    const char *fields[] = {result->study.id,    result->study.title,          result->study.summary,
                            text_string(&score), result->all ? "all" : "some", result->study.path,
                            result->study.place, result->study.published};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_field(out, fields[i], false);
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_field(out, string_list_join(&arena, &result->terms[i], "; "), i + 1 == FACET_COUNT);
    text_free(&score);
    arena_free(&arena);
}

void print_csv(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    (void)style;
    text_add(out, "id,title,summary,score,matches,path,place,published,");
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(out, "%s%s", facets[i].key, i + 1 < FACET_COUNT ? "," : "\r\n");
    for (size_t i = 0; i < answer->result_count; i++)
        add_result(out, &answer->results[i]);
}
