#include "indexer/base/yaml_columns.h"

#include <stdint.h>

size_t columns_of_keys_below(const struct yaml_reader *reader, size_t column)
{
    size_t least = 0;
    for (size_t i = reader->line + 1; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        size_t at = line->at + line->lead;
        if (reader_is_empty(line) || reader_is_remark(reader, line))
            continue;
        bool next_item = yaml_dash(reader->data + at, line->size - line->lead) && least && line->width < least;
        if (line->width <= column || next_item)
            break;
        struct yaml_key key = yaml_key_find(reader->data + at, line->size - line->lead);
        if (key.size && reader_is_key_word(reader, at, key.size))
            least = !least || line->width < least ? line->width : least;
    }
    return least;
}

size_t columns_of_item(const struct yaml_reader *reader, size_t column)
{
    size_t below = columns_of_keys_below(reader, column);
    return below ? below : column + 1;
}

bool columns_fit(const struct yaml_reader *reader, size_t column, bool is_item, bool is_key)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    if (!level)
        return true;
    if (level->column < column)
        return level->open;
    if (is_item)
        return level->is_list || level->open;
    return is_key && !level->is_list;
}

size_t columns_nearest(const struct yaml_reader *reader, size_t column, bool is_item, size_t at, size_t key)
{
    for (size_t i = reader->reached; reader->names && !is_item && i > 0; i--) {
        const struct reader_level *level = &reader->stack[i - 1];
        if (!level->is_list && reader_belongs(reader, at, key, i > 1 ? level - 1 : NULL))
            return level->column;
    }
    size_t best = column;
    size_t distance = SIZE_MAX;
    for (size_t i = reader->reached; i > 0; i--) {
        const struct reader_level *level = &reader->stack[i - 1];
        size_t here = level->column > column ? level->column - column : column - level->column;
        if (level->is_list != is_item || here >= distance)
            continue;
        distance = here;
        best = level->column;
    }
    return best;
}

/* Whether one more item or key stands in this column below. */
static bool has_sibling_below(const struct yaml_reader *reader, size_t column, size_t outer, bool is_item)
{
    for (size_t i = reader->line + 1; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        size_t at = line->at + line->lead;
        if (reader_is_empty(line) || reader_is_remark(reader, line))
            continue;
        bool dash = yaml_dash(reader->data + at, line->size - line->lead) > 0;
        if (line->width == column && dash == is_item)
            return is_item || yaml_key_find(reader->data + at, line->size - line->lead).size;
        if (line->width <= outer)
            return false;
    }
    return false;
}

/* Whether what stands between two lines stands further in than a column. */
static bool is_further_in(const struct yaml_reader *reader, size_t first, size_t last, size_t column)
{
    for (size_t i = first + 1; i < last; i++)
        if (!reader_is_empty(reader_line_at(reader, i)) && reader_line_at(reader, i)->width <= column)
            return false;
    return true;
}

bool columns_move_first(struct yaml_reader *reader, size_t column, bool is_item)
{
    size_t depth = reader->reached;
    while (depth > 1 && reader->stack[depth - 1].is_list != is_item)
        depth--;
    struct reader_level *level = depth > 1 ? &reader->stack[depth - 1] : NULL;
    if (!level || level->items != 1 || level->first_line >= reader->line)
        return false;
    const struct yaml_line *first = reader_line_at(reader, level->first_line);
    bool behind_dash = !is_item && level->first != first->at + first->lead;
    struct reader_level *moved = behind_dash ? level - 1 : level;
    const struct reader_level *outer = moved > reader->stack ? moved - 1 : NULL;
    size_t place = moved->column + column;
    if (!outer || (behind_dash && moved->items != 1) || place < level->column + outer->column ||
        (!moved->is_list && place == level->column + outer->column) ||
        !is_further_in(reader, level->first_line, reader->line, column) ||
        !has_sibling_below(reader, column, outer->column, is_item))
        return false;
    size_t here = reader->line;
    reader->line = level->first_line;
    moved->column = place - level->column;
    reader_indent(reader, MISTAKE_INDENT, moved->column, true);
    reader->mistakes->items[reader->mistakes->count - 1].safe = false;
    reader->line = here;
    level->column = column;
    reader->depth = depth;
    return true;
}

size_t columns_of_siblings_below(const struct yaml_reader *reader, size_t column)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    if (!level || !level->open || level->is_list)
        return column;
    const struct yaml_line *first = reader_line_at(reader, reader->line);
    size_t dash = yaml_dash(reader->data + first->at + first->lead, first->size - first->lead);
    const char *text = reader->data + first->at + first->lead;
    size_t inner = !dash || yaml_key_find(text + dash, first->size - first->lead - dash).size
                       ? columns_of_keys_below(reader, level->column)
                       : 0;
    if (!dash)
        return inner ? inner : column;
    if (inner >= level->column + dash)
        return inner - dash;
    for (size_t i = reader->line + 1; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        size_t at = line->at + line->lead;
        if (reader_is_empty(line) || line->tab)
            continue;
        if (yaml_dash(reader->data + at, line->size - line->lead) && line->width >= level->column)
            return line->width;
        if (line->width <= level->column)
            break;
    }
    return column;
}
