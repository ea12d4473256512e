#include "indexer/base/yaml_reader.h"

#include <string.h>

#include "indexer/base/ascii.h"

const struct yaml_line *reader_line_at(const struct yaml_reader *reader, size_t number)
{
    return &reader->lines->items[number];
}

size_t reader_line_stop(const struct yaml_reader *reader, size_t number)
{
    return reader_line_at(reader, number)->at + reader_line_at(reader, number)->size;
}

struct reader_level *reader_top(struct yaml_reader *reader)
{
    return reader->depth ? &reader->stack[reader->depth - 1] : NULL;
}

bool reader_is_empty(const struct yaml_line *line)
{
    return line->lead == line->size;
}

bool reader_is_remark(const struct yaml_reader *reader, const struct yaml_line *line)
{
    return !reader_is_empty(line) && reader->data[line->at + line->lead] == '#';
}

enum yaml_shape reader_shape_of(const struct yaml_reader *reader, size_t key, size_t size)
{
    key += size ? yaml_key_bare(reader->data + key, &size) : 0;
    return reader->names && size ? reader->names->shape(reader->data + key, size) : SHAPE_UNKNOWN;
}

bool reader_belongs(const struct yaml_reader *reader, size_t key, size_t size, const struct reader_level *under)
{
    size_t outer_size = under ? under->key_size : 0;
    size_t outer = under ? under->key : 0;
    if (!reader->names || !size || (under && !outer_size))
        return false;
    outer += outer_size ? yaml_key_bare(reader->data + outer, &outer_size) : 0;
    key += yaml_key_bare(reader->data + key, &size);
    return reader->names->belongs(reader->data + key, size, reader->data + outer, outer_size);
}

bool reader_is_closed(const struct yaml_reader *reader)
{
    size_t depth = reader->depth;
    while (depth > 1 && reader->stack[depth - 1].is_list)
        depth--;
    if (!reader->names || !depth || !reader->stack[depth - 1].key_size)
        return false;
    const struct reader_level *group = &reader->stack[depth - 1];
    size_t key_size = group->key_size;
    size_t key = group->key + yaml_key_bare(reader->data + group->key, &key_size);
    size_t outer_size = depth > 1 ? reader->stack[depth - 2].key_size : 0;
    size_t outer = depth > 1 ? reader->stack[depth - 2].key : 0;
    outer += outer_size ? yaml_key_bare(reader->data + outer, &outer_size) : 0;
    return reader->names->closed(reader->data + key, key_size, reader->data + outer, outer_size);
}

bool reader_is_key_word(const struct yaml_reader *reader, size_t at, size_t size)
{
    if (reader->names)
        return reader_shape_of(reader, at, size) != SHAPE_UNKNOWN;
    return size && yaml_word(reader->data + at, size) == size && !ascii_is_capital(reader->data[at]);
}

bool reader_begins_entry(const struct yaml_reader *reader, size_t at, size_t end)
{
    size_t dash = yaml_dash(reader->data + at, end - at);
    if (dash)
        return true;
    struct yaml_key key = yaml_key_find(reader->data + at, end - at);
    at += key.size ? yaml_key_bare(reader->data + at, &key.size) : 0;
    return key.size && yaml_word(reader->data + at, key.size) == key.size;
}

size_t reader_extent(struct yaml_reader *reader, size_t number, size_t column)
{
    if (reader->extent_last && reader->extent_column == column && number >= reader->extent_first &&
        number <= reader->extent_last)
        return reader->extent_last;
    size_t last = number;
    for (size_t i = number + 1; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        if (reader_is_empty(line))
            continue;
        if (line->width <= column && reader_begins_entry(reader, line->at + line->lead, line->at + line->size))
            break;
        last = i;
    }
    reader->extent_first = number;
    reader->extent_last = last;
    reader->extent_column = column;
    return last;
}

struct yaml_mistake *reader_add(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t at, size_t size)
{
    struct yaml_mistake *mistake = yaml_mistake_add(reader->mistakes, kind, at, size);
    mistake->last_line = reader->line;
    mistake->answer = reader->depth ? reader->stack[0].key : 0;
    return mistake;
}

bool reader_goes_on(const struct yaml_reader *reader, enum yaml_mistake_kind kind)
{
    const struct yaml_mistakes *mistakes = reader->mistakes;
    const struct yaml_mistake *last = mistakes->count ? &mistakes->items[mistakes->count - 1] : NULL;
    if (!last || last->kind != kind)
        return false;
    for (size_t i = last->last_line + 1; i < reader->line; i++)
        if (!reader_is_empty(reader_line_at(reader, i)))
            return false;
    return true;
}

struct yaml_mistake *reader_add_or_go_on(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t at,
                                         size_t size)
{
    if (!reader_goes_on(reader, kind))
        return reader_add(reader, kind, at, size);
    struct yaml_mistake *last = &reader->mistakes->items[reader->mistakes->count - 1];
    last->last_line = reader->line;
    return last;
}

const char *reader_blanks(struct yaml_reader *reader, size_t count)
{
    return arena_format(reader->mistakes->arena, "%*s", (int)count, "");
}

/* Lines of one answer that stand as far from their columns as each other are one mistake. */
static bool is_again(const struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t lead, const char *wanted)
{
    const struct yaml_mistakes *mistakes = reader->mistakes;
    const struct yaml_mistake *last = mistakes->count ? &mistakes->items[mistakes->count - 1] : NULL;
    if (!last || last->kind != kind || !last->edit_count || last->answer != (reader->depth ? reader->stack[0].key : 0))
        return false;
    const struct yaml_edit *edit = &last->edits[last->edit_count - 1];
    return edit->size + strlen(wanted) == lead + strlen(edit->text);
}

void reader_indent(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t column, bool lost)
{
    const struct yaml_line *line = reader_line_at(reader, reader->line);
    const char *wanted = reader_blanks(reader, column);
    if (is_again(reader, kind, line->lead, wanted)) {
        struct yaml_mistake *last = &reader->mistakes->items[reader->mistakes->count - 1];
        last->last_line = reader->line;
        yaml_mistake_edit(reader->mistakes, line->at, line->lead, wanted);
        return;
    }
    struct yaml_mistake *mistake = reader_add_or_go_on(reader, kind, line->at, line->lead ? line->lead : 1);
    mistake->lost |= lost;
    yaml_mistake_edit(reader->mistakes, line->at, line->lead, reader_blanks(reader, column));
}

const struct yaml_line *reader_line_below(const struct yaml_reader *reader)
{
    for (size_t i = reader->line + 1; i < reader->lines->count; i++)
        if (!reader_is_empty(reader_line_at(reader, i)) && !reader_is_remark(reader, reader_line_at(reader, i)))
            return reader_line_at(reader, i);
    return NULL;
}

void reader_push(struct yaml_reader *reader, struct reader_level level)
{
    if (reader->depth < READER_DEPTH_MAX)
        reader->stack[reader->depth++] = level;
}

bool reader_is_text_item(const struct yaml_reader *reader)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    return level && level->is_list && reader_shape_of(reader, level->key, level->key_size) == SHAPE_TEXTS;
}

void reader_enter_list(struct yaml_reader *reader, size_t column)
{
    struct reader_level *level = reader_top(reader);
    if (level && level->is_list && (level->column == column || !level->open))
        return;
    struct reader_level list = {.column = column, .is_list = true};
    if (level) {
        list.key = level->key;
        list.key_size = level->key_size;
        level->open = false;
    }
    reader_push(reader, list);
}

void reader_leave_to(struct yaml_reader *reader, size_t column)
{
    while (reader->depth && reader->stack[reader->depth - 1].column > column)
        reader->depth--;
}
