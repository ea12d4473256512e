#include "search-cli/collect.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/base/text.h"
#include "indexer/index/fts5.h"
#include "indexer/index/index_guard.h"
#include "indexer/index/statements.h"
#include "indexer/index/stem_exceptions.h"
#include "indexer/index/word_counts.h"

/* How many steps of SQLite's machine go by between two looks at the clock. */
enum { STEPS_BETWEEN_LOOKS = 1000, COUNT_MAX = (1 << 20) - 1 };

static const char gather_sql[] = "SELECT gather(search) FROM search WHERE search MATCH ?1";

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
    collected->leaves_hit[(leaf & 1023) / 64] |= UINT64_C(1) << (leaf & 63);
    collected->hits[collected->hit_count++] = (struct collected_hit){
        .leaf = (uint32_t)leaf & 1023U, .column = (uint32_t)column & 3U, .count = count & COUNT_MAX};
}

/* The places of a leaf come in the order of columns, so a change of column ends a count. */
static int gather_leaf(const Fts5ExtensionApi *api, Fts5Context *context, int leaf, struct collected *collected)
{
    Fts5PhraseIter places;
    int column = -1;
    int offset = 0;
    int current = -1;
    uint32_t count = 0;
    int result = api->xPhraseFirst(context, leaf, &places, &column, &offset);
    if (result != SQLITE_OK)
        return result;
    for (; column >= 0; api->xPhraseNext(context, &places, &column, &offset)) {
        if (column != current && count)
            add_hit(collected, leaf, current, count);
        count = column == current ? count + 1 : 1;
        current = column;
    }
    if (count)
        add_hit(collected, leaf, current, count);
    return SQLITE_OK;
}

/* FTS5 keeps these sums, so they cost nothing. */
static int gather_totals(const Fts5ExtensionApi *api, Fts5Context *context, struct collected *collected)
{
    sqlite3_int64 count = 0;
    int result = api->xRowCount(context, &count);
    collected->case_count = (size_t)count;
    for (int column = 0; result == SQLITE_OK && column < TEXT_COLUMNS; column++) {
        result = api->xColumnTotalSize(context, column, &count);
        collected->word_counts[column] = (size_t)count;
    }
    return result;
}

static int gather_row(const Fts5ExtensionApi *api, Fts5Context *context, struct collected *collected)
{
    int leaf_count = api->xPhraseCount(context);
    int result = collected->row_count ? SQLITE_OK : gather_totals(api, context, collected);
    sqlite3_int64 number = api->xRowid(context);
    if (number < 1 || number > STATEMENT_ROW_MAX)
        return SQLITE_CORRUPT;
    collected->rows = grow(collected->rows, collected->row_count, &collected->row_capacity, sizeof *collected->rows);
    struct collected_row *row = &collected->rows[collected->row_count++];
    *row = (struct collected_row){(size_t)number, collected->hit_count, 0};
    for (int leaf = 0; result == SQLITE_OK && leaf < leaf_count; leaf++)
        result = gather_leaf(api, context, leaf, collected);
    row->count = collected->hit_count - row->first;
    return result;
}

/* A failure ends the statement, which hands it on. */
static void gather(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int argument_count,
                   sqlite3_value **arguments)
{
    (void)argument_count, (void)arguments;
    int result = gather_row(api, context, api->xUserData(context));
    if (result != SQLITE_OK)
        sqlite3_result_error_code(answer, result);
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

/* A word of its own stem is asked for by that (stem_exceptions.h), others as they are written. */
static void write_words(struct text *match, const struct plan_leaf *leaf)
{
    const char *stem = leaf->stems;
    for (const char *word = leaf->text; *word;) {
        size_t size = strcspn(word, " ");
        size_t stem_size = strcspn(stem, " ");
        size_t mark = strlen(stem_mark);
        bool own = stem_size > mark && !memcmp(stem + stem_size - mark, stem_mark, mark);
        text_format(match, "%.*s%s", (int)size, word, own ? stem_mark : "");
        word += size;
        stem += stem_size + (stem[stem_size] == ' ');
        if (*word)
            text_char(match, *word++);
    }
}

/* `"blood" OR "high blood pressure" OR "barb" *`. A leaf holds only characters of words, so nothing needs escaping. */
static void write_match(struct text *match, const struct plan_leaf *leaves, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(match, i ? " OR \"" : "\"");
        write_words(match, &leaves[i]);
        text_add(match, leaves[i].prefix ? "\" *" : "\"");
    }
}

static enum collect_result step_to_end(struct index *index, sqlite3_stmt *statement, double seconds)
{
    struct deadline deadline = deadline_in(seconds);
    int result;
    if (seconds > 0)
        sqlite3_progress_handler(index->db, STEPS_BETWEEN_LOOKS, look_at_clock, &deadline);
    do
        result = sqlite3_step(statement);
    while (result == SQLITE_ROW);
    index_guard_steps(index->db);
    if (result == SQLITE_INTERRUPT && deadline.passed)
        return COLLECT_TIMED_OUT;
    return index_check(index, result) ? COLLECT_DONE : COLLECT_FAILED;
}

static enum collect_result run(struct index *index, const char *match, double seconds)
{
    sqlite3_stmt *statement = NULL;
    enum collect_result result = COLLECT_FAILED;
    if (index_check(index, sqlite3_prepare_v2(index->db, gather_sql, -1, &statement, NULL)) &&
        index_check(index, sqlite3_bind_text(statement, 1, match, -1, SQLITE_STATIC)))
        result = step_to_end(index, statement, seconds);
    sqlite3_finalize(statement);
    return result;
}

/* Words that the index has counted stand in some row of it: an index of which a part is lost would find nothing there. */
static bool has_lost_words(struct index *index, const struct plan_leaf *leaves, size_t count,
                           const struct collected *collected)
{
    bool lost = false;
    for (size_t i = 0; i < count && !lost; i++) {
        bool hit = collected->leaves_hit[(i & 1023) / 64] >> (i & 63) & 1;
        lost = !hit && !leaves[i].prefix && !strchr(leaves[i].stems, ' ') &&
               words_count_of_stem(index, leaves[i].stems) > 0;
    }
    return lost;
}

enum collect_result collect(struct index *index, const struct plan_leaf *leaves, size_t leaf_count, double seconds,
                            struct collected *collected)
{
    struct text match = {0};
    if (!leaf_count)
        return COLLECT_DONE;
    fts5_api *api = fts5_functions(index);
    if (!api || !index_check(index, api->xCreateFunction(api, "gather", collected, gather, NULL)))
        return COLLECT_FAILED;
    write_match(&match, leaves, leaf_count);
    enum collect_result result = run(index, match.data, seconds);
    text_free(&match);
    if (result != COLLECT_DONE || !has_lost_words(index, leaves, leaf_count, collected))
        return result;
    index_is_damaged(index);
    return COLLECT_FAILED;
}

void collected_free(struct collected *collected)
{
    free(collected->rows);
    free(collected->hits);
    *collected = (struct collected){0};
}
