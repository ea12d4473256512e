#include "indexer/content/check.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/string_list.h"
#include "indexer/base/workers.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_dates.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/check_own.h"
#include "indexer/content/codes.h"
#include "indexer/content/copies.h"
#include "indexer/content/field_names.h"
#include "indexer/content/given.h"
#include "indexer/content/mend.h"
#include "indexer/content/references.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"
#include "indexer/content/strays.h"
#include "indexer/content/value.h"

static const struct place whole_file;
static const char case_folder[] = "content/case-studies";

/* One run of checking. */
struct run {
    struct arena arena; /* for what outlives a file */
    const char *root;
    struct vocabularies vocabularies;
    struct synonyms synonyms;
    struct references references;
    struct prints prints;
    struct string_list paths; /* to read, as they are opened */
    struct string_list shown; /* the same, as they are named */
    struct string_list own;   /* what was named, within the catalogue, of whatever kind */
    struct string_list asked; /* of these the files, and folders of files, that are no case studies */
    bool all;                 /* the whole catalogue is to be checked */
    struct case_dates dates;
    struct check_counts counts;
    struct mended_files *mended; /* NULL: nothing is mended */
    struct diagnostics *diagnostics;
    void (*progress)(size_t done, size_t of); /* or NULL */
    struct reading *readings;                 /* WORKERS_AHEAD of them */
};

/* A file that was read and judged, on whatever thread, and is not taken yet. */
struct reading {
    struct arena arena;
    struct diagnostics told;
    const char *written; /* its bytes; NULL when they could not be read */
    size_t size;
    struct mended mended; /* where files are mended: what was judged in their place */
    const struct case_study *study;
};

static void add_path(struct run *run, const char *path, const char *shown)
{
    string_list_add(&run->arena, &run->paths, arena_string(&run->arena, path));
    string_list_add(&run->arena, &run->shown, arena_string(&run->arena, shown));
}

/* A folder of the catalogue, or "" for `root` itself, to which any way may lead. True when it was read and has none. */
static bool add_folder(struct run *run, const char *root, const char *folder, const char *shown)
{
    struct file_names files;
    const char *path = *folder ? file_join(&run->arena, root, folder) : root;
    if (!file_list(&run->arena, root, folder, ".md", &files)) {
        source_report_folder(shown, files.reason, run->diagnostics);
        return false;
    }
    for (size_t i = 0; i < files.count; i++)
        add_path(run, file_join(&run->arena, path, files.names[i]), file_join(&run->arena, shown, files.names[i]));
    return !files.count;
}

/* Of a folder that may not be there. */
static void report_failure(struct run *run, const char *shown, int reason)
{
    if (!file_reason_is_absence(reason))
        source_report_folder(shown, reason, run->diagnostics);
}

static void tell_unread(struct run *run, const struct given *given, const char *shown)
{
    diagnostics_file(run->diagnostics, shown, NULL, 0);
    if (given->kind == GIVEN_OTHER)
        report(run->diagnostics, CODE_FILE_NAME, whole_file,
               "name a case study (it ends in .md), a page, or a file of content/vocabulary or content/lenses",
               "\"%s\" is nothing that is checked", shown);
    else if (given->kind == GIVEN_CASE_FOLDER)
        report(run->diagnostics, CODE_FILE_NAME, whole_file,
               "name a folder of case studies, or none to check the whole catalogue",
               "nothing in this folder is checked: it has no file that ends in .md");
    else
        report(run->diagnostics, CODE_UNREADABLE, whole_file,
               "paths are looked for where you stand, and in the folder of the catalogue",
               "this file cannot be read: it is not there");
    run->counts.missing |= given->kind == GIVEN_MISSING;
}

/* Whether the same file was named before. */
static bool is_known(const struct run *run, const struct given *given)
{
    return given->own && string_list_have(&run->own, given->own);
}

static void add_given(struct run *run, const char *path)
{
    struct given given = given_find(&run->arena, run->root, path);
    if (is_known(run, &given))
        return;
    if (given.own)
        string_list_add(&run->arena, &run->own, given.own);
    if (given.kind == GIVEN_CASE)
        add_path(run, given.path, path);
    else if (given.kind == GIVEN_CASE_FOLDER) {
        if (add_folder(run, given.path, "", path))
            tell_unread(run, &given, path);
    } else if (given.kind == GIVEN_FAILED)
        report_failure(run, path, given.reason);
    else if (given.kind == GIVEN_ALL)
        run->all = true;
    else if (given.kind == GIVEN_OWN)
        string_list_add(&run->arena, &run->asked, given.own);
    else
        tell_unread(run, &given, path);
}

/* What is looked at beside the other cases, once all are read. */
static void remember(struct run *run, const struct case_study *study, bool checked, bool good)
{
    case_dates_add(&run->arena, &run->dates, study, checked);
    prints_add(&run->arena, &run->prints, study, checked, good);
}

static void count_advised(struct check_counts *counts, const struct case_study *study)
{
    size_t of = 0;
    size_t filled = case_completeness(study, &of);
    counts->cases++;
    if (!study->complete_front || !study->source.front) /* what it lacks is not known */
        return;
    counts->advised_missing += of - filled;
    counts->advised_cases += filled < of;
    counts->advised |= case_missing_advised(study);
}

static void read_one(void *context, size_t at, size_t number)
{
    const struct run *run = context;
    struct reading *reading = &run->readings[at];
    const char *shown = run->shown.items[number];
    *reading = (struct reading){.told = {.drafts = run->diagnostics->drafts}};
    reading->written =
        source_load(&reading->arena, run->paths.items[number], shown, CASE_FILE_MAX, &reading->size, &reading->told);
    if (!reading->written)
        return;
    const struct case_context judged = {&run->vocabularies, run->root};
    const char *data = reading->written;
    size_t size = reading->size;
    if (run->mended) {
        reading->mended = mend_case(&reading->arena, shown, data, size, &judged);
        data = reading->mended.data;
        size = reading->mended.size;
        diagnostics_file(&reading->told, shown, data, size);
    }
    struct case_study *study = case_parse(&reading->arena, shown, data, size, &run->vocabularies, &reading->told);
    case_check(&reading->arena, study, &judged, &reading->told);
    reading->study = study;
}

static void drop_one(void *context, size_t at)
{
    const struct run *run = context;
    diagnostics_free(&run->readings[at].told);
    arena_free(&run->readings[at].arena);
}

static bool take_one(void *context, size_t at, size_t number)
{
    struct run *run = context;
    const struct reading *reading = &run->readings[at];
    if (reading->written && run->mended)
        mended_files_add(run->mended, run->shown.items[number], run->paths.items[number], reading->written,
                         reading->size, &reading->mended);
    diagnostics_join(run->diagnostics, &reading->told);
    diagnostics_file(run->diagnostics, NULL, NULL, 0);
    if (reading->study) {
        references_add(&run->arena, &run->references, reading->study);
        remember(run, reading->study, true, reading->told.errors == 0);
        count_advised(&run->counts, reading->study);
    }
    drop_one(context, at);
    if (run->progress)
        run->progress(number + 1, run->paths.count);
    return true;
}

static void check_all(struct run *run)
{
    static const struct workers_order order = {read_one, take_one, drop_one};
    run->readings = arena_array(&run->arena, WORKERS_AHEAD, sizeof *run->readings);
    workers_in_order(workers_standard(), run->paths.count, &order, run);
}

/* The answers of a case that is not checked; a file that nobody can read now has none. */
static void read_other(struct run *run, const char *name)
{
    struct arena arena = {0};
    struct file file = {0};
    struct value_reader reader = {&arena, NULL, NULL};
    struct case_study study = {.path = file_join(&arena, case_folder, name)};
    enum file_status status = file_read(&arena, file_join(&arena, run->root, study.path), CASE_FILE_MAX, &file);
    if (status == FILE_FAILED && file_reason_is_system(file.reason)) {
        diagnostics_file(run->diagnostics, study.path, NULL, 0);
        source_report_unreadable(status, file.reason, CASE_FILE_MAX, run->diagnostics);
    }
    if (status == FILE_DONE && source_guard(file.data, file.size, CASE_FILE_MAX, NULL)) {
        study.id = arena_copy(&arena, name, strlen(name) - strlen(".md"));
        study.source = source_read(&arena, file.data, file.size, &case_names, NULL);
        if (study.source.front)
            values_read(&reader, case_fields, CASE_FIELDS, study.source.front, study.fields);
        remember(run, &study, false, false);
    }
    arena_free(&arena);
}

/* The ids of the files that are checked, sorted. */
static struct string_list checked_ids(struct run *run)
{
    struct string_list ids = {0};
    for (size_t i = 0; i < run->shown.count; i++) {
        const char *slash = strrchr(run->shown.items[i], '/');
        const char *name = slash ? slash + 1 : run->shown.items[i];
        size_t size = strlen(name);
        bool is_case = size > 3 && strcmp(name + size - 3, ".md") == 0;
        string_list_add(&run->arena, &ids, arena_copy(&run->arena, name, is_case ? size - 3 : size));
    }
    string_list_sort(&ids);
    return ids;
}

/* Where some files are checked, the others are read to see what is the same in them. Both lists are sorted. */
static void read_others(struct run *run, const struct string_list *ids)
{
    struct string_list checked = checked_ids(run);
    for (size_t i = 0, at = 0; i < ids->count; i++) {
        while (at < checked.count && strcmp(checked.items[at], ids->items[i]) < 0)
            at++;
        if (at == checked.count || strcmp(checked.items[at], ids->items[i]) != 0)
            read_other(run, arena_format(&run->arena, "%s.md", ids->items[i]));
    }
}

/* The ids that exist in the catalogue, whatever was asked to be checked. False when nobody knows which they are. */
static bool existing_ids(struct run *run, struct string_list *ids)
{
    struct file_names files;
    *ids = (struct string_list){0};
    if (!file_list(&run->arena, run->root, case_folder, ".md", &files)) {
        report_failure(run, case_folder, files.reason);
        return file_reason_is_absence(files.reason);
    }
    for (size_t i = 0; i < files.count; i++)
        string_list_add(&run->arena, ids,
                        arena_copy(&run->arena, files.names[i], strlen(files.names[i]) - strlen(".md")));
    string_list_sort(ids);
    return true;
}

/*
 * What is wrong between files is found when their bytes are gone. They are few, so
 * their lines are fetched again; a file that cannot be read now is shown without.
 * Problems from item `first` on come in the order of the files.
 */
static void show_lines(struct run *run, size_t first)
{
    for (size_t i = 0; i < run->shown.count && first < run->diagnostics->count; i++) {
        if (strcmp(run->diagnostics->items[first].path, run->shown.items[i]) != 0)
            continue;
        struct arena arena = {0};
        struct file file = {0};
        enum file_status status = file_read(&arena, run->paths.items[i], CASE_FILE_MAX, &file);
        diagnostics_file(run->diagnostics, run->shown.items[i], status == FILE_DONE ? file.data : NULL, file.size);
        if (status == FILE_FAILED)
            source_report_unreadable(status, file.reason, CASE_FILE_MAX, run->diagnostics);
        first = diagnostics_add_lines(run->diagnostics, first);
        diagnostics_file(run->diagnostics, NULL, NULL, 0);
        arena_free(&arena);
    }
}

struct check_counts check_catalogue(const char *root, const char *const *paths, size_t path_count,
                                    void (*progress)(size_t done, size_t of), struct mended_files *mended,
                                    struct diagnostics *diagnostics)
{
    struct run run = {
        .root = root, .mended = mended, .diagnostics = diagnostics, .progress = progress, .all = !path_count};
    for (size_t i = 0; i < path_count; i++)
        add_given(&run, paths[i]);
    struct check_own own = {&run.arena,        root,          run.all, &run.asked,
                            &run.vocabularies, &run.synonyms, mended,  diagnostics};
    run.counts.others = check_own(&own);
    if (run.all) {
        run.paths = run.shown = (struct string_list){0};
        add_folder(&run, root, case_folder, case_folder);
        strays_report(root, run.diagnostics);
    }
    check_all(&run);
    struct string_list ids;
    bool known = existing_ids(&run, &ids);
    if (!run.all)
        read_others(&run, &ids);
    size_t first = diagnostics->count;
    case_dates_far(&run.dates, diagnostics);
    show_lines(&run, first);
    first = diagnostics->count;
    case_dates_overdue(&run.dates, diagnostics);
    show_lines(&run, first);
    first = diagnostics->count;
    if (known)
        references_check(&run.arena, &run.references, &ids, diagnostics);
    show_lines(&run, first);
    first = diagnostics->count;
    copies_check(&run.arena, &run.prints, diagnostics);
    show_lines(&run, first);
    diagnostics_sort(diagnostics);
    struct check_counts counts = run.counts;
    arena_free(&run.arena);
    return counts;
}
