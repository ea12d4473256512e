#include "indexer/index/update.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/base/workers.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/codes.h"
#include "indexer/content/references.h"
#include "indexer/content/source.h"
#include "indexer/content/strays.h"
#include "indexer/index/config.h"
#include "indexer/index/file_states.h"
#include "indexer/index/index_create.h"
#include "indexer/index/queries.h"
#include "indexer/index/report_rows.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"

static const char case_folder[] = "content/case-studies";

/* One run of updating. */
struct run {
    struct arena arena;
    const char *root;
    const char *folder; /* of the case studies, as it is opened */
    const char *database;
    const struct update_options *options;
    struct update_counts *counts;
    struct diagnostics *diagnostics;
    struct index_status *status;
    struct config config;
    const char *reports_key;
    struct file_names names; /* of the case studies that are there */
    struct index *before;    /* what is there, when a new index is built beside it and its rows may still serve */
    struct index *index;     /* what is written */
    bool in_place;
    struct store store;
    struct file_states known; /* in_place: the files as they were */
    struct reading *readings; /* WORKERS_AHEAD of them */
};

/* A file that was looked at, and not taken yet. */
struct reading {
    struct arena arena;
    struct diagnostics told;
    const char *path;
    const struct file_state *known; /* NULL: it is new */
    enum file_status status;
    struct file file;
    bool same; /* it looks as it did, and was not read */
    uint64_t hash;
    bool touched;                   /* it was read, and says what it said */
    const struct case_study *study; /* NULL when it could not be read */
};

static const char *id_of(struct arena *arena, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    return arena_copy(arena, name, strlen(name) - strlen(".md"));
}

/* The last good state of a broken file: the rows that are there, or rows made from the source kept in the index before. */
static bool keep_last_good(struct run *run, struct arena *arena, const char *path)
{
    size_t size = 0;
    const char *id = id_of(arena, path);
    struct case_row row;
    if (run->in_place) {
        bool there = index_case(run->index, arena, id, &row);
        struct statement *statement = statement_get(run->index, SQL_MARK_OUTDATED);
        bind_text(statement, ":path", path);
        run->counts->outdated += there;
        return statement_run(statement);
    }
    const char *source = run->before ? index_case_source(run->before, arena, id, &size) : NULL;
    if (!source)
        return true;
    /* What was good may not be so by the vocabularies of today; only whether it is matters here. */
    struct case_context context = {&run->config.vocabularies, NULL};
    struct diagnostics judgement = {0};
    struct case_study *study = case_parse(arena, path, source, size, context.vocabularies, &judgement);
    case_check_errors(arena, study, &context, &judgement);
    bool good = judgement.errors == 0;
    diagnostics_free(&judgement);
    run->counts->outdated += good;
    return !good || store_case(&run->store, arena, study, source, size, true);
}

/* What was seen of one file, on whatever thread. */
static void look(void *context, size_t at, size_t number)
{
    const struct run *run = context;
    struct reading *reading = &run->readings[at];
    struct arena *arena = &reading->arena;
    *reading = (struct reading){.told = {.drafts = run->diagnostics->drafts}};
    const char *full = file_join(arena, run->folder, run->names.names[number]);
    reading->path = file_join(arena, case_folder, run->names.names[number]);
    reading->known = file_states_find(&run->known, reading->path);
    reading->status = file_stat(full, &reading->file);
    reading->same = reading->status == FILE_DONE && file_state_holds(reading->known, &reading->file);
    if (reading->same)
        return;
    reading->status = file_read(arena, full, CASE_FILE_MAX, &reading->file);
    if (reading->status != FILE_DONE)
        return;
    const struct file *file = &reading->file;
    reading->hash = hash_bytes(HASH_START, file->data, file->size);
    reading->touched = reading->known && reading->known->hash == reading->hash && reading->known->size == file->size;
    if (reading->touched)
        return;
    const struct case_context judged = {&run->config.vocabularies, run->root};
    diagnostics_file(&reading->told, reading->path, file->data, file->size);
    if (!source_guard(file->data, file->size, CASE_FILE_MAX, &reading->told))
        return;
    reading->study = case_parse(arena, reading->path, file->data, file->size, judged.vocabularies, &reading->told);
    /* Only errors are told by those who bring an index up to date. */
    case_check_errors(arena, reading->study, &judged, &reading->told);
}

static void drop(void *context, size_t at)
{
    const struct run *run = context;
    diagnostics_free(&run->readings[at].told);
    arena_free(&run->readings[at].arena);
}

/* A file whose bytes are new is either stored or kept as it last was. */
static bool store(struct run *run, struct reading *reading)
{
    struct arena *arena = &reading->arena;
    const struct file *file = &reading->file;
    if (reading->status != FILE_DONE) {
        diagnostics_file(&reading->told, reading->path, NULL, 0);
        source_report_unreadable(reading->status, file->reason, CASE_FILE_MAX, &reading->told);
    }
    diagnostics_join(run->diagnostics, &reading->told);
    if (reading->told.errors) {
        run->counts->broken++;
        return file_state_store_broken(run->index, reading->path) && keep_last_good(run, arena, reading->path);
    }
    run->counts->added += !reading->known;
    run->counts->changed += reading->known != NULL;
    run->index->changed = true;
    return (!run->in_place || store_remove(&run->store, arena, reading->study->id)) &&
           store_case(&run->store, arena, reading->study, file->data, file->size, false) &&
           file_state_store(run->index, reading->path, file, reading->hash);
}

/* One file of the listing. False when the database failed. */
static bool take(void *context, size_t at, size_t number)
{
    struct run *run = context;
    struct reading *reading = &run->readings[at];
    bool done = true;
    run->counts->unchanged += reading->same || reading->touched;
    if (reading->touched)
        done = file_state_store(run->index, reading->path, &reading->file, reading->hash);
    else if (!reading->same)
        done = store(run, reading);
    drop(context, at);
    if (run->options->progress)
        run->options->progress(number + 1, run->names.count);
    return done;
}

static int compare_name(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool is_there(const struct run *run, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    const struct file_names *names = &run->names;
    return names->count && bsearch(name, names->names, names->count, sizeof *names->names, compare_name);
}

static bool remove_missing(struct run *run)
{
    struct arena arena = {0};
    bool done = true;
    for (size_t i = 0; done && i < run->known.count; i++) {
        const char *path = run->known.items[i].path;
        if (is_there(run, path))
            continue;
        run->counts->removed++;
        run->index->changed = true;
        done = file_state_remove(run->index, path) && store_remove(&run->store, &arena, id_of(&arena, path));
    }
    arena_free(&arena);
    return done;
}

/* What cases say of each other can break without the file that says it changing, so it is looked at as a whole. */
static void check_mentions(struct run *run)
{
    struct arena arena = {0};
    struct string_list ids = {0};
    struct statement *statement = statement_get(run->index, SQL_IDS);
    while (statement_row(statement))
        string_list_add(&arena, &ids, statement_text(&arena, statement, 0));
    statement_end(statement);
    struct references references = index_all_mentions(run->index, &arena);
    references_check(&arena, &references, &ids, run->diagnostics);
    arena_free(&arena);
}

static bool visit_all(struct run *run)
{
    static const struct workers_order order = {look, take, drop};
    run->readings = arena_array(&run->arena, WORKERS_AHEAD, sizeof *run->readings);
    bool done = workers_in_order(workers_standard(), run->names.count, &order, run) && remove_missing(run);
    if (done && run->index->changed)
        check_mentions(run);
    return done && store_finish(&run->store);
}

static bool report_rows_are_stored(struct run *run)
{
    return run->in_place && strcmp(report_rows_key(run->index, &run->arena), run->reports_key) == 0;
}

/* With errors in them the lenses and needs that are there stay. False when the database failed. */
static bool take_report_rows(struct run *run)
{
    struct lenses lenses;
    struct needs needs;
    if (report_rows_are_stored(run))
        return true;
    bool good = lenses_read(&run->arena, run->root, &run->config.vocabularies, &lenses, run->diagnostics);
    good = needs_read(&run->arena, run->root, &run->config.vocabularies, &needs, run->diagnostics) && good;
    if (!good)
        return true;
    run->index->changed = true;
    return report_rows_store(run->index, &lenses, &needs, run->reports_key);
}

/* Whether every file is there and looks as it did: then nothing is written and nobody has to wait. */
static bool nothing_changed(struct run *run)
{
    struct arena arena = {0};
    bool same = run->known.count == run->names.count && report_rows_are_stored(run);
    for (size_t i = 0; same && i < run->names.count; i++) {
        struct file file = {0};
        const struct file_state *known = &run->known.items[i];
        same = strcmp(strrchr(known->path, '/') + 1, run->names.names[i]) == 0 &&
               file_stat(file_join(&arena, run->folder, run->names.names[i]), &file) == FILE_DONE &&
               file_state_holds(known, &file);
    }
    arena_free(&arena);
    return same;
}

/* Opens what is there to be changed, or begins a new index beside it. */
static bool open_target(struct run *run)
{
    struct index *index = index_open(run->database, INDEX_WRITE, run->status);
    enum index_state state = run->status->state;
    if (state == INDEX_FOREIGN || state == INDEX_BUSY || state == INDEX_UNREADABLE)
        return false;
    run->in_place = index && !run->options->rebuild && strcmp(index_content_key(index), run->config.key) == 0;
    if (run->in_place) {
        run->index = index;
    } else {
        run->before = run->options->rebuild ? NULL : index;
        if (!run->before)
            index_close(index);
        run->index = index_failed(run->before) ? NULL : index_create(run->database, run->status);
    }
    return run->index != NULL;
}

/* False when nothing can be written now. */
static bool begin(struct run *run)
{
    if (!statement_run(statement_get(run->index, SQL_BEGIN)))
        return false;
    run->store = (struct store){
        .index = run->index,
        .sets = row_sets_new(&run->arena, run->index),
        .words = word_counts_new(run->index),
        .vocabularies = &run->config.vocabularies,
        .settings = &run->config.settings,
        .synonyms = &run->config.synonyms,
        .known_words = &run->config.known_words,
    };
    if (!run->store.words)
        return false;
    /* Another run may have written since the first look. */
    if (run->in_place)
        file_states_load(run->index, &run->arena, &run->known);
    else
        run->index->changed = true;
    return run->in_place || store_config(&run->store, &run->arena, run->config.key);
}

static bool put_in_place(struct run *run)
{
    struct index *built = run->index;
    word_counts_free(run->store.words);
    run->store.words = NULL;
    run->index = NULL;
    return index_replace(built, run->database, run->status);
}

/* Those that stop a run. */
static bool has_errors(const struct run *run)
{
    return run->diagnostics->failures > 0 || (run->diagnostics->errors > 0 && !run->options->keep_going);
}

/* Nothing is written of what came of an index that failed, be it the one before. Closing undoes what was begun. */
static enum update_result finish(struct run *run, bool done)
{
    run->counts->total = index_case_count(run->index);
    if (!done || index_failed(run->index) || index_failed(run->before))
        return UPDATE_FAILED;
    if (has_errors(run))
        return UPDATE_CONTENT_ERRORS;
    if (!statement_run(statement_get(run->index, SQL_COMMIT)))
        return UPDATE_FAILED;
    return run->in_place || put_in_place(run) ? UPDATE_DONE : UPDATE_FAILED;
}

static void close_run(struct run *run)
{
    word_counts_free(run->store.words);
    if (run->in_place)
        index_close(run->index);
    else
        index_discard(run->index, NULL); /* the run has failed by then */
    index_close(run->before);
    diagnostics_sort(run->diagnostics);
    arena_free(&run->arena);
}

/*
 * Without good vocabularies no case study can be judged, and without its folder
 * there are none: then even keep_going leaves everything as it is.
 */
static bool list_cases(struct run *run)
{
    run->folder = file_join(&run->arena, run->root, case_folder);
    if (file_list(&run->arena, run->root, case_folder, ".md", &run->names))
        return true;
    source_report_folder(case_folder, run->names.reason, run->diagnostics);
    return false;
}

static enum update_result update(struct run *run)
{
    run->config.key = config_key(&run->arena, run->root, run->diagnostics);
    run->reports_key = run->config.key ? config_reports_key(&run->arena, run->root, run->diagnostics) : NULL;
    if (!run->reports_key || !list_cases(run))
        return UPDATE_CONTENT_ERRORS;
    strays_report(run->root, run->diagnostics);
    if (!open_target(run))
        return UPDATE_FAILED;
    if (run->in_place) {
        config_load(run->index, &run->config);
        file_states_load(run->index, &run->arena, &run->known);
        if (index_failed(run->index))
            return UPDATE_FAILED;
        if (nothing_changed(run)) {
            run->counts->unchanged = run->counts->total = run->names.count;
            return has_errors(run) ? UPDATE_CONTENT_ERRORS : UPDATE_DONE;
        }
    } else if (!config_read(&run->arena, run->root, &run->config, run->diagnostics)) {
        return UPDATE_CONTENT_ERRORS;
    }
    return finish(run, begin(run) && take_report_rows(run) && visit_all(run));
}

/* One try, from the beginning. */
static enum update_result run_once(struct run start, const struct update_options *options)
{
    struct run *run = &start;
    run->options = options;
    *run->status = (struct index_status){INDEX_GOOD, 0};
    *run->counts = (struct update_counts){0};
    enum update_result result = update(run);
    if (run->before && index_failed(run->before))
        *run->status = run->before->status;
    if (run->index && index_failed(run->index))
        *run->status = run->index->status;
    /* What an index that failed says of vocabularies and cases makes errors of what is none. */
    if (result == UPDATE_FAILED)
        diagnostics_free(run->diagnostics);
    close_run(run);
    return result;
}

enum update_result index_update(const char *root, const char *database, const struct update_options *options,
                                struct update_counts *counts, struct index_status *status,
                                struct diagnostics *diagnostics)
{
    const struct run start = {
        .root = root,
        .database = database,
        .counts = counts,
        .status = status,
        .diagnostics = diagnostics,
    };
    struct update_options again = *options;
    enum update_result result = run_once(start, options);
    /* What another run just put in place is brought up to date instead, if that is not done already. */
    if (result == UPDATE_FAILED && status->state == INDEX_REPLACED)
        result = run_once(start, options);
    if (result != UPDATE_FAILED || status->state != INDEX_DAMAGED || options->rebuild)
        return result;
    /* A damaged index has nothing that the content does not have. */
    again.rebuild = true;
    return run_once(start, &again);
}
