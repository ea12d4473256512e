#include "catalogue/site/publish/site_publish.h"

#include <string.h>

#include "catalogue/site/frame/url.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/page/search_page.h"
#include "catalogue/site/publish/public_database.h"
#include "catalogue/site/publish/single_file.h"
#include "catalogue/site/publish/single_parts.h"
#include "indexer/content/publicity.h"

/* Every kind of page, in the order in which they are written. */
static void (*const page_kinds[])(struct site *site) = {
    home_write,
    case_pages_write,
    case_list_write,
    browse_write,
    gaps_write,
    content_pages_write,
    data_write,
    assets_write,
    compare_page_write,
    redirects_write,
    feeds_write,
    search_page_write,
    search_page_assets_write,
    public_search_write,
    not_found_write,
    sitemap_write, /* last: it lists the pages written before */
};
enum { PAGE_KINDS = sizeof page_kinds / sizeof *page_kinds };

/* What is visible and has a page; an index may count cases that the settings keep back. */
static void decide_cases(struct site *site)
{
    site->published = index_published_rows(site->index, &site->arena);
    site->visible = index_visible_rows(site->index, &site->arena);
    bitset_and(&site->visible, &site->published);
}

/* One page for each case and term, nearly; whoever waits needs no more. */
static void expect_pages(struct site *site)
{
    site->pages_expected = bitset_size(&site->published);
    for (size_t i = 0; i < FACET_COUNT; i++) {
        const struct vocabulary *vocabulary = vocabulary_find(site->vocabularies, facets[i].vocabulary);
        site->pages_expected += vocabulary ? vocabulary->count : 0;
    }
}

/* What an index that failed said of the cases may not be all: no site that came of it is put in place. */
static void fail_with(struct site *site, const struct index *index)
{
    if (index_failed(index))
        output_fail(site->output, index_failure_text(&site->arena, index));
}

static bool is_good(struct site *site)
{
    fail_with(site, site->index);
    fail_with(site, site->public_index);
    return !site->output->problem;
}

/* The last look is behind the last page. */
static void write_pages(struct site *site)
{
    expect_pages(site);
    for (size_t i = 0; is_good(site) && i < PAGE_KINDS; i++)
        page_kinds[i](site);
}

static void count_output(struct site *site, struct site_counts *counts)
{
    counts->cases = bitset_size(&site->visible);
    counts->files = site->output->changed + site->output->unchanged;
    counts->changed = site->output->changed;
    counts->removed = site->output->removed;
    counts->kept = site->output->kept;
}

static void write_single(struct site *site, const char *path)
{
    int reason = 0;
    if (!single_file_write(site, path, &reason))
        output_fail(site->output, arena_format(&site->arena, "%s: %s", path, strerror(reason)));
}

const char *site_publish(struct index *index, struct arena *arena, const struct site_options *options,
                         struct site_counts *counts, struct diagnostics *diagnostics)
{
    struct site site = {.index = index,
                        .root = options->root,
                        .settings = index_settings(index),
                        .vocabularies = index_vocabularies(index),
                        .as_of = index_as_of(index),
                        .progress = options->progress};
    const char *problem = "the pages or the theme have errors; the site is as it was";
    struct single_parts single = {0};
    struct url url;
    site.single = options->single_file ? &single : NULL;
    site.base_url = options->base_url ? options->base_url : site.settings->base_url;
    if (!url_absolute(&site.arena, site.base_url, "", &url))
        site.base_url = "";
    bool pages_good = pages_read(&site.arena, options->root, &site.pages, diagnostics);
    bool theme_good = theme_read(&site.arena, options->root, &site.theme, diagnostics);
    if (pages_good && theme_good) {
        decide_cases(&site);
        site.output = output_open(options->output);
        public_database_open(&site);
        write_pages(&site);
        public_database_close(&site);
        if (output_finish(site.output) && options->single_file)
            write_single(&site, options->single_file);
        count_output(&site, counts);
        problem = site.output->problem ? arena_string(arena, site.output->problem) : NULL;
        output_close(site.output);
    }
    single_parts_free(&single);
    arena_free(&site.arena);
    return problem;
}
