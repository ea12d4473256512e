#include "search-cli/present/csv.h"

#include <string.h>

/* A figure below zero begins like a formula and is none. */
static bool is_number(const char *field)
{
    size_t whole = strspn(field + 1, "0123456789");
    const char *rest = field + 1 + whole;
    return *field == '-' && whole && (!*rest || (*rest == '.' && rest[1] && !rest[1 + strspn(rest + 1, "0123456789")]));
}

void csv_field(struct text *out, const char *field, bool first)
{
    bool is_formula = *field && strchr("=+-@\t\r", *field) && !is_number(field);
    bool is_quoted = is_formula || strpbrk(field, ",\"\r\n");
    text_add(out, first ? "" : ",");
    text_add(out, is_quoted ? "\"" : "");
    text_add(out, is_formula ? "'" : "");
    for (; *field; field++) {
        text_char(out, *field);
        if (*field == '"')
            text_char(out, '"');
    }
    text_add(out, is_quoted ? "\"" : "");
}

void csv_end_line(struct text *out)
{
    text_add(out, "\r\n");
}

void csv_fact_names(struct text *out, const struct facts *facts)
{
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->items[i].kind->shown & FACT_CSV)
            csv_field(out, facts->items[i].key, false);
    }
}

void csv_facts(struct text *out, const struct facts *facts)
{
    struct arena arena = {0};
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->items[i].kind->shown & FACT_CSV)
            csv_field(out, fact_words(&arena, &facts->items[i]), false);
    }
    arena_free(&arena);
}
