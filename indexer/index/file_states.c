#include "indexer/index/file_states.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/index/statements.h"

/* How old a file must be for its time to tell it from a later change. */
#define SETTLED_NANOSECONDS INT64_C(2000000000)

/* content/case-studies/<id>.md */
static bool is_path_of_case(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t size = strlen(path);
    return slash && slash + sizeof ".md" < path + size && strcmp(path + size - 3, ".md") == 0;
}

void file_states_load(struct index *index, struct arena *arena, struct file_states *states)
{
    struct statement *statement = statement_get(index, SQL_FILES);
    states->count = 0;
    while (statement_row(statement)) {
        if (!is_path_of_case(statement_text_here(statement, 0))) {
            index_is_damaged(index);
            break;
        }
        states->items = arena_grow(arena, states->items, states->count, &states->capacity, sizeof *states->items);
        states->items[states->count++] = (struct file_state){
            .path = statement_text(arena, statement, 0),
            .size = statement_size(statement, 1),
            .modified = statement_integer(statement, 2),
            .hash = (uint64_t)statement_integer(statement, 3),
        };
    }
    statement_end(statement);
}

bool file_states_any(struct index *index)
{
    struct statement *statement = statement_get(index, SQL_FILE_PATHS);
    bool any = statement_row(statement);
    statement_end(statement);
    return any;
}

bool file_states_are_of(struct index *index, const struct file_names *names)
{
    struct statement *statement = statement_get(index, SQL_FILE_PATHS);
    size_t count = 0;
    bool same = true;
    while (same && statement_row(statement)) {
        const char *path = statement_text_here(statement, 0);
        if (!is_path_of_case(path))
            index_is_damaged(index);
        else
            same = count < names->count && strcmp(strrchr(path, '/') + 1, names->names[count]) == 0;
        count++;
    }
    statement_end(statement);
    return same && count == names->count;
}

static int compare_path(const void *key, const void *item)
{
    return strcmp(key, ((const struct file_state *)item)->path);
}

const struct file_state *file_states_find(const struct file_states *states, const char *path)
{
    if (!states->count)
        return NULL;
    return bsearch(path, states->items, states->count, sizeof *states->items, compare_path);
}

bool file_state_holds(const struct file_state *state, const struct file *file)
{
    return state && state->modified && state->modified == file->modified && state->size == file->size;
}

static bool is_settled(int64_t modified)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - modified >= SETTLED_NANOSECONDS;
}

bool file_state_store(struct index *index, const char *path, const struct file *file, uint64_t hash)
{
    struct statement *statement = statement_get(index, SQL_INSERT_FILE);
    bind_text(statement, ":path", path);
    bind_integer(statement, ":size", (int64_t)file->size);
    bind_integer(statement, ":modified", is_settled(file->modified) ? file->modified : 0);
    bind_integer(statement, ":hash", (int64_t)hash);
    return statement_run(statement);
}

bool file_state_store_broken(struct index *index, const char *path)
{
    struct statement *statement = statement_get(index, SQL_INSERT_FILE);
    bind_text(statement, ":path", path);
    bind_integer(statement, ":size", 0);
    bind_integer(statement, ":modified", 0);
    bind_integer(statement, ":hash", 0);
    return statement_run(statement);
}

bool file_state_remove(struct index *index, const char *path)
{
    struct statement *statement = statement_get(index, SQL_DELETE_FILE);
    bind_text(statement, ":path", path);
    return statement_run(statement);
}
