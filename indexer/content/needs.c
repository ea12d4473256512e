#include "indexer/content/needs.h"

#include <string.h>

#include "indexer/base/csv_read.h"
#include "indexer/base/file.h"
#include "indexer/base/string_list.h"
#include "indexer/content/codes.h"
#include "indexer/content/facets.h"
#include "indexer/content/meant_number.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"

enum { NEEDS_FILE_MAX = 256 * 1024 };

const char needs_path[] = "content/need.csv";

const struct need_column_kind need_columns[NEED_COLUMNS] = {
    [NEED_TERM] = {"term", "a priority area or a deprivation focus"},
    [NEED_FIGURE] = {"figure", "a plain number"},
    [NEED_WHAT] = {"what", "what it counts, with its unit and year"},
    [NEED_SOURCE] = {"source", "who published it, where and when"},
};

/* The facets whose terms a need may be of. */
static const char *const of_facets[] = {"priority_areas", "deprivation_focus"};
enum { OF_FACETS = sizeof of_facets / sizeof *of_facets };

/* The file while it is read. */
struct reading {
    struct arena *arena;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
    struct needs *needs;
    size_t places[NEED_COLUMNS]; /* where each column stands in a row */
};

const struct need *need_find(const struct needs *needs, const char *vocabulary, const char *term)
{
    for (size_t i = 0; i < needs->count; i++)
        if (strcmp(needs->items[i].vocabulary, vocabulary) == 0 && strcmp(needs->items[i].term, term) == 0)
            return &needs->items[i];
    return NULL;
}

static const char *column_names(struct arena *arena)
{
    struct string_list names = {0};
    for (size_t i = 0; i < NEED_COLUMNS; i++)
        string_list_add(arena, &names, need_columns[i].name);
    return string_list_join(arena, &names, ",");
}

/* Each column once, in any order, and no other. */
static bool read_head(struct reading *reading, const struct csv_row *row)
{
    bool found[NEED_COLUMNS] = {false};
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        for (size_t column = 0; column < NEED_COLUMNS; column++)
            if (strcmp(row->cells[i].text, need_columns[column].name) == 0) {
                reading->places[column] = i;
                count += !found[column];
                found[column] = true;
            }
    if (count == NEED_COLUMNS && row->count == NEED_COLUMNS)
        return true;
    report(reading->diagnostics, CODE_NEED, row->cells[0].place,
           arena_format(reading->arena, "write %s", column_names(reading->arena)),
           "the first line does not name these four columns");
    return false;
}

/* The vocabulary that has the term; NULL after a report. */
static const char *vocabulary_of(const struct reading *reading, const struct csv_cell *cell)
{
    struct string_list ids = {0};
    for (size_t i = 0; i < OF_FACETS; i++) {
        const char *name = facet_find(of_facets[i])->vocabulary;
        const struct vocabulary *vocabulary = vocabulary_find(reading->vocabularies, name);
        if (vocabulary && vocabulary_term(vocabulary, cell->text))
            return name;
        for (size_t j = 0; vocabulary && j < vocabulary->count; j++)
            string_list_add(reading->arena, &ids, vocabulary->terms[j].id);
    }
    const char *near = nearest(cell->text, ids.items, ids.count);
    report(reading->diagnostics, CODE_UNKNOWN_TERM, cell->place,
           near ? arena_format(reading->arena, "did you mean %s?", near)
                : "catalogue facets priority-area deprivation-focus lists those that there are",
           "\"%s\" is no priority area and no deprivation focus", cell->text);
    return NULL;
}

static bool check_figure(const struct reading *reading, const struct csv_cell *cell)
{
    double number = 0;
    if (scalar_number(cell->text, &number))
        return true;
    const char *meant = meant_number(reading->arena, cell->text).meant.text;
    report(reading->diagnostics, CODE_NUMBER, cell->place,
           meant ? arena_format(reading->arena, "write %s", meant) : "write a plain number, such as 12400",
           "\"%s\" is not a plain number", cell->text);
    return false;
}

/* Whether nothing is left out. */
static bool is_full(const struct reading *reading, const struct csv_cell *cells)
{
    bool full = true;
    for (size_t column = 0; column < NEED_COLUMNS; column++) {
        const struct csv_cell *cell = &cells[reading->places[column]];
        if (*cell->text)
            continue;
        full = false;
        report(reading->diagnostics, CODE_MISSING, cell->place, need_columns[column].help, "%s is missing",
               need_columns[column].name);
    }
    return full;
}

static void read_need(struct reading *reading, const struct csv_row *row)
{
    if (row->count != NEED_COLUMNS) {
        report(reading->diagnostics, CODE_NEED, row->cells[0].place, "put a text with a comma in it in quotation marks",
               "this line has %zu cells instead of four", row->count);
        return;
    }
    bool full = is_full(reading, row->cells);
    const struct csv_cell *term = &row->cells[reading->places[NEED_TERM]];
    const struct csv_cell *figure = &row->cells[reading->places[NEED_FIGURE]];
    const char *vocabulary = *term->text ? vocabulary_of(reading, term) : NULL;
    bool is_number = *figure->text && check_figure(reading, figure);
    if (!full || !vocabulary || !is_number)
        return;
    if (need_find(reading->needs, vocabulary, term->text)) {
        report(reading->diagnostics, CODE_REPEATED, term->place, "take one out", "\"%s\" stands here twice",
               term->text);
        return;
    }
    reading->needs->items[reading->needs->count++] =
        (struct need){vocabulary, term->text, figure->text, row->cells[reading->places[NEED_WHAT]].text,
                      row->cells[reading->places[NEED_SOURCE]].text};
}

bool needs_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct needs *needs,
                struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    struct reading reading = {arena, vocabularies, diagnostics, needs, {0}};
    *needs = (struct needs){0};
    const char *data =
        source_load_if_there(arena, file_join(arena, root, needs_path), needs_path, NEEDS_FILE_MAX, &size, diagnostics);
    if (!data)
        return diagnostics->errors == errors;
    struct csv_rows rows = csv_read(arena, data, size);
    needs->items = arena_array(arena, rows.count + 1, sizeof *needs->items);
    if (rows.problem)
        report(diagnostics, CODE_NEED, rows.place, "save it as CSV, UTF-8, from a spreadsheet", "%s", rows.problem);
    else if (rows.count && read_head(&reading, &rows.items[0]))
        for (size_t i = 1; i < rows.count; i++)
            read_need(&reading, &rows.items[i]);
    return diagnostics->errors == errors;
}
