#include "search-cli/collect.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

#include "indexer/base/text.h"
#include "indexer/index/fts5.h"

/* How many steps of SQLite's machine go by between two looks at the clock. */
enum { STEPS_BETWEEN_LOOKS = 1000, COUNT_MAX = (1 << 20) - 1 };

static const char gather_sql[] = "SELECT gather(search) FROM search WHERE search MATCH :match";

/* Capacity doubles; what is collected lives outside the arena because it may grow large. */
static void *grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 256;
    return memory_resize(items, *capacity * size);
}

static void add_hit(struct collected *collected, int leaf, int column, uint32_t count)
{
    collected->hits = grow(collected->hits, collected->hit_count, &collected->hit_capacity, sizeof *collected->hits);
    count = count < COUNT_MAX ? count : COUNT_MAX;
    collected->hits[collected->hit_count++] = (struct collected_hit){
        .leaf = (uint32_t)leaf & 1023U, .column = (uint32_t)column & 3U, .count = count & COUNT_MAX};
}

/* The places of a leaf come in the order of columns, so a change of column ends a count. */
static void gather_leaf(const Fts5ExtensionApi *api, Fts5Context *context, int leaf, struct collected *collected)
{
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    int current = -1;
    uint32_t count = 0;
    if (api->xPhraseFirst(context, leaf, &places, &column, &offset) != SQLITE_OK)
        return;
    for (; column >= 0; api->xPhraseNext(context, &places, &column, &offset)) {
        if (column != current && count)
            add_hit(collected, leaf, current, count);
        count = column == current ? count + 1 : 1;
        current = column;
    }
    if (count)
        add_hit(collected, leaf, current, count);
}

/* FTS5 keeps these sums, so they cost nothing. */
static void gather_totals(const Fts5ExtensionApi *api, Fts5Context *context, struct collected *collected)
{
    sqlite3_int64 count = 0;
    if (api->xRowCount(context, &count) == SQLITE_OK)
        collected->case_count = (size_t)count;
    for (int column = 0; column < COLLECT_COLUMNS; column++)
        if (api->xColumnTotalSize(context, column, &count) == SQLITE_OK)
            collected->word_counts[column] = (size_t)count;
}

static void gather(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int argument_count,
                   sqlite3_value **arguments)
{
    (void)result, (void)argument_count, (void)arguments;
    struct collected *collected = api->xUserData(context);
    int leaf_count = api->xPhraseCount(context);
    if (!collected->row_count)
        gather_totals(api, context, collected);
    collected->rows = grow(collected->rows, collected->row_count, &collected->row_capacity, sizeof *collected->rows);
    struct collected_row *row = &collected->rows[collected->row_count++];
    *row = (struct collected_row){(size_t)api->xRowid(context), collected->hit_count, 0};
    for (int leaf = 0; leaf < leaf_count; leaf++)
        gather_leaf(api, context, leaf, collected);
    row->count = collected->hit_count - row->first;
}

struct deadline {
    struct timespec at;
    bool passed;
};

static int look_at_clock(void *context)
{
    struct deadline *deadline = context;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    deadline->passed =
        now.tv_sec > deadline->at.tv_sec || (now.tv_sec == deadline->at.tv_sec && now.tv_nsec >= deadline->at.tv_nsec);
    return deadline->passed;
}

static struct deadline deadline_in(double seconds)
{
    struct deadline deadline = {{0}, false};
    clock_gettime(CLOCK_MONOTONIC, &deadline.at);
    long nanoseconds = deadline.at.tv_nsec + (long)((seconds - (double)(long)seconds) * 1e9);
    deadline.at.tv_sec += (time_t)seconds + nanoseconds / 1000000000;
    deadline.at.tv_nsec = nanoseconds % 1000000000;
    return deadline;
}

/* `"blood" OR "high blood pressure" OR "barb" *`. A leaf holds only characters of words, so nothing needs escaping. */
static void write_match(struct text *match, const struct plan_leaf *leaves, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text_format(match, "%s\"%s\"%s", i ? " OR " : "", leaves[i].text, leaves[i].prefix ? " *" : "");
}

static enum collect_result run(sqlite3 *db, const char *match, double seconds)
{
    sqlite3_stmt *statement = NULL;
    struct deadline deadline = deadline_in(seconds);
    int status = sqlite3_prepare_v2(db, gather_sql, -1, &statement, NULL);
    if (status == SQLITE_OK) {
        sqlite3_bind_text(statement, sqlite3_bind_parameter_index(statement, ":match"), match, -1, SQLITE_STATIC);
        sqlite3_progress_handler(db, STEPS_BETWEEN_LOOKS, look_at_clock, &deadline);
        do
            status = sqlite3_step(statement);
        while (status == SQLITE_ROW);
        sqlite3_progress_handler(db, 0, NULL, NULL);
    }
    sqlite3_finalize(statement);
    return status == SQLITE_DONE ? COLLECT_DONE : deadline.passed ? COLLECT_TIMED_OUT : COLLECT_FAILED;
}

enum collect_result collect(struct index *index, const struct plan_leaf *leaves, size_t leaf_count, double seconds,
                            struct collected *collected)
{
    struct text match = {0};
    fts5_api *api = fts5_functions(index);
    if (!leaf_count)
        return COLLECT_DONE;
    if (!api || api->xCreateFunction(api, "gather", collected, gather, NULL) != SQLITE_OK)
        return COLLECT_FAILED;
    write_match(&match, leaves, leaf_count);
    enum collect_result result = run(index->db, match.data, seconds);
    text_free(&match);
    return result;
}

void collected_free(struct collected *collected)
{
    free(collected->rows);
    free(collected->hits);
    *collected = (struct collected){0};
}
