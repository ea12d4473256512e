#include "indexer/index/statements.h"

#include <stdlib.h>
#include <string.h>

struct statement_cache {
    sqlite3_stmt *statements[SQL_STATEMENTS];
};

#define CASE_COLUMNS                                                                                                   \
    "row, id, path, title, summary, place, published, stage, result, evaluation, evidence, gap_effect, "               \
    "review_status, completeness, outdated"

static const char *const texts[SQL_STATEMENTS] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_CASE_BY_ID] = "SELECT " CASE_COLUMNS " FROM cases WHERE id = :id",
    [SQL_CASE_BY_ROW] = "SELECT " CASE_COLUMNS " FROM cases WHERE row = :row",
    [SQL_CASES_BY_ID] = "SELECT " CASE_COLUMNS " FROM cases ORDER BY id",
    [SQL_CASES_NEWEST] = "SELECT " CASE_COLUMNS " FROM cases ORDER BY published DESC, id",
    [SQL_CASES_BY_TITLE] = "SELECT " CASE_COLUMNS " FROM cases ORDER BY title COLLATE NOCASE, id",
    [SQL_CASES_BY_EVIDENCE] = "SELECT " CASE_COLUMNS " FROM cases ORDER BY evidence DESC, published DESC, id",
    [SQL_CASE_ID] = "SELECT id FROM cases WHERE row = :row",
    [SQL_CASE_SOURCE] = "SELECT source FROM cases WHERE id = :id",
    [SQL_CASE_COUNT] = "SELECT count(*) FROM cases",
    [SQL_CASE_TERMS] = "SELECT term FROM tags WHERE row = :row AND field = :field ORDER BY term",
    [SQL_NEWEST_DATE] = "SELECT max(newest_date) FROM cases",
    [SQL_IDS] = "SELECT id FROM cases ORDER BY id",
    [SQL_TERM_ROWS] = "SELECT rows FROM term_rows WHERE field = :field AND term = :term",
    [SQL_LENGTHS_BLOCK] = "SELECT data FROM lengths WHERE block = :block",
    [SQL_DOCUMENT_SIZES] = "SELECT sz FROM search_docsize WHERE id = :row",
    [SQL_MENTIONS_TO] =
        "SELECT from_id, kind, to_id, line, \"column\", length FROM mentions WHERE to_id = :id ORDER BY from_id, kind",
    [SQL_MENTIONS_FROM] =
        "SELECT from_id, kind, to_id, line, \"column\", length FROM mentions WHERE from_id = :id ORDER BY kind, to_id",
    [SQL_ALL_MENTIONS] =
        "SELECT from_id, kind, to_id, line, \"column\", length FROM mentions ORDER BY from_id, line, \"column\"",
    [SQL_SETTING] = "SELECT value FROM settings WHERE key = :key",
    [SQL_TERMS] = "SELECT id, label, definition, \"group\", search_words, shown_by FROM terms "
                  "WHERE vocabulary = :vocabulary ORDER BY position",
    [SQL_MEASURES] = "SELECT id, label, unit, better, definition FROM measures ORDER BY position",
    [SQL_FILES] = "SELECT path, size, modified, hash FROM files ORDER BY path",
    [SQL_INSERT_CASE] =
        "INSERT INTO cases (id, path, title, summary, place, published, stage, result, evaluation, evidence, "
        "gap_effect, "
        "review_status, newest_date, completeness, outdated, source) VALUES (:id, :path, :title, :summary, :place, "
        ":published, :stage, :result, :evaluation, :evidence, :gap_effect, :review_status, :newest_date, "
        ":completeness, :outdated, :source)",
    [SQL_INSERT_SEARCH] =
        "INSERT INTO search (rowid, title, summary, tags, body) VALUES (:row, :title, :summary, :tags, :body)",
    [SQL_INSERT_TAG] = "INSERT INTO tags (field, term, row) VALUES (:field, :term, :row)",
    [SQL_INSERT_MENTION] = "INSERT INTO mentions (from_id, kind, to_id, line, \"column\", length) VALUES (:from, "
                           ":kind, :to, :line, :column, :length)",
    [SQL_INSERT_SETTING] = "INSERT INTO settings (key, value) VALUES (:key, :value)",
    [SQL_INSERT_TERM] =
        "INSERT INTO terms (vocabulary, position, id, label, definition, \"group\", search_words, shown_by) "
        "VALUES (:vocabulary, :position, :id, :label, :definition, :group, :search_words, :shown_by)",
    [SQL_INSERT_MEASURE] = "INSERT INTO measures (position, id, label, unit, better, definition) "
                           "VALUES (:position, :id, :label, :unit, :better, :definition)",
    [SQL_INSERT_FILE] =
        "INSERT OR REPLACE INTO files (path, size, modified, hash) VALUES (:path, :size, :modified, :hash)",
    [SQL_STORE_TERM_ROWS] = "INSERT OR REPLACE INTO term_rows (field, term, rows) VALUES (:field, :term, :rows)",
    [SQL_STORE_LENGTHS] = "INSERT OR REPLACE INTO lengths (block, data) VALUES (:block, :data)",
    [SQL_DELETE_CASE] = "DELETE FROM cases WHERE row = :row",
    [SQL_DELETE_SEARCH] = "DELETE FROM search WHERE rowid = :row",
    [SQL_DELETE_TAGS] = "DELETE FROM tags WHERE row = :row",
    [SQL_DELETE_MENTIONS] = "DELETE FROM mentions WHERE from_id = :id",
    [SQL_DELETE_FILE] = "DELETE FROM files WHERE path = :path",
    [SQL_DELETE_TERM_ROWS] = "DELETE FROM term_rows WHERE field = :field AND term = :term",
    [SQL_MARK_OUTDATED] = "UPDATE cases SET outdated = 1 WHERE path = :path",
    [SQL_SEARCH_TEXT] = "SELECT title, summary, tags, body FROM search WHERE rowid = :row",
    [SQL_ROW_TERMS] = "SELECT field, term FROM tags WHERE row = :row ORDER BY field, term",
    [SQL_ADD_WORD] = "INSERT INTO words (word, stem, count) VALUES (:word, :stem, :count) "
                     "ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
    [SQL_DROP_WORD] = "DELETE FROM words WHERE word = :word AND count <= 0",
    [SQL_STEM_COUNT] = "SELECT sum(count) FROM words WHERE stem = :stem",
    [SQL_WORDS_OF_STEM] = "SELECT word, stem, count FROM words WHERE stem = :stem ORDER BY count DESC, word",
    [SQL_WORDS_BY_LENGTH] = "SELECT word, stem, count FROM words "
                            "WHERE length(CAST(word AS BLOB)) BETWEEN :shortest AND :longest ORDER BY word",
    [SQL_WORDS_STEMMED_AWAY] =
        "SELECT min(word), stem, sum(count) FROM words WHERE word >= :prefix AND word < :prefix || char(1114111) "
        "AND substr(stem, 1, length(:stem)) <> :stem GROUP BY stem ORDER BY 1 LIMIT :limit",
    [SQL_INSERT_SYNONYM] = "INSERT INTO synonyms (\"group\", position, kind, text, stems) "
                           "VALUES (:group, :position, :kind, :text, :stems)",
    [SQL_DELETE_SYNONYMS] = "DELETE FROM synonyms",
    [SQL_SYNONYM_GROUP] =
        "SELECT \"group\", kind, text, stems FROM synonyms WHERE \"group\" = (SELECT \"group\" FROM synonyms "
        "WHERE stems = :stems AND kind <> 'related' ORDER BY \"group\" LIMIT 1) ORDER BY position",
    [SQL_SYNONYMS] = "SELECT \"group\", kind, text, stems FROM synonyms ORDER BY \"group\", position",
    [SQL_SYNONYM_STEM] = "SELECT 1 FROM synonyms WHERE instr(' ' || stems || ' ', ' ' || :stem || ' ') LIMIT 1",
    [SQL_INSERT_DATE] = "INSERT INTO dates (field, date, row) VALUES (:field, :date, :row)",
    [SQL_DELETE_DATES] = "DELETE FROM dates WHERE row = :row",
    [SQL_DATES] = "SELECT date, row FROM dates WHERE field = :field ORDER BY date, row",
    [SQL_DATES_BETWEEN] = "SELECT row FROM dates WHERE field = :field "
                          "AND substr(date, 1, length(:from)) >= substr(:from, 1, length(date)) "
                          "AND substr(date, 1, length(:to)) <= substr(:to, 1, length(date))",
};

sqlite3_stmt *statement_get(struct index *index, enum statement_id id)
{
    if (!index->statements) {
        index->statements = memory_resize(NULL, sizeof *index->statements);
        memset(index->statements, 0, sizeof *index->statements);
    }
    sqlite3_stmt **statement = &index->statements->statements[id];
    if (*statement) {
        sqlite3_reset(*statement);
        sqlite3_clear_bindings(*statement);
    } else if (sqlite3_prepare_v3(index->db, texts[id], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK) {
        *statement = NULL;
    }
    return *statement;
}

static int parameter(sqlite3_stmt *statement, const char *name)
{
    return statement ? sqlite3_bind_parameter_index(statement, name) : 0;
}

void bind_bytes_as_text(sqlite3_stmt *statement, const char *name, const char *data, size_t size)
{
    if (statement)
        sqlite3_bind_text64(statement, parameter(statement, name), data, size, SQLITE_STATIC, SQLITE_UTF8);
}

void bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    bind_bytes_as_text(statement, name, text, strlen(text));
}

void bind_blob(sqlite3_stmt *statement, const char *name, const void *data, size_t size)
{
    if (statement)
        sqlite3_bind_blob64(statement, parameter(statement, name), data, size, SQLITE_STATIC);
}

void bind_integer(sqlite3_stmt *statement, const char *name, int64_t number)
{
    if (statement)
        sqlite3_bind_int64(statement, parameter(statement, name), number);
}

bool statement_run(sqlite3_stmt *statement)
{
    if (!statement)
        return false;
    bool done = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    return done;
}

static bool met_damage;

bool statements_met_damage(void)
{
    return met_damage;
}

bool statement_row(sqlite3_stmt *statement)
{
    int result = statement ? sqlite3_step(statement) : SQLITE_DONE;
    met_damage |= (result & 0xFF) == SQLITE_CORRUPT || (result & 0xFF) == SQLITE_NOTADB;
    return result == SQLITE_ROW;
}

const char *column_text(struct arena *arena, sqlite3_stmt *statement, int column)
{
    const unsigned char *text = sqlite3_column_text(statement, column);
    return text ? arena_copy(arena, (const char *)text, (size_t)sqlite3_column_bytes(statement, column)) : "";
}

void statements_close(struct index *index)
{
    if (!index->statements)
        return;
    for (size_t i = 0; i < SQL_STATEMENTS; i++)
        sqlite3_finalize(index->statements->statements[i]);
    free(index->statements);
    index->statements = NULL;
}
