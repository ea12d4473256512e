#include "indexer/base/yaml_mistakes.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/text.h"

/* One edit as it was done: where its text stands, and what that took the place of. */
struct yaml_piece {
    size_t at;
    size_t size;
    size_t old_at;
    size_t old_size;
};

struct yaml_mistake *yaml_mistake_add(struct yaml_mistakes *mistakes, enum yaml_mistake_kind kind, size_t at,
                                      size_t size)
{
    mistakes->items =
        arena_grow(mistakes->arena, mistakes->items, mistakes->count, &mistakes->capacity, sizeof *mistakes->items);
    struct yaml_mistake *mistake = &mistakes->items[mistakes->count++];
    size_t most = at < mistakes->size ? mistakes->size - at : 0;
    *mistake = (struct yaml_mistake){.kind = kind, .at = at, .size = size < most ? size : most, .safe = true};
    return mistake;
}

void yaml_mistake_edit(struct yaml_mistakes *mistakes, size_t at, size_t size, const char *text)
{
    struct yaml_mistake *mistake = &mistakes->items[mistakes->count - 1];
    mistake->edits = arena_grow(mistakes->arena, mistake->edits, mistake->edit_count, &mistake->edit_capacity,
                                sizeof *mistake->edits);
    size_t place = mistake->edit_count++;
    for (; place > 0 && mistake->edits[place - 1].at > at; place--)
        mistake->edits[place] = mistake->edits[place - 1];
    mistake->edits[place] = (struct yaml_edit){at, size, arena_string(mistakes->arena, text)};
}

void yaml_mistakes_remark(struct yaml_mistakes *mistakes, size_t at)
{
    size_t word = at + 1;
    while (word < mistakes->size && strchr(" \t\r", mistakes->data[word]))
        word++;
    if (word < mistakes->size && mistakes->data[word] != '\n' && !mistakes->remark_count++)
        mistakes->remark = at;
}

size_t yaml_mistake_end(const struct yaml_mistake *mistake)
{
    const struct yaml_edit *last = mistake->edit_count ? &mistake->edits[mistake->edit_count - 1] : NULL;
    return last ? last->at + last->size : mistake->at;
}

const char *yaml_mistake_mended(const struct yaml_mistakes *mistakes, const struct yaml_mistake *mistake, size_t at,
                                size_t size)
{
    struct text out = {0};
    size_t end = at + size;
    for (size_t i = 0; i < mistake->edit_count; i++) {
        const struct yaml_edit *edit = &mistake->edits[i];
        if (edit->at < at || edit->at + edit->size > end)
            continue;
        text_append(&out, mistakes->data + at, edit->at - at);
        text_add(&out, edit->text);
        at = edit->at + edit->size;
    }
    text_append(&out, mistakes->data + at, end - at);
    const char *mended = arena_copy(mistakes->arena, text_string(&out), out.size);
    text_free(&out);
    return mended;
}

/* Edits at one place stay in the order in which they were found. */
struct ordered_edit {
    struct yaml_edit edit;
    size_t number;
};

static int compare_edits(const void *one, const void *other)
{
    const struct ordered_edit *a = one;
    const struct ordered_edit *b = other;
    if (a->edit.at != b->edit.at)
        return a->edit.at < b->edit.at ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static struct ordered_edit *ordered_edits(const struct yaml_mistakes *mistakes, size_t without, size_t *count)
{
    size_t most = 0;
    for (size_t i = 0; i < mistakes->count; i++)
        most += mistakes->items[i].edit_count;
    struct ordered_edit *edits = arena_array(mistakes->arena, most ? most : 1, sizeof *edits);
    *count = 0;
    for (size_t i = 0; i < mistakes->count; i++)
        for (size_t j = 0; i != without && j < mistakes->items[i].edit_count; j++, ++*count)
            edits[*count] = (struct ordered_edit){mistakes->items[i].edits[j], *count};
    qsort(edits, *count, sizeof *edits, compare_edits);
    return edits;
}

struct yaml_mended yaml_mend(const struct yaml_mistakes *mistakes, size_t without)
{
    size_t count = 0;
    const struct ordered_edit *edits = ordered_edits(mistakes, without, &count);
    struct yaml_mended mended = {.pieces = arena_array(mistakes->arena, count ? count : 1, sizeof *mended.pieces)};
    struct text out = {0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_edit *edit = &edits[i].edit;
        if (edit->at < at)
            continue;
        text_append(&out, mistakes->data + at, edit->at - at);
        mended.pieces[mended.piece_count++] = (struct yaml_piece){out.size, strlen(edit->text), edit->at, edit->size};
        text_add(&out, edit->text);
        at = edit->at + edit->size;
    }
    text_append(&out, mistakes->data + at, mistakes->size - at);
    mended.size = out.size;
    mended.data = arena_copy(mistakes->arena, text_string(&out), out.size);
    text_free(&out);
    return mended;
}

size_t yaml_mended_origin(const struct yaml_mended *mended, size_t offset)
{
    size_t low = 0;
    size_t high = mended->piece_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (mended->pieces[middle].at <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return offset;
    const struct yaml_piece *piece = &mended->pieces[low - 1];
    size_t in = offset - piece->at;
    if (in >= piece->size)
        return piece->old_at + piece->old_size + (in - piece->size);
    return piece->old_at + (in < piece->old_size ? in : piece->old_size);
}
