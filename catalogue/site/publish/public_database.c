#include "catalogue/site/publish/public_database.h"

#include <string.h>
#include <unistd.h>

#include "catalogue/site/search/search_shards.h"
#include "indexer/index/public_copy.h"

const char public_database_path[] = "data/catalogue.db";

static const char scratch_name[] = ".catalogue.db";

void public_database_open(struct site *site)
{
    struct index_status status;
    if (site->output->problem)
        return;
    const char *path = output_scratch(site->output, scratch_name);
    if (public_copy(site->index, path, &status))
        site->public_index = index_open(path, INDEX_READ, &status);
    if (!site->public_index)
        output_fail(site->output, index_failed(site->index) ? index_failure_text(&site->arena, site->index)
                                                            : index_status_text(&site->arena, status, path));
}

void public_database_write(struct site *site)
{
    if (site->public_index)
        output_take(site->output, public_database_path, scratch_name);
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
    public.published = index_published_rows(public.index, &public.arena);
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
