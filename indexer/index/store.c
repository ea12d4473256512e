#include "indexer/index/store.h"

#include <string.h>

#include "indexer/base/hash.h"
#include "indexer/content/case_outline.h"
#include "indexer/content/case_parts.h"
#include "indexer/content/publicity.h"
#include "indexer/content/references.h"
#include "indexer/index/dates.h"
#include "indexer/index/known_word_rows.h"
#include "indexer/index/lengths.h"
#include "indexer/index/numbers.h"
#include "indexer/index/queries.h"
#include "indexer/index/search_text.h"
#include "indexer/index/statements.h"
#include "indexer/index/stem_exceptions.h"
#include "indexer/index/synonym_rows.h"

/* The row of a case alone: its number; 0 when it could not be stored. */
static size_t insert_row(const struct store *store, const struct case_study *study, const char *source, size_t size,
                         bool outdated)
{
    size_t of = 0;
    struct statement *statement = statement_get(store->index, SQL_INSERT_CASE);
    bind_text(statement, ":id", study->id);
    bind_text(statement, ":path", study->path);
    bind_text(statement, ":title", case_text(study, CASE_TITLE, ""));
    bind_text(statement, ":summary", case_text(study, CASE_SUMMARY, ""));
    bind_text(statement, ":place", case_text(study, CASE_PLACE, ""));
    bind_text(statement, ":published", case_text(study, CASE_PUBLISHED, ""));
    bind_text(statement, ":stage", case_text(study, CASE_STAGE, ""));
    bind_text(statement, ":result", case_text(study, CASE_RESULT, ""));
    bind_text(statement, ":evaluation", case_text(study, CASE_EVALUATION, ""));
    bind_text(statement, ":evidence", study->evidence.id);
    bind_text(statement, ":gap_effect", study->gap_effect);
    bind_text(statement, ":review_status", case_review_status(study));
    bind_text(statement, ":newest_date", case_newest_date(study));
    bind_integer(statement, ":completeness", (int64_t)case_completeness(study, &of));
    bind_integer(statement, ":outline", (int64_t)case_outline(study));
    bind_integer(statement, ":outdated", outdated);
    bind_integer(statement, ":source_hash", (int64_t)hash_bytes(HASH_START, source, size));
    return statement_run(statement) ? statement_inserted_row(statement) : 0;
}

/* With its source. */
static size_t insert_case(const struct store *store, const struct case_study *study, const char *source, size_t size,
                          bool outdated)
{
    size_t row = insert_row(store, study, source, size, outdated);
    if (!row)
        return 0;
    struct statement *statement = statement_get(store->index, SQL_INSERT_SOURCE);
    bind_integer(statement, ":row", (int64_t)row);
    bind_bytes_as_text(statement, ":source", source, size);
    return statement_run(statement) ? row : 0;
}

bool store_lengths(const struct store *store, size_t row)
{
    uint32_t lengths[TEXT_COLUMNS] = {0};
    struct statement *statement = statement_get(store->index, SQL_DOCUMENT_SIZES);
    bind_integer(statement, ":row", (int64_t)row);
    size_t size = 0;
    const unsigned char *data = statement_row(statement) ? statement_bytes(statement, 0, &size) : NULL;
    if (!lengths_decode(data, size, lengths))
        index_is_damaged(store->index);
    statement_end(statement);
    row_sets_lengths(store->sets, row, lengths);
    return !index_failed(store->index);
}

void store_count_words(const struct store *store, const struct search_text *text, int times)
{
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        word_counts_add(store->words, text->columns[i], times);
}

static bool store_words(const struct store *store, struct arena *arena, size_t row, const struct search_text *text)
{
    struct statement *statement = statement_get(store->index, SQL_INSERT_SEARCH);
    const char *marked[TEXT_COLUMNS];
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        marked[i] = tokens_mark(word_counts_tokenizer(store->words), arena, text->columns[i]);
    bind_integer(statement, ":row", (int64_t)row);
    bind_text(statement, ":title", marked[TEXT_TITLE]);
    bind_text(statement, ":summary", marked[TEXT_SUMMARY]);
    bind_text(statement, ":tags", marked[TEXT_TAGS]);
    bind_text(statement, ":body", marked[TEXT_BODY]);
    store_count_words(store, text, 1);
    return statement_run(statement) && store_lengths(store, row);
}

static bool insert_search(const struct store *store, struct arena *arena, const struct case_study *study, size_t row)
{
    struct search_text text = search_text_of(arena, study, store->vocabularies);
    return store_words(store, arena, row, &text);
}

bool store_tag(const struct store *store, size_t row, const char *field, const char *term)
{
    struct statement *statement = statement_get(store->index, SQL_INSERT_TAG);
    bind_text(statement, ":field", field);
    bind_text(statement, ":term", term);
    bind_integer(statement, ":row", (int64_t)row);
    row_sets_add(store->sets, field, term, row);
    return statement_run(statement);
}

void store_visible(const struct store *store, size_t row, bool is_visible)
{
    /* The set has room for each row, so that it is there even when all its rows are hidden. */
    row_sets_add(store->sets, "", "visible", row);
    if (!is_visible)
        row_sets_remove(store->sets, "", "visible", row);
}

static bool insert_terms(const struct store *store, size_t row, const char *field, const struct string_list *terms)
{
    for (size_t i = 0; i < terms->count; i++)
        if (!store_tag(store, row, field, terms->items[i]))
            return false;
    return true;
}

static bool insert_tags(const struct store *store, struct arena *arena, const struct case_study *study, size_t row)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct string_list terms = case_terms(arena, study, &facets[i]);
        if (!insert_terms(store, row, facets[i].key, &terms))
            return false;
    }
    struct string_list parts = case_parts_of(arena, study);
    struct string_list measures = case_measures_of(arena, study);
    if (!insert_terms(store, row, case_parts_key, &parts) || !insert_terms(store, row, case_measures_key, &measures))
        return false;
    store_visible(store, row,
                  publicity_of(case_review_status(study), store->settings->require_review) == PUBLICITY_LISTED);
    return true;
}

static bool insert_mentions(const struct store *store, struct arena *arena, const struct case_study *study)
{
    struct references references = {0};
    references_add(arena, &references, study);
    for (size_t i = 0; i < references.count; i++) {
        const struct reference *reference = &references.items[i];
        struct statement *statement = statement_get(store->index, SQL_INSERT_MENTION);
        bind_text(statement, ":from_id", study->id);
        bind_integer(statement, ":kind", reference->kind);
        bind_text(statement, ":to_id", reference->to);
        bind_integer(statement, ":line", (int64_t)reference->place.line);
        bind_integer(statement, ":column", (int64_t)reference->place.column);
        bind_integer(statement, ":length", (int64_t)reference->place.length);
        if (!statement_run(statement))
            return false;
    }
    return true;
}

bool store_case(const struct store *store, struct arena *arena, const struct case_study *study, const char *source,
                size_t size, bool outdated)
{
    size_t row = insert_case(store, study, source, size, outdated);
    return row && insert_search(store, arena, study, row) && insert_tags(store, arena, study, row) &&
           insert_mentions(store, arena, study) && dates_store(store->index, row, study) &&
           numbers_store(store->index, row, study);
}

static void forget_words(const struct store *store, struct arena *arena, size_t row)
{
    struct search_text text;
    if (index_texts(store->index, arena, row, text.columns))
        store_count_words(store, &text, -1);
}

static void forget_terms(const struct store *store, struct arena *arena, size_t row)
{
    struct statement *statement = statement_get(store->index, SQL_ROW_TERMS);
    bind_integer(statement, ":row", (int64_t)row);
    struct string_list fields = {0};
    struct string_list terms = {0};
    while (statement_row(statement)) {
        string_list_add(arena, &fields, statement_text(arena, statement, 0));
        string_list_add(arena, &terms, statement_text(arena, statement, 1));
    }
    statement_end(statement);
    for (size_t i = 0; i < terms.count; i++)
        row_sets_remove(store->sets, fields.items[i], terms.items[i], row);
    row_sets_remove(store->sets, "", "visible", row);
    row_sets_lengths(store->sets, row, (uint32_t[TEXT_COLUMNS]){0});
}

bool store_remove_all_but_texts(const struct store *store, struct arena *arena, const struct case_row *row)
{
    static const enum statement_id deletions[] = {SQL_DELETE_TAGS, SQL_DELETE_SOURCE, SQL_DELETE_CASE};
    forget_terms(store, arena, row->row);
    forget_words(store, arena, row->row);
    if (!dates_remove(store->index, row->row) || !numbers_remove(store->index, row->row))
        return false;
    for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++)
        if (!statement_run_of_row(store->index, deletions[i], row->row))
            return false;
    struct statement *statement = statement_get(store->index, SQL_DELETE_MENTIONS);
    bind_text(statement, ":id", row->id);
    return statement_run(statement);
}

bool store_remove(const struct store *store, struct arena *arena, const char *id)
{
    struct case_row row;
    if (!index_case(store->index, arena, id, &row))
        return !index_failed(store->index);
    return store_remove_all_but_texts(store, arena, &row) &&
           statement_run_of_row(store->index, SQL_DELETE_SEARCH, row.row);
}

static bool store_vocabulary(const struct store *store, struct arena *arena, const struct vocabulary *vocabulary)
{
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        struct statement *statement = statement_get(store->index, SQL_INSERT_TERM);
        bind_text(statement, ":vocabulary", vocabulary->name);
        bind_integer(statement, ":position", (int64_t)i);
        bind_text(statement, ":id", term->id);
        bind_text(statement, ":label", term->label);
        bind_text(statement, ":definition", term->definition);
        bind_text(statement, ":group", term->group);
        bind_text(statement, ":search_words", string_list_join(arena, &term->search_words, "\n"));
        bind_text(statement, ":shown_by", string_list_join(arena, &term->shown_by, "\n"));
        bind_text(statement, ":acts", term->acts);
        bind_integer(statement, ":first", term->first);
        if (!statement_run(statement))
            return false;
    }
    return true;
}

static bool store_measures(const struct store *store)
{
    for (size_t i = 0; i < store->vocabularies->measure_count; i++) {
        const struct measure *measure = &store->vocabularies->measures[i];
        struct statement *statement = statement_get(store->index, SQL_INSERT_MEASURE);
        bind_integer(statement, ":position", (int64_t)i);
        bind_text(statement, ":id", measure->id);
        bind_text(statement, ":label", measure->label);
        bind_text(statement, ":unit", measure->unit);
        bind_text(statement, ":better", measure->better);
        bind_text(statement, ":definition", measure->definition);
        if (!statement_run(statement))
            return false;
    }
    return true;
}

static bool store_setting(const struct store *store, const char *key, const char *value)
{
    struct statement *statement = statement_get(store->index, SQL_INSERT_SETTING);
    bind_text(statement, ":key", key);
    bind_text(statement, ":value", value);
    return statement_run(statement);
}

bool store_config(const struct store *store, struct arena *arena, const char *content_key)
{
    const struct settings *settings = store->settings;
    /* Before all that is cut into words. */
    if (!store_setting(store, stem_exceptions_setting, string_list_join(arena, &store->known_words->families, "\n")))
        return false;
    for (size_t i = 0; i < store->vocabularies->count; i++)
        if (!store_vocabulary(store, arena, &store->vocabularies->items[i]))
            return false;
    return synonyms_store(store->index, store->synonyms) &&
           known_words_store(store->index, store->known_words, store->vocabularies) && store_measures(store) &&
           store_setting(store, "content_key", content_key) && store_setting(store, "title", settings->title) &&
           store_setting(store, "publisher", settings->publisher) &&
           store_setting(store, "base_url", settings->base_url) &&
           store_setting(store, "repository", settings->repository) &&
           store_setting(store, "licence", settings->licence) && store_setting(store, "contact", settings->contact) &&
           store_setting(store, "language", settings->language) &&
           store_setting(store, "headline", settings->headline) && store_setting(store, "colour", settings->colour) &&
           store_setting(store, "as_of", settings->as_of) &&
           store_setting(store, "review_months", arena_format(arena, "%d", settings->review_months)) &&
           store_setting(store, "require_review", settings->require_review ? "1" : "0");
}

bool store_finish(const struct store *store)
{
    return row_sets_store(store->sets) && word_counts_store(store->words) && !index_failed(store->index);
}
