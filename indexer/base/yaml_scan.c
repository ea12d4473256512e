#include "indexer/base/yaml_scan.h"

#include <stdint.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/yaml_columns.h"
#include "indexer/base/yaml_keys.h"
#include "indexer/base/yaml_read_value.h"
#include "indexer/base/yaml_reader.h"

static void read_entry(struct yaml_reader *reader, size_t at, size_t column);

/* The sign of Word behind a dash, which is taken out. */
static size_t bullet_in_item(struct yaml_reader *reader, size_t at, size_t end)
{
    size_t bullet = at < end && !ascii_is_digit(reader->data[at]) ? yaml_bullet(reader->data + at, end - at) : 0;
    if (!bullet)
        return 0;
    reader_add_or_go_on(reader, MISTAKE_BULLET, at, yaml_bullet_sign(reader->data + at, bullet))->lost = true;
    yaml_mistake_edit(reader->mistakes, at, bullet, "");
    return bullet;
}

/*
 * "- - name: …": no item is a list. The second dash goes; its place stays where the lines below stand as if it counted.
 * Returns the bytes up to what the item says.
 */
static size_t mend_second_dash(struct yaml_reader *reader, size_t at, size_t end, size_t column)
{
    const struct reader_level *list = reader_top(reader);
    size_t dash = at < end ? yaml_dash(reader->data + at, end - at) : 0;
    const struct yaml_line *below = reader_line_below(reader);
    if (!dash || at + dash >= end || reader_shape_of(reader, list->key, list->key_size) < SHAPE_TEXTS)
        return 0;
    bool stays = below && below->width == column + dash;
    reader_add(reader, MISTAKE_DASH_EXTRA, at, 1)->lost = true;
    yaml_mistake_edit(reader->mistakes, at, dash, stays ? reader_blanks(reader, dash) : "");
    return dash;
}

/* An item: its dash stands at `at`, in a list whose column is known. */
static void read_item(struct yaml_reader *reader, size_t at, size_t column)
{
    size_t end = reader_line_stop(reader, reader->line);
    size_t dash = yaml_dash(reader->data + at, end - at);
    if (dash > 1)
        yaml_mend_blank(reader, at + 1, end);
    reader_top(reader)->open = true;
    if (!reader_top(reader)->items++)
        reader_top(reader)->first_line = reader->line;
    size_t inner = column + (dash > 1 && reader->data[at + 1] == ' ' ? dash : READER_STEP);
    size_t second = mend_second_dash(reader, at + dash, end, inner);
    const struct yaml_line *below = reader_line_below(reader);
    inner += below && below->width == inner + second ? second : 0;
    dash += second;
    size_t bullet = bullet_in_item(reader, at + dash, end);
    dash += bullet;
    if (at + dash < end)
        read_entry(reader, at + dash, inner + bullet);
}

/* A bullet where an item may begin. */
static size_t bullet_at(const struct yaml_reader *reader, size_t at, size_t end, size_t column)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    size_t bullet = yaml_bullet(reader->data + at, end - at);
    if (!bullet || !level)
        return 0;
    if (level->is_list)
        return level->column < column && level->open ? 0 : bullet;
    enum yaml_shape shape = reader_shape_of(reader, level->key, level->key_size);
    const struct yaml_line *below = reader_line_below(reader);
    bool again = below && below->width == column &&
                 yaml_bullet(reader->data + below->at + below->lead, below->size - below->lead);
    bool sure = yaml_bullet_is_sure(reader->data + at, end - at) || shape == SHAPE_TEXTS || shape == SHAPE_GROUPS;
    return level->open && (sure || (again && shape != SHAPE_TEXT)) ? bullet : 0;
}

static void read_bullet(struct yaml_reader *reader, size_t at, size_t bullet, size_t column)
{
    reader_enter_list(reader, column);
    size_t sign = yaml_bullet_sign(reader->data + at, bullet);
    struct yaml_mistake *mistake = reader_add_or_go_on(reader, MISTAKE_BULLET, at, sign);
    mistake->lost = true;
    size_t inner = columns_of_item(reader, reader_top(reader)->column + 1);
    yaml_mistake_edit(reader->mistakes, at, bullet,
                      arena_format(reader->mistakes->arena, "-%*s", (int)(inner - reader_top(reader)->column - 1), ""));
    reader_top(reader)->open = true;
    read_entry(reader, at + bullet, inner);
}

/* "-Text" where an item may begin. */
static bool is_tight_dash(const struct yaml_reader *reader, size_t at, size_t end, size_t column)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    if (!level || end - at < 2 || reader->data[at] != '-' || strchr("- \t", reader->data[at + 1]))
        return false;
    if (level->is_list)
        return level->column >= column || !level->open;
    enum yaml_shape shape = reader_shape_of(reader, level->key, level->key_size);
    const struct yaml_line *below = reader_line_below(reader);
    bool again = below && below->width == column && reader->data[below->at + below->lead] == '-';
    return level->open && (shape == SHAPE_TEXTS || shape == SHAPE_GROUPS || (again && shape != SHAPE_TEXT));
}

static void read_tight_dash(struct yaml_reader *reader, size_t at, size_t column)
{
    reader_enter_list(reader, column);
    reader_add_or_go_on(reader, MISTAKE_DASH_BLANK, at, 1)->lost = true;
    size_t inner = columns_of_item(reader, reader_top(reader)->column + 1);
    yaml_mistake_edit(reader->mistakes, at + 1, 0, reader_blanks(reader, inner - reader_top(reader)->column - 1));
    reader_top(reader)->open = true;
    read_entry(reader, at + 1, inner);
}

/* A key at the top that belongs to the key above it, which has no answer: "cost:" and below it "amount: 45000". */
static bool read_unindented(struct yaml_reader *reader, size_t at, struct yaml_key key)
{
    const struct reader_level *group = reader_top(reader);
    const struct yaml_line *line = reader_line_at(reader, reader->line);
    if (!reader->names || reader->depth != 1 || at != line->at + line->lead ||
        reader_belongs(reader, at, key.size, NULL))
        return false;
    bool below = reader_belongs(reader, at, key.size, group);
    const struct reader_level *left = reader->reached > 1 && !reader->stack[1].is_list ? &reader->stack[1] : NULL;
    if (!below || reader_shape_of(reader, group->key, group->key_size) != SHAPE_GROUP || (!group->open && !left))
        return false;
    size_t below_column = columns_of_keys_below(reader, group->column);
    size_t column = left ? left->column : below_column ? below_column : group->column + READER_STEP;
    reader_indent(reader, MISTAKE_INDENT, column, true);
    if (left)
        reader->depth = 2;
    else
        reader_push(reader, (struct reader_level){.column = column});
    reader->stack[0].open = false;
    yaml_read_key(reader, at, key);
    return true;
}

/* What is wanted below the last key, or as an item of the list. */
static enum yaml_shape shape_here(const struct yaml_reader *reader)
{
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    enum yaml_shape shape = level ? reader_shape_of(reader, level->key, level->key_size) : SHAPE_UNKNOWN;
    if (!level || !level->is_list)
        return shape;
    return shape == SHAPE_TEXTS ? SHAPE_TEXT : shape == SHAPE_GROUPS ? SHAPE_GROUP : shape;
}

/* "sources [{title: …": a known key, and no colon before the bracket or the quotation mark. */
static bool read_key_before_bracket(struct yaml_reader *reader, size_t at, size_t size, size_t column)
{
    struct reader_level *level = reader_top(reader);
    size_t word = yaml_word(reader->data + at, size);
    size_t value = word + yaml_blanks(reader->data + at + word, size - word);
    bool in_group = level && !level->is_list && level->column == column;
    if (value <= word || value >= size || !strchr("[{\"'", reader->data[at + value]) ||
        (!in_group && !(level && level->open && reader_belongs(reader, at, word, level))))
        return false;
    if (!in_group) {
        level->open = false;
        reader_push(reader, (struct reader_level){.column = column});
    }
    return yaml_read_key_without_colon(reader, at, reader_line_stop(reader, reader->line));
}

/* What a line or the rest of one holds where anything may stand: an item, a key or a text. */
static void read_entry(struct yaml_reader *reader, size_t at, size_t column)
{
    size_t end = reader_line_stop(reader, reader->line);
    const char *text = reader->data + at;
    struct reader_level *level = reader_top(reader);
    size_t dash = yaml_dash(text, end - at);
    bool begins_line = at == reader_line_at(reader, reader->line)->at + reader_line_at(reader, reader->line)->lead;
    size_t bullet = dash || !begins_line ? 0 : bullet_at(reader, at, end, column);
    struct yaml_key key = yaml_key_find(text, end - at);
    if (dash && reader->depth < READER_DEPTH_MAX) {
        if (!(level && level->is_list && level->column == column))
            reader_enter_list(reader, column);
        read_item(reader, at, column);
        return;
    }
    if (bullet) {
        read_bullet(reader, at, bullet, column);
        return;
    }
    if (is_tight_dash(reader, at, end, column)) {
        read_tight_dash(reader, at, column);
        return;
    }
    bool in_group = level && !level->is_list && level->column == column;
    if (yaml_read_marked_key(reader, at, end, column))
        return;
    if (key.size && read_key_before_bracket(reader, at, key.size, column))
        return;
    if (key.size && !reader_is_text_item(reader)) {
        if (in_group && read_unindented(reader, at, key))
            return;
        if (!in_group) {
            if (level)
                level->open = false;
            reader_push(reader, (struct reader_level){.column = column});
        }
        yaml_read_key(reader, at, key);
        return;
    }
    const struct yaml_line *below = reader_line_below(reader);
    bool group_below = below && below->width == column &&
                       yaml_key_find(reader->data + below->at + below->lead, below->size - below->lead).size;
    size_t word = yaml_word(text, end - at);
    bool tight =
        at + word + 1 < end && text[word] == ':' && reader_is_key_word(reader, at, word) && text[word + 1] != '/';
    bool belongs = level && level->open && reader_belongs(reader, at, word, level) &&
                   reader_shape_of(reader, level->key, level->key_size) >= SHAPE_GROUP;
    if (!in_group && !reader_is_text_item(reader) &&
        (tight || belongs || (group_below && reader_is_key_word(reader, at, word)))) {
        if (level)
            level->open = false;
        reader_push(reader, (struct reader_level){.column = column});
        in_group = true;
    }
    if (in_group &&
        (yaml_read_tight_key(reader, at, end, !reader->names) || yaml_read_key_without_colon(reader, at, end)))
        return;
    yaml_read_value(reader, at, level ? level->column : 0, shape_here(reader));
    if (key.size && reader->mistakes->count &&
        reader->mistakes->items[reader->mistakes->count - 1].kind == MISTAKE_COLON_INSIDE)
        reader->mistakes->items[reader->mistakes->count - 1].lost = true;
}

/* A line in the column of a list that is a text: its dash was forgotten, or has no blank. */
static void read_lost_item(struct yaml_reader *reader, size_t at, size_t column)
{
    reader_add(reader, MISTAKE_DASH_MISSING, at, 1)->safe = false;
    yaml_mistake_edit(reader->mistakes, at, 0, "- ");
    reader_top(reader)->open = true;
    read_entry(reader, at, column + READER_STEP);
}

/* The first key of the group that was left stands here again, at its list's column: an item without its dash. */
static bool begins_item_again(const struct yaml_reader *reader, size_t at, size_t size)
{
    if (reader->depth >= reader->reached)
        return false;
    const struct reader_level *group = &reader->stack[reader->depth];
    return !group->is_list && group->first_size == size &&
           memcmp(reader->data + group->first, reader->data + at, size) == 0;
}

/* A line that nothing above leads to. */
static void read_stray(struct yaml_reader *reader, size_t at, size_t column)
{
    size_t end = reader_line_stop(reader, reader->line);
    struct reader_level *level = reader_top(reader);
    if (level->is_list && level->column == column) {
        read_lost_item(reader, at, column);
        return;
    }
    if (!level->is_list && level->column == column &&
        (yaml_read_marked_key(reader, at, end, column) || yaml_read_tight_key(reader, at, end, true) ||
         yaml_read_key_without_colon(reader, at, end)))
        return;
    if (reader->text_above && reader->line > 0) {
        reader_indent(reader, MISTAKE_INDENT, level->column + READER_STEP, false);
        reader->mistakes->items[reader->mistakes->count - 1].safe = false;
        reader->next = reader->line + 1;
        return;
    }
    reader_add(reader, MISTAKE_STRAY, at, end - at)->safe = false;
    yaml_mistake_edit(reader->mistakes, at, end - at, "");
}

/* A line that stands in the wrong column is read as if it stood in the one nearest to it. */
static void read_misplaced(struct yaml_reader *reader, const struct yaml_line *line, bool is_item, bool is_key)
{
    size_t at = line->at + line->lead;
    struct yaml_key key = yaml_key_find(reader->data + at, line->size - line->lead);
    struct reader_level *level = reader_top(reader);
    if (is_key && level && level->is_list && level->column == line->width &&
        (reader_shape_of(reader, level->key, level->key_size) == SHAPE_TEXTS ||
         begins_item_again(reader, at, key.size))) {
        read_lost_item(reader, at, line->width);
        return;
    }
    if (!is_item && !is_key) {
        read_stray(reader, at, line->width);
        return;
    }
    if (columns_move_first(reader, line->width, is_item)) {
        read_entry(reader, at, line->width);
        return;
    }
    size_t column = columns_nearest(reader, line->width, is_item, at, key.size);
    reader->depth = reader->reached;
    reader_leave_to(reader, column);
    enum yaml_mistake_kind dash =
        reader_goes_on(reader, MISTAKE_DASH_BLANK) ? MISTAKE_DASH_BLANK : MISTAKE_DASH_MISSING;
    if (reader_goes_on(reader, dash) && is_key) {
        reader_add_or_go_on(reader, dash, at, 1);
        yaml_mistake_edit(reader->mistakes, line->at, line->lead, reader_blanks(reader, column));
    } else {
        reader_indent(reader, MISTAKE_INDENT, column, is_item);
        reader->mistakes->items[reader->mistakes->count - 1].safe = false;
    }
    read_entry(reader, at, column);
}

/* --- between the answers, and what else begins or ends a document. */
static bool read_marker(struct yaml_reader *reader, const struct yaml_line *line, bool is_first)
{
    const char *text = reader->data + line->at;
    bool marks = line->size >= 3 && (memcmp(text, "---", 3) == 0 || memcmp(text, "...", 3) == 0) &&
                 (line->size == 3 || strchr(" \t", text[3]));
    if (line->size && *text == '%')
        return true;
    if (!marks)
        return false;
    if (is_first)
        return true;
    reader_add(reader, MISTAKE_SECOND, line->at, 3)->lost = true;
    size_t after = line->at + 3 + yaml_blanks(text + 3, line->size - 3);
    if (line->size == 3) {
        after += reader->data[after] == '\r';
        after += reader->data[after] == '\n';
    }
    yaml_mistake_edit(reader->mistakes, line->at, after - line->at, "");
    return true;
}

/* Items may stand in the column of the key that they hang on; the next key ends their list. */
static void leave_list_beside_group(struct yaml_reader *reader, size_t at, size_t size, size_t column)
{
    const struct reader_level *level = reader->depth > 1 ? reader_top(reader) : NULL;
    struct yaml_key key = {0};
    if (reader->data[at] != '-')
        key = yaml_key_find(reader->data + at, size);
    size_t word = yaml_word(reader->data + at, key.size ? key.size : size);
    word = key.size && strchr("\"'", reader->data[at]) ? key.size : word;
    if (key.size && word < key.size && !reader_is_key_word(reader, at, word))
        return;
    if (level && level->is_list && level->column == column && !level[-1].is_list && level[-1].column == column &&
        (key.size || (reader->names && reader_is_key_word(reader, at, word))))
        reader->depth--;
}

static void read_line(struct yaml_reader *reader, const struct yaml_line *line)
{
    size_t at = line->at + line->lead;
    size_t size = line->size - line->lead;
    bool is_item = yaml_dash(reader->data + at, size) > 0;
    bool is_key = !is_item && yaml_key_find(reader->data + at, size).size > 0;
    size_t column = line->width;
    reader->reached = reader->depth;
    reader_leave_to(reader, column);
    if (!is_item)
        leave_list_beside_group(reader, at, size, column);
    if (line->tab || line->odd) {
        if (!columns_fit(reader, column, is_item, is_key) && (is_item || is_key)) {
            column = columns_nearest(reader, column, is_item, at, yaml_key_find(reader->data + at, size).size);
            reader->depth = reader->reached;
            reader_leave_to(reader, column);
        } else if (line->tab && (is_item || is_key)) {
            column = columns_of_siblings_below(reader, column);
        }
        reader_indent(reader, line->odd ? MISTAKE_ODD_BLANK : MISTAKE_TAB, column, line->odd);
    }
    size_t bullet = is_item ? 0 : bullet_at(reader, at, at + size, column);
    bool item = is_item || bullet || is_tight_dash(reader, at, at + size, column);
    if (columns_fit(reader, column, item, is_key))
        read_entry(reader, at, column);
    else
        read_misplaced(reader, line, is_item, is_key);
}

/* The answers stand in the column of the one that is indented least; a list at the top stands where it stands. */
static void enter_top(struct yaml_reader *reader)
{
    size_t column = SIZE_MAX;
    bool is_first = true;
    for (size_t i = 0; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        size_t at = line->at + line->lead;
        if (reader_is_empty(line) || reader_is_remark(reader, line))
            continue;
        if (is_first && yaml_dash(reader->data + at, line->size - line->lead))
            return;
        is_first = false;
        if (line->width < column && reader_begins_entry(reader, at, line->at + line->size))
            column = line->width;
    }
    if (column != SIZE_MAX)
        reader_push(reader, (struct reader_level){.column = column});
}

void yaml_scan(struct yaml_mistakes *mistakes, const struct yaml_lines *lines, const struct yaml_names *names)
{
    struct yaml_reader reader = {.mistakes = mistakes, .lines = lines, .names = names, .data = mistakes->data};
    bool is_first = true;
    enter_top(&reader);
    for (; reader.line < lines->count && reader.depth < READER_DEPTH_MAX; reader.line = reader.next) {
        const struct yaml_line *line = reader_line_at(&reader, reader.line);
        reader.next = reader.line + 1;
        if ((reader_is_empty(line) && !line->odd) || reader_is_remark(&reader, line))
            continue;
        if (reader_is_empty(line))
            reader_indent(&reader, MISTAKE_ODD_BLANK, 0, false);
        else if (!read_marker(&reader, line, is_first))
            read_line(&reader, line);
        is_first = is_first && reader.data[line->at] == '%';
    }
}
