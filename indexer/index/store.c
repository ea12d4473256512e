#include "indexer/index/store.h"

#include <string.h>

#include "indexer/content/references.h"
#include "indexer/index/dates.h"
#include "indexer/index/search_text.h"
#include "indexer/index/sql.h"
#include "indexer/index/statements.h"
#include "indexer/index/synonym_rows.h"

enum { SEARCH_COLUMNS = 4 };

bool store_is_visible(const struct store *store, const struct case_study *study)
{
    const char *status = case_review_status(study);
    return strcmp(status, "accepted") == 0 || (!*status && !store->settings->require_review);
}

static bool insert_case(const struct store *store, const struct case_study *study, const char *source, size_t size,
                        bool outdated)
{
    size_t of = 0;
    sqlite3_stmt *statement = sql(store->index, SQL_INSERT_CASE);
    sql_text(statement, ":id", study->id);
    sql_text(statement, ":path", study->path);
    sql_text(statement, ":title", case_text(study, CASE_TITLE, ""));
    sql_text(statement, ":summary", case_text(study, CASE_SUMMARY, ""));
    sql_text(statement, ":place", case_text(study, CASE_PLACE, ""));
    sql_text(statement, ":published", case_text(study, CASE_PUBLISHED, ""));
    sql_text(statement, ":stage", case_text(study, CASE_STAGE, ""));
    sql_text(statement, ":result", case_text(study, CASE_RESULT, ""));
    sql_text(statement, ":evaluation", case_text(study, CASE_EVALUATION, ""));
    sql_text(statement, ":evidence", study->evidence.id);
    sql_text(statement, ":gap_effect", study->gap_effect);
    sql_text(statement, ":review_status", case_review_status(study));
    sql_text(statement, ":newest_date", case_newest_date(study));
    sql_integer(statement, ":completeness", (int64_t)case_completeness(study, &of));
    sql_integer(statement, ":outdated", outdated);
    sql_bytes_as_text(statement, ":source", source, size);
    return sql_run(statement);
}

/* The word counts as FTS5 itself keeps them: one variable-length integer for each column. */
static bool store_lengths(const struct store *store, size_t row)
{
    uint32_t lengths[SEARCH_COLUMNS] = {0};
    sqlite3_stmt *statement = sql(store->index, SQL_DOCUMENT_SIZES);
    sql_integer(statement, ":row", (int64_t)row);
    bool found = sql_row(statement);
    const unsigned char *data = found ? sqlite3_column_blob(statement, 0) : NULL;
    int size = found ? sqlite3_column_bytes(statement, 0) : 0;
    size_t column = 0;
    for (int i = 0; i < size && column < SEARCH_COLUMNS; i++) {
        lengths[column] = lengths[column] << 7 | (data[i] & 0x7FU);
        column += !(data[i] & 0x80);
    }
    sqlite3_reset(statement);
    sets_lengths(store->sets, row, lengths);
    return found;
}

static void count_words(const struct store *store, const struct search_text *text, int times)
{
    const char *const columns[SEARCH_COLUMNS] = {text->title, text->summary, text->tags, text->body};
    for (size_t i = 0; i < SEARCH_COLUMNS; i++)
        word_counts_add(store->words, columns[i], times);
}

static bool insert_search(const struct store *store, struct arena *arena, const struct case_study *study, size_t row)
{
    struct search_text text = search_text_of(arena, study, store->vocabularies);
    sqlite3_stmt *statement = sql(store->index, SQL_INSERT_SEARCH);
    sql_integer(statement, ":row", (int64_t)row);
    sql_text(statement, ":title", text.title);
    sql_text(statement, ":summary", text.summary);
    sql_text(statement, ":tags", text.tags);
    sql_text(statement, ":body", text.body);
    count_words(store, &text, 1);
    return sql_run(statement) && store_lengths(store, row);
}

static bool insert_tags(const struct store *store, struct arena *arena, const struct case_study *study, size_t row)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct words terms = case_terms(arena, study, &facets[i]);
        for (size_t j = 0; j < terms.count; j++) {
            sqlite3_stmt *statement = sql(store->index, SQL_INSERT_TAG);
            sql_text(statement, ":field", facets[i].key);
            sql_text(statement, ":term", terms.items[j]);
            sql_integer(statement, ":row", (int64_t)row);
            if (!sql_run(statement))
                return false;
            sets_add(store->sets, facets[i].key, terms.items[j], row);
        }
    }
    if (store_is_visible(store, study))
        sets_add(store->sets, "", "visible", row);
    return true;
}

static bool insert_mentions(const struct store *store, struct arena *arena, const struct case_study *study)
{
    struct references references = {0};
    references_add(arena, &references, study);
    for (size_t i = 0; i < references.count; i++) {
        const struct reference *reference = &references.items[i];
        sqlite3_stmt *statement = sql(store->index, SQL_INSERT_MENTION);
        sql_text(statement, ":from", study->id);
        sql_integer(statement, ":kind", reference->kind);
        sql_text(statement, ":to", reference->to);
        sql_integer(statement, ":line", (int64_t)reference->place.line);
        sql_integer(statement, ":column", (int64_t)reference->place.column);
        sql_integer(statement, ":length", (int64_t)reference->place.length);
        if (!sql_run(statement))
            return false;
    }
    return true;
}

bool store_case(const struct store *store, struct arena *arena, const struct case_study *study, const char *source,
                size_t size, bool outdated)
{
    if (!insert_case(store, study, source, size, outdated))
        return false;
    size_t row = (size_t)sqlite3_last_insert_rowid(store->index->db);
    return insert_search(store, arena, study, row) && insert_tags(store, arena, study, row) &&
           insert_mentions(store, arena, study) && dates_store(store->index, row, study);
}

static void forget_words(const struct store *store, struct arena *arena, size_t row)
{
    const char *texts[LENGTHS_COLUMNS];
    if (index_texts(store->index, arena, row, texts))
        count_words(store, &(struct search_text){texts[0], texts[1], texts[2], texts[3]}, -1);
}

static void forget_terms(const struct store *store, struct arena *arena, size_t row)
{
    sqlite3_stmt *statement = sql(store->index, SQL_ROW_TERMS);
    sql_integer(statement, ":row", (int64_t)row);
    struct words fields = {0};
    struct words terms = {0};
    while (sql_row(statement)) {
        words_add(arena, &fields, sql_column(arena, statement, 0));
        words_add(arena, &terms, sql_column(arena, statement, 1));
    }
    sqlite3_reset(statement);
    for (size_t i = 0; i < terms.count; i++)
        sets_remove(store->sets, fields.items[i], terms.items[i], row);
    sets_remove(store->sets, "", "visible", row);
    sets_lengths(store->sets, row, (uint32_t[SEARCH_COLUMNS]){0});
}

bool store_remove(const struct store *store, struct arena *arena, const char *id)
{
    static const enum statement_id deletions[] = {SQL_DELETE_SEARCH, SQL_DELETE_TAGS, SQL_DELETE_CASE};
    struct case_row row;
    if (!index_case(store->index, arena, id, &row))
        return true;
    forget_terms(store, arena, row.row);
    forget_words(store, arena, row.row);
    if (!dates_remove(store->index, row.row))
        return false;
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++) {
        sqlite3_stmt *statement = sql(store->index, deletions[i]);
        sql_integer(statement, ":row", (int64_t)row.row);
        if (!sql_run(statement))
            return false;
    }
    sqlite3_stmt *statement = sql(store->index, SQL_DELETE_MENTIONS);
    sql_text(statement, ":id", id);
    return sql_run(statement);
}

static bool store_vocabulary(const struct store *store, struct arena *arena, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        sqlite3_stmt *statement = sql(store->index, SQL_INSERT_TERM);
        sql_text(statement, ":vocabulary", vocabulary->name);
        sql_integer(statement, ":position", (int64_t)i);
        sql_text(statement, ":id", term->id);
        sql_text(statement, ":label", term->label);
        sql_text(statement, ":definition", term->definition);
        sql_text(statement, ":group", term->group);
        sql_text(statement, ":search_words", words_join(arena, &term->search_words, "\n"));
        sql_text(statement, ":shown_by", words_join(arena, &term->shown_by, "\n"));
        if (!sql_run(statement))
            return false;
    }
    return true;
}

static bool store_measures(const struct store *store)
{
    for (size_t i = 0; i < store->vocabularies->measure_count; i++) {
        const struct measure *measure = &store->vocabularies->measures[i];
        sqlite3_stmt *statement = sql(store->index, SQL_INSERT_MEASURE);
        sql_integer(statement, ":position", (int64_t)i);
        sql_text(statement, ":id", measure->id);
        sql_text(statement, ":label", measure->label);
        sql_text(statement, ":unit", measure->unit);
        sql_text(statement, ":better", measure->better);
        sql_text(statement, ":definition", measure->definition);
        if (!sql_run(statement))
            return false;
    }
    return true;
}

static bool store_setting(const struct store *store, const char *key, const char *value)
{
    sqlite3_stmt *statement = sql(store->index, SQL_INSERT_SETTING);
    sql_text(statement, ":key", key);
    sql_text(statement, ":value", value);
    return sql_run(statement);
}

bool store_surroundings(const struct store *store, struct arena *arena, const char *content_key)
{
    const struct settings *settings = store->settings;
    for (size_t i = 0; i < store->vocabularies->count; i++)
        if (!store_vocabulary(store, arena, &store->vocabularies->items[i]))
            return false;
    return synonyms_store(store->index, store->synonyms) && store_measures(store) &&
           store_setting(store, "content_key", content_key) && store_setting(store, "title", settings->title) &&
           store_setting(store, "publisher", settings->publisher) &&
           store_setting(store, "base_url", settings->base_url) &&
           store_setting(store, "repository", settings->repository) &&
           store_setting(store, "licence", settings->licence) && store_setting(store, "contact", settings->contact) &&
           store_setting(store, "review_months", arena_format(arena, "%d", settings->review_months)) &&
           store_setting(store, "require_review", settings->require_review ? "1" : "0");
}

bool store_finish(const struct store *store)
{
    return sets_store(store->sets) && word_counts_store(store->words);
}
