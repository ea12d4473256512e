#include "catalogue/site/publish/site_publish.h"

#include <string.h>

#include "catalogue/site/feed/feed.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/output.h"
#include "catalogue/site/publish/jobs.h"
#include "catalogue/site/publish/public_database.h"
#include "catalogue/site/publish/single_file.h"
#include "catalogue/site/publish/whole.h"

/* What is gathered while the jobs are done, for the files that are put together of it. */
struct run {
    const struct site *site;
    const struct site_options *options;
    struct output *output;
    struct jobs jobs;
    struct arena arena;
    struct string_list listed; /* paths that search engines may list */
    struct string_list images;
    struct text *lines;          /* of the table of cases, by row */
    struct single_parts *single; /* by job; NULL when no single file is asked for */
};

static void gather(struct run *run, const struct site_file *file)
{
    if (file->listed)
        string_list_add(&run->arena, &run->listed, arena_string(&run->arena, file->path));
    for (size_t i = 0; i < file->images.count; i++) {
        if (!string_list_have(&run->images, file->images.items[i]))
            string_list_add(&run->arena, &run->images, arena_string(&run->arena, file->images.items[i]));
    }
}

static void put(struct run *run, const struct site_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct site_file *file = files->items[i];
        if (file->scratch)
            output_take(run->output, file->path, file->scratch);
        else
            output_write(run->output, file->path, file->bytes.data, file->bytes.size);
        gather(run, file);
    }
}

/* Only cases have parts, and each at most one: its line of the table. */
static void take_parts(struct run *run, size_t number, struct site_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct site_file *file = files->items[i];
        if (run->single)
            single_parts_take(&run->single[number], file);
        if (!file->is_part) {
            files->items[kept++] = file;
            continue;
        }
        run->lines[((const struct case_row *)run->jobs.items[number].subject)->row] = file->bytes;
    }
    files->count = kept;
}

/* What an index that failed said of the cases may not be all: no site that came of it is put in place. */
static void look_at_index(struct run *run, struct maker *maker)
{
    if (index_failed(maker->index))
        output_fail(run->output, index_failure_text(&run->arena, maker->index));
    else if (maker->problem)
        output_fail(run->output, maker->problem);
}

static void do_jobs(struct run *run, struct maker *maker)
{
    for (size_t i = 0; i < run->jobs.count && !run->output->problem; i++) {
        struct site_files files = {0};
        job_make(&run->jobs.items[i], maker, &files);
        look_at_index(run, maker);
        take_parts(run, i, &files);
        put(run, &files);
        site_files_free(&files);
        if (run->options->progress)
            run->options->progress(i + 1, run->jobs.count);
    }
}

static void put_together(struct run *run)
{
    struct site_files files = {0};
    whole_json(run->site, run->output, &files);
    whole_csv(run->site, run->lines, &files);
    string_list_sort(&run->images);
    whole_images(run->options->root, &run->images, run->output, &files);
    if (*run->site->base_url)
        feed_sitemap(run->site, &run->listed, &files);
    put(run, &files);
    site_files_free(&files);
}

/* By where the names lead, or, while that folder is not there yet, by the names themselves. */
static bool is_in(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    return dir_holds(folder, path) || (strncmp(path, folder, length) == 0 && path[length] == '/');
}

/*
 * Before the site is put in place, so that it stays as it was when this cannot be done. Only a file that is to stand
 * in the site's own folder has to wait for that folder.
 */
static void write_single(struct run *run, bool in_place)
{
    int reason = 0;
    const char *path = run->options->single_file;
    if (!path || run->output->problem || is_in(run->options->output, path) != in_place)
        return;
    if (!single_file_write(run->site, run->single, run->jobs.count, path, &reason))
        output_fail(run->output, arena_format(&run->arena, "%s: %s", path, strerror(reason)));
}

static void count_output(const struct run *run, struct site_counts *counts)
{
    counts->cases = bitset_size(&run->site->visible);
    counts->files = run->output->changed + run->output->unchanged;
    counts->changed = run->output->changed;
    counts->removed = run->output->removed;
    counts->kept = run->output->kept;
}

static void run_free(struct run *run)
{
    for (size_t row = 0; row < run->site->row_count; row++)
        text_free(&run->lines[row]);
    for (size_t i = 0; run->single && i < run->jobs.count; i++)
        single_parts_free(&run->single[i]);
    jobs_free(&run->jobs);
    output_close(run->output);
    arena_free(&run->arena);
}

/* Makes the site and puts it in place; NULL, or what kept it from that. */
static const char *publish(const struct site *site, struct index *index, struct arena *arena,
                           const struct site_options *options, struct site_counts *counts)
{
    struct run run = {.site = site, .options = options, .output = output_open(options->output)};
    struct maker maker = {.site = site, .index = index};
    maker.copy = run.output->problem ? NULL : output_scratch(run.output, public_database_scratch);
    run.lines = arena_array(&run.arena, site->row_count, sizeof *run.lines);
    jobs_list(&run.jobs, site);
    if (options->single_file)
        run.single = arena_array(&run.arena, run.jobs.count, sizeof *run.single);
    do_jobs(&run, &maker);
    if (!run.output->problem)
        put_together(&run);
    write_single(&run, false);
    output_finish(run.output);
    write_single(&run, true);
    count_output(&run, counts);
    const char *problem = run.output->problem ? arena_string(arena, run.output->problem) : NULL;
    arena_free(&maker.arena);
    run_free(&run);
    return problem;
}

/* The address of the site, "" where it has none that can stand in a page. */
static const char *base_url(struct index *index, struct arena *arena, const struct site_options *options)
{
    struct url url;
    const char *base = options->base_url ? options->base_url : index_settings(index)->base_url;
    return url_absolute(arena, base, "", &url) ? base : "";
}

const char *site_publish(struct index *index, struct arena *arena, const struct site_options *options,
                         struct site_counts *counts, struct diagnostics *diagnostics)
{
    struct site site;
    const char *problem = "the pages or the theme have errors; the site is as it was";
    if (site_open(&site, index, options->root, base_url(index, arena, options), diagnostics) &&
        site_find_similar(&site, index))
        problem = publish(&site, index, arena, options, counts);
    if (index_failed(index))
        problem = index_failure_text(arena, index);
    site_close(&site);
    return problem;
}
