#include "catalogue/site/publish/public_database.h"

#include <inttypes.h>
#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/search/search_shards.h"
#include "indexer/base/file.h"
#include "indexer/index/public_copy.h"

const char public_database_scratch[] = ".catalogue.db";

/* The program and all that is none of the cases; and the bytes, as a file that was damaged is no copy any more. */
static const char *note_of(struct arena *arena, const struct site *site, uint64_t sum)
{
    return arena_format(arena, "made=%016" PRIx64 " sum=%016" PRIx64, site->keys.base, sum);
}

/* The copy of the last run, where a new one may begin with it; else NULL. */
static const char *usable(struct arena *arena, const struct site *site, const struct old_file *before)
{
    uint64_t sum = 0;
    int reason = 0;
    bool good = before->path && file_sum(before->path, &sum, &reason) == FILE_DONE &&
                strcmp(before->note, note_of(arena, site, sum)) == 0;
    return good ? before->path : NULL;
}

static const char *add_database(const struct site *site, struct arena *arena, const char *path,
                                struct site_files *files)
{
    uint64_t sum = 0;
    int reason = 0;
    enum file_status status = file_sum(path, &sum, &reason);
    if (status != FILE_DONE)
        return arena_format(arena, "%s %s", path, file_status_text(status, reason));
    struct site_file *file = site_files_add(files, path_database);
    file->scratch = public_database_scratch;
    file->note = note_of(&files->arena, site, sum);
    return NULL;
}

const char *public_database_make(const struct site *site, struct index *index, struct arena *arena,
                                 const struct old_file *before, const char *path, struct site_files *files)
{
    struct index_status status;
    bool made = public_copy(index, usable(arena, site, before), path, &status);
    struct index *copy = made ? index_open(path, INDEX_READ, &status) : NULL;
    if (!copy)
        return index_failed(index) ? index_failure_text(arena, index) : index_status_text(arena, status, path);
    search_page(site, search_shards_make(site, copy, files), files);
    const char *problem = index_failed(copy) ? index_failure_text(arena, copy) : NULL;
    index_close(copy);
    return problem ? problem : add_database(site, arena, path, files);
}
