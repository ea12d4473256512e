#include "catalogue/site/model/site.h"

bool site_has_page(const struct site *site, const char *id)
{
    struct arena arena = {0};
    struct case_row row;
    bool found = index_case(site->index, &arena, id, &row) && bitset_has(&site->published, row.row);
    arena_free(&arena);
    return found;
}

struct case_rows site_cases(struct site *site, struct arena *arena, enum case_order order, const struct bitset *only,
                            size_t limit, size_t offset)
{
    struct case_rows *all = &site->in_order[order];
    struct case_rows some = {0};
    if (!all->items)
        *all = index_cases(site->index, &site->arena, order, NULL, 0, 0);
    some.items = arena_array(arena, limit ? limit : all->count, sizeof *some.items);
    for (size_t i = 0; i < all->count && (!limit || some.count < limit); i++) {
        if (!bitset_has(only, all->items[i].row))
            continue;
        if (offset)
            offset--;
        else
            some.items[some.count++] = all->items[i];
    }
    return some;
}

void site_need_images(struct site *site, const struct markdown_body *body)
{
    for (size_t i = 0; i < body->image_count; i++) {
        if (!string_list_have(&site->images, body->images[i].name))
            string_list_add(&site->arena, &site->images, arena_string(&site->arena, body->images[i].name));
    }
}

void site_step(struct site *site, const char *path)
{
    if (path)
        string_list_add(&site->arena, &site->page_paths, arena_string(&site->arena, path));
    site->pages_done++;
    if (site->pages_expected < site->pages_done)
        site->pages_expected = site->pages_done;
    if (site->progress)
        site->progress(site->pages_done, site->pages_expected);
}
