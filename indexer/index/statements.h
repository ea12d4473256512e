#ifndef INDEXER_INDEX_STATEMENTS_H
#define INDEXER_INDEX_STATEMENTS_H

/*
 * The statements of the index, each a whole constant in one table, prepared
 * when first used and kept while the index is open. Values are bound by name.
 *
 * Whatever goes wrong is kept by the index (index_failed), and no statement of
 * a failed index has rows or changes anything. The table also says what each
 * column holds; a row that holds something else is damage and not given out.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

enum statement_id {
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_CASE_BY_ID,
    SQL_CASE_BY_ROW,
    SQL_CASES_BY_ID,
    SQL_CASES_NEWEST,
    SQL_CASES_BY_TITLE,
    SQL_CASES_BY_EVIDENCE,
    SQL_ROWS_BY_ID,
    SQL_ROWS_NEWEST,
    SQL_ROWS_BY_TITLE,
    SQL_ROWS_BY_EVIDENCE,
    SQL_REVIEW_STATES,
    SQL_CASE_ID,
    SQL_CASE_SOURCE,
    SQL_SOURCES,
    SQL_CASE_COUNT,
    SQL_CASE_TERMS,
    SQL_NEWEST_DATES,
    SQL_IDS,
    SQL_ID_ROWS,
    SQL_TERM_ROWS,
    SQL_FIELD_TERMS,
    SQL_LENGTHS_BLOCK,
    SQL_DOCUMENT_SIZES,
    SQL_MENTIONS_TO,
    SQL_ALL_MENTIONS,
    SQL_SETTING,
    SQL_TERMS,
    SQL_VOCABULARIES,
    SQL_MEASURES,
    SQL_LENSES,
    SQL_LENS_CELLS,
    SQL_NEEDS,
    SQL_FILES,
    SQL_FILE_PATHS,
    SQL_COPY_SETTINGS,
    SQL_COPY_TERMS,
    SQL_COPY_MEASURES,
    SQL_COPY_LENS_CELLS,
    SQL_COPY_KNOWN_WORDS,
    SQL_COPY_SYNONYMS,
    SQL_COPY_CASE,
    SQL_COPY_SOURCE,
    SQL_COPY_DATES,
    SQL_COPY_NUMBERS,
    SQL_COPY_MENTIONS,
    SQL_COPY_WORDS,
    SQL_COPY_COMPOUNDS,
    SQL_COPY_TEXTS,
    SQL_COPY_LAST_STATE,
    SQL_INSERT_TEXTS,
    SQL_INSERT_DOCUMENT_SIZES,
    SQL_DELETE_TEXTS,
    SQL_DELETE_DOCUMENT_SIZES,
    SQL_DELETE_SETTINGS,
    SQL_DELETE_ALL_MENTIONS,
    SQL_BLOCK_TABLE,
    SQL_BLOCK_ROOM,
    SQL_BLOCK_FILL,
    SQL_BLOCK_DROP_DATA,
    SQL_BLOCK_DROP_TERMS,
    SQL_BLOCK_DATA,
    SQL_BLOCK_TERMS,
    SQL_BLOCK_EMPTY,
    SQL_BLOCK_PAGES,
    SQL_BLOCK_RECORD,
    SQL_ALL_DOCUMENT_SIZES,
    SQL_SCHEMA_VERSION,
    SQL_PACK_CACHE,
    SQL_PACK,
    SQL_INSERT_CASE,
    SQL_INSERT_SOURCE,
    SQL_INSERT_SEARCH,
    SQL_INSERT_TAG,
    SQL_INSERT_MENTION,
    SQL_INSERT_SETTING,
    SQL_INSERT_TERM,
    SQL_REPLACE_SETTING,
    SQL_INSERT_LENS,
    SQL_INSERT_LENS_CELL,
    SQL_INSERT_NEED,
    SQL_DELETE_LENSES,
    SQL_DELETE_LENS_CELLS,
    SQL_DELETE_NEEDS,
    SQL_INSERT_MEASURE,
    SQL_INSERT_FILE,
    SQL_STORE_TERM_ROWS,
    SQL_STORE_LENGTHS,
    SQL_DELETE_CASE,
    SQL_DELETE_SOURCE,
    SQL_DELETE_SEARCH,
    SQL_DELETE_TAGS,
    SQL_DELETE_MENTIONS,
    SQL_DELETE_FILE,
    SQL_DELETE_TERM_ROWS,
    SQL_MARK_OUTDATED,
    SQL_ROW_TERMS,
    SQL_SEARCH_TEXT,
    SQL_SEARCH_TEXTS,
    SQL_ADD_COMPOUND,
    SQL_DROP_COMPOUND,
    SQL_COMPOUND,
    SQL_COMPOUNDS,
    SQL_KNOWN_PHRASE,
    SQL_KNOWN_NAMES,
    SQL_LIGHT_STEMS,
    SQL_KNOWN_PHRASES,
    SQL_ADD_WORD,
    SQL_DROP_WORD,
    SQL_STEM_COUNT,
    SQL_WORDS_OF_STEM,
    SQL_WORDS_BY_LENGTH,
    SQL_WORDS_STEMMED_AWAY,
    SQL_INSERT_KNOWN_WORD,
    SQL_KNOWN_WORD,
    SQL_INSERT_SYNONYM,
    SQL_DELETE_SYNONYMS,
    SQL_SYNONYM_GROUP,
    SQL_SYNONYMS,
    SQL_SYNONYM_STEM,
    SQL_INSERT_DATE,
    SQL_DELETE_DATES,
    SQL_DATES,
    SQL_DATES_BETWEEN,
    SQL_INSERT_NUMBER,
    SQL_DELETE_NUMBERS,
    SQL_NUMBERS,
    SQL_NUMBERS_BETWEEN,
    SQL_STATEMENTS
};

/* Rows of cases have numbers up to this; a larger one is damage. */
enum { STATEMENT_ROW_MAX = 128 * 32768 - 1 };

struct statement;

/* A statement ready to be bound; never NULL. Valid until the same one is asked for again, or the index is closed. */
struct statement *statement_get(struct index *index, enum statement_id id);

/*
 * Binds a value to a named parameter; a name that the statement does not have ends the program, as it would
 * otherwise store NULL without a word. Text is not copied: it must live until the statement has run.
 */
void bind_text(struct statement *statement, const char *name, const char *text);
void bind_bytes_as_text(struct statement *statement, const char *name, const char *data, size_t size);
void bind_blob(struct statement *statement, const char *name, const void *data, size_t size);
void bind_integer(struct statement *statement, const char *name, int64_t number);

/*
 * Binds each column of a row to the parameter of its name, of another index's statement: it has those and may have more.
 * Text and bytes are copied.
 */
void bind_row(struct statement *statement, struct statement *row);

/* Runs a statement that returns nothing; false when it failed. */
bool statement_run(struct statement *statement);

/* The same of a statement whose one value is `:row`. */
bool statement_run_of_row(struct index *index, enum statement_id id, size_t row);

/* Whether there is a (further) row. False also when it could not be read, and then the index has failed. */
bool statement_row(struct statement *statement);

/* Lets go of the rows; to be called when one is done with them, also when there were none. */
void statement_end(struct statement *statement);

/* The columns of the row that statement_row found: text copied into the arena, bytes valid until the next row. */
const char *statement_text(struct arena *arena, struct statement *statement, int column);
const unsigned char *statement_bytes(struct statement *statement, int column, size_t *size);
int64_t statement_integer(struct statement *statement, int column);
size_t statement_size(struct statement *statement, int column);

/* The same text, not copied: valid until the next row. */
const char *statement_text_here(struct statement *statement, int column);

/* The number that the row just inserted was given. */
size_t statement_inserted_row(const struct statement *statement);

#endif
