#include "catalogue/site/publish/public_database.h"

#include <string.h>
#include <unistd.h>

#include "catalogue/reports/published.h"
#include "catalogue/site/search/search_shards.h"
#include "indexer/base/file.h"
#include "indexer/index/update.h"

const char public_database_path[] = "data/catalogue.db";

enum { DATABASE_MAX = 1024 * 1024 * 1024 };

void public_database_open(struct site *site)
{
    struct diagnostics diagnostics = {0};
    struct update_counts counts;
    struct index_status status;
    const struct update_options fresh = {.rebuild = true, .keep_going = true, .public_only = true};
    if (site->output->problem)
        return;
    const char *path = output_scratch(site->output, ".catalogue.db");
    if (index_update(site->root, path, &fresh, &counts, &status, &diagnostics) == UPDATE_DONE)
        site->public_index = index_open(path, INDEX_READ, &status);
    if (!site->public_index)
        output_fail(site->output, index_status_text(&site->arena, status, path));
    diagnostics_free(&diagnostics);
}

void public_database_write(struct site *site)
{
    struct arena arena = {0};
    struct file file;
    if (!site->public_index)
        return;
    enum file_status status = file_read(&arena, site->public_index->path, DATABASE_MAX, &file);
    if (status == FILE_DONE)
        output_write(site->output, public_database_path, file.data, file.size);
    else
        output_fail(site->output,
                    arena_format(&arena, "the database for the site %s", file_status_text(status, file.reason)));
    arena_free(&arena);
}

/* Rows have other numbers there, so what the site knows by rows is asked again. */
void public_search_write(struct site *site)
{
    if (!site->public_index)
        return;
    struct site public = *site;
    public.arena = (struct arena){0};
    public.index = site->public_index;
    memset(public.in_order, 0, sizeof public.in_order);
    public.published = published_rows(public.index, &public.arena);
    public.visible = index_visible_rows(public.index, &public.arena);
    search_shards_write(&public);
    arena_free(&public.arena);
}

void public_database_close(struct site *site)
{
    struct arena arena = {0};
    const char *path = arena_string(&arena, site->public_index ? site->public_index->path : "");
    index_close(site->public_index);
    site->public_index = NULL;
    if (*path)
        unlink(path);
    arena_free(&arena);
}
