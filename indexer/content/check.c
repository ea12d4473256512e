#include "indexer/content/check.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/slug.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_check.h"
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
#include "indexer/content/value.h"

enum { DATES_LEAST = 3, YEARS_APART = 3 };

static const struct place whole_file;
static const char case_folder[] = "content/case-studies";

/* A date of a case study, where it stands: of `dates`, its newest. */
struct dated {
    const char *date;
    const char *path; /* as it is shown; NULL: it is not one of those that are checked */
    struct place place;
};

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
    struct dated *dates;      /* one for each case that has one */
    size_t date_count;
    size_t date_capacity;
    struct dated *reviews; /* the day by which each case that says so was to be looked at again */
    size_t review_count;
    size_t review_capacity;
    struct check_counts counts;
    struct mended_files *mended; /* NULL: nothing is mended */
    struct diagnostics *diagnostics;
};

static void add_path(struct run *run, const char *path, const char *shown)
{
    string_list_add(&run->arena, &run->paths, arena_string(&run->arena, path));
    string_list_add(&run->arena, &run->shown, arena_string(&run->arena, shown));
}

/* A folder of the catalogue, or "" for `root` itself, to which any way may lead. */
static void add_folder(struct run *run, const char *root, const char *folder, const char *shown)
{
    struct file_names files;
    const char *path = *folder ? file_join(&run->arena, root, folder) : root;
    if (!file_list(&run->arena, root, folder, ".md", &files)) {
        source_report_folder(shown, files.reason, run->diagnostics);
        return;
    }
    for (size_t i = 0; i < files.count; i++)
        add_path(run, file_join(&run->arena, path, files.names[i]), file_join(&run->arena, shown, files.names[i]));
}

/* Of a folder that was read before; what else can be wrong with it was told then. */
static void report_failure(struct run *run, const char *shown, int reason)
{
    if (file_reason_is_system(reason))
        source_report_folder(shown, reason, run->diagnostics);
}

/* What lies in the folder and is not read is told: else its author waits for a case that never comes. */
static void report_strays(struct run *run)
{
    struct file_names all;
    if (!file_list(&run->arena, run->root, case_folder, "", &all)) {
        report_failure(run, case_folder, all.reason);
        return;
    }
    for (size_t i = 0; i < all.count; i++) {
        const char *name = all.names[i];
        size_t size = strlen(name);
        if (size > 3 && strcmp(name + size - 3, ".md") == 0)
            continue;
        diagnostics_file(run->diagnostics, file_join(&run->arena, case_folder, name), NULL, 0);
        report(run->diagnostics, CODE_FILE_NAME, whole_file,
               arena_format(&run->arena, "rename it to %s.md if it is a case study, or take it out",
                            slug_of(&run->arena, arena_copy(&run->arena, name, strcspn(name, ".")))),
               "\"%s\" is not read, because its name does not end in .md", name);
    }
}

static void tell_unread(struct run *run, const struct given *given, const char *shown)
{
    diagnostics_file(run->diagnostics, shown, NULL, 0);
    if (given->kind == GIVEN_OTHER)
        report(run->diagnostics, CODE_FILE_NAME, whole_file,
               "name a case study (it ends in .md), a page, or a file of content/vocabulary or content/lenses",
               "\"%s\" is nothing that is checked", shown);
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
    else if (given.kind == GIVEN_CASE_FOLDER)
        add_folder(run, given.path, "", path);
    else if (given.kind == GIVEN_FAILED)
        report_failure(run, path, given.reason);
    else if (given.kind == GIVEN_ALL)
        run->all = true;
    else if (given.kind == GIVEN_OWN)
        string_list_add(&run->arena, &run->asked, given.own);
    else
        tell_unread(run, &given, path);
}

static void remember_date(struct run *run, const struct case_study *study, bool told)
{
    const char *newest = case_newest_date(study);
    const struct value *published = &study->fields[CASE_PUBLISHED];
    bool is_published = published->kind == VALUE_TEXT && strcmp(published->text, newest) == 0;
    if (!*newest)
        return;
    run->dates = arena_grow(&run->arena, run->dates, run->date_count, &run->date_capacity, sizeof *run->dates);
    run->dates[run->date_count++] =
        (struct dated){arena_string(&run->arena, newest), told ? arena_string(&run->arena, study->path) : NULL,
                       is_published ? published->place : study->fields[CASE_REVIEWED].place};
}

/* The day by which a case that is checked was to be looked at again. */
static void remember_review(struct run *run, const struct case_study *study)
{
    const struct value *by = &study->fields[CASE_REVIEW_BY];
    if (by->kind != VALUE_TEXT)
        return;
    run->reviews =
        arena_grow(&run->arena, run->reviews, run->review_count, &run->review_capacity, sizeof *run->reviews);
    run->reviews[run->review_count++] =
        (struct dated){arena_string(&run->arena, by->text), arena_string(&run->arena, study->path), by->place};
}

/* What is looked at beside the other cases, once all are read. */
static void remember(struct run *run, const struct case_study *study, bool checked, bool good)
{
    remember_date(run, study, checked);
    if (checked)
        remember_review(run, study);
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

/* What is checked from here on is the mended text, which goes into the list. */
static const char *mend(struct run *run, struct arena *arena, const char *path, const char *shown, const char *data,
                        size_t *size, const struct case_context *context)
{
    struct mended mended = mend_case(arena, shown, data, *size, context);
    mended_files_add(run->mended, shown, path, data, *size, &mended);
    *size = mended.size;
    diagnostics_file(run->diagnostics, shown, mended.data, mended.size);
    return mended.data;
}

static void check_one(struct run *run, const char *path, const char *shown)
{
    struct arena arena = {0};
    struct case_context context = {&run->vocabularies, run->root};
    size_t errors = run->diagnostics->errors;
    size_t size = 0;
    const char *data = source_load(&arena, path, shown, CASE_FILE_MAX, &size, run->diagnostics);
    if (data && run->mended)
        data = mend(run, &arena, path, shown, data, &size, &context);
    if (data) {
        const struct case_study *study = case_parse(&arena, shown, data, size, &run->vocabularies, run->diagnostics);
        case_check(&arena, study, &context, run->diagnostics);
        references_add(&run->arena, &run->references, study);
        remember(run, study, true, run->diagnostics->errors == errors);
        count_advised(&run->counts, study);
    }
    diagnostics_file(run->diagnostics, NULL, NULL, 0);
    arena_free(&arena);
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

/* The ids that exist in the catalogue, whatever was asked to be checked. */
static struct string_list existing_ids(struct run *run)
{
    struct string_list ids = {0};
    struct file_names files;
    if (!file_list(&run->arena, run->root, case_folder, ".md", &files))
        report_failure(run, case_folder, files.reason);
    for (size_t i = 0; i < files.count; i++)
        string_list_add(&run->arena, &ids,
                        arena_copy(&run->arena, files.names[i], strlen(files.names[i]) - strlen(".md")));
    string_list_sort(&ids);
    return ids;
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

/* Beside the newest date that two case studies reach, as pages speak: no clock decides what is checked. */
static void check_reviews(struct run *run)
{
    const char *newest = "";
    const char *second = "";
    for (size_t i = 0; i < run->date_count; i++) {
        const char *date = run->dates[i].date;
        second = strcmp(date, newest) > 0 ? newest : strcmp(date, second) > 0 ? date : second;
        newest = strcmp(date, newest) > 0 ? date : newest;
    }
    const char *as_of = run->date_count > 1 ? second : newest;
    for (size_t i = 0; i < run->review_count; i++) {
        const struct dated *review = &run->reviews[i];
        if (!*as_of || scalar_compare_dates(review->date, as_of) >= 0)
            continue;
        diagnostics_file(run->diagnostics, review->path, NULL, 0);
        report(run->diagnostics, CODE_OVERDUE, review->place,
               "look it through, write reviewed: and the day, and a later day here",
               "it was to be looked at again by %s, and the catalogue has come to %s", review->date, as_of);
    }
}

/* One date years after all others is a slip of the pen: pages would speak as of it, and newest lists begin with it. */
static void check_dates(struct run *run)
{
    const struct dated *newest = NULL;
    const struct dated *second = NULL;
    for (size_t i = 0; i < run->date_count; i++) {
        const struct dated *at = &run->dates[i];
        if (!newest || strcmp(at->date, newest->date) > 0) {
            second = newest;
            newest = at;
        } else if (!second || strcmp(at->date, second->date) > 0) {
            second = at;
        }
    }
    if (run->date_count < DATES_LEAST || !newest || !second || !newest->path ||
        scalar_years_between(second->date, newest->date) <= YEARS_APART)
        return;
    diagnostics_file(run->diagnostics, newest->path, NULL, 0);
    report(run->diagnostics, CODE_FAR_DATE, newest->place, "check the year",
           "%s lies years after the date of every other case study, the newest of which is %s", newest->date,
           second->date);
}

struct check_counts check_catalogue(const char *root, const char *const *paths, size_t path_count,
                                    void (*progress)(size_t done, size_t of), struct mended_files *mended,
                                    struct diagnostics *diagnostics)
{
    struct run run = {.root = root, .mended = mended, .diagnostics = diagnostics, .all = !path_count};
    for (size_t i = 0; i < path_count; i++)
        add_given(&run, paths[i]);
    struct check_own own = {&run.arena,        root,          run.all, &run.asked,
                            &run.vocabularies, &run.synonyms, mended,  diagnostics};
    run.counts.others = check_own(&own);
    if (run.all) {
        run.paths = run.shown = (struct string_list){0};
        add_folder(&run, root, case_folder, case_folder);
        report_strays(&run);
    }
    for (size_t i = 0; i < run.paths.count; i++) {
        check_one(&run, run.paths.items[i], run.shown.items[i]);
        if (progress)
            progress(i + 1, run.paths.count);
    }
    struct string_list ids = existing_ids(&run);
    if (!run.all)
        read_others(&run, &ids);
    size_t first = diagnostics->count;
    check_dates(&run);
    show_lines(&run, first);
    first = diagnostics->count;
    check_reviews(&run);
    show_lines(&run, first);
    first = diagnostics->count;
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
