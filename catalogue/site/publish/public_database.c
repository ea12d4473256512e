#include "catalogue/site/publish/public_database.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/search/search_shards.h"
#include "indexer/index/public_copy.h"

const char public_database_scratch[] = ".catalogue.db";

const char *public_database_make(const struct site *site, struct index *index, struct arena *arena, const char *path,
                                 struct site_files *files)
{
    struct index_status status;
    struct index *copy = public_copy(index, path, &status) ? index_open(path, INDEX_READ, &status) : NULL;
    if (!copy)
        return index_failed(index) ? index_failure_text(arena, index) : index_status_text(arena, status, path);
    search_shards_make(site, copy, files);
    const char *problem = index_failed(copy) ? index_failure_text(arena, copy) : NULL;
    index_close(copy);
    site_files_add(files, path_database)->scratch = public_database_scratch;
    return problem;
}
