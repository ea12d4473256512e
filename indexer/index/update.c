#include "indexer/index/update.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/content/case_reader.h"
#include "indexer/content/codes.h"
#include "indexer/content/references.h"
#include "indexer/content/settings.h"
#include "indexer/content/source.h"
#include "indexer/index/sql.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"

/* A time this close to now may not tell a second change of the same size from the first. */
#define FRESH_NANOSECONDS INT64_C(2000000000)

static const struct place whole_file;
static const char case_folder[] = "content/case-studies";

/* How a file looked when it was read. */
struct file_state {
    const char *path;
    size_t size;
    int64_t modified;
    uint64_t hash;
};

struct file_states {
    struct file_state *items; /* by path */
    size_t count;
    size_t capacity;
};

/* One run of updating. */
struct run {
    struct arena arena;
    const char *root;
    const char *database;
    const struct update_options *options;
    struct update_counts *counts;
    struct diagnostics *diagnostics;
    enum index_state *state;
    struct vocabularies vocabularies;
    struct settings settings;
    struct synonyms synonyms;
    const char *content_key;
    struct index *before; /* what is there, when a new index is built beside it and its rows may still serve */
    struct index *index;  /* what is written */
    bool in_place;
    struct store store;
    struct file_states known; /* in_place: the table `files` */
    int64_t now;
};

/*
 * A hash over everything besides the case studies that their rows depend on.
 * When it is another, every row is made anew.
 */
static const char *hash_surroundings(struct arena *arena, const char *root)
{
    static const char *const folders[] = {"content/vocabulary"};
    uint64_t hash = HASH_START;
    struct file_names names;
    struct file file = {0};
    if (file_read(arena, file_join(arena, root, "content/catalogue.yaml"), CASE_FILE_MAX, &file) == FILE_DONE)
        hash = hash_bytes(hash, file.data, file.size);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *folder = file_join(arena, root, folders[i]);
        if (!file_list(arena, folder, ".yaml", &names))
            continue;
        for (size_t j = 0; j < names.count; j++) {
            file = (struct file){0};
            hash = hash_bytes(hash, names.names[j], strlen(names.names[j]) + 1);
            if (file_read(arena, file_join(arena, folder, names.names[j]), 4 * CASE_FILE_MAX, &file) == FILE_DONE)
                hash = hash_bytes(hash, file.data, file.size);
        }
    }
    return arena_format(arena, "%016" PRIx64, hash);
}

static void load_file_states(struct run *run)
{
    sqlite3_stmt *statement = sql(run->index, SQL_FILES);
    struct file_states *known = &run->known;
    while (sql_row(statement)) {
        known->items = arena_grow(&run->arena, known->items, known->count, &known->capacity, sizeof *known->items);
        known->items[known->count++] =
            (struct file_state){sql_column(&run->arena, statement, 0), (size_t)sqlite3_column_int64(statement, 1),
                                sqlite3_column_int64(statement, 2), (uint64_t)sqlite3_column_int64(statement, 3)};
    }
    sqlite3_reset(statement);
}

static int compare_path(const void *key, const void *item)
{
    return strcmp(key, ((const struct file_state *)item)->path);
}

static const struct file_state *known_state(const struct run *run, const char *path)
{
    if (!run->known.count)
        return NULL;
    return bsearch(path, run->known.items, run->known.count, sizeof *run->known.items, compare_path);
}

static bool remember_file(struct run *run, const char *path, const struct file *file, uint64_t hash)
{
    bool fresh = run->now - file->modified < FRESH_NANOSECONDS;
    if (!run->options->file_times)
        return true;
    sqlite3_stmt *statement = sql(run->index, SQL_INSERT_FILE);
    sql_text(statement, ":path", path);
    sql_integer(statement, ":size", (int64_t)file->size);
    sql_integer(statement, ":modified", fresh ? 0 : file->modified);
    sql_integer(statement, ":hash", (int64_t)hash);
    return sql_run(statement);
}

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
        sqlite3_stmt *statement = sql(run->index, SQL_MARK_OUTDATED);
        sql_text(statement, ":path", path);
        run->counts->outdated += there;
        return sql_run(statement);
    }
    const char *source = run->before ? index_case_source(run->before, arena, id, &size) : NULL;
    if (!source)
        return true;
    struct case_context context = {&run->vocabularies, NULL};
    struct diagnostics unheard = {0};
    struct case_study *study = case_study_read(arena, path, source, size, &context, &unheard);
    bool good = unheard.errors == 0;
    diagnostics_free(&unheard);
    run->counts->outdated += good;
    return !good || store_case(&run->store, arena, study, source, size, true);
}

/* A file whose bytes are new: read, and either stored or kept as it last was. */
static bool take_file(struct run *run, struct arena *arena, const char *path, const struct file *file, uint64_t hash,
                      bool was_known)
{
    struct case_context context = {&run->vocabularies, run->root};
    size_t errors = run->diagnostics->errors;
    diagnostics_file(run->diagnostics, path, file->data, file->size);
    const struct case_study *study = NULL;
    if (source_guard(file->data, file->size, CASE_FILE_MAX, run->diagnostics))
        study = case_study_read(arena, path, file->data, file->size, &context, run->diagnostics);
    diagnostics_file(run->diagnostics, path, NULL, 0);
    if (run->diagnostics->errors > errors) {
        run->counts->broken++;
        /* Hash 0 and time 0: looked at again in the next run, whatever it looks like then. */
        return remember_file(run, path, &(struct file){.modified = run->now}, 0) && keep_last_good(run, arena, path);
    }
    run->counts->added += !was_known;
    run->counts->changed += was_known;
    run->index->changed = true;
    return (!run->in_place || store_remove(&run->store, arena, study->id)) &&
           store_case(&run->store, arena, study, file->data, file->size, false) && remember_file(run, path, file, hash);
}

static bool report_unreadable(struct run *run, struct arena *arena, const char *path, enum file_status status)
{
    diagnostics_file(run->diagnostics, path, NULL, 0);
    enum code_id code = status == FILE_TOO_LARGE     ? CODE_TOO_LARGE
                        : status == FILE_NOT_REGULAR ? CODE_NOT_A_FILE
                                                     : CODE_UNREADABLE;
    report(run->diagnostics, code, whole_file, NULL, "this file %s", file_status_text(status));
    run->counts->broken++;
    return remember_file(run, path, &(struct file){.modified = run->now}, 0) && keep_last_good(run, arena, path);
}

/* One file of the listing. False when the database failed. */
static bool visit(struct run *run, const char *folder, const char *name)
{
    struct arena arena = {0};
    struct file file = {0};
    const char *path = arena_format(&arena, "%s/%s", case_folder, name);
    const char *full = arena_format(&arena, "%s/%s", folder, name);
    const struct file_state *known = known_state(run, path);
    enum file_status status = file_stat(full, &file);
    bool done = true;
    if (status == FILE_DONE && known && known->modified && known->modified == file.modified &&
        known->size == file.size) {
        run->counts->unchanged++;
        goto end;
    }
    status = file_read(&arena, full, CASE_FILE_MAX, &file);
    if (status != FILE_DONE) {
        done = report_unreadable(run, &arena, path, status);
        goto end;
    }
    uint64_t hash = hash_bytes(HASH_START, file.data, file.size);
    if (known && known->hash == hash && known->size == file.size) {
        run->counts->unchanged++;
        done = remember_file(run, path, &file, hash);
        goto end;
    }
    done = take_file(run, &arena, path, &file, hash, known != NULL);
end:
    arena_free(&arena);
    return done;
}

static bool remove_missing(struct run *run, const struct file_names *names)
{
    struct arena arena = {0};
    bool done = true;
    size_t at = 0;
    for (size_t i = 0; done && i < run->known.count; i++) {
        const char *path = run->known.items[i].path;
        const char *name = strrchr(path, '/') + 1;
        while (at < names->count && strcmp(names->names[at], name) < 0)
            at++;
        if (at < names->count && strcmp(names->names[at], name) == 0)
            continue;
        sqlite3_stmt *statement = sql(run->index, SQL_DELETE_FILE);
        sql_text(statement, ":path", path);
        run->counts->removed++;
        run->index->changed = true;
        done = sql_run(statement) && store_remove(&run->store, &arena, id_of(&arena, path));
    }
    arena_free(&arena);
    return done;
}

/* What cases say of each other can break without the file that says it changing, so it is looked at as a whole. */
static void check_mentions(struct run *run)
{
    struct arena arena = {0};
    struct words ids = {0};
    sqlite3_stmt *statement = sql(run->index, SQL_IDS);
    while (sql_row(statement))
        words_add(&arena, &ids, sql_column(&arena, statement, 0));
    sqlite3_reset(statement);
    struct references references = index_read_mentions(&arena, sql(run->index, SQL_ALL_MENTIONS));
    references_check(&arena, &references, &ids, run->diagnostics);
    arena_free(&arena);
}

static bool visit_all(struct run *run)
{
    const char *folder = file_join(&run->arena, run->root, case_folder);
    struct file_names names;
    if (!file_list(&run->arena, folder, ".md", &names)) {
        diagnostics_file(run->diagnostics, case_folder, NULL, 0);
        report(run->diagnostics, CODE_UNREADABLE, whole_file, NULL, "this folder cannot be read: %s", strerror(errno));
        return true;
    }
    bool done = true;
    for (size_t i = 0; done && i < names.count; i++) {
        done = visit(run, folder, names.names[i]);
        if (run->options->progress)
            run->options->progress(i + 1, names.count);
    }
    done = done && remove_missing(run, &names);
    if (done && run->index->changed)
        check_mentions(run);
    return done && store_finish(&run->store);
}

/* Opens what is there to be changed, or begins a new index beside it. */
static bool open_target(struct run *run)
{
    enum index_state state = INDEX_MISSING;
    struct index *index = index_open(run->database, INDEX_WRITE, &state);
    *run->state = state;
    if (state == INDEX_FOREIGN || state == INDEX_BUSY || state == INDEX_UNREADABLE)
        return false;
    run->in_place = index && !run->options->rebuild && strcmp(index_content_key(index), run->content_key) == 0;
    if (run->in_place) {
        run->index = index;
    } else {
        run->before = run->options->rebuild ? NULL : index;
        if (!run->before)
            index_close(index);
        run->index = index_create(run->database, run->state);
    }
    return run->index != NULL;
}

static bool prepare(struct run *run)
{
    bool begun = sql_run(sql(run->index, SQL_BEGIN));
    if (!begun) {
        *run->state = INDEX_BUSY;
        return false;
    }
    run->store = (struct store){
        .index = run->index,
        .sets = sets_new(&run->arena, run->index),
        .words = word_counts_new(run->index),
        .vocabularies = &run->vocabularies,
        .settings = &run->settings,
        .synonyms = &run->synonyms,
    };
    if (!run->store.words)
        return false;
    if (run->in_place)
        load_file_states(run);
    else
        run->index->changed = true;
    return run->in_place || store_surroundings(&run->store, &run->arena, run->content_key);
}

static enum update_result finish(struct run *run, bool done)
{
    bool errors = run->diagnostics->errors > 0 && !run->options->keep_going;
    run->counts->total = index_case_count(run->index);
    if (!done || errors) {
        sql_run(sql(run->index, SQL_ROLLBACK));
        return done ? UPDATE_CONTENT_ERRORS : UPDATE_FAILED;
    }
    if (!sql_run(sql(run->index, SQL_COMMIT)))
        return UPDATE_FAILED;
    if (!run->in_place) {
        word_counts_free(run->store.words);
        run->store.words = NULL;
        struct index *built = run->index;
        run->index = NULL;
        if (!index_replace(built, run->database))
            return UPDATE_FAILED;
    }
    return UPDATE_DONE;
}

static void close_run(struct run *run)
{
    word_counts_free(run->store.words);
    if (run->in_place)
        index_close(run->index);
    else
        index_discard(run->index);
    index_close(run->before);
    diagnostics_sort(run->diagnostics);
    arena_free(&run->arena);
}

static int64_t clock_now(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

enum update_result index_update(const char *root, const char *database, const struct update_options *options,
                                struct update_counts *counts, enum index_state *state, struct diagnostics *diagnostics)
{
    struct run run = {.root = root,
                      .database = database,
                      .options = options,
                      .counts = counts,
                      .state = state,
                      .diagnostics = diagnostics,
                      .now = clock_now()};
    *counts = (struct update_counts){0};
    *state = INDEX_GOOD;
    enum update_result result = UPDATE_CONTENT_ERRORS;
    bool surroundings = vocabularies_read(&run.arena, root, &run.vocabularies, diagnostics);
    surroundings = synonyms_read(&run.arena, root, &run.synonyms, diagnostics) && surroundings;
    surroundings = settings_read(&run.arena, root, &run.settings, diagnostics) && surroundings;
    run.content_key = hash_surroundings(&run.arena, root);
    /* Without good vocabularies no case study can be judged, so even keep_going leaves everything as it is. */
    if (surroundings) {
        bool done = open_target(&run) && prepare(&run) && visit_all(&run);
        result = run.index ? finish(&run, done) : UPDATE_FAILED;
        if (result == UPDATE_FAILED && *state == INDEX_GOOD)
            *state = INDEX_UNREADABLE;
    }
    close_run(&run);
    return result;
}
