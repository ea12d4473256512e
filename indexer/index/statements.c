#include "indexer/index/statements.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/content/case_reader.h"
#include "indexer/index/sql.h"

enum { COLUMNS_OF_SEARCH = 4 };

static void read_case(struct arena *arena, sqlite3_stmt *statement, struct case_row *row)
{
    *row = (struct case_row){
        .row = (size_t)sqlite3_column_int64(statement, 0),
        .id = sql_column(arena, statement, 1),
        .path = sql_column(arena, statement, 2),
        .title = sql_column(arena, statement, 3),
        .summary = sql_column(arena, statement, 4),
        .place = sql_column(arena, statement, 5),
        .published = sql_column(arena, statement, 6),
        .stage = sql_column(arena, statement, 7),
        .result = sql_column(arena, statement, 8),
        .evaluation = sql_column(arena, statement, 9),
        .evidence = sql_column(arena, statement, 10),
        .gap_effect = sql_column(arena, statement, 11),
        .review_status = sql_column(arena, statement, 12),
        .completeness = (size_t)sqlite3_column_int64(statement, 13),
        .outdated = sqlite3_column_int(statement, 14) != 0,
    };
}

static bool one_case(struct arena *arena, sqlite3_stmt *statement, struct case_row *row)
{
    bool found = sql_row(statement);
    if (found)
        read_case(arena, statement, row);
    sqlite3_reset(statement);
    return found;
}

bool index_case(struct index *index, struct arena *arena, const char *id, struct case_row *row)
{
    sqlite3_stmt *statement = sql(index, SQL_CASE_BY_ID);
    sql_text(statement, ":id", id);
    return one_case(arena, statement, row);
}

bool index_case_at(struct index *index, struct arena *arena, size_t row, struct case_row *out)
{
    sqlite3_stmt *statement = sql(index, SQL_CASE_BY_ROW);
    sql_integer(statement, ":row", (int64_t)row);
    return one_case(arena, statement, out);
}

const char *index_case_id(struct index *index, struct arena *arena, size_t row)
{
    sqlite3_stmt *statement = sql(index, SQL_CASE_ID);
    sql_integer(statement, ":row", (int64_t)row);
    const char *id = sql_row(statement) ? sql_column(arena, statement, 0) : "";
    sqlite3_reset(statement);
    return id;
}

struct case_rows index_cases(struct index *index, struct arena *arena, enum case_order order, const struct bitset *only,
                             size_t limit, size_t offset)
{
    static const enum statement_id statements[] = {
        [ORDER_ID] = SQL_CASES_BY_ID,
        [ORDER_NEWEST] = SQL_CASES_NEWEST,
        [ORDER_TITLE] = SQL_CASES_BY_TITLE,
        [ORDER_EVIDENCE] = SQL_CASES_BY_EVIDENCE,
    };
    struct case_rows rows = {0};
    size_t capacity = 0;
    sqlite3_stmt *statement = sql(index, statements[order]);
    while ((!limit || rows.count < limit) && sql_row(statement)) {
        if (only && !bitset_has(only, (size_t)sqlite3_column_int64(statement, 0)))
            continue;
        if (offset) {
            offset--;
            continue;
        }
        rows.items = arena_grow(arena, rows.items, rows.count, &capacity, sizeof *rows.items);
        read_case(arena, statement, &rows.items[rows.count++]);
    }
    sqlite3_reset(statement);
    return rows;
}

const char *index_case_source(struct index *index, struct arena *arena, const char *id, size_t *size)
{
    sqlite3_stmt *statement = sql(index, SQL_CASE_SOURCE);
    const char *source = NULL;
    sql_text(statement, ":id", id);
    if (sql_row(statement)) {
        source = sql_column(arena, statement, 0);
        *size = (size_t)sqlite3_column_bytes(statement, 0);
    }
    sqlite3_reset(statement);
    return source;
}

/* It was good when it was stored, so what reading it again reports is of no interest. */
struct case_study *index_case_study(struct index *index, struct arena *arena, const char *id)
{
    struct case_row row;
    size_t size = 0;
    const char *source = index_case(index, arena, id, &row) ? index_case_source(index, arena, id, &size) : NULL;
    if (!source)
        return NULL;
    struct case_context context = {index_vocabularies(index), NULL};
    struct diagnostics unheard = {0};
    struct case_study *study = case_study_read(arena, row.path, source, size, &context, &unheard);
    diagnostics_free(&unheard);
    return study;
}

struct words index_case_terms(struct index *index, struct arena *arena, size_t row, const char *field)
{
    struct words terms = {0};
    sqlite3_stmt *statement = sql(index, SQL_CASE_TERMS);
    sql_integer(statement, ":row", (int64_t)row);
    sql_text(statement, ":field", field);
    while (sql_row(statement))
        words_add(arena, &terms, sql_column(arena, statement, 0));
    sqlite3_reset(statement);
    return terms;
}

struct bitset index_term_rows(struct index *index, struct arena *arena, const char *field, const char *term)
{
    struct bitset rows = {0};
    sqlite3_stmt *statement = sql(index, SQL_TERM_ROWS);
    sql_text(statement, ":field", field);
    sql_text(statement, ":term", term);
    if (sql_row(statement)) {
        const void *blob = sqlite3_column_blob(statement, 0);
        rows = bitset_load(arena, blob, (size_t)sqlite3_column_bytes(statement, 0));
    }
    sqlite3_reset(statement);
    return rows;
}

struct bitset index_visible_rows(struct index *index, struct arena *arena)
{
    return index_term_rows(index, arena, "", "visible");
}

struct references index_read_mentions(struct arena *arena, struct sqlite3_stmt *statement)
{
    struct references references = {0};
    while (sql_row(statement)) {
        references.items =
            arena_grow(arena, references.items, references.count, &references.capacity, sizeof *references.items);
        struct reference *reference = &references.items[references.count++];
        reference->from = sql_column(arena, statement, 0);
        reference->kind = (enum reference_kind)sqlite3_column_int(statement, 1);
        reference->to = sql_column(arena, statement, 2);
        reference->place =
            (struct place){(size_t)sqlite3_column_int64(statement, 3), (size_t)sqlite3_column_int64(statement, 4),
                           (size_t)sqlite3_column_int64(statement, 5)};
        reference->path = arena_format(arena, "content/case-studies/%s.md", reference->from);
    }
    sqlite3_reset(statement);
    return references;
}

struct references index_mentions_of(struct index *index, struct arena *arena, const char *id)
{
    sqlite3_stmt *statement = sql(index, SQL_MENTIONS_TO);
    sql_text(statement, ":id", id);
    return index_read_mentions(arena, statement);
}

struct references index_mentions_by(struct index *index, struct arena *arena, const char *id)
{
    sqlite3_stmt *statement = sql(index, SQL_MENTIONS_FROM);
    sql_text(statement, ":id", id);
    return index_read_mentions(arena, statement);
}

static void add_stored_term(struct arena *arena, struct vocabularies *all, size_t *capacity, size_t *term_capacity,
                            sqlite3_stmt *statement)
{
    const char *name = sql_column(arena, statement, 0);
    if (!all->count || strcmp(all->items[all->count - 1].name, name) != 0) {
        all->items = arena_grow(arena, all->items, all->count, capacity, sizeof *all->items);
        all->items[all->count++] = (struct vocabulary){.name = name};
        *term_capacity = 0;
    }
    struct vocabulary *vocabulary = &all->items[all->count - 1];
    vocabulary->terms =
        arena_grow(arena, vocabulary->terms, vocabulary->count, term_capacity, sizeof *vocabulary->terms);
    vocabulary->terms[vocabulary->count++] = (struct term){
        .id = sql_column(arena, statement, 1),
        .label = sql_column(arena, statement, 2),
        .definition = sql_column(arena, statement, 3),
        .group = sql_column(arena, statement, 4),
        .search_words = words_lines(arena, sql_column(arena, statement, 5)),
        .shown_by = words_lines(arena, sql_column(arena, statement, 6)),
    };
}

static void load_measures(struct index *index, struct vocabularies *all)
{
    struct arena *arena = &index->arena;
    sqlite3_stmt *statement = sql(index, SQL_MEASURES);
    size_t capacity = 0;
    while (sql_row(statement)) {
        all->measures = arena_grow(arena, all->measures, all->measure_count, &capacity, sizeof *all->measures);
        all->measures[all->measure_count++] = (struct measure){
            sql_column(arena, statement, 0), sql_column(arena, statement, 1), sql_column(arena, statement, 2),
            sql_column(arena, statement, 3), sql_column(arena, statement, 4)};
    }
    sqlite3_reset(statement);
}

const struct vocabularies *index_vocabularies(struct index *index)
{
    if (index->vocabularies)
        return index->vocabularies;
    struct vocabularies *all = arena_alloc(&index->arena, sizeof *all);
    sqlite3_stmt *statement = sql(index, SQL_TERMS);
    size_t capacity = 0;
    size_t term_capacity = 0;
    while (sql_row(statement))
        add_stored_term(&index->arena, all, &capacity, &term_capacity, statement);
    sqlite3_reset(statement);
    load_measures(index, all);
    index->vocabularies = all;
    return all;
}

static const char *setting(struct index *index, const char *key)
{
    sqlite3_stmt *statement = sql(index, SQL_SETTING);
    sql_text(statement, ":key", key);
    const char *value = sql_row(statement) ? sql_column(&index->arena, statement, 0) : "";
    sqlite3_reset(statement);
    return value;
}

const struct settings *index_settings(struct index *index)
{
    if (index->settings)
        return index->settings;
    struct settings *settings = arena_alloc(&index->arena, sizeof *settings);
    *settings = (struct settings){
        .title = setting(index, "title"),
        .publisher = setting(index, "publisher"),
        .base_url = setting(index, "base_url"),
        .repository = setting(index, "repository"),
        .licence = setting(index, "licence"),
        .contact = setting(index, "contact"),
        .review_months = (int)strtol(setting(index, "review_months"), NULL, 10),
        .require_review = strcmp(setting(index, "require_review"), "1") == 0,
    };
    index->settings = settings;
    return settings;
}

const char *index_content_key(struct index *index)
{
    return setting(index, "content_key");
}

/* The day of SOURCE_DATE_EPOCH, or NULL when it is not set or no number of seconds. */
static const char *day_of_epoch(struct arena *arena)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    if (!epoch || !*epoch || strspn(epoch, "0123456789") != strlen(epoch) || strlen(epoch) > 11)
        return NULL;
    time_t seconds = (time_t)strtoll(epoch, &end, 10);
    struct tm day;
    if (!gmtime_r(&seconds, &day))
        return NULL;
    return arena_format(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

const char *index_as_of(struct index *index)
{
    const char *day = day_of_epoch(&index->arena);
    if (day)
        return day;
    sqlite3_stmt *statement = sql(index, SQL_NEWEST_DATE);
    day = sql_row(statement) ? sql_column(&index->arena, statement, 0) : "";
    sqlite3_reset(statement);
    return day;
}

uint32_t *index_lengths(struct index *index, struct arena *arena, size_t *rows)
{
    uint32_t *lengths = NULL;
    size_t held = 0;
    *rows = 0;
    sqlite3_stmt *statement = sql(index, SQL_ALL_LENGTHS);
    while (sql_row(statement)) {
        sqlite3_int64 block = sqlite3_column_int64(statement, 0);
        if (block < 0 || block > LENGTHS_BLOCK_LAST)
            continue; /* no index of ours has it */
        size_t first = (size_t)block * LENGTHS_BLOCK;
        size_t count = (size_t)sqlite3_column_bytes(statement, 1) / (COLUMNS_OF_SEARCH * sizeof *lengths);
        const unsigned char *data = sqlite3_column_blob(statement, 1);
        if (first + count > held) {
            uint32_t *larger = arena_array(arena, (first + count) * 2 * COLUMNS_OF_SEARCH, sizeof *larger);
            if (held)
                memcpy(larger, lengths, held * COLUMNS_OF_SEARCH * sizeof *larger);
            lengths = larger;
            held = (first + count) * 2;
        }
        for (size_t i = 0; i < count * COLUMNS_OF_SEARCH; i++, data += 4)
            lengths[first * COLUMNS_OF_SEARCH + i] =
                (uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24;
        *rows = first + count;
    }
    sqlite3_reset(statement);
    return lengths;
}

size_t index_case_count(struct index *index)
{
    sqlite3_stmt *statement = sql(index, SQL_CASE_COUNT);
    size_t count = sql_row(statement) ? (size_t)sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return count;
}
