#include "indexer/base/yaml_beside.h"

#include <string.h>

/* Behind the colon of a key whose value begins at `at`: the blanks between them are taken for a line end. */
static size_t behind_colon(const struct yaml_reader *reader, size_t at)
{
    while (strchr(" \t", reader->data[at - 1]))
        at--;
    return at;
}

static bool is_item(const struct yaml_reader *reader, const struct yaml_line *line)
{
    return yaml_dash(reader->data + line->at + line->lead, line->size - line->lead) > 0;
}

static bool stands_on_key_line(const struct yaml_reader *reader)
{
    const struct reader_level *group = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    return group && !group->is_list && yaml_line_of(reader->lines, group->key) == reader->line;
}

/* Enters a list below the last key. */
static void push_list(struct yaml_reader *reader, size_t column)
{
    const struct reader_level *group = reader_top(reader);
    reader_push(reader, (struct reader_level){
                            .column = column, .is_list = true, .key = group->key, .key_size = group->key_size});
}

bool yaml_beside_list(struct yaml_reader *reader, size_t at, size_t column)
{
    const struct yaml_line *below = reader_line_below(reader);
    const char *text = reader->data + at;
    if (*text != '-' || reader_line_stop(reader, reader->line) - at < 2 || !strchr(" \t", text[1]) ||
        !stands_on_key_line(reader))
        return false;
    bool fits = below && below->width > column && is_item(reader, below);
    size_t item = fits ? below->width : column + READER_STEP;
    size_t colon = behind_colon(reader, at);
    reader_add(reader, MISTAKE_LIST_BESIDE, at, 1);
    yaml_mistake_edit(reader->mistakes, colon, at - colon,
                      arena_format(reader->mistakes->arena, "\n%*s", (int)item, ""));
    push_list(reader, item);
    return true;
}

bool yaml_beside_item(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    const struct yaml_line *below = reader_line_below(reader);
    if (shape != SHAPE_TEXTS || !stands_on_key_line(reader) || !below || below->width <= column ||
        !is_item(reader, below))
        return false;
    size_t colon = behind_colon(reader, at);
    reader_add(reader, MISTAKE_LIST_BESIDE, at, 1)->lost = true;
    yaml_mistake_edit(reader->mistakes, colon, at - colon,
                      arena_format(reader->mistakes->arena, "\n%*s- ", (int)below->width, ""));
    push_list(reader, below->width);
    return true;
}

/* ", per: year" behind an answer: a line of its own for each, if what stands between them can be read as it is. */
static void break_at_commas(struct yaml_reader *reader, size_t at, size_t end, size_t column,
                            const struct reader_level *under)
{
    size_t from = at + yaml_key_find(reader->data + at, end - at).value;
    for (size_t i = from; i < end; i++) {
        if (!strchr(",;", reader->data[i]))
            continue;
        size_t next = i + 1 + yaml_blanks(reader->data + i + 1, end - i - 1);
        struct yaml_key key = yaml_key_find(reader->data + next, end - next);
        if (!key.size || !reader_belongs(reader, next, key.size, under))
            continue;
        if (strchr("\"'[{", reader->data[from]) || yaml_colon(reader->data + from, i - from) < i - from)
            return;
        yaml_mistake_edit(reader->mistakes, i, next - i,
                          arena_format(reader->mistakes->arena, "\n%*s", (int)column, ""));
        from = next + key.value;
        i = from - 1;
    }
}

bool yaml_beside_group(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    size_t end = reader_line_stop(reader, reader->line);
    struct yaml_key key = yaml_key_find(reader->data + at, end - at);
    if ((shape != SHAPE_GROUP && shape != SHAPE_GROUPS) || !key.size || !stands_on_key_line(reader) ||
        !reader_belongs(reader, at, key.size, reader_top(reader)))
        return false;
    const struct yaml_line *below = reader_line_below(reader);
    bool goes_on = below && below->width > column;
    size_t inner = goes_on ? below->width : column + READER_STEP;
    size_t dash = 0;
    if (shape == SHAPE_GROUPS) {
        dash = goes_on && is_item(reader, below)          ? inner
               : goes_on && inner >= column + READER_STEP ? inner - READER_STEP
                                                          : column + READER_STEP;
        inner = dash + READER_STEP;
    }
    struct reader_level group = *reader_top(reader);
    size_t colon = behind_colon(reader, at);
    reader_add(reader, MISTAKE_GROUP_BESIDE, at, key.size);
    yaml_mistake_edit(reader->mistakes, colon, at - colon,
                      shape == SHAPE_GROUPS ? arena_format(reader->mistakes->arena, "\n%*s- ", (int)dash, "")
                                            : arena_format(reader->mistakes->arena, "\n%*s", (int)inner, ""));
    break_at_commas(reader, at, end, inner, &group);
    if (shape == SHAPE_GROUPS)
        push_list(reader, dash);
    reader_push(reader, (struct reader_level){.column = inner,
                                              .key = at,
                                              .key_size = key.size,
                                              .first = at,
                                              .first_size = key.size,
                                              .items = 1,
                                              .first_line = reader->line});
    return true;
}
