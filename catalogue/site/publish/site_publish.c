#include "catalogue/site/publish/site_publish.h"

#include <pthread.h>
#include <string.h>
#include <sys/stat.h>

#include "catalogue/site/feed/feed.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/site/model/site_keys.h"
#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/output.h"
#include "catalogue/site/output/output_finish.h"
#include "catalogue/site/publish/job_search.h"
#include "catalogue/site/publish/jobs.h"
#include "catalogue/site/publish/whole.h"
#include "catalogue/site/single/single_file.h"
#include "indexer/base/file.h"
#include "indexer/base/workers.h"

struct run {
    const struct site *site;
    const struct site_options *options;
    struct output *output;
    struct jobs jobs;
    struct arena arena;
    struct inverted *words;      /* of all cases, until the search is made */
    struct table_lines *lines;   /* NULL until the site is made */
    bool tables_stay;            /* they are as they were, and nobody needs their lines */
    struct single_parts *single; /* by job; NULL when no single file is asked for */
    struct report_base base;     /* of the survey, and of the reports that are made of it */
    struct maker makers[WORKERS_MAX];
    size_t maker_count;
    size_t single_size; /* of the single file, once it is written */
    size_t done;
    pthread_mutex_t lock; /* of `done`, and of whoever is told */
};

/* What is noted beside a file, for what is put together of all of them: site maps, images. */
static const char *note_of(struct arena *arena, const struct site_file *file)
{
    struct string_list words = {0};
    if (file->listed)
        string_list_add(arena, &words, arena_format(arena, "%s%s", note_listed, file->modified));
    for (size_t i = 0; i < file->images.count; i++)
        string_list_add(arena, &words, file->images.items[i]);
    if (file->note)
        string_list_add(arena, &words, file->note);
    return string_list_join(arena, &words, " ");
}

static void put(struct run *run, const struct site_files *files, uint64_t key)
{
    for (size_t i = 0; i < files->count; i++) {
        struct arena arena = {0};
        const struct site_file *file = files->items[i];
        const struct output_file entry = {file->path, key, note_of(&arena, file)};
        if (file->scratch)
            output_take(run->output, &entry, file->scratch);
        else
            output_write(run->output, &entry, file->bytes.data, file->bytes.size);
        arena_free(&arena);
    }
}

/* The parts of cases are their lines of the tables; others are in a file that the same job has made. */
static void take_part(struct run *run, const struct case_row *row, struct site_file *part)
{
    int reason = 0;
    if (row &&
        !table_lines_put(run->lines, row->row, whole_table(part->path), part->bytes.data, part->bytes.size, &reason))
        output_fail_for(run->output, "cannot keep the lines of", path_table(whole_table(part->path)), reason);
    text_free(&part->bytes);
}

static void take_parts(struct run *run, size_t number, struct site_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct site_file *file = files->items[i];
        if (run->single)
            single_parts_take(&run->single[number], file);
        if (file->is_part)
            take_part(run, job_case(&run->jobs.items[number]), file);
        else
            files->items[kept++] = file;
    }
    files->count = kept;
}

/* What an index that failed said of the cases may not be all: no site that came of it is put in place. */
static void look_at_index(struct run *run, struct maker *maker)
{
    if (index_failed(maker->index))
        output_fail(run->output, index_failure_text(&maker->arena, maker->index));
    else if (maker->problem)
        output_fail(run->output, maker->problem);
}

/* The single file needs every page; otherwise what was made of the same stays, with its lines of the tables. */
static bool may_stay(struct run *run, const struct job *job)
{
    const struct case_row *row = job_case(job);
    bool has_line = run->tables_stay || !row || !bitset_has(&run->site->visible, row->row) ||
                    table_lines_have(run->lines, row->row, TABLE_CASES);
    return !run->single && has_line && output_keep(run->output, job->key);
}

static void make(struct run *run, struct maker *maker, size_t number)
{
    struct site_files files = {0};
    const struct job *job = &run->jobs.items[number];
    job_make(job, maker, &files);
    look_at_index(run, maker);
    take_parts(run, number, &files);
    put(run, &files, job->key);
    site_files_free(&files);
}

static void do_job(void *context, size_t worker, size_t number)
{
    struct run *run = context;
    if (output_failed(run->output))
        return;
    if (!may_stay(run, &run->jobs.items[number]))
        make(run, &run->makers[worker], number);
    pthread_mutex_lock(&run->lock);
    run->done++;
    if (run->options->progress)
        run->options->progress(run->done, run->jobs.count);
    pthread_mutex_unlock(&run->lock);
}

/* Each worker has an index of its own; where it can have none there is one worker less. */
static void open_makers(struct run *run, struct index *index)
{
    size_t wanted = run->options->jobs ? run->options->jobs : workers_standard();
    const struct case_rows visible = site_cases(run->site, &run->arena, ORDER_TITLE, &run->site->visible, 0, 0);
    run->base = site_reports(run->site, index);
    const struct maker first = {.site = run->site,
                                .index = index,
                                .words = &run->words,
                                .survey = survey_begin(&run->arena, &run->base, &visible),
                                .copy = output_scratch(run->output, public_database_scratch),
                                .before = output_old(run->output, path_database)};
    struct index_status status;
    run->makers[run->maker_count++] = first;
    while (run->maker_count < wanted && run->maker_count < WORKERS_MAX) {
        struct index *again = index_open_again(index, &status);
        if (!again)
            return;
        run->makers[run->maker_count] = first;
        run->makers[run->maker_count++].index = again;
    }
}

static void close_makers(struct run *run)
{
    for (size_t i = 0; i < run->maker_count; i++) {
        arena_free(&run->makers[i].quoted);
        arena_free(&run->makers[i].surveyed);
        arena_free(&run->makers[i].arena);
        if (i)
            index_close(run->makers[i].index);
    }
}

static void do_jobs(struct run *run, struct index *index)
{
    open_makers(run, index);
    workers_run(run->maker_count, run->jobs.at_once, do_job, run);
    for (size_t i = run->jobs.at_once; i < run->jobs.count; i++)
        do_job(run, 0, i);
}

static void put_together(struct run *run)
{
    struct site_files files = {0};
    whole_json(run->site, run->output, &files);
    put(run, &files, 0);
    site_files_free(&files);
    if (!run->tables_stay)
        whole_tables(run->site, run->lines, run->output, &files);
    put(run, &files, site_tables_key(run->site));
    site_files_free(&files);
    whole_data_page(run->site, run->output, &files);
    whole_images(run->options->root, run->output, &files);
    put(run, &files, 0);
    site_files_free(&files);
    if (*run->site->base_url)
        whole_sitemap(run->site, run->output, &files);
    put(run, &files, 0);
    site_files_free(&files);
}

/* Some of the pages, those of case studies before the lists that they were in. */
static const char *name_some(struct arena *arena, const struct string_list *pages, size_t most)
{
    static const char cases[] = "case-studies/";
    struct string_list named = {0};
    for (int of_cases = 1; of_cases >= 0; of_cases--) {
        for (size_t i = 0; i < pages->count && named.count < most; i++) {
            if ((strncmp(pages->items[i], cases, sizeof cases - 1) == 0) == of_cases)
                string_list_add(arena, &named, pages->items[i]);
        }
    }
    const char *names = string_list_join(arena, &named, ", ");
    size_t more = pages->count - named.count;
    return more ? arena_format(arena, "%s, and %zu more", names, more) : names;
}

/* So many pages do not go by themselves: more likely the content was not all there. */
static void refuse_to_shrink(struct run *run)
{
    enum { NAMED = 10, SHARE = 5 };
    struct string_list lost = output_lost(run->output, &run->arena, ".html");
    size_t had = output_had(run->output, ".html");
    if (run->options->shrink || lost.count * SHARE <= had)
        return;
    output_fail(run->output, arena_format(&run->arena,
                                          "%zu of %zu pages would go, so the site is as it was; if that is meant, add "
                                          "--shrink. They are %s",
                                          lost.count, had, name_some(&run->arena, &lost, NAMED)));
}

/* By where the names lead, or, while that folder is not there yet, by the names themselves. */
static bool is_in(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    return dir_holds(folder, path) || (strncmp(path, folder, length) == 0 && path[length] == '/');
}

/* A page of the site would go for it. */
static void refuse_own_file(struct run *run)
{
    const char *path = run->options->single_file;
    struct stat single;
    struct stat page;
    if (!path || !is_in(run->options->output, path) || stat(path, &single) != 0)
        return;
    for (size_t i = 0; i < run->output->after.count; i++) {
        struct arena arena = {0};
        const char *own = file_join(&arena, run->options->output, run->output->after.items[i].path);
        if (stat(own, &page) == 0 && page.st_dev == single.st_dev && page.st_ino == single.st_ino)
            output_fail(run->output, arena_format(&run->arena, "%s is a file of the site; name another place", path));
        arena_free(&arena);
    }
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
    if (!single_file_write(run->site, run->single, run->jobs.count, path, &run->single_size, &reason))
        output_fail(run->output, arena_format(&run->arena, "%s: %s", path, strerror(reason)));
}

static void count_output(const struct run *run, struct site_counts *counts)
{
    *counts = (struct site_counts){.cases = bitset_size(&run->site->visible),
                                   .files = run->output->changed + run->output->unchanged,
                                   .changed = run->output->changed,
                                   .removed = run->output->removed,
                                   .kept = run->output->kept,
                                   .by_file = run->output->by_file,
                                   .without = run->site->said.without};
    counts->single_size = run->single_size;
    for (size_t i = 0; i < run->maker_count; i++)
        counts->read += run->makers[i].index->studies_read;
}

static void run_free(struct run *run)
{
    table_lines_close(run->lines);
    for (size_t i = 0; run->single && i < run->jobs.count; i++)
        single_parts_free(&run->single[i]);
    inverted_free(run->words);
    jobs_free(&run->jobs);
    close_makers(run);
    pthread_mutex_destroy(&run->lock);
    arena_free(&run->arena);
}

/* Makes the files and hands them to the output, which keeps what goes wrong. */
static void make_site(struct run *run, struct index *index)
{
    int reason = 0;
    run->lines = table_lines_open(output_scratch(run->output, ".lines"), run->site->row_count, &reason);
    if (!run->lines) {
        output_fail_for(run->output, "cannot keep the lines of", path_table(TABLE_CASES), reason);
        return;
    }
    jobs_list(&run->jobs, run->site);
    if (run->options->single_file)
        run->single = arena_array(&run->arena, run->jobs.count, sizeof *run->single);
    run->tables_stay = !run->single && output_keep(run->output, site_tables_key(run->site));
    if (!run->tables_stay)
        whole_tables_read(run->site, run->output, run->lines);
    do_jobs(run, index);
    if (!run->output->problem)
        put_together(run);
    if (!run->output->problem)
        refuse_to_shrink(run);
    refuse_own_file(run);
    write_single(run, false);
}

/* Makes the site and puts it in place; NULL, or what kept it from that. */
static const char *publish(struct site *site, struct index *index, struct arena *arena,
                           const struct site_options *options, struct site_counts *counts)
{
    struct run run = {.site = site, .options = options, .output = output_open(options->output, options->in_place)};
    pthread_mutex_init(&run.lock, NULL);
    bool same = !run.output->problem && !options->single_file && output_keep_all(run.output, site->keys.whole);
    run.words = run.output->problem || same ? NULL : site_read(site, index);
    if (run.words) {
        site_keys_of_cases(site, index);
        make_site(&run, index);
    }
    if (index_failed(index))
        output_fail(run.output, index_failure_text(&run.arena, index));
    output_finish(run.output, site->keys.whole);
    write_single(&run, true);
    count_output(&run, counts);
    const char *problem = run.output->problem ? arena_string(arena, run.output->problem) : NULL;
    run_free(&run);
    output_close(run.output);
    return problem;
}

/* The address of the site, "" where it has none that can stand in a page. */
static const char *base_url(struct index *index, struct arena *arena, const struct site_options *options)
{
    struct url url;
    const char *base = options->base_url ? options->base_url : index_settings(index)->base_url;
    return url_absolute(arena, base, "", &url) ? base : "";
}

static const char *why_not_begun(struct index *index, struct arena *arena, const struct diagnostics *diagnostics)
{
    const char *failure = diagnostics_failure(arena, diagnostics);
    if (index_failed(index))
        return index_failure_text(arena, index);
    return failure ? arena_format(arena, "not all could be read, so the site stays as it was: %s", failure)
                   : "pages, images or the theme have errors; the site is as it was";
}

const char *site_publish(struct index *index, struct arena *arena, const struct site_options *options,
                         struct site_counts *counts, struct diagnostics *diagnostics)
{
    struct site site;
    const char *problem = NULL;
    if (site_open(&site, index, options->root, base_url(index, arena, options), diagnostics) &&
        site_keys_find(&site, index, options->root, diagnostics))
        problem = publish(&site, index, arena, options, counts);
    else
        problem = why_not_begun(index, arena, diagnostics);
    site_close(&site);
    return problem;
}
