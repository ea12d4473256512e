#include "search-cli/present/findings_table.h"

#include "indexer/base/string_list.h"
#include "search-cli/present/table.h"
#include "search-cli/present/wrap.h"

enum { MEASURE, FIGURE, COMPARED, EFFECT, COLUMNS };
enum { FIGURE_WIDTH = 13, WIDTH_LEAST = 72, ROWS_LEAST = 2, NOTE_INDENT = 4 };

/* How wide each column is; 0 where no row has anything to put there. */
struct layout {
    size_t widths[COLUMNS];
};

struct row {
    const char *cells[COLUMNS];
};

bool findings_table_helps(const struct fact *told, size_t width)
{
    return width >= WIDTH_LEAST && told->count >= ROWS_LEAST;
}

static void add_piece(struct arena *arena, struct string_list *pieces, const char *name, const char *piece)
{
    if (*piece)
        string_list_add(arena, pieces, arena_format(arena, "%s%s", name, piece));
}

/* "odds ratio 0.58, 95% range 0.49 to 0.69: lower, which is better"; "+18 points, better; the comparison group +1 point". */
static const char *effect(struct arena *arena, const struct outcome_words *words)
{
    const struct estimate_words *estimate = &words->estimate;
    bool is_effect = *estimate->effect != '\0';
    const char *what = is_effect ? estimate->effect : words->change;
    const char *says = *what && *words->verdict ? words->verdict : "";
    struct string_list pieces = {0};
    add_piece(arena, &pieces, "",
              arena_format(arena, "%s%s%s%s%s", what, *estimate->range ? ", " : "", estimate->range,
                           !*says                                    ? ""
                           : estimate->is_plain && !*estimate->range ? "; "
                           : is_effect                               ? ": "
                                                                     : ", ",
                           says));
    add_piece(arena, &pieces, "", words->target);
    if (*words->comparator_change)
        add_piece(arena, &pieces, arena_format(arena, "%s ", words->theirs), words->comparator_change);
    add_piece(arena, &pieces, "", words->finding);
    return string_list_join(arena, &pieces, "; ");
}

/* The small print of an item: whose figures they are, with whom they are compared, of how many, the source. */
static const char *notes(struct arena *arena, const struct fact_item *item)
{
    struct fact_item small = {0};
    for (size_t i = 0; i < item->count; i++) {
        if (item->parts[i].note)
            fact_part(&small, item->parts[i]);
    }
    return fact_item_words(arena, &small);
}

static struct row row_of(struct arena *arena, const struct outcome_words *words)
{
    return (struct row){{[MEASURE] = words->label,
                         [FIGURE] = words->span,
                         [COMPARED] = words->comparator_span,
                         [EFFECT] = effect(arena, words)}};
}

static struct layout layout_of(const struct row *rows, size_t count, size_t width)
{
    struct layout layout = {0};
    size_t rest = width;
    bool used[COLUMNS] = {false};
    for (size_t i = 0; i < count * COLUMNS; i++)
        used[i % COLUMNS] |= *rows[i / COLUMNS].cells[i % COLUMNS] != '\0';
    for (size_t i = FIGURE; i <= COMPARED; i++) {
        layout.widths[i] = used[i] ? FIGURE_WIDTH : 0;
        rest -= used[i] ? FIGURE_WIDTH + TABLE_GAP : 0;
    }
    layout.widths[MEASURE] = used[EFFECT] ? (rest - TABLE_GAP) / 2 : rest;
    layout.widths[EFFECT] = used[EFFECT] ? rest - TABLE_GAP - layout.widths[MEASURE] : 0;
    return layout;
}

static void add_row(struct text *out, const struct row *row, const struct layout *layout)
{
    struct arena arena = {0};
    struct string_list lines[COLUMNS];
    size_t widths[COLUMNS];
    size_t count = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        if (!layout->widths[i])
            continue;
        widths[count] = layout->widths[i];
        lines[count++] = table_fold(&arena, row->cells[i], layout->widths[i]);
    }
    table_row(out, lines, widths, count);
    arena_free(&arena);
}

static void add_notes(struct text *out, const char *small, size_t width)
{
    if (!*small)
        return;
    text_format(out, "%*s", NOTE_INDENT, "");
    wrap_string(out, small, NOTE_INDENT, width);
}

void findings_table(struct text *out, const struct facts *facts, const struct fact *told, size_t width)
{
    static const struct row heads = {
        {[MEASURE] = "Measure", [FIGURE] = "Figure", [COMPARED] = "Compared with", [EFFECT] = "Effect or change"}};
    struct arena arena = {0};
    struct row *rows = arena_array(&arena, told->count, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < facts->outcome_count; i++) {
        if (facts->outcomes[i].is_figure && !facts->outcomes[i].is_main)
            rows[count++] = row_of(&arena, &facts->outcomes[i]);
    }
    struct layout layout = layout_of(rows, count, width);
    add_row(out, &heads, &layout);
    for (size_t i = 0; i < count; i++) {
        add_row(out, &rows[i], &layout);
        add_notes(out, notes(&arena, &told->items[i]), width);
    }
    arena_free(&arena);
}
