#ifndef INDEXER_INDEX_STATEMENTS_H
#define INDEXER_INDEX_STATEMENTS_H

/*
 * The statements of the index, each a whole constant in one table, prepared
 * when first used and kept while the index is open. Values are bound by name.
 */

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

enum statement_id {
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_CASE_BY_ID,
    SQL_CASE_BY_ROW,
    SQL_CASES_BY_ID,
    SQL_CASES_NEWEST,
    SQL_CASES_BY_TITLE,
    SQL_CASES_BY_EVIDENCE,
    SQL_CASE_ID,
    SQL_CASE_SOURCE,
    SQL_CASE_COUNT,
    SQL_CASE_TERMS,
    SQL_NEWEST_DATE,
    SQL_IDS,
    SQL_TERM_ROWS,
    SQL_LENGTHS_BLOCK,
    SQL_DOCUMENT_SIZES,
    SQL_MENTIONS_TO,
    SQL_MENTIONS_FROM,
    SQL_ALL_MENTIONS,
    SQL_SETTING,
    SQL_TERMS,
    SQL_MEASURES,
    SQL_FILES,
    SQL_INSERT_CASE,
    SQL_INSERT_SEARCH,
    SQL_INSERT_TAG,
    SQL_INSERT_MENTION,
    SQL_INSERT_SETTING,
    SQL_INSERT_TERM,
    SQL_INSERT_MEASURE,
    SQL_INSERT_FILE,
    SQL_STORE_TERM_ROWS,
    SQL_STORE_LENGTHS,
    SQL_DELETE_CASE,
    SQL_DELETE_SEARCH,
    SQL_DELETE_TAGS,
    SQL_DELETE_MENTIONS,
    SQL_DELETE_FILE,
    SQL_DELETE_TERM_ROWS,
    SQL_MARK_OUTDATED,
    SQL_ROW_TERMS,
    SQL_SEARCH_TEXT,
    SQL_ADD_WORD,
    SQL_DROP_WORD,
    SQL_STEM_COUNT,
    SQL_WORDS_OF_STEM,
    SQL_WORDS_BY_LENGTH,
    SQL_WORDS_STEMMED_AWAY,
    SQL_INSERT_SYNONYM,
    SQL_DELETE_SYNONYMS,
    SQL_SYNONYM_GROUP,
    SQL_SYNONYMS,
    SQL_SYNONYM_STEM,
    SQL_INSERT_DATE,
    SQL_DELETE_DATES,
    SQL_DATES,
    SQL_DATES_BETWEEN,
    SQL_STATEMENTS
};

/* A statement ready to be bound, or NULL when the index is damaged. Valid until the same one is asked for again. */
sqlite3_stmt *statement_get(struct index *index, enum statement_id id);

/* Binds a value to a named parameter. Text is not copied: it must live until the statement has run. */
void bind_text(sqlite3_stmt *statement, const char *name, const char *text);
void bind_bytes_as_text(sqlite3_stmt *statement, const char *name, const char *data, size_t size);
void bind_blob(sqlite3_stmt *statement, const char *name, const void *data, size_t size);
void bind_integer(sqlite3_stmt *statement, const char *name, int64_t number);

/* Runs a statement that returns nothing; false when it failed. */
bool statement_run(sqlite3_stmt *statement);

/* Whether there is a (further) row. A NULL statement has none. */
bool statement_row(sqlite3_stmt *statement);

/*
 * Whether any row of any index could not be read because the file is damaged. Those who asked took it for missing;
 * a command looks here once, at its end, before it lets such an answer stand.
 */
bool statements_met_damage(void);

/* A text column copied into the arena; NULL becomes "". */
const char *column_text(struct arena *arena, sqlite3_stmt *statement, int column);

/* Releases the statements; called by index_close. */
void statements_close(struct index *index);

#endif
