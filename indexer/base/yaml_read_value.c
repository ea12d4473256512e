#include "indexer/base/yaml_read_value.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/yaml_beside.h"
#include "indexer/base/yaml_flow.h"
#include "indexer/base/yaml_quotes.h"
#include "indexer/base/yaml_values.h"

/* A text that is not closed ends before the first remark below it. */
static size_t before_remark(const struct yaml_reader *reader, size_t last)
{
    for (size_t i = reader->line + 1; i <= last; i++)
        if (reader_is_remark(reader, reader_line_at(reader, i)))
            last = i - 1;
    while (last > reader->line && reader_is_empty(reader_line_at(reader, last)))
        last--;
    return last;
}

/* "'21": a year, as people shorten it; not an opening mark. */
static void read_short_year(struct yaml_reader *reader, size_t at)
{
    enum { OF_THIS_CENTURY = '4' };
    struct yaml_mistake *mistake = reader_add(reader, MISTAKE_QUOTE_OPEN, at, 1);
    mistake->safe = false;
    mistake->last_line = reader->line;
    yaml_mistake_edit(reader->mistakes, at, 1, reader->data[at + 1] < OF_THIS_CENTURY ? "20" : "19");
}

static bool is_short_year(const char *text, size_t size)
{
    return size == 3 && text[0] == '\'' && ascii_is_digit(text[1]) && ascii_is_digit(text[2]);
}

/* Texts in quotation marks with commas between them; *last is the size up to the last mark. Returns how many. */
static size_t quoted_texts(const char *text, size_t size, size_t *last)
{
    size_t count = 0;
    for (size_t at = 0; at < size && strchr("\"'", text[at]);) {
        size_t close = yaml_quote_close(text, at, size);
        if (close >= size)
            return 0;
        count++;
        *last = close + 1;
        at = close + 1 + yaml_blanks(text + close + 1, size - close - 1);
        if (at >= size)
            return count;
        if (text[at] != ',')
            return 0;
        at += 1 + yaml_blanks(text + at + 1, size - at - 1);
        if (at >= size)
            return count;
    }
    return 0;
}

/* As other notations list texts: "one", "two" or, of one, "one",. False where it is something else. */
static bool read_quoted_texts(struct yaml_reader *reader, size_t at, size_t end, size_t close, enum yaml_shape shape)
{
    size_t last = 0;
    size_t count = quoted_texts(reader->data + at, end - at, &last);
    size_t behind = end - at - last;
    if (!count || (count > 1 && shape != SHAPE_TEXTS))
        return false;
    if (count == 1) {
        size_t comma = last + yaml_blanks(reader->data + at + last, behind);
        reader_add(reader, MISTAKE_COMMA_EXTRA, at + comma, 1);
        yaml_mistake_edit(reader->mistakes, at + last, behind, "");
    } else {
        reader_add(reader, MISTAKE_QUOTE_REST, close, 1);
        yaml_mistake_edit(reader->mistakes, at, 0, "[");
        yaml_mistake_edit(reader->mistakes, at + last, behind, "]");
    }
    return true;
}

/* A text in quotation marks, from one line to its last. */
static void read_quoted(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    size_t last = reader_extent(reader, reader->line, column);
    size_t end = reader_line_stop(reader, last);
    size_t close = yaml_quote_close(reader->data, at, end);
    size_t ends_on = close < end ? yaml_line_of(reader->lines, close) : last;
    size_t rest = close < end
                      ? close + 1 + yaml_blanks(reader->data + close + 1, reader_line_stop(reader, ends_on) - close - 1)
                      : end;
    reader->next = ends_on + 1;
    reader->text_above = false;
    bool remark = rest < reader_line_stop(reader, ends_on) && reader->data[rest] == '#' && rest > close + 1;
    if (close < end && (remark || rest >= reader_line_stop(reader, ends_on))) {
        if (remark)
            yaml_mistakes_remark(reader->mistakes, rest);
        size_t bad = reader->data[at] == '"' ? yaml_quote_bad_escape(reader->data, at + 1, close) : close;
        for (; bad < close; bad = yaml_quote_bad_escape(reader->data, bad + 2, close)) {
            reader_add_or_go_on(reader, MISTAKE_ESCAPE, bad, 2)->lost = true;
            yaml_mistake_edit(reader->mistakes, bad, 0, "\\");
        }
        return;
    }
    last = before_remark(reader, last);
    end = reader_line_stop(reader, last);
    if (last == reader->line && is_short_year(reader->data + at, end - at)) {
        read_short_year(reader, at);
        return;
    }
    if (last == reader->line && read_quoted_texts(reader, at, end, close, shape))
        return;
    end = at + yaml_quote_unended(reader->data + at, end - at);
    enum yaml_quote_meaning meaning = yaml_quote_meaning(reader->data + at, end - at);
    enum yaml_mistake_kind kind = meaning == QUOTE_UNENDED  ? MISTAKE_QUOTE_OPEN
                                  : meaning == QUOTE_FRAMES ? MISTAKE_QUOTE_INSIDE
                                                            : MISTAKE_QUOTE_REST;
    size_t culprit = at + yaml_quote_culprit(reader->data + at, end - at);
    struct yaml_mistake *mistake = yaml_value_frame(reader->mistakes, kind, culprit, 1, at, end - at);
    mistake->last_line = last;
    bool hash = yaml_remark(reader->data + at, end - at) < end - at;
    mistake->safe = meaning != QUOTE_UNENDED || (last == reader->line && !hash);
    reader->next = last + 1;
}

/* What stands behind the last bracket of a value, on its line: a text that begins with a bracket, or a slip. */
static void read_behind(struct yaml_reader *reader, size_t at, size_t rest, size_t stop)
{
    const char *text = reader->data + rest;
    size_t size = stop - rest;
    if (*text == ':')
        return;
    if (*text == '#' && strchr(" \t", text[-1])) {
        yaml_mistakes_remark(reader->mistakes, rest);
        return;
    }
    if (strspn(text, ".,;]}") >= size) {
        reader_add(reader, MISTAKE_BRACKET_WRONG, rest, size)->safe = strchr("]}", *text) != NULL;
        yaml_mistake_edit(reader->mistakes, rest, size, "");
    } else if (*text == ',' && reader->data[at] == '{') {
        reader_add(reader, MISTAKE_BRACKET_WRONG, rest, 1)->safe = false;
        yaml_mistake_edit(reader->mistakes, at, 0, "[");
        yaml_mistake_edit(reader->mistakes, stop, 0, "]");
    } else {
        yaml_value_frame(reader->mistakes, MISTAKE_BRACKET_INSIDE, at, 1, at, stop - at)->last_line = reader->line;
    }
}

/* A text with brackets; of [words](address), where an address belongs, the address. */
static void frame_link(struct yaml_reader *reader, size_t at, size_t stop, enum yaml_shape shape)
{
    size_t address = at;
    while (address + 2 < stop && !(reader->data[address] == ']' && reader->data[address + 1] == '('))
        address++;
    if (shape != SHAPE_ADDRESS || address + 2 >= stop || reader->data[stop - 1] != ')') {
        yaml_value_frame(reader->mistakes, MISTAKE_BRACKET_INSIDE, at, 1, at, stop - at);
        return;
    }
    yaml_mistake_add(reader->mistakes, MISTAKE_LINK, at, stop - at)->safe = false;
    yaml_mistake_edit(reader->mistakes, at, address + 2 - at, "");
    yaml_mistake_edit(reader->mistakes, stop - 1, 1, "");
}

/* Whether a line ends with a comma or an opening bracket, so that brackets go on below it wherever that stands. */
static bool promises_more(const struct yaml_reader *reader, const struct yaml_line *line)
{
    const char *text = reader->data + line->at;
    for (size_t size = line->size; size > 0; size--) {
        bool ends = size == line->size || text[size] == '#';
        size_t before = size;
        while (ends && before && strchr(" \t", text[before - 1]))
            before--;
        if (ends && before && strchr(",[{", text[before - 1]))
            return true;
    }
    return false;
}

/* The last line that brackets can go on to. */
static size_t brackets_extent(struct yaml_reader *reader, size_t column, enum yaml_shape shape)
{
    size_t last = reader_extent(reader, reader->line, column);
    while (shape != SHAPE_TEXTS && last + 1 < reader->lines->count &&
           promises_more(reader, reader_line_at(reader, last)))
        last = reader_extent(reader, last + 1, column);
    while (last > reader->line && reader_is_remark(reader, reader_line_at(reader, last)))
        last--;
    return last;
}

/* "partners: [name: A council, type: local-authority]": one group, in brackets and not in braces. */
static bool lacks_braces(struct yaml_reader *reader, size_t at, size_t end, enum yaml_shape shape)
{
    size_t key = at + 1 + yaml_blanks(reader->data + at + 1, end - at - 1);
    return (shape == SHAPE_GROUPS || shape == SHAPE_GROUP) && reader->data[at] == '[' &&
           !memchr(reader->data + at, '{', end - at) &&
           reader_belongs(reader, key, yaml_key_find(reader->data + key, end - key).size, reader_top(reader));
}

/* Brackets, over as many lines as they take. What was meant as a text gets quotation marks. */
static void read_brackets(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    size_t last = brackets_extent(reader, column, shape);
    size_t count = reader->mistakes->count;
    struct yaml_flow_end end =
        yaml_flow_read(reader->mistakes, reader->names, shape == SHAPE_TEXTS, at, reader_line_stop(reader, last));
    size_t loose = end.known && !end.closed ? yaml_flow_close(reader->mistakes, at) : 0;
    if (loose) {
        reader->mistakes->count = count;
        end = (struct yaml_flow_end){loose, true, true};
    }
    size_t ends_on = end.closed ? yaml_line_of(reader->lines, end.at - 1) : last;
    size_t stop = reader_line_stop(reader, ends_on);
    size_t rest = end.at + (end.at < stop ? yaml_blanks(reader->data + end.at, stop - end.at) : 0);
    bool is_template = reader->data[at] == '{' && reader->data[at + 1] == '{' && ends_on == reader->line;
    bool is_text = is_template || ((shape == SHAPE_TEXT || shape == SHAPE_ADDRESS) && ends_on == reader->line &&
                                   (reader->mistakes->count > count || rest < stop));
    reader->next = ends_on + 1;
    reader->text_above = false;
    if (is_text) {
        reader->mistakes->count = count;
        frame_link(reader, at, stop, shape);
        reader->mistakes->items[count].lost = is_template;
    } else if (shape == SHAPE_GROUPS && reader->data[at] == '{' && !end.closed &&
               reader->mistakes->count == count + 1) {
        struct yaml_edit closing = *reader->mistakes->items[count].edits;
        reader->mistakes->items[count].edit_count = 0;
        yaml_mistake_edit(reader->mistakes, at, 0, "[");
        yaml_mistake_edit(reader->mistakes, closing.at, 0, arena_format(reader->mistakes->arena, "%s]", closing.text));
    } else if (end.closed && reader->mistakes->count == count && lacks_braces(reader, at, end.at, shape)) {
        bool of_many = shape == SHAPE_GROUPS;
        yaml_mistake_add(reader->mistakes, MISTAKE_BRACES, at, 1)->lost = true;
        yaml_mistake_edit(reader->mistakes, at + of_many, !of_many, "{");
        yaml_mistake_edit(reader->mistakes, end.at - 1, !of_many, "}");
    } else if (end.closed && rest < stop && reader->mistakes->count == count) {
        read_behind(reader, at, rest, stop);
    }
    for (size_t i = count; i < reader->mistakes->count; i++)
        reader->mistakes->items[i].last_line = ends_on;
}

/* "|" or ">" alone on its line: what is below, further in, is the text as it stands. */
static bool is_block(const char *text, size_t size)
{
    size_t at = 1 + strspn(text + 1, "+-123456789");
    at += yaml_blanks(text + (at < size ? at : size), at < size ? size - at : 0);
    return at >= size || text[at] == '#';
}

static void read_block(struct yaml_reader *reader, size_t column)
{
    size_t inner = 0;
    bool counted = strcspn(reader->data + reader_line_stop(reader, reader->line) - 2, "123456789") < 2;
    for (; reader->next < reader->lines->count; reader->next++) {
        const struct yaml_line *line = reader_line_at(reader, reader->next);
        if (reader_is_empty(line))
            continue;
        if (line->width <= column && (reader->depth || line->width == 0))
            break;
        if (reader_is_remark(reader, line) && line->width < inner)
            break;
        if (inner && (line->width < inner || line->tab) &&
            reader_begins_entry(reader, line->at + line->lead, line->at + line->size) && !counted)
            break;
        inner = inner ? inner : line->width;
        if (!counted && (line->width < inner || line->tab)) {
            size_t before = reader->line;
            reader->line = reader->next;
            if (line->tab || line->width < inner)
                reader_indent(reader, line->tab ? MISTAKE_TAB : MISTAKE_INDENT, inner, false);
            reader->line = before;
        }
    }
    reader->text_above = true;
}

/* Whether a line below a text is not its next line, whatever YAML makes of it. */
static bool ends_text(const struct yaml_reader *reader, const struct yaml_line *line)
{
    size_t at = line->at + line->lead;
    size_t size = line->size - line->lead;
    const char *text = reader->data + at;
    const struct reader_level *level = reader->depth ? &reader->stack[reader->depth - 1] : NULL;
    struct yaml_key key = yaml_key_find(text, size);
    if (key.size && reader_is_key_word(reader, at, key.size))
        return true;
    if (!level || !level->is_list)
        return false;
    return yaml_dash(text, size) || (size > 1 && text[0] == '-' && ascii_is_letter(text[1])) ||
           yaml_bullet_is_sure(text, size);
}

/* The last line of a text without quotation marks that begins on this one. */
static size_t plain_extent(const struct yaml_reader *reader, size_t column)
{
    size_t last = reader->line;
    for (size_t i = reader->line + 1; i < reader->lines->count; i++) {
        const struct yaml_line *line = reader_line_at(reader, i);
        if (reader_is_empty(line) && !line->odd)
            continue;
        if (reader_is_empty(line) || (line->width <= column && (reader->depth || line->width == 0)) ||
            reader_is_remark(reader, line) || ends_text(reader, line))
            break;
        last = i;
    }
    return last;
}

/* Whether what # begins on the last line of an answer can only be a remark: "stage: live # since May". */
static bool is_remark_behind(const struct yaml_reader *reader, size_t hash, size_t last)
{
    return reader_is_closed(reader) && yaml_line_of(reader->lines, hash) == last;
}

/* A text without quotation marks, over as many lines as it takes. */
static void read_plain(struct yaml_reader *reader, size_t at, size_t column)
{
    size_t last = plain_extent(reader, column);
    size_t end = reader_line_stop(reader, last);
    reader->next = last + 1;
    reader->text_above = true;
    enum yaml_mistake_kind kind;
    if (yaml_value_misread(reader->data + at, end - at, false, &kind)) {
        struct yaml_mistake *mistake = yaml_value_frame(
            reader->mistakes, kind, at, yaml_value_mark(reader->data + at, end - at, kind), at, end - at);
        mistake->lost = kind != MISTAKE_INDICATOR || reader->data[at] == '!';
        mistake->last_line = last;
        return;
    }
    size_t hash = at + yaml_remark(reader->data + at, end - at);
    if (hash < end && is_remark_behind(reader, hash, last)) {
        yaml_mistakes_remark(reader->mistakes, hash);
        reader->text_above = false;
        for (end = hash; strchr(" \t", reader->data[end - 1]);)
            end--;
        hash = end;
    }
    size_t colon = at + yaml_colon(reader->data + at, end - at);
    if (hash < end) {
        struct yaml_mistake *mistake = yaml_value_frame(reader->mistakes, MISTAKE_HASH, hash, 1, at, end - at);
        mistake->lost = true;
        mistake->safe = false;
        mistake->last_line = last;
    } else if (colon < end) {
        yaml_value_frame(reader->mistakes, MISTAKE_COLON_INSIDE, colon, 1, at, end - at)->last_line = last;
    }
    for (size_t i = reader->line + 1; i <= last; i++)
        if ((reader_line_at(reader, i)->tab || reader_line_at(reader, i)->odd) && hash == end && colon == end) {
            reader->line = i;
            reader_indent(reader, reader_line_at(reader, i)->odd ? MISTAKE_ODD_BLANK : MISTAKE_TAB,
                          reader_line_at(reader, i)->width > column ? reader_line_at(reader, i)->width
                                                                    : column + READER_STEP,
                          false);
        }
}

/* Whether nothing below belongs to the key or dash of this line. */
static bool has_nothing_below(const struct yaml_reader *reader, size_t column)
{
    if (!reader->depth)
        return true;
    const struct yaml_line *below = reader_line_below(reader);
    if (!below || below->width > column)
        return !below;
    return below->width < column || reader->stack[reader->depth - 1].is_list ||
           !yaml_dash(reader->data + below->at + below->lead, below->size - below->lead);
}

/* The value of the first answer of a group whose line was broken before it, unless the line was broken further on too. */
static void read_member(struct yaml_reader *reader, size_t at, size_t end)
{
    struct yaml_key key = yaml_key_find(reader->data + at, end - at);
    if (yaml_mistake_end(&reader->mistakes->items[reader->mistakes->count - 1]) <= at)
        yaml_read_value(reader, at + key.value, reader_top(reader)->column, reader_shape_of(reader, at, key.size));
}

/* What stands from `at` on behind a key or a dash, or below it; `column` is that of its group or list. */
void yaml_read_value(struct yaml_reader *reader, size_t at, size_t column, enum yaml_shape shape)
{
    size_t end = reader_line_stop(reader, reader->line);
    struct reader_level *level = reader_top(reader);
    bool more = at < end && reader->data[at] == '#' && !has_nothing_below(reader, column);
    if (at >= end || more || (reader->data[at] == '#' && reader_is_closed(reader))) {
        if (more)
            yaml_mistakes_remark(reader->mistakes, at);
        if (level)
            level->open = true;
        return;
    }
    at += yaml_beside_dash(reader, at, column, shape);
    const char *text = reader->data + at;
    if (level)
        level->open = false;
    if (*text == '#') {
        struct yaml_mistake *mistake = yaml_value_frame(reader->mistakes, MISTAKE_HASH, at, 1, at, end - at);
        mistake->lost = true;
        mistake->safe = false;
        mistake->last_line = reader->line;
        reader->text_above = true;
    } else if (strchr("\"'", *text)) {
        read_quoted(reader, at, column, shape);
    } else if (strchr("[{", *text)) {
        read_brackets(reader, at, column, shape);
    } else if (strchr("|>", *text) && is_block(text, end - at)) {
        size_t remark = yaml_remark(text, end - at);
        if (remark < end - at)
            yaml_mistakes_remark(reader->mistakes, at + remark);
        read_block(reader, column);
    } else if (yaml_beside_list(reader, at, column)) {
        return;
    } else if (yaml_beside_item(reader, at, column, shape)) {
        read_plain(reader, at, reader_top(reader)->column);
    } else if (yaml_beside_group(reader, at, column, shape)) {
        read_member(reader, at, end);
    } else if (!yaml_beside_member(reader, at)) {
        read_plain(reader, at, column);
    }
}
