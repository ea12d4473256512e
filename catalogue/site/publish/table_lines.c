#include "catalogue/site/publish/table_lines.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"

/* Where lines stand in the file, or in what will be its end. */
struct line_place {
    uint64_t at;
    size_t size;
};

struct table_lines {
    struct line_place (*places)[CASE_TABLES]; /* by row */
    int descriptor;
    uint64_t written;
    struct text held; /* what comes behind that */
    pthread_mutex_t lock;
};

struct table_lines *table_lines_open(const char *path, size_t row_count, int *reason)
{
    int descriptor = file_unnamed(path, reason);
    if (descriptor < 0)
        return NULL;
    struct table_lines *lines = memory_zeroed(1, sizeof *lines);
    lines->places = memory_zeroed(row_count, sizeof *lines->places);
    lines->descriptor = descriptor;
    pthread_mutex_init(&lines->lock, NULL);
    return lines;
}

static bool put_down(struct table_lines *lines, int *reason)
{
    if (!file_write_on(lines->descriptor, lines->held.data, lines->held.size, reason))
        return false;
    lines->written += lines->held.size;
    text_clear(&lines->held);
    return true;
}

bool table_lines_put(struct table_lines *lines, size_t row, enum case_table table, const char *data, size_t size,
                     int *reason)
{
    enum { MUCH = 1024 * 1024 };
    pthread_mutex_lock(&lines->lock);
    lines->places[row][table] = (struct line_place){lines->written + lines->held.size, size};
    text_append(&lines->held, data, size);
    bool done = lines->held.size < MUCH || put_down(lines, reason);
    pthread_mutex_unlock(&lines->lock);
    return done;
}

bool table_lines_have(const struct table_lines *lines, size_t row, enum case_table table)
{
    return lines->places[row][table].size > 0;
}

bool table_lines_get(struct table_lines *lines, size_t row, enum case_table table, struct text *out, int *reason)
{
    const struct line_place *place = &lines->places[row][table];
    struct arena arena = {0};
    if (lines->held.size && !put_down(lines, reason))
        return false;
    char *bytes = arena_alloc(&arena, place->size);
    bool done = file_read_at(lines->descriptor, bytes, place->size, place->at, reason);
    if (done)
        text_append(out, bytes, place->size);
    arena_free(&arena);
    return done;
}

void table_lines_close(struct table_lines *lines)
{
    if (!lines)
        return;
    close(lines->descriptor);
    pthread_mutex_destroy(&lines->lock);
    text_free(&lines->held);
    free(lines->places);
    free(lines);
}
