#include "indexer/base/yaml_keys.h"

#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/yaml_read_value.h"

/* The first key of an item's group stands in it again: a new item without its dash. */
static bool mend_repeated(struct yaml_reader *reader, size_t at, size_t size)
{
    const struct reader_level *group = reader_top(reader);
    const struct reader_level *list = reader->depth > 1 ? group - 1 : NULL;
    const struct yaml_line *line = reader_line_at(reader, reader->line);
    if (!list || !list->is_list || group->first_size != size || at != line->at + line->lead ||
        memcmp(reader->data + group->first, reader->data + at, size) != 0 || group->column < list->column + READER_STEP)
        return false;
    reader_add(reader, MISTAKE_DASH_MISSING, at, 1)->lost = true;
    yaml_mistake_edit(reader->mistakes, line->at, line->lead,
                      arena_format(reader->mistakes->arena, "%*s-%*s", (int)list->column, "",
                                   (int)(group->column - list->column - 1), ""));
    return true;
}

void yaml_read_key(struct yaml_reader *reader, size_t at, struct yaml_key key)
{
    struct reader_level *group = reader_top(reader);
    if (mend_repeated(reader, at, key.size))
        group = reader_top(reader);
    group->key = at;
    group->key_size = key.size;
    if (!group->items++)
        group->first_line = reader->line;
    if (!group->first_size) {
        group->first = at;
        group->first_size = key.size;
    }
    size_t word = yaml_word(reader->data + at, key.size);
    size_t value = at + key.value;
    if (word < key.size && reader->data[at + word] == ':' && reader_is_key_word(reader, at, word)) {
        reader_add(reader, MISTAKE_COLON_BLANK, at, word + 2)->lost = true;
        group->key_size = key.size = word;
        value = at + word + 1;
        yaml_mistake_edit(reader->mistakes, value, 0, " ");
    }
    yaml_read_value(reader, value, group->column, reader_shape_of(reader, at, key.size));
}

bool yaml_mend_blank(struct yaml_reader *reader, size_t at, size_t end)
{
    size_t odd = at < end ? normalise_odd_blank(reader->data + at, end - at) : 0;
    bool tab = at < end && reader->data[at] == '\t';
    if (!odd && !tab)
        return false;
    reader_add(reader, odd ? MISTAKE_ODD_BLANK : MISTAKE_TAB, at, 1)->lost = odd > 0;
    yaml_mistake_edit(reader->mistakes, at, odd ? odd : 1, " ");
    return true;
}

bool yaml_read_tight_key(struct yaml_reader *reader, size_t at, size_t end, bool any)
{
    size_t word = yaml_word(reader->data + at, end - at);
    size_t value = at + word + 1;
    if (!word || value >= end || reader->data[at + word] != ':' || reader->data[value] == '/' ||
        !(any || reader_is_key_word(reader, at, word)))
        return false;
    if (!yaml_mend_blank(reader, value, end)) {
        reader_add(reader, MISTAKE_COLON_BLANK, at, word + 2);
        yaml_mistake_edit(reader->mistakes, value, 0, " ");
    }
    reader->mistakes->items[reader->mistakes->count - 1].lost = reader_is_key_word(reader, at, word);
    size_t odd = normalise_odd_blank(reader->data + value, end - value);
    yaml_read_key(reader, at, (struct yaml_key){word, word, word + 1 + odd});
    return true;
}

/* Behind "|": nothing, or what YAML has there, so that the lines below are the text. */
static bool begins_block(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && strchr("+-123456789 \t", text[at]))
        at++;
    return at >= size || text[at] == '#';
}

bool yaml_read_key_without_colon(struct yaml_reader *reader, size_t at, size_t end)
{
    static const char *const signs[] = {"=", "|", ";", "；", "-", "–", "：", "﹕", "∶", "."};
    size_t word = yaml_word(reader->data + at, end - at);
    if (!reader->names || !reader_is_key_word(reader, at, word))
        return false;
    size_t value = at + word + yaml_blanks(reader->data + at + word, end - at - word);
    size_t sign = 0;
    for (size_t i = 0; !sign && value < end && i < sizeof signs / sizeof *signs; i++)
        if (strncmp(reader->data + value, signs[i], strlen(signs[i])) == 0)
            sign = strlen(signs[i]);
    if (sign && reader->data[value] == '|' && begins_block(reader->data + value + 1, end - value - 1))
        sign = 0;
    if (value < end && value == at + word && !sign)
        return false;
    value += sign;
    value += value < end ? yaml_blanks(reader->data + value, end - value) : 0;
    reader_add(reader, MISTAKE_COLON_MISSING, at, word)->lost = true;
    yaml_mistake_edit(reader->mistakes, at + word, value - at - word, value < end ? ": " : ":");
    yaml_read_key(reader, at, (struct yaml_key){word, word, value - at});
    return true;
}

bool yaml_read_marked_key(struct yaml_reader *reader, size_t at, size_t end, size_t column)
{
    static const char marks[] = "*_`";
    const char *text = reader->data;
    struct reader_level *level = reader_top(reader);
    size_t word = at + strspn(text + at, marks);
    size_t size = word < end ? yaml_word(text + word, end - word) : 0;
    while (size && text[word + size - 1] == '_')
        size--;
    size_t colon = word + size + strspn(text + word + size, marks);
    size_t value = colon + 1 + (colon < end ? strspn(text + colon + 1, marks) : 0);
    bool in_group = level && !level->is_list && level->column == column && reader_is_key_word(reader, word, size);
    if (word == at || !size || colon >= end || text[colon] != ':' || value > end || !reader->names || !level ||
        !(in_group || (level->open && reader_belongs(reader, word, size, level))))
        return false;
    if (!in_group) {
        level->open = false;
        reader_push(reader, (struct reader_level){.column = column});
    }
    reader_add_or_go_on(reader, MISTAKE_KEY_MARKED, at, value - at)->lost = true;
    yaml_mistake_edit(reader->mistakes, at, word - at, "");
    yaml_mistake_edit(reader->mistakes, word + size, value - word - size,
                      value < end && !yaml_blanks(text + value, end - value) ? ": " : ":");
    yaml_read_key(reader, word, (struct yaml_key){size, size, value - word});
    return true;
}
