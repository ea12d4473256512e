#include "indexer/base/csv_read.h"

#include <string.h>

#include "indexer/base/text.h"
#include "indexer/base/utf8.h"

struct reader {
    struct arena *arena;
    const char *data;
    size_t size;
    size_t at;
    struct place_cursor places; /* offsets rise */
    struct csv_rows rows;
    size_t capacity;
};

static bool is_at(const struct reader *reader, const char *bytes)
{
    return reader->at < reader->size && strchr(bytes, reader->data[reader->at]);
}

static void skip(struct reader *reader, const char *bytes)
{
    while (is_at(reader, bytes))
        reader->at++;
}

static void refuse(struct reader *reader, const char *problem, struct place place)
{
    reader->rows.problem = problem;
    reader->rows.place = place;
    reader->at = reader->size;
}

/* Behind its first quotation mark: to the one that stands alone. */
static const char *read_quoted(struct reader *reader, struct place from)
{
    struct text text = {0};
    bool ended = false;
    while (reader->at < reader->size && !ended) {
        char byte = reader->data[reader->at++];
        if (byte == '"' && !is_at(reader, "\""))
            ended = true;
        else
            text_char(&text, byte);
        reader->at += byte == '"' && !ended;
    }
    const char *words = arena_copy(reader->arena, text_string(&text), text.size);
    text_free(&text);
    skip(reader, " \t");
    if (!ended)
        refuse(reader, "a quotation mark opens here and none closes", from);
    else if (reader->at < reader->size && !is_at(reader, ",\r\n"))
        refuse(reader, "something stands behind the quotation mark that closes this cell", from);
    return words;
}

static const char *read_bare(struct reader *reader)
{
    size_t from = reader->at;
    while (reader->at < reader->size && !is_at(reader, ",\r\n"))
        reader->at++;
    size_t end = reader->at;
    while (end > from && strchr(" \t", reader->data[end - 1]))
        end--;
    return arena_copy(reader->arena, reader->data + from, end - from);
}

static struct csv_cell read_cell(struct reader *reader)
{
    skip(reader, " \t");
    size_t from = reader->at;
    bool quoted = is_at(reader, "\"");
    struct place place = place_cursor_at(&reader->places, from, 1);
    reader->at += quoted;
    struct csv_cell cell = {quoted ? read_quoted(reader, place) : read_bare(reader), place};
    size_t length = utf8_length(cell.text, strlen(cell.text));
    cell.place.length = !quoted && length ? length : 1;
    return cell;
}

/* At its first byte; what ends it is passed. */
static void read_row(struct reader *reader)
{
    struct csv_row row = {0};
    size_t capacity = 0;
    bool more = true;
    while (more && !reader->rows.problem) {
        row.cells = arena_grow(reader->arena, row.cells, row.count, &capacity, sizeof *row.cells);
        row.cells[row.count++] = read_cell(reader);
        more = is_at(reader, ",");
        reader->at += more;
    }
    skip(reader, "\r\n");
    if (reader->rows.problem)
        return;
    struct csv_rows *rows = &reader->rows;
    rows->items = arena_grow(reader->arena, rows->items, rows->count, &reader->capacity, sizeof *rows->items);
    rows->items[rows->count++] = row;
}

struct csv_rows csv_read(struct arena *arena, const char *data, size_t size)
{
    struct reader reader = {.arena = arena, .data = data, .size = size, .places = {.source = data, .size = size}};
    reader.at = utf8_mark_size(data, size);
    skip(&reader, "\r\n");
    while (reader.at < size)
        read_row(&reader);
    return reader.rows;
}
