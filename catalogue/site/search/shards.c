#include "catalogue/site/search/shards.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "indexer/base/hash.h"

static void add_document(struct text *out, size_t document, size_t *next)
{
    digits_number(out, document - *next);
    *next = document + 1;
}

void shards_rows(struct text *out, const struct shards *shards, const struct bitset *rows)
{
    size_t next = 0;
    for (size_t i = 0; i < shards->count; i++)
        if (bitset_has(rows, shards->rows[i]))
            add_document(out, i, &next);
}

static int compare_places(const void *a, const void *b)
{
    const struct inverted_place *one = a;
    const struct inverted_place *other = b;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    if (one->column != other->column)
        return one->column < other->column ? -1 : 1;
    return (one->offset > other->offset) - (one->offset < other->offset);
}

/* Both are sorted, and so are all of them behind `into`, from the end on. */
static void merge_places(struct inverted_places *into, const struct inverted_places *late)
{
    size_t left = into->count;
    into->count += late->count;
    for (size_t i = late->count, at = into->count; i; at--) {
        if (left && compare_places(&into->items[left - 1], &late->items[i - 1]) > 0)
            into->items[at - 1] = into->items[--left];
        else
            into->items[at - 1] = late->items[--i];
    }
}

/* As a rule the rows of an index come in the order of their documents; those that came later are put among the others. */
struct inverted_places shards_places(const struct shards *shards, struct arena *arena,
                                     const struct inverted_places *places)
{
    struct inverted_places found = {arena_array(arena, places->count, sizeof *found.items), 0};
    struct inverted_places late = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < places->count; i++) {
        struct inverted_place place = places->items[i];
        size_t document = place.row < shards->row_count ? shards->documents[place.row] : SHARDS_NOTHING;
        if (document == SHARDS_NOTHING)
            continue;
        place.row = (uint32_t)document;
        if (!found.count || found.items[found.count - 1].row <= document) {
            found.items[found.count++] = place;
            continue;
        }
        late.items = arena_grow(arena, late.items, late.count, &capacity, sizeof *late.items);
        late.items[late.count++] = place;
    }
    if (late.count)
        qsort(late.items, late.count, sizeof *late.items, compare_places);
    merge_places(&found, &late);
    return found;
}

void shards_add(struct shards *shards, struct shards_lines *lines, const char *key, const struct text *text)
{
    lines->items = arena_grow(&shards->arena, lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    lines->items[lines->count++] = (struct shards_line){
        arena_string(&shards->arena, key), arena_copy(&shards->arena, text_string(text), text->size), text->size};
    lines->size += text->size + 1;
}

struct site_file *shards_script(struct site_files *files, const char *name, const struct text *json)
{
    struct arena arena = {0};
    struct site_file *file = site_files_add(files, arena_format(&arena, "search/%s.js", name));
    text_format(&file->bytes, "catalogue_shard(\"%s\",", name);
    text_append(&file->bytes, json->data, json->size);
    text_add(&file->bytes, ");\n");
    arena_free(&arena);
    return file;
}

void shards_write(struct shards *shards, const char *name, const struct text *json)
{
    const struct text *script = &shards_script(shards->files, name, json)->bytes;
    shards->hash = hash_bytes(shards->hash, script->data, script->size);
}

void shards_write_string(struct shards *shards, const char *name, const char *data, size_t size)
{
    struct text text = {0};
    struct json json = json_writer(&text, false);
    json_bytes(&json, data, size);
    shards_write(shards, name, &text);
    text_free(&text);
}

static size_t first_word_size(const char *key)
{
    return strcspn(key, " ");
}

static bool same_first_word(const char *a, const char *b)
{
    size_t size = first_word_size(a);
    return size == first_word_size(b) && memcmp(a, b, size) == 0;
}

/* A shard ends before a line that would fill one by itself: whoever wants that line wants nothing else of it. */
static bool ends_shard(const struct shards_lines *lines, size_t i, size_t size, size_t least)
{
    const struct shards_line *line = &lines->items[i];
    return i + 1 == lines->count ||
           ((size >= least || line[1].size >= least) && !same_first_word(line->key, line[1].key));
}

/* The first keys go to the base as one text, with line ends between: a list of strings would be longer. */
void shards_write_lines(struct shards *shards, const struct shards_lines *lines, const char *name, size_t least)
{
    struct text text = {0};
    struct text firsts = {0};
    size_t number = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const char *key = lines->items[i].key;
        if (!text.size)
            text_format(&firsts, "%s%.*s", number ? "\n" : "", (int)first_word_size(key), key);
        text_append(&text, lines->items[i].text, lines->items[i].size);
        text_char(&text, '\n');
        if (ends_shard(lines, i, text.size, least)) {
            shards_write_string(shards, arena_format(&shards->arena, "%s%zu", name, number++), text.data, text.size);
            text_clear(&text);
        }
    }
    json_member_string(&shards->base, name, text_string(&firsts));
    text_free(&text);
    text_free(&firsts);
}
