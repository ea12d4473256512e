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

size_t yaml_beside_dash(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    size_t end = reader_line_stop(reader, reader->line);
    size_t dash = yaml_dash(reader->data + at, end - at);
    const struct yaml_line *below = reader_line_below(reader);
    if (dash < 2 || at + dash >= end || (shape != SHAPE_TEXT && shape != SHAPE_ADDRESS) ||
        !stands_on_key_line(reader) || (below && below->width > column && is_item(reader, below)))
        return 0;
    reader_add(reader, MISTAKE_DASH_EXTRA, at, 1);
    yaml_mistake_edit(reader->mistakes, at, dash, "");
    return dash;
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

/* The size of a word with a colon and a blank behind it, which is a key of the groups below another key, or of the top; or 0. */
static size_t member_at(const struct yaml_reader *reader, size_t at, size_t end, const struct reader_level *under)
{
    enum { WORD_MAX = 64 };
    size_t size = at < end ? yaml_word(reader->data + at, end - at < WORD_MAX ? end - at : WORD_MAX) : 0;
    bool is_key = size && at + size + 1 < end && reader->data[at + size] == ':' && reader->data[at + size + 1] == ' ';
    return is_key && reader_belongs(reader, at, size, under) ? size : 0;
}

/* The offset of the next comma from `at` on behind which a key of the same group stands, that is at *next; or the end. */
static size_t next_member(const struct yaml_reader *reader, size_t at, size_t end, const struct reader_level *under,
                          size_t *next)
{
    for (; at < end; at++) {
        if (reader->data[at] != ',' && reader->data[at] != ';')
            continue;
        *next = at + 1 + yaml_blanks(reader->data + at + 1, end - at - 1);
        if (member_at(reader, *next, end, under))
            break;
    }
    return at;
}

/* Whether an answer can be read as it is, if its line is broken behind it. */
static bool is_simple(const struct yaml_reader *reader, size_t from, size_t to)
{
    return from < to && !strchr("\"'[{", reader->data[from]) &&
           yaml_colon(reader->data + from, to - from) == to - from &&
           yaml_remark(reader->data + from, to - from) == to - from;
}

/* ", per: year" behind the answer whose value begins at `from`: a line of its own for each. */
static void break_at_commas(struct yaml_reader *reader, size_t from, size_t end, size_t column,
                            const struct reader_level *under)
{
    size_t next = end;
    size_t comma = next_member(reader, from, end, under, &next);
    while (comma < end && is_simple(reader, from, comma)) {
        yaml_mistake_edit(reader->mistakes, comma, next - comma,
                          arena_format(reader->mistakes->arena, "\n%*s", (int)column, ""));
        from = next + member_at(reader, next, end, under) + 1;
        from += yaml_blanks(reader->data + from, end - from);
        comma = next_member(reader, from, end, under, &next);
    }
}

bool yaml_beside_member(struct yaml_reader *reader, size_t at)
{
    const struct reader_level *group = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    const struct reader_level *under = reader->depth > 1 ? group - 1 : NULL;
    size_t end = reader_line_stop(reader, reader->line);
    size_t next = end;
    if (!group || !stands_on_key_line(reader) || (!under && !reader_is_closed(reader)))
        return false;
    size_t comma = next_member(reader, at, end, under, &next);
    if (comma >= end || !is_simple(reader, at, comma))
        return false;
    reader_add(reader, MISTAKE_GROUP_BESIDE, next, member_at(reader, next, end, under));
    break_at_commas(reader, at, end, group->column, under);
    reader->next = reader->line + 1;
    reader->text_above = true;
    return true;
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
    break_at_commas(reader, at + key.value, end, inner, &group);
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
