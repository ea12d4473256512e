#include "catalogue/site/publish/single_file.h"

#include <string.h>

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
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

/*
 * A page is kept as what a browser with scripts does not read, and one without shows: so all that can be read without
 * them is there, one page after the other. Those that need scripts, and say so in an element of the same kind, and
 * those that only lead to others, are templates.
 */
static bool can_be_read(const struct site_file *file)
{
    return strncmp(file->path, "case-studies/", 13) == 0 && strcmp(file->path, path_cases) != 0 &&
           strchr(file->path + 13, '/') == NULL;
}

static void add_page(struct text *pages, const struct site_file *file, enum html_tag tag)
{
    struct html page = html_piece(pages);
    html_open(&page, tag);
    html_attribute(&page, "data-path", file->path);
    html_attribute(&page, "data-title", file->title);
    html_splice(&page, file->bytes.data + file->body, file->body_end - file->body);
    html_close(&page, tag);
}

void single_parts_take(struct single_parts *parts, const struct site_file *file)
{
    if (is_shard(file->path))
        text_append(&parts->shards, file->bytes.data, file->bytes.size);
    if (is_compared(file->path))
        text_append(&parts->shards, file->bytes.data + file->body, file->body_end - file->body);
    if (!file->listed || lists_a_term(file->path))
        return;
    add_page(&parts->pages, file, can_be_read(file) ? HTML_NOSCRIPT : HTML_TEMPLATE);
}

void single_parts_free(struct single_parts *parts)
{
    text_free(&parts->pages);
    text_free(&parts->shards);
}

static void add_script(struct html *html, enum asset asset)
{
    struct text script = {0};
    asset_add(&script, asset);
    html_raw_script(html, text_string(&script));
    text_free(&script);
}

static void add_shards(struct html *html, const struct single_parts *parts, size_t count)
{
    struct text shards = {0};
    for (size_t i = 0; i < count; i++)
        text_append(&shards, parts[i].shards.data, parts[i].shards.size);
    html_data(html, "text/javascript", text_string(&shards));
    text_free(&shards);
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
                                    .style = text_string(&css)});
    html_without_scripts(
        &frame.html,
        say("Searching this file, and its other pages, need JavaScript, which is off or not available here. All case "
            "studies follow, one after the other."));
    for (size_t i = 0; i < count; i++)
        html_splice(&frame.html, parts[i].pages.data, parts[i].pages.size);
    add_script(&frame.html, ASSET_CHOICE);
    add_script(&frame.html, ASSET_LISTS);
    add_script(&frame.html, ASSET_CONTRIBUTE);
    add_script(&frame.html, ASSET_SEARCH);
    add_shards(&frame.html, parts, count);
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
