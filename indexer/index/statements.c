#include "indexer/index/statements.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/text.h"
#include "indexer/content/scalars.h"

struct statement {
    struct index *index;
    sqlite3_stmt *prepared; /* NULL until it was asked for, and when that failed */
    const char *columns;
};

struct statement_cache {
    struct statement statements[SQL_STATEMENTS];
};

/* What a column holds, a letter each. */
enum column_kind {
    COLUMN_ID = 'd', /* of a case */
    COLUMN_TEXT = 't',
    COLUMN_BYTES = 'b',
    COLUMN_ROW = 'r',   /* of a case */
    COLUMN_SIZE = 'n',  /* a number from 0 on */
    COLUMN_NUMBER = 'i' /* any number */
};

#define CASE_COLUMNS                                                                                                   \
    "row, id, path, title, summary, place, published, stage, result, evaluation, evidence, gap_effect, "               \
    "review_status, completeness, outline, outdated, source_hash"
#define CASE_KINDS "rdtttttttttttnini"
#define NEWEST_FIRST "ORDER BY published DESC, id"
#define BY_TITLE "ORDER BY title COLLATE NOCASE, id"
#define BY_EVIDENCE "ORDER BY evidence DESC, published DESC, id"
#define MENTION_COLUMNS "from_id, kind, to_id, line, \"column\", length"
#define MENTION_KINDS "dntnnn"

static const struct statement_text {
    const char *sql;
    const char *columns; /* of its rows; NULL: it has none */
} texts[SQL_STATEMENTS] = {
    [SQL_BEGIN] = {"BEGIN IMMEDIATE", NULL},
    [SQL_COMMIT] = {"COMMIT", NULL},
    [SQL_CASE_BY_ID] = {"SELECT " CASE_COLUMNS " FROM cases WHERE id = :id", CASE_KINDS},
    [SQL_CASE_BY_ROW] = {"SELECT " CASE_COLUMNS " FROM cases WHERE row = :row", CASE_KINDS},
    [SQL_CASES_BY_ID] = {"SELECT " CASE_COLUMNS " FROM cases ORDER BY id", CASE_KINDS},
    [SQL_CASES_NEWEST] = {"SELECT " CASE_COLUMNS " FROM cases " NEWEST_FIRST, CASE_KINDS},
    [SQL_CASES_BY_TITLE] = {"SELECT " CASE_COLUMNS " FROM cases " BY_TITLE, CASE_KINDS},
    [SQL_CASES_BY_EVIDENCE] = {"SELECT " CASE_COLUMNS " FROM cases " BY_EVIDENCE, CASE_KINDS},
    [SQL_ROWS_BY_ID] = {"SELECT row FROM cases ORDER BY id", "r"},
    [SQL_ROWS_NEWEST] = {"SELECT row FROM cases " NEWEST_FIRST, "r"},
    [SQL_ROWS_BY_TITLE] = {"SELECT row FROM cases " BY_TITLE, "r"},
    [SQL_ROWS_BY_EVIDENCE] = {"SELECT row FROM cases " BY_EVIDENCE, "r"},
    [SQL_REVIEW_STATES] = {"SELECT row, review_status FROM cases", "rt"},
    [SQL_CASE_ID] = {"SELECT id FROM cases WHERE row = :row", "d"},
    [SQL_CASE_SOURCE] = {"SELECT source, source_hash FROM cases LEFT JOIN sources USING (row) WHERE id = :id", "ti"},
    [SQL_SOURCES] = {"SELECT source, source_hash, row FROM cases LEFT JOIN sources USING (row) ORDER BY row", "tir"},
    [SQL_CASE_COUNT] = {"SELECT count(*) FROM cases", "n"},
    [SQL_CASE_TERMS] = {"SELECT term FROM tags WHERE row = :row AND field = :field ORDER BY term", "t"},
    [SQL_NEWEST_DATES] = {"SELECT newest_date, review_status FROM cases ORDER BY newest_date DESC", "tt"},
    [SQL_IDS] = {"SELECT id FROM cases ORDER BY id", "d"},
    [SQL_ID_ROWS] = {"SELECT row FROM cases WHERE substr(id, 1, length(:id)) = :id", "n"},
    [SQL_TERM_ROWS] = {"SELECT rows FROM term_rows WHERE field = :field AND term = :term", "b"},
    [SQL_FIELD_TERMS] = {"SELECT term FROM term_rows WHERE field = :field ORDER BY term", "t"},
    [SQL_LENGTHS_BLOCK] = {"SELECT data FROM lengths WHERE block = :block", "b"},
    [SQL_DOCUMENT_SIZES] = {"SELECT sz FROM search_docsize WHERE id = :row", "b"},
    [SQL_MENTIONS_TO] = {"SELECT " MENTION_COLUMNS " FROM mentions WHERE to_id = :id ORDER BY from_id, kind",
                         MENTION_KINDS},
    [SQL_ALL_MENTIONS] = {"SELECT " MENTION_COLUMNS " FROM mentions ORDER BY from_id, line, \"column\"", MENTION_KINDS},
    [SQL_SETTING] = {"SELECT value FROM settings WHERE key = :key", "t"},
    [SQL_TERMS] = {"SELECT id, label, definition, \"group\", search_words, shown_by, acts, first FROM terms "
                   "WHERE vocabulary = :vocabulary ORDER BY position",
                   "tttttttn"},
    [SQL_VOCABULARIES] = {"SELECT DISTINCT vocabulary FROM terms ORDER BY vocabulary", "t"},
    [SQL_MEASURES] = {"SELECT id, label, unit, better, definition FROM measures ORDER BY position", "ttttt"},
    [SQL_LENS_CELLS] =
        {"SELECT id, label, question, query, heading FROM lens_cells WHERE lens = :lens AND axis = :axis "
         "ORDER BY position",
         "ttttt"},
    [SQL_NEEDS] = {"SELECT position, vocabulary, term, figure, what, source FROM needs ORDER BY position", "nttttt"},
    [SQL_FILES] = {"SELECT path, size, modified, hash FROM files ORDER BY path", "tnii"},
    [SQL_FILE_PATHS] = {"SELECT path FROM files ORDER BY path", "t"},
    [SQL_COPY_SETTINGS] = {"SELECT key, value FROM settings ORDER BY key", "tt"},
    [SQL_COPY_TERMS] =
        {"SELECT vocabulary, position, id, label, definition, \"group\", search_words, shown_by, acts, first "
         "FROM terms ORDER BY vocabulary, position",
         "tntttttttn"},
    [SQL_COPY_MEASURES] = {"SELECT position, id, label, unit, better, definition FROM measures ORDER BY position",
                           "nttttt"},
    [SQL_LENSES] = {"SELECT id, name, source, began, ended, replaced_by, summary FROM lenses ORDER BY id", "ttttttt"},
    [SQL_COPY_LENS_CELLS] = {"SELECT lens, axis, position, id, label, question, query, heading FROM lens_cells "
                             "ORDER BY lens, axis, position",
                             "tnnttttt"},
    [SQL_COPY_KNOWN_WORDS] = {"SELECT word, kind, stems FROM known_words ORDER BY word, kind", "tnt"},
    [SQL_COPY_SYNONYMS] = {"SELECT \"group\", position, kind, text, stems FROM synonyms ORDER BY \"group\", position",
                           "nnttt"},
    [SQL_COPY_CASE] = {"SELECT id, path, title, summary, place, published, stage, result, evaluation, evidence, "
                       "gap_effect, review_status, newest_date, completeness, outline, outdated, source_hash "
                       "FROM cases WHERE row = :row",
                       "dttttttttttttnini"},
    [SQL_COPY_SOURCE] = {"SELECT source FROM cases LEFT JOIN sources USING (row) WHERE row = :row", "t"},
    [SQL_COPY_DATES] = {"SELECT field, date FROM dates WHERE row = :row ORDER BY field, date", "tt"},
    [SQL_COPY_NUMBERS] = {"SELECT field, number FROM numbers WHERE row = :row ORDER BY field, number", "ti"},
    [SQL_COPY_MENTIONS] = {"SELECT " MENTION_COLUMNS " FROM mentions WHERE from_id = :id ORDER BY rowid",
                           MENTION_KINDS},
    [SQL_COPY_WORDS] = {"SELECT word, stem, count FROM words ORDER BY word", "ttn"},
    [SQL_COPY_COMPOUNDS] = {"SELECT joined, parts, count FROM compounds ORDER BY joined, parts", "ttn"},
    [SQL_COPY_TEXTS] = {"SELECT c0, c1, c2, c3 FROM search_content WHERE id = :row", "tttt"},
    [SQL_COPY_LAST_STATE] = {"SELECT source_hash, outdated FROM cases WHERE row = :row", "in"},
    [SQL_INSERT_TEXTS] = {"INSERT INTO search_content (id, c0, c1, c2, c3) VALUES (:row, :c0, :c1, :c2, :c3)", NULL},
    [SQL_INSERT_DOCUMENT_SIZES] = {"INSERT INTO search_docsize (id, sz) VALUES (:row, :sz)", NULL},
    [SQL_DELETE_TEXTS] = {"DELETE FROM search_content WHERE id = :row", NULL},
    [SQL_DELETE_DOCUMENT_SIZES] = {"DELETE FROM search_docsize WHERE id = :row", NULL},
    [SQL_DELETE_SETTINGS] = {"DELETE FROM settings", NULL},
    [SQL_DELETE_ALL_MENTIONS] = {"DELETE FROM mentions", NULL},
    [SQL_BLOCK_TABLE] = {"CREATE VIRTUAL TABLE temp.block USING fts5 (title, summary, tags, body, content = '', "
                         "tokenize = 'porter unicode61 remove_diacritics 2')",
                         NULL},
    [SQL_BLOCK_ROOM] = {"INSERT INTO temp.block (block, rank) VALUES ('hashsize', 1073741824)", NULL},
    [SQL_BLOCK_FILL] =
        {"INSERT INTO temp.block (rowid, title, summary, tags, body) "
         "SELECT id, c0, c1, c2, c3 FROM main.search_content WHERE id BETWEEN :first AND :last ORDER BY id",
         NULL},
    [SQL_BLOCK_DROP_DATA] = {"DELETE FROM main.search_data "
                             "WHERE id BETWEEN :segment << 37 AND ((:segment + 1) << 37) - 1",
                             NULL},
    [SQL_BLOCK_DROP_TERMS] = {"DELETE FROM main.search_idx WHERE segid = :segment", NULL},
    [SQL_BLOCK_DATA] = {"INSERT INTO main.search_data (id, block) SELECT id + ((:segment - 1) << 37), block "
                        "FROM temp.block_data WHERE id >= 1 << 37 ORDER BY id",
                        NULL},
    [SQL_BLOCK_TERMS] = {"INSERT INTO main.search_idx (segid, term, pgno) SELECT :segment, term, pgno "
                         "FROM temp.block_idx ORDER BY term",
                         NULL},
    [SQL_BLOCK_EMPTY] = {"INSERT INTO temp.block (block) VALUES ('delete-all')", NULL},
    [SQL_BLOCK_PAGES] = {"SELECT count(*) FROM main.search_data "
                         "WHERE id BETWEEN :segment << 37 AND (:segment << 37) + 2147483647",
                         "n"},
    [SQL_BLOCK_RECORD] = {"UPDATE main.search_data SET block = :block WHERE id = :id", NULL},
    [SQL_ALL_DOCUMENT_SIZES] = {"SELECT sz FROM main.search_docsize ORDER BY id", "b"},
    [SQL_SCHEMA_VERSION] = {"PRAGMA main.schema_version = 1", NULL},
    [SQL_PACK_CACHE] = {"PRAGMA main.cache_size = -2048", NULL}, /* each page is read and written once */
    [SQL_PACK] = {"VACUUM main INTO :path", NULL},
    [SQL_INSERT_CASE] =
        {"INSERT INTO cases (row, id, path, title, summary, place, published, stage, result, evaluation, evidence, "
         "gap_effect, review_status, newest_date, completeness, outline, outdated, source_hash) "
         "VALUES (:row, :id, :path, :title, :summary, :place, :published, :stage, :result, :evaluation, :evidence, "
         ":gap_effect, :review_status, :newest_date, :completeness, :outline, :outdated, :source_hash)",
         NULL},
    [SQL_INSERT_SOURCE] = {"INSERT INTO sources (row, source) VALUES (:row, :source)", NULL},
    [SQL_INSERT_SEARCH] =
        {"INSERT INTO search (rowid, title, summary, tags, body) VALUES (:row, :title, :summary, :tags, :body)", NULL},
    [SQL_INSERT_TAG] = {"INSERT INTO tags (field, term, row) VALUES (:field, :term, :row)", NULL},
    [SQL_INSERT_MENTION] = {"INSERT INTO mentions (from_id, kind, to_id, line, \"column\", length) VALUES (:from_id, "
                            ":kind, :to_id, :line, :column, :length)",
                            NULL},
    [SQL_INSERT_SETTING] = {"INSERT INTO settings (key, value) VALUES (:key, :value)", NULL},
    [SQL_INSERT_TERM] =
        {"INSERT INTO terms (vocabulary, position, id, label, definition, \"group\", search_words, shown_by, acts, "
         "first) "
         "VALUES (:vocabulary, :position, :id, :label, :definition, :group, :search_words, :shown_by, :acts, :first)",
         NULL},
    [SQL_REPLACE_SETTING] = {"INSERT INTO settings (key, value) VALUES (:key, :value) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                             NULL},
    [SQL_INSERT_LENS] = {"INSERT INTO lenses (id, name, source, began, ended, replaced_by, summary) "
                         "VALUES (:id, :name, :source, :began, :ended, :replaced_by, :summary)",
                         NULL},
    [SQL_INSERT_LENS_CELL] = {"INSERT INTO lens_cells (lens, axis, position, id, label, question, query, heading) "
                              "VALUES (:lens, :axis, :position, :id, :label, :question, :query, :heading)",
                              NULL},
    [SQL_INSERT_NEED] = {"INSERT INTO needs (position, vocabulary, term, figure, what, source) "
                         "VALUES (:position, :vocabulary, :term, :figure, :what, :source)",
                         NULL},
    [SQL_DELETE_LENSES] = {"DELETE FROM lenses", NULL},
    [SQL_DELETE_LENS_CELLS] = {"DELETE FROM lens_cells", NULL},
    [SQL_DELETE_NEEDS] = {"DELETE FROM needs", NULL},
    [SQL_INSERT_MEASURE] = {"INSERT INTO measures (position, id, label, unit, better, definition) "
                            "VALUES (:position, :id, :label, :unit, :better, :definition)",
                            NULL},
    [SQL_INSERT_FILE] =
        {"INSERT OR REPLACE INTO files (path, size, modified, hash) VALUES (:path, :size, :modified, :hash)", NULL},
    [SQL_STORE_TERM_ROWS] = {"INSERT OR REPLACE INTO term_rows (field, term, rows) VALUES (:field, :term, :rows)",
                             NULL},
    [SQL_STORE_LENGTHS] = {"INSERT OR REPLACE INTO lengths (block, data) VALUES (:block, :data)", NULL},
    [SQL_DELETE_CASE] = {"DELETE FROM cases WHERE row = :row", NULL},
    [SQL_DELETE_SOURCE] = {"DELETE FROM sources WHERE row = :row", NULL},
    [SQL_DELETE_SEARCH] = {"DELETE FROM search WHERE rowid = :row", NULL},
    [SQL_DELETE_TAGS] = {"DELETE FROM tags WHERE row = :row", NULL},
    [SQL_DELETE_MENTIONS] = {"DELETE FROM mentions WHERE from_id = :id", NULL},
    [SQL_DELETE_FILE] = {"DELETE FROM files WHERE path = :path", NULL},
    [SQL_DELETE_TERM_ROWS] = {"DELETE FROM term_rows WHERE field = :field AND term = :term", NULL},
    [SQL_MARK_OUTDATED] = {"UPDATE cases SET outdated = 1 WHERE path = :path", NULL},
    [SQL_SEARCH_TEXT] = {"SELECT title, summary, tags, body FROM search WHERE rowid = :row", "tttt"},
    [SQL_SEARCH_TEXTS] = {"SELECT rowid, title, summary, tags, body FROM search ORDER BY rowid", "rtttt"},
    [SQL_ROW_TERMS] = {"SELECT field, term FROM tags WHERE row = :row ORDER BY field, term", "tt"},
    [SQL_ADD_COMPOUND] = {"INSERT INTO compounds (joined, parts, count) VALUES (:joined, :parts, :count) "
                          "ON CONFLICT (joined, parts) DO UPDATE SET count = count + excluded.count",
                          NULL},
    [SQL_DROP_COMPOUND] = {"DELETE FROM compounds WHERE joined = :joined AND parts = :parts AND count <= 0", NULL},
    [SQL_COMPOUND] = {"SELECT parts FROM compounds WHERE joined = :joined ORDER BY count DESC, parts LIMIT 1", "t"},
    [SQL_COMPOUNDS] = {"SELECT joined, parts FROM compounds ORDER BY joined, count DESC, parts", "tt"},
    [SQL_KNOWN_PHRASE] = {"SELECT 1 FROM known_words WHERE stems = :stems AND kind <= 1 LIMIT 1", "n"},
    [SQL_LIGHT_STEMS] = {"SELECT DISTINCT stems FROM known_words WHERE kind = :kind ORDER BY stems", "t"},
    [SQL_KNOWN_PHRASES] = {"SELECT min(word), stems FROM known_words WHERE kind <= 1 AND instr(stems, ' ') "
                           "GROUP BY stems ORDER BY stems",
                           "tt"},
    [SQL_KNOWN_NAMES] = {"SELECT stems, word, kind FROM known_words WHERE kind <= 1 AND NOT instr(word, ' ') "
                         "ORDER BY stems, word, kind",
                         "ttn"},
    [SQL_ADD_WORD] = {"INSERT INTO words (word, stem, count) VALUES (:word, :stem, :count) "
                      "ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
                      NULL},
    [SQL_DROP_WORD] = {"DELETE FROM words WHERE word = :word AND count <= 0", NULL},
    [SQL_STEM_COUNT] = {"SELECT coalesce(sum(count), 0) FROM words WHERE stem = :stem", "n"},
    [SQL_WORDS_OF_STEM] = {"SELECT word, stem, count FROM words WHERE stem = :stem ORDER BY count DESC, word", "ttn"},
    [SQL_WORDS_BY_LENGTH] = {"SELECT word, stem, count FROM words "
                             "WHERE length(CAST(word AS BLOB)) BETWEEN :shortest AND :longest ORDER BY word",
                             "ttn"},
    [SQL_WORDS_STEMMED_AWAY] =
        {"SELECT min(word), stem, sum(count) FROM words WHERE word >= :prefix AND word < :prefix || char(1114111) "
         "AND substr(stem, 1, length(:stem)) <> :stem GROUP BY stem ORDER BY 1 LIMIT :limit",
         "ttn"},
    [SQL_INSERT_KNOWN_WORD] = {"INSERT OR IGNORE INTO known_words (word, kind, stems) VALUES (:word, :kind, :stems)",
                               NULL},
    [SQL_KNOWN_WORD] = {"SELECT word, kind FROM known_words WHERE stems = :stem ORDER BY kind DESC", "tn"},
    [SQL_INSERT_SYNONYM] = {"INSERT INTO synonyms (\"group\", position, kind, text, stems) "
                            "VALUES (:group, :position, :kind, :text, :stems)",
                            NULL},
    [SQL_DELETE_SYNONYMS] = {"DELETE FROM synonyms", NULL},
    [SQL_SYNONYM_GROUP] =
        {"SELECT \"group\", kind, text, stems FROM synonyms WHERE \"group\" = (SELECT \"group\" FROM synonyms "
         "WHERE stems = :stems AND kind <> 'related' ORDER BY \"group\" LIMIT 1) ORDER BY position",
         "nttt"},
    [SQL_SYNONYMS] = {"SELECT \"group\", kind, text, stems FROM synonyms ORDER BY \"group\", position", "nttt"},
    [SQL_SYNONYM_STEM] = {"SELECT 1 FROM synonyms WHERE instr(' ' || stems || ' ', ' ' || :stem || ' ') LIMIT 1", "n"},
    [SQL_INSERT_DATE] = {"INSERT INTO dates (field, date, row) VALUES (:field, :date, :row)", NULL},
    [SQL_DELETE_DATES] = {"DELETE FROM dates WHERE row = :row", NULL},
    [SQL_DATES] = {"SELECT date, row FROM dates WHERE field = :field ORDER BY date, row", "tr"},
    [SQL_DATES_BETWEEN] = {"SELECT row FROM dates WHERE field = :field "
                           "AND substr(date, 1, length(:from)) >= substr(:from, 1, length(date)) "
                           "AND substr(date, 1, length(:to)) <= substr(:to, 1, length(date))",
                           "r"},
    [SQL_INSERT_NUMBER] = {"INSERT INTO numbers (field, number, row) VALUES (:field, :number, :row)", NULL},
    [SQL_DELETE_NUMBERS] = {"DELETE FROM numbers WHERE row = :row", NULL},
    [SQL_NUMBERS] = {"SELECT number, row FROM numbers WHERE field = :field ORDER BY number, row", "ir"},
    [SQL_NUMBERS_BETWEEN] = {"SELECT row FROM numbers WHERE field = :field AND number BETWEEN :from AND :to", "r"},
};

static void release(struct index *index)
{
    for (size_t i = 0; i < SQL_STATEMENTS; i++)
        sqlite3_finalize(index->statements->statements[i].prepared);
    free(index->statements);
    index->statements = NULL;
}

struct statement *statement_get(struct index *index, enum statement_id id)
{
    if (!index->statements) {
        index->statements = memory_resize(NULL, sizeof *index->statements);
        memset(index->statements, 0, sizeof *index->statements);
        index->release = release;
    }
    struct statement *statement = &index->statements->statements[id];
    statement->index = index;
    statement->columns = texts[id].columns;
    if (statement->prepared) {
        /* What the last run ended with was noted when it did. */
        sqlite3_reset(statement->prepared);
        sqlite3_clear_bindings(statement->prepared);
    } else if (!index_failed(index)) {
        index_check(index, sqlite3_prepare_v3(index->db, texts[id].sql, -1, SQLITE_PREPARE_PERSISTENT,
                                              &statement->prepared, NULL));
    }
    return statement;
}

static bool is_ready(const struct statement *statement)
{
    return statement->prepared && !index_failed(statement->index);
}

static int parameter(const struct statement *statement, const char *name)
{
    int number = sqlite3_bind_parameter_index(statement->prepared, name);
    assert(number && "a statement has the parameters that are bound");
    return number;
}

void bind_bytes_as_text(struct statement *statement, const char *name, const char *data, size_t size)
{
    if (is_ready(statement))
        index_check(statement->index, sqlite3_bind_text64(statement->prepared, parameter(statement, name), data, size,
                                                          SQLITE_STATIC, SQLITE_UTF8));
}

void bind_text(struct statement *statement, const char *name, const char *text)
{
    bind_bytes_as_text(statement, name, text, strlen(text));
}

void bind_blob(struct statement *statement, const char *name, const void *data, size_t size)
{
    if (is_ready(statement))
        index_check(statement->index,
                    sqlite3_bind_blob64(statement->prepared, parameter(statement, name), data, size, SQLITE_STATIC));
}

void bind_integer(struct statement *statement, const char *name, int64_t number)
{
    if (is_ready(statement))
        index_check(statement->index, sqlite3_bind_int64(statement->prepared, parameter(statement, name), number));
}

void bind_row(struct statement *statement, struct statement *row)
{
    char name[64];
    for (int column = 0; is_ready(statement) && column < sqlite3_column_count(row->prepared); column++) {
        snprintf(name, sizeof name, ":%s", sqlite3_column_name(row->prepared, column));
        index_check(statement->index, sqlite3_bind_value(statement->prepared, parameter(statement, name),
                                                         sqlite3_column_value(row->prepared, column)));
    }
}

bool statement_run(struct statement *statement)
{
    if (!is_ready(statement))
        return false;
    int result = sqlite3_step(statement->prepared);
    bool done = index_check(statement->index, result) && result == SQLITE_DONE;
    sqlite3_reset(statement->prepared);
    return done;
}

bool statement_run_of_row(struct index *index, enum statement_id id, size_t row)
{
    struct statement *statement = statement_get(index, id);
    bind_integer(statement, ":row", (int64_t)row);
    return statement_run(statement);
}

/* What is zeroed on the disk may still be text to SQLite, so a NUL tells of damage; memory may run out here. */
static bool is_text(struct statement *statement, int column)
{
    const void *text = sqlite3_column_text(statement->prepared, column);
    if (!text)
        return index_check(statement->index, SQLITE_NOMEM);
    return !memchr(text, '\0', (size_t)sqlite3_column_bytes(statement->prepared, column));
}

static bool is_between(const struct statement *statement, int column, int64_t least, int64_t most)
{
    int64_t number = sqlite3_column_int64(statement->prepared, column);
    return number >= least && number <= most;
}

/* Whether a column holds what the table says. */
static bool column_is_good(struct statement *statement, int column, enum column_kind kind)
{
    int type = sqlite3_column_type(statement->prepared, column);
    switch (kind) {
    case COLUMN_ID:
        return type == SQLITE_TEXT && is_text(statement, column) &&
               scalar_case_id((const char *)sqlite3_column_text(statement->prepared, column));
    case COLUMN_TEXT:
        return type == SQLITE_TEXT && is_text(statement, column);
    case COLUMN_BYTES:
        return type == SQLITE_BLOB;
    case COLUMN_ROW:
        return type == SQLITE_INTEGER && is_between(statement, column, 0, STATEMENT_ROW_MAX);
    case COLUMN_SIZE:
        return type == SQLITE_INTEGER && is_between(statement, column, 0, INT64_MAX);
    case COLUMN_NUMBER:
        return type == SQLITE_INTEGER;
    }
    return false;
}

bool statement_row(struct statement *statement)
{
    if (!is_ready(statement))
        return false;
    int result = sqlite3_step(statement->prepared);
    if (!index_check(statement->index, result) || result != SQLITE_ROW)
        return false;
    for (int column = 0; statement->columns[column]; column++) {
        if (column_is_good(statement, column, (enum column_kind)statement->columns[column]))
            continue;
        index_is_damaged(statement->index);
        return false;
    }
    return true;
}

void statement_end(struct statement *statement)
{
    sqlite3_reset(statement->prepared);
}

const char *statement_text_here(struct statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->prepared, column);
}

const char *statement_text(struct arena *arena, struct statement *statement, int column)
{
    const char *text = statement_text_here(statement, column);
    return arena_copy(arena, text, (size_t)sqlite3_column_bytes(statement->prepared, column));
}

const unsigned char *statement_bytes(struct statement *statement, int column, size_t *size)
{
    const unsigned char *bytes = sqlite3_column_blob(statement->prepared, column);
    *size = (size_t)sqlite3_column_bytes(statement->prepared, column);
    return bytes;
}

int64_t statement_integer(struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->prepared, column);
}

size_t statement_size(struct statement *statement, int column)
{
    return (size_t)sqlite3_column_int64(statement->prepared, column);
}

size_t statement_inserted_row(const struct statement *statement)
{
    return (size_t)sqlite3_last_insert_rowid(statement->index->db);
}
