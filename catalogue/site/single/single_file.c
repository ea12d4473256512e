#include "catalogue/site/single/single_file.h"

#include <string.h>

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/single/pack.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/file_write.h"
#include "indexer/base/phrases.h"

/* browse/regions/london.html, not browse/regions/index.html */
static bool lists_a_term(const char *path)
{
    static const char folder[] = "browse/";
    const char *term = strncmp(path, folder, sizeof folder - 1) == 0 ? strchr(path + sizeof folder - 1, '/') : NULL;
    return term && strcmp(term, "/index.html") != 0;
}

static bool is_shard(const char *path)
{
    return strncmp(path, "search/", 7) == 0 && strcmp(path, path_search_correct) != 0 &&
           strcmp(path, path_search_names) != 0;
}

static bool is_compared(const char *path)
{
    return strncmp(path, "compare/", 8) == 0;
}

/* Those that need scripts, and say so in an element of the same kind, and those that only lead to others, cannot. */
static bool can_be_read(const struct site_file *file)
{
    return strncmp(file->path, "case-studies/", 13) == 0 && strcmp(file->path, path_cases) != 0 &&
           strchr(file->path + 13, '/') == NULL;
}

static void take_page(struct single_parts *parts, const struct site_file *file)
{
    struct arena *arena = &parts->arena;
    size_t size = file->body_end - file->body;
    parts->pages = arena_grow(arena, parts->pages, parts->page_count, &parts->page_capacity, sizeof *parts->pages);
    parts->pages[parts->page_count++] =
        (struct single_page){.path = arena_string(arena, file->path),
                             .title = arena_string(arena, file->title),
                             .body = arena_copy(arena, file->bytes.data + file->body, size),
                             .size = size,
                             .can_be_read = can_be_read(file)};
}

void single_parts_take(struct single_parts *parts, const struct site_file *file)
{
    if (is_shard(file->path))
        text_append(&parts->shards, file->bytes.data, file->bytes.size);
    if (is_compared(file->path))
        text_append(&parts->shards, file->bytes.data + file->body, file->body_end - file->body);
    if (file->listed && !lists_a_term(file->path))
        take_page(parts, file);
}

void single_parts_free(struct single_parts *parts)
{
    text_free(&parts->shards);
    arena_free(&parts->arena);
}

static void name_page(struct html *html, const struct single_page *page)
{
    html_attribute(html, "data-path", page->path);
    html_attribute(html, "data-title", page->title);
}

/* A page that a browser with scripts does not read, and one without shows: all of these can be read one after the other. */
static void add_readable(struct html *html, struct pack *pack, const struct single_page *page)
{
    html_open(html, HTML_NOSCRIPT);
    name_page(html, page);
    html_splice(html, page->body, page->size);
    html_close(html, HTML_NOSCRIPT);
    pack_know(pack, page->body, page->size);
}

/* What a browser does not run, with its size when it is put together again; of a page its name. */
static void add_packed(struct html *html, struct pack *pack, const struct single_page *page)
{
    struct text packed = {0};
    html_open(html, HTML_SCRIPT);
    html_attribute(html, "type", "text/plain");
    html_number(html, "data-size", (double)page->size);
    if (page->path)
        name_page(html, page);
    pack_add(pack, &packed, page->body, page->size);
    html_splice(html, text_string(&packed), packed.size);
    html_close(html, HTML_SCRIPT);
    text_free(&packed);
}

static void add_script(struct html *html, enum asset asset)
{
    struct text script = {0};
    asset_add(&script, asset);
    html_raw_script(html, text_string(&script));
    text_free(&script);
}

/* First what can be read, which the rest says again. */
static void add_pages(struct html *html, const struct single_parts *parts, size_t count)
{
    struct pack pack = {0};
    for (int packed = 0; packed < 2; packed++)
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < parts[i].page_count; j++) {
                const struct single_page *page = &parts[i].pages[j];
                if (page->can_be_read == packed)
                    continue;
                if (packed)
                    add_packed(html, &pack, page);
                else
                    add_readable(html, &pack, page);
            }
    struct text shards = {0};
    for (size_t i = 0; i < count; i++)
        text_append(&shards, parts[i].shards.data, parts[i].shards.size);
    add_packed(html, &pack, &(struct single_page){.body = text_string(&shards), .size = shards.size});
    text_free(&shards);
    pack_free(&pack);
}

bool single_file_write(const struct site *site, const struct single_parts *parts, size_t count, const char *path,
                       size_t *size, int *reason)
{
    struct frame frame;
    struct site_files files = {0};
    struct text css = {0};
    asset_add(&css, ASSET_STYLESHEET);
    frame_open(&frame, site, &files,
               &(struct frame_head){.path = path_home,
                                    .title = site->settings->title,
                                    .description = say("The whole catalogue in one file."),
                                    .wide = true,
                                    .style = text_string(&css),
                                    .has_choice = true});
    html_without_scripts(
        &frame.html,
        say("Searching this file, and its other pages, need JavaScript, which is off or not available here. All case "
            "studies follow, one after the other."));
    add_pages(&frame.html, parts, count);
    add_script(&frame.html, ASSET_SEARCH);
    add_script(&frame.html, ASSET_LISTS);
    add_script(&frame.html, ASSET_CONTRIBUTE);
    add_script(&frame.html, ASSET_SEARCH_CORRECT);
    add_script(&frame.html, ASSET_SEARCH_NAMES);
    add_script(&frame.html, ASSET_SINGLE);
    frame_close(&frame);
    bool done = file_write(path, files.items[0]->bytes.data, files.items[0]->bytes.size, NULL, reason);
    *size = files.items[0]->bytes.size;
    site_files_free(&files);
    text_free(&css);
    return done;
}
