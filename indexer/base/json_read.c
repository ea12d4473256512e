#include "indexer/base/json_read.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

enum { DEPTH_MAX = 32, KEYS_MAX = 512, SURROGATE_HIGH = 0xD800, SURROGATE_LOW = 0xDC00, SURROGATE_END = 0xE000 };

struct reader {
    struct arena *arena;
    const char *data;
    const char *at;
    const char *end;
    const char *trouble; /* the first thing that went wrong, where `at` stands */
    struct text piece;   /* the text that is being read */
    size_t depth;
};

static bool read_value(struct reader *reader, struct yaml_node **node);

static bool refuse(struct reader *reader, const char *trouble)
{
    if (!reader->trouble)
        reader->trouble = trouble;
    return false;
}

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->end && *reader->at && strchr(" \t\r\n", *reader->at))
        reader->at++;
}

/* Whether this byte comes next, which it then has passed. */
static bool take(struct reader *reader, char byte)
{
    skip_blanks(reader);
    if (reader->at == reader->end || *reader->at != byte)
        return false;
    reader->at++;
    return true;
}

static struct yaml_node *new_node(struct reader *reader, enum yaml_kind kind)
{
    struct yaml_node *node = arena_alloc(reader->arena, sizeof *node);
    node->kind = kind;
    return node;
}

/* Four digits behind \u. */
static bool read_unit(struct reader *reader, unsigned *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        unsigned digit = reader->at < reader->end ? ascii_digit_value(*reader->at, 16) : 16;
        if (digit == 16)
            return refuse(reader, "four hexadecimal digits should stand here");
        *unit = *unit * 16 + digit;
    }
    return true;
}

/* A character outside the first 65,536 is written as two halves. */
static bool read_point(struct reader *reader)
{
    unsigned point = 0;
    unsigned low = 0;
    if (!read_unit(reader, &point))
        return false;
    if (point == 0)
        return refuse(reader, "a NUL is no character of a text");
    if (point >= SURROGATE_HIGH && point < SURROGATE_END) {
        bool pair = point < SURROGATE_LOW && reader->end - reader->at > 2 && memcmp(reader->at, "\\u", 2) == 0;
        reader->at += pair ? 2 : 0;
        if (!pair || !read_unit(reader, &low) || low < SURROGATE_LOW || low >= SURROGATE_END)
            return refuse(reader, "this is half a character");
        point = 0x10000 + ((point - SURROGATE_HIGH) << 10) + (low - SURROGATE_LOW);
    }
    text_point(&reader->piece, point);
    return true;
}

static bool read_escape(struct reader *reader)
{
    static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    char byte = reader->at < reader->end ? *reader->at++ : '\0';
    if (byte == 'u')
        return read_point(reader);
    for (size_t i = 0; escapes[i]; i += 2)
        if (escapes[i] == byte) {
            text_char(&reader->piece, escapes[i + 1]);
            return true;
        }
    return refuse(reader, "no such thing can stand behind a backslash");
}

/* Behind its first quotation mark. */
static const char *read_string(struct reader *reader)
{
    text_clear(&reader->piece);
    while (reader->at < reader->end && *reader->at != '"') {
        const char *from = reader->at;
        while (reader->at < reader->end && !strchr("\"\\", *reader->at) && (unsigned char)*reader->at >= ' ')
            reader->at++;
        text_append(&reader->piece, from, (size_t)(reader->at - from));
        if (reader->at == reader->end || *reader->at == '"')
            break;
        if ((unsigned char)*reader->at < ' ') {
            refuse(reader, "a control character stands in a text");
            return NULL;
        }
        reader->at++;
        if (!read_escape(reader))
            return NULL;
    }
    if (!take(reader, '"')) {
        refuse(reader, "the text that began before has no end");
        return NULL;
    }
    return arena_copy(reader->arena, text_string(&reader->piece), reader->piece.size);
}

static bool is_key_twice(const struct yaml_node *map, const char *key)
{
    return yaml_get(map, key) != NULL;
}

static bool read_entry(struct reader *reader, struct yaml_node *map, size_t *capacity)
{
    struct yaml_entry entry = {0};
    if (!take(reader, '"'))
        return refuse(reader, "a key in quotation marks should stand here");
    entry.key = read_string(reader);
    if (!entry.key)
        return false;
    if (is_key_twice(map, entry.key) || map->count == KEYS_MAX)
        return refuse(reader, map->count == KEYS_MAX ? "an object has too many keys" : "this key stood here before");
    if (!take(reader, ':'))
        return refuse(reader, "a colon should stand here");
    if (!read_value(reader, &entry.value))
        return false;
    if (entry.value) {
        map->entries = arena_grow(reader->arena, map->entries, map->count, capacity, sizeof *map->entries);
        map->entries[map->count++] = entry;
    }
    return true;
}

static bool read_item(struct reader *reader, struct yaml_node *list, size_t *capacity)
{
    struct yaml_node *item = NULL;
    if (!read_value(reader, &item))
        return false;
    if (item) {
        list->items = arena_grow(reader->arena, list->items, list->count, capacity, sizeof *list->items);
        list->items[list->count++] = item;
    }
    return true;
}

/* Behind its first bracket. */
static bool read_several(struct reader *reader, enum yaml_kind kind, struct yaml_node **node)
{
    bool (*read_one)(struct reader *, struct yaml_node *, size_t *) = kind == TREE_MAP ? read_entry : read_item;
    char close = kind == TREE_MAP ? '}' : ']';
    size_t capacity = 0;
    *node = new_node(reader, kind);
    if (reader->depth == DEPTH_MAX)
        return refuse(reader, "this is nested too deep");
    if (take(reader, close))
        return true;
    reader->depth++;
    do {
        if (!read_one(reader, *node, &capacity))
            return false;
    } while (take(reader, ','));
    reader->depth--;
    return take(reader, close) || refuse(reader, "a comma or a closing bracket should stand here");
}

/* How many bytes from here on are a number: no plus, no nought before other digits. */
static size_t number_size(const char *at, const char *end)
{
    const char *from = at;
    at += at < end && *at == '-';
    const char *digits = at;
    while (at < end && ascii_is_digit(*at))
        at++;
    if (at == digits || (*digits == '0' && at - digits > 1))
        return 0;
    if (at + 1 < end && *at == '.' && ascii_is_digit(at[1]))
        for (at++; at < end && ascii_is_digit(*at);)
            at++;
    if (at < end && ascii_lower(*at) == 'e') {
        const char *exponent = at + 1 + (at + 1 < end && strchr("+-", at[1]));
        if (exponent < end && ascii_is_digit(*exponent))
            for (at = exponent; at < end && ascii_is_digit(*at);)
                at++;
    }
    return (size_t)(at - from);
}

/* A number, true, false or null; *node stays NULL for that. */
static bool read_word(struct reader *reader, struct yaml_node **node)
{
    static const char *const words[] = {"null", "true", "false"};
    size_t left = (size_t)(reader->end - reader->at);
    size_t size = number_size(reader->at, reader->end);
    bool is_null = false;
    for (size_t i = 0; !size && i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) <= left && memcmp(reader->at, words[i], strlen(words[i])) == 0) {
            size = strlen(words[i]);
            is_null = i == 0;
        }
    if (!size)
        return refuse(reader, "a value should stand here");
    if (!is_null) {
        *node = new_node(reader, TREE_SCALAR);
        (*node)->text = arena_copy(reader->arena, reader->at, size);
    }
    reader->at += size;
    return true;
}

static bool read_value(struct reader *reader, struct yaml_node **node)
{
    if (take(reader, '{'))
        return read_several(reader, TREE_MAP, node);
    if (take(reader, '['))
        return read_several(reader, TREE_LIST, node);
    if (!take(reader, '"'))
        return read_word(reader, node);
    *node = new_node(reader, TREE_SCALAR);
    (*node)->quoted = true;
    (*node)->text = read_string(reader);
    return (*node)->text != NULL;
}

static bool read_document(struct reader *reader, struct yaml_node **root)
{
    size_t offset = 0;
    if (!utf8_check(reader->data, (size_t)(reader->end - reader->data), &offset)) {
        reader->at = reader->data + offset;
        return refuse(reader, "this is not UTF-8");
    }
    reader->at += utf8_mark_size(reader->at, (size_t)(reader->end - reader->at));
    if (!read_value(reader, root))
        return false;
    skip_blanks(reader);
    if (reader->at < reader->end || !*root)
        return refuse(reader, *root ? "nothing more should stand here" : "there is nothing in it");
    return true;
}

struct yaml_node *json_read(struct arena *arena, const char *data, size_t size, struct json_problem *problem)
{
    struct reader reader = {.arena = arena, .data = data, .at = data, .end = data + size};
    struct yaml_node *root = NULL;
    bool good = read_document(&reader, &root);
    *problem = (struct json_problem){0};
    if (!good)
        *problem = (struct json_problem){reader.trouble, place_of(data, size, (size_t)(reader.at - data), 1)};
    text_free(&reader.piece);
    return good ? root : NULL;
}
