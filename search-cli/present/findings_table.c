#include "search-cli/present/findings_table.h"

#include "search-cli/present/table.h"

enum { COLUMNS = 4, FIGURE_COLUMNS = 13, WIDTH_LEAST = 72 };

static bool has_figures(const struct outcome_words *words)
{
    return *words->sentence != '\0';
}

static size_t rows(const struct facts *facts)
{
    size_t count = 0;
    for (size_t i = 0; i < facts->outcome_count; i++)
        count += has_figures(&facts->outcomes[i]);
    return count;
}

bool findings_table_helps(const struct facts *facts, size_t width)
{
    return width >= WIDTH_LEAST && rows(facts) >= 2;
}

/* "odds ratio 0.58, 95% range 0.49 to 0.69: lower, which is better" */
static const char *effect(struct arena *arena, const struct outcome_words *words)
{
    const struct estimate_words *estimate = &words->estimate;
    const char *what = *estimate->effect ? estimate->effect : words->change;
    return arena_format(arena, "%s%s%s%s%s", what, *estimate->range ? ", " : "", estimate->range,
                        *what && *words->verdict_words ? ": " : "", *what ? words->verdict_words : "");
}

static void add_row(struct text *out, const char *const cells[COLUMNS], const size_t widths[COLUMNS])
{
    struct arena arena = {0};
    struct string_list lines[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        lines[i] = table_fold(&arena, cells[i], widths[i]);
    table_row(out, lines, widths, COLUMNS);
    arena_free(&arena);
}

void findings_table(struct text *out, const struct facts *facts, size_t width)
{
    static const char *const heads[COLUMNS] = {"Measure", "Figure", "Compared with", "Effect or change"};
    size_t rest = width - 2 * FIGURE_COLUMNS - (COLUMNS - 1) * TABLE_GAP;
    const size_t widths[COLUMNS] = {rest / 2, FIGURE_COLUMNS, FIGURE_COLUMNS, rest - rest / 2};
    struct arena arena = {0};
    add_row(out, heads, widths);
    for (size_t i = 0; i < facts->outcome_count; i++) {
        const struct outcome_words *words = &facts->outcomes[i];
        const char *const cells[COLUMNS] = {words->label, words->span, words->comparator_span, effect(&arena, words)};
        if (has_figures(words))
            add_row(out, cells, widths);
    }
    arena_free(&arena);
}
