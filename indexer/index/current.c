#include "indexer/index/current.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/content/source.h"
#include "indexer/index/config.h"
#include "indexer/index/file_states.h"
#include "indexer/index/queries.h"
#include "indexer/index/report_rows.h"

static bool had_errors(const struct file_state *state)
{
    return !state->hash && !state->size;
}

/* A file that was changed just before it was read is known by its bytes alone. */
static bool is_as_it_was(struct arena *arena, const struct file_state *state, const char *path)
{
    struct file file = {0};
    if (had_errors(state))
        return true;
    if (file_stat(path, &file) != FILE_DONE)
        return false;
    return file_state_holds(state, &file) ||
           (state->size == file.size && file_read(arena, path, CASE_FILE_MAX, &file) == FILE_DONE &&
            state->hash == hash_bytes(HASH_START, file.data, file.size));
}

static bool files_are_as_they_were(struct index *index, struct arena *arena, const char *folder,
                                   const struct file_names *names)
{
    struct file_states known = {0};
    file_states_load(index, arena, &known);
    bool same = known.count == names->count;
    for (size_t i = 0; same && i < known.count; i++)
        same = is_as_it_was(arena, &known.items[i], file_join(arena, folder, names->names[i]));
    return same;
}

/* The folder, the settings and each file, in the order of what they cost: the first difference tells. */
static bool holds_what_is_there(struct index *index, struct arena *arena, const char *root)
{
    struct diagnostics unread = {0};
    struct file_names names = {0};
    const char *folder = file_join(arena, root, "content/case-studies");
    if (!file_list(arena, root, "content/case-studies", ".md", &names) || !file_states_are_of(index, &names))
        return false;
    const char *key = config_key(arena, root, &unread);
    const char *reports = config_reports_key(arena, root, &unread);
    diagnostics_free(&unread);
    return !key || !reports ||
           (strcmp(index_content_key(index), key) == 0 && strcmp(report_rows_key(index, arena), reports) == 0 &&
            files_are_as_they_were(index, arena, folder, &names));
}

bool current_with(struct index *index, const char *root)
{
    struct arena arena = {0};
    bool can_tell = file_states_any(index) || !index_case_count(index);
    bool holds = !can_tell || holds_what_is_there(index, &arena, root);
    arena_free(&arena);
    return holds;
}
