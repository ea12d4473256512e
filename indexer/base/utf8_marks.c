#include "indexer/base/utf8_marks.h"

#include "indexer/base/utf8.h"

enum { STEP = 256 };

struct utf8_marks utf8_marks_make(struct arena *arena, const char *data, size_t size)
{
    size_t *before = arena_array(arena, size / STEP + 1, sizeof *before);
    for (size_t i = 1; i <= size / STEP; i++)
        before[i] = before[i - 1] + utf8_length(data + (i - 1) * STEP, STEP);
    return (struct utf8_marks){data, size, before};
}

size_t utf8_marks_count(const struct utf8_marks *marks, size_t at)
{
    size_t step = (at < marks->size ? at : marks->size) / STEP;
    return marks->before[step] + utf8_length(marks->data + step * STEP, at - step * STEP);
}

size_t utf8_marks_offset(const struct utf8_marks *marks, size_t count)
{
    size_t low = 0;
    size_t high = marks->size / STEP;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (marks->before[middle] <= count)
            low = middle;
        else
            high = middle - 1;
    }
    size_t at = low * STEP;
    while (at < marks->size && ((unsigned char)marks->data[at] & 0xC0) == 0x80)
        at++;
    return at + utf8_bytes(marks->data + at, marks->size - at, count - marks->before[low]);
}
