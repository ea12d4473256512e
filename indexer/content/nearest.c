#include "indexer/content/nearest.h"

#include <string.h>

#include "indexer/base/ascii.h"

enum { LONGEST = 64, LETTERS_PER_EDIT = 4 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * The usual table of distances between beginnings, three rows of it: `row` is
 * the current one, `above` the one before and `above2` the one before that,
 * which a swap of neighbours looks back to.
 */
size_t nearest_distance(const char *a, const char *b, size_t limit)
{
    size_t length_a = strlen(a);
    size_t length_b = strlen(b);
    size_t difference = length_a > length_b ? length_a - length_b : length_b - length_a;
    if (length_a > LONGEST || length_b > LONGEST || difference > limit)
        return limit + 1;
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= length_b; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= length_a; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *above2 = rows[(i + 1) % 3];
        size_t smallest = row[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t replaced = above[j - 1] + (ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]));
            row[j] = least(replaced, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
                row[j] = least(row[j], above2[j - 2] + 1);
            smallest = least(smallest, row[j]);
        }
        if (smallest > limit)
            return limit + 1;
    }
    return least(rows[length_a % 3][length_b], limit + 1);
}

const char *nearest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    size_t limit = length <= 4 ? 1 : length <= 8 ? 2 : 3;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = nearest_distance(word, candidates[i], limit);
        if (distance <= limit) {
            best = candidates[i];
            if (!distance)
                break;
            limit = distance - 1;
        }
    }
    return best;
}

bool nearest_is_sure(const char *word, size_t distance)
{
    return distance * LETTERS_PER_EDIT <= strlen(word) + 1;
}

const char *nearest_alone(const char *word, const char *const *candidates, size_t count, bool *alone)
{
    const char *best = nearest(word, candidates, count);
    size_t distance = best ? nearest_distance(word, best, LONGEST) : 0;
    *alone = best != NULL && nearest_is_sure(word, distance);
    for (size_t i = 0; best && i < count; i++)
        *alone =
            *alone && (strcmp(candidates[i], best) == 0 || nearest_distance(word, candidates[i], distance) > distance);
    return best;
}
