#include "indexer/content/lens.h"

#include <errno.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/field_names.h"
#include "indexer/content/lens_query.h"
#include "indexer/content/own_fields.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"
#include "indexer/content/value.h"
#include "indexer/content/value_check.h"

enum { LENS_FILE_MAX = 256 * 1024 };

static const struct place whole_file;

/* A lens that is being read. */
struct reading {
    struct arena *arena;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
};

static const char *text_of(const struct value *value)
{
    return value->kind == VALUE_TEXT || value->kind == VALUE_NUMBER ? value->text : "";
}

const char lenses_folder[] = "content/lenses";

const struct lens *lens_find(const struct lenses *lenses, const char *id)
{
    for (size_t i = 0; i < lenses->count; i++)
        if (strcmp(lenses->items[i].id, id) == 0)
            return &lenses->items[i];
    return NULL;
}

const struct lens_cell *lens_cell_find(const struct lens_cells *cells, const char *id)
{
    for (size_t i = 0; i < cells->count; i++)
        if (strcmp(cells->items[i].id, id) == 0)
            return &cells->items[i];
    return NULL;
}

static void read_cell(const struct reading *reading, const struct value *value, struct lens_cells *cells)
{
    const struct value *query = value_member(value, CELL_QUERY);
    const char *id = value_text(value, CELL_ID, "");
    if (*id && lens_cell_find(cells, id))
        report(reading->diagnostics, CODE_LENS_CELL, value_member(value, CELL_ID)->place, "give it another id",
               "\"%s\" is the id of a cell before it", id);
    if (query->kind == VALUE_TEXT)
        lens_query_check(reading->arena, query->text, query->place, reading->vocabularies, reading->diagnostics);
    cells->items[cells->count++] = (struct lens_cell){id, value_text(value, CELL_LABEL, ""),
                                                      value_text(value, CELL_QUESTION, ""), text_of(query), ""};
}

static struct lens_cells read_cells(const struct reading *reading, const struct value *list)
{
    struct lens_cells cells = {arena_array(reading->arena, list->count ? list->count : 1, sizeof *cells.items), 0};
    for (size_t i = 0; i < list->count; i++)
        read_cell(reading, &list->items[i], &cells);
    return cells;
}

/* Each heading stands at the cell it names, in the order of the cells. */
static void read_headings(const struct reading *reading, const struct value *list, struct lens_cells *cells)
{
    const struct lens_cell *last = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct value *from = value_member(&list->items[i], HEADING_FROM);
        const struct lens_cell *cell = from->kind == VALUE_TEXT ? lens_cell_find(cells, from->text) : NULL;
        if (from->kind != VALUE_TEXT)
            continue;
        if (!cell || (last && cell <= last)) {
            report(reading->diagnostics, CODE_LENS_HEADING, from->place,
                   "name the id of the first cell under the heading",
                   cell ? "\"%s\" stands before the heading above" : "\"%s\" is not a cell of this lens", from->text);
            continue;
        }
        cells->items[cell - cells->items].heading = value_text(&list->items[i], HEADING_LABEL, "");
        last = cell;
    }
}

static void read_map(const struct reading *reading, const struct yaml_node *map, struct lens *lens)
{
    struct value values[LENS_MEMBERS] = {0};
    struct value_reader reader = {reading->arena, reading->diagnostics, reading->vocabularies};
    struct value_checker checker = {reading->arena, reading->vocabularies, reading->diagnostics};
    values_read(&reader, lens_fields, LENS_MEMBERS, map, values);
    values_check(&checker, lens_fields, LENS_MEMBERS, values);
    values_require(&checker, lens_fields, LENS_MEMBERS, values, (struct place){1, 1, 1}, NULL);
    lens->name = text_of(&values[LENS_NAME]);
    lens->source = text_of(&values[LENS_SOURCE]);
    lens->from = text_of(&values[LENS_FROM]);
    lens->to = text_of(&values[LENS_TO]);
    lens->replaced_by = text_of(&values[LENS_REPLACED_BY]);
    lens->summary = text_of(&values[LENS_SUMMARY]);
    lens->cells = read_cells(reading, &values[LENS_CELLS]);
    lens->second_axis = read_cells(reading, &values[LENS_SECOND_AXIS]);
    read_headings(reading, &values[LENS_HEADINGS], &lens->cells);
    if (*lens->from && *lens->to && strcmp(lens->to, lens->from) < 0)
        report(reading->diagnostics, CODE_END_BEFORE_START, values[LENS_TO].place, "check both years",
               "the end (%s) lies before the start (%s)", lens->to, lens->from);
}

static void read_lens(const struct reading *reading, const char *root, const char *name, struct lens *lens)
{
    size_t size = 0;
    const char *shown = arena_format(reading->arena, "%s/%s", lenses_folder, name);
    const char *data = source_load(reading->arena, file_join(reading->arena, root, shown), shown, LENS_FILE_MAX, &size,
                                   reading->diagnostics);
    *lens = (struct lens){.id = arena_copy(reading->arena, name, strlen(name) - strlen(".yaml"))};
    if (!data)
        return;
    if (!scalar_case_id(lens->id))
        report(reading->diagnostics, CODE_LENS_NAME, whole_file, "rename it to lower-case words with hyphens",
               "this cannot be the name of a lens");
    const struct yaml_node *map = source_read_yaml(reading->arena, data, size, &lens_names, reading->diagnostics);
    if (map && map->kind == TREE_MAP)
        read_map(reading, map, lens);
    else
        report(reading->diagnostics, CODE_LENS_EMPTY, whole_file,
               "begin with name: and source:, then cells:", "this lens has no answers that can be read");
}

bool lenses_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct lenses *lenses,
                 struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct reading reading = {arena, vocabularies, diagnostics};
    struct file_names files;
    *lenses = (struct lenses){0};
    if (!file_list(arena, root, lenses_folder, ".yaml", &files)) {
        if (files.reason == ENOENT)
            return true;
        source_report_folder(lenses_folder, files.reason, diagnostics);
        return false;
    }
    lenses->items = arena_array(arena, files.count ? files.count : 1, sizeof *lenses->items);
    for (; lenses->count < files.count; lenses->count++)
        read_lens(&reading, root, files.names[lenses->count], &lenses->items[lenses->count]);
    return diagnostics->errors == errors;
}
