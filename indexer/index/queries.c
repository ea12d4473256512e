#include "indexer/index/queries.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/base/hash.h"
#include "indexer/base/phrases.h"
#include "indexer/content/built_in_terms.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/case_parts.h"
#include "indexer/content/publicity.h"
#include "indexer/index/statements.h"
#include "indexer/index/stem_exceptions.h"

static void read_case(struct arena *arena, struct statement *statement, struct case_row *row)
{
    *row = (struct case_row){
        .row = statement_size(statement, 0),
        .id = statement_text(arena, statement, 1),
        .path = statement_text(arena, statement, 2),
        .title = statement_text(arena, statement, 3),
        .summary = statement_text(arena, statement, 4),
        .place = statement_text(arena, statement, 5),
        .published = statement_text(arena, statement, 6),
        .stage = statement_text(arena, statement, 7),
        .result = statement_text(arena, statement, 8),
        .evaluation = statement_text(arena, statement, 9),
        .evidence = statement_text(arena, statement, 10),
        .gap_effect = statement_text(arena, statement, 11),
        .review_status = statement_text(arena, statement, 12),
        .completeness = statement_size(statement, 13),
        .outline = (uint64_t)statement_integer(statement, 14),
        .outdated = statement_size(statement, 15) != 0,
        .source_hash = (uint64_t)statement_integer(statement, 16),
    };
}

static bool one_case(struct arena *arena, struct statement *statement, struct case_row *row)
{
    bool found = statement_row(statement);
    if (found)
        read_case(arena, statement, row);
    statement_end(statement);
    return found;
}

bool index_case(struct index *index, struct arena *arena, const char *id, struct case_row *row)
{
    struct statement *statement = statement_get(index, SQL_CASE_BY_ID);
    bind_text(statement, ":id", id);
    return one_case(arena, statement, row);
}

/* Whoever names a row has it from the index, so one that is not there is damage. */
static bool must_be_there(struct index *index, bool found)
{
    if (!found)
        index_is_damaged(index);
    return found;
}

bool index_case_at(struct index *index, struct arena *arena, size_t row, struct case_row *out)
{
    struct statement *statement = statement_get(index, SQL_CASE_BY_ROW);
    bind_integer(statement, ":row", (int64_t)row);
    return must_be_there(index, one_case(arena, statement, out));
}

const char *index_case_id(struct index *index, struct arena *arena, size_t row)
{
    struct statement *statement = statement_get(index, SQL_CASE_ID);
    bind_integer(statement, ":row", (int64_t)row);
    const char *id = must_be_there(index, statement_row(statement)) ? statement_text(arena, statement, 0) : "";
    statement_end(statement);
    return id;
}

struct case_rows index_cases(struct index *index, struct arena *arena, enum case_order order, const struct bitset *only)
{
    static const enum statement_id statements[] = {
        [ORDER_ID] = SQL_CASES_BY_ID,
        [ORDER_NEWEST] = SQL_CASES_NEWEST,
        [ORDER_TITLE] = SQL_CASES_BY_TITLE,
        [ORDER_EVIDENCE] = SQL_CASES_BY_EVIDENCE,
    };
    struct case_rows rows = {0};
    size_t capacity = 0;
    struct statement *statement = statement_get(index, statements[order]);
    while (statement_row(statement)) {
        if (only && !bitset_has(only, statement_size(statement, 0)))
            continue;
        rows.items = arena_grow(arena, rows.items, rows.count, &capacity, sizeof *rows.items);
        read_case(arena, statement, &rows.items[rows.count++]);
    }
    statement_end(statement);
    return rows;
}

size_t *index_rows_in_order(struct index *index, struct arena *arena, enum case_order order, size_t *count)
{
    static const enum statement_id statements[] = {
        [ORDER_ID] = SQL_ROWS_BY_ID,
        [ORDER_NEWEST] = SQL_ROWS_NEWEST,
        [ORDER_TITLE] = SQL_ROWS_BY_TITLE,
        [ORDER_EVIDENCE] = SQL_ROWS_BY_EVIDENCE,
    };
    size_t *rows = NULL;
    size_t capacity = 0;
    struct statement *statement = statement_get(index, statements[order]);
    *count = 0;
    while (statement_row(statement)) {
        rows = arena_grow(arena, rows, *count, &capacity, sizeof *rows);
        rows[(*count)++] = statement_size(statement, 0);
    }
    statement_end(statement);
    return rows;
}

/* The source of a row that begins with it and its hash, while the row stands. False and NULL when it is not what was stored. */
static bool read_source(struct index *index, struct statement *row, const char **source, size_t *size)
{
    *source = statement_text_here(row, 0);
    *size = strlen(*source);
    bool same = hash_bytes(HASH_START, *source, *size) == (uint64_t)statement_integer(row, 1);
    if (!must_be_there(index, same))
        *source = NULL;
    return same;
}

const char *index_case_source(struct index *index, struct arena *arena, const char *id, size_t *size)
{
    struct statement *statement = statement_get(index, SQL_CASE_SOURCE);
    const char *source = NULL;
    bind_text(statement, ":id", id);
    if (statement_row(statement) && read_source(index, statement, &source, size))
        source = arena_copy(arena, source, *size);
    statement_end(statement);
    return source;
}

void index_each_source(struct index *index, void (*each)(void *context, size_t row, const char *data, size_t size),
                       void *context)
{
    struct statement *statement = statement_get(index, SQL_SOURCES);
    const char *source = NULL;
    size_t size = 0;
    while (statement_row(statement) && read_source(index, statement, &source, &size))
        each(context, statement_size(statement, 2), source, size);
    statement_end(statement);
}

/* It could be read when it was stored; what cannot now was changed by something else. */
struct case_study *index_case_study(struct index *index, struct arena *arena, const char *id)
{
    struct case_row row;
    size_t size = 0;
    const char *source = index_case(index, arena, id, &row) ? index_case_source(index, arena, id, &size) : NULL;
    struct diagnostics told = {0};
    struct case_study *study =
        source ? case_parse_stored(arena, row.path, source, size, index_vocabularies(index), &told) : NULL;
    index->studies_read += source != NULL;
    if (source && !must_be_there(index, !told.errors))
        study = NULL;
    diagnostics_free(&told);
    return study;
}

static struct string_list terms_of(struct statement *statement, struct arena *arena, const char *field)
{
    struct string_list terms = {0};
    bind_text(statement, ":field", field);
    while (statement_row(statement))
        string_list_add(arena, &terms, statement_text(arena, statement, 0));
    statement_end(statement);
    return terms;
}

struct string_list index_case_terms(struct index *index, struct arena *arena, size_t row, const char *field)
{
    struct statement *statement = statement_get(index, SQL_CASE_TERMS);
    bind_integer(statement, ":row", (int64_t)row);
    return terms_of(statement, arena, field);
}

struct string_list index_field_terms(struct index *index, struct arena *arena, const char *field)
{
    return terms_of(statement_get(index, SQL_FIELD_TERMS), arena, field);
}

void index_all_case_terms(struct index *index, struct arena *arena, size_t row, struct string_list *terms)
{
    struct statement *statement = statement_get(index, SQL_ROW_TERMS);
    const struct facet *facet = NULL;
    bind_integer(statement, ":row", (int64_t)row);
    while (statement_row(statement)) {
        const char *field = statement_text_here(statement, 0);
        if (strcmp(field, case_parts_key) == 0 || strcmp(field, case_measures_key) == 0)
            continue;
        if (!facet || strcmp(facet->key, field) != 0)
            facet = facet_find(field); /* several terms of a field stand together */
        if (must_be_there(index, facet != NULL))
            string_list_add(arena, &terms[facet - facets], statement_text(arena, statement, 1));
    }
    statement_end(statement);
}

bool index_texts(struct index *index, struct arena *arena, size_t row, const char *texts[TEXT_COLUMNS])
{
    struct statement *statement = statement_get(index, SQL_SEARCH_TEXT);
    bind_integer(statement, ":row", (int64_t)row);
    bool found = must_be_there(index, statement_row(statement));
    for (int column = 0; found && column < TEXT_COLUMNS; column++)
        texts[column] = stems_unmarked(arena, statement_text(arena, statement, column));
    statement_end(statement);
    return found;
}

/* Whole words of 64 bits, at least one, and no row beyond the last there can be. */
static bool is_row_set(size_t size)
{
    return size && size % 8 == 0 && size <= STATEMENT_ROW_MAX / 8 + 1;
}

struct bitset index_term_rows(struct index *index, struct arena *arena, const char *field, const char *term)
{
    struct bitset rows = {0};
    struct statement *statement = statement_get(index, SQL_TERM_ROWS);
    bind_text(statement, ":field", field);
    bind_text(statement, ":term", term);
    if (statement_row(statement)) {
        size_t size = 0;
        const unsigned char *bytes = statement_bytes(statement, 0, &size);
        if (must_be_there(index, is_row_set(size)))
            rows = bitset_load(arena, bytes, size);
    }
    statement_end(statement);
    return rows;
}

struct bitset index_visible_rows(struct index *index, struct arena *arena)
{
    struct bitset rows = index_term_rows(index, arena, "", "visible");
    /* Which is there, and may be empty, once there is a case (row_sets.c). */
    must_be_there(index, rows.count || !index_case_count(index));
    return rows;
}

struct bitset index_id_rows(struct index *index, struct arena *arena, const char *beginning)
{
    struct bitset rows = {0};
    struct statement *statement = statement_get(index, SQL_ID_ROWS);
    bind_text(statement, ":id", beginning);
    while (statement_row(statement))
        bitset_add(arena, &rows, statement_size(statement, 0));
    statement_end(statement);
    return rows;
}

struct bitset index_published_rows(struct index *index, struct arena *arena)
{
    struct bitset rows = {0};
    bool require_review = index_settings(index)->require_review;
    struct statement *statement = statement_get(index, SQL_REVIEW_STATES);
    while (statement_row(statement))
        if (publicity_of(statement_text_here(statement, 1), require_review) != PUBLICITY_HIDDEN)
            bitset_add(arena, &rows, statement_size(statement, 0));
    statement_end(statement);
    return rows;
}

struct bitset index_listed_rows(struct index *index, struct arena *arena)
{
    struct bitset published = index_published_rows(index, arena);
    struct bitset listed = index_visible_rows(index, arena);
    bitset_and(&listed, &published);
    return listed;
}

static struct references read_mentions(struct index *index, struct arena *arena, struct statement *statement)
{
    struct references references = {0};
    while (statement_row(statement)) {
        references.items =
            arena_grow(arena, references.items, references.count, &references.capacity, sizeof *references.items);
        struct reference *reference = &references.items[references.count++];
        reference->from = statement_text(arena, statement, 0);
        reference->kind = (enum reference_kind)statement_size(statement, 1);
        reference->to = statement_text(arena, statement, 2);
        reference->place =
            (struct place){statement_size(statement, 3), statement_size(statement, 4), statement_size(statement, 5)};
        reference->path = arena_format(arena, "content/case-studies/%s.md", reference->from);
        if (!must_be_there(index, statement_size(statement, 1) <= REFERENCE_ALIAS))
            references.count--;
    }
    statement_end(statement);
    return references;
}

struct references index_mentions_of(struct index *index, struct arena *arena, const char *id)
{
    struct statement *statement = statement_get(index, SQL_MENTIONS_TO);
    bind_text(statement, ":id", id);
    return read_mentions(index, arena, statement);
}

struct references index_all_mentions(struct index *index, struct arena *arena)
{
    return read_mentions(index, arena, statement_get(index, SQL_ALL_MENTIONS));
}

/* More than the number of vocabularies that fields name and a catalogue adds. */
enum { VOCABULARIES_MAX = 128 };

/* What the program brings is said in the language in use; what the catalogue brings is in its own. */
static void load_terms(struct arena *arena, struct statement *statement, struct vocabulary *vocabulary)
{
    size_t capacity = 0;
    bool is_built_in = built_in_vocabulary(vocabulary->name);
    while (statement_row(statement)) {
        vocabulary->terms =
            arena_grow(arena, vocabulary->terms, vocabulary->count, &capacity, sizeof *vocabulary->terms);
        vocabulary->terms[vocabulary->count++] = (struct term){
            .id = statement_text(arena, statement, 0),
            .label = is_built_in ? say(statement_text(arena, statement, 1)) : statement_text(arena, statement, 1),
            .definition = is_built_in ? say(statement_text(arena, statement, 2)) : statement_text(arena, statement, 2),
            .group = statement_text(arena, statement, 3),
            .search_words = string_list_lines(arena, statement_text(arena, statement, 4)),
            .shown_by = string_list_lines(arena, statement_text(arena, statement, 5)),
            .acts = statement_text(arena, statement, 6),
            .first = statement_size(statement, 7) > 0,
        };
    }
    statement_end(statement);
}

/* A vocabulary is read when it is first asked for: a search needs a few of them. One without terms is none, ever. */
static const struct vocabulary *find_vocabulary(void *from, const char *name)
{
    struct index *index = from;
    struct vocabularies *all = index->vocabularies;
    struct vocabulary vocabulary = {.name = name};
    if (all->count == VOCABULARIES_MAX)
        return NULL;
    struct statement *statement = statement_get(index, SQL_TERMS);
    bind_text(statement, ":vocabulary", name);
    load_terms(&index->arena, statement, &vocabulary);
    if (!vocabulary.count)
        return NULL;
    vocabulary.name = arena_string(&index->arena, name);
    all->items[all->count] = vocabulary;
    return &all->items[all->count++];
}

static void load_measures(struct index *index, struct vocabularies *all)
{
    struct arena *arena = &index->arena;
    struct statement *statement = statement_get(index, SQL_MEASURES);
    size_t capacity = 0;
    while (statement_row(statement)) {
        all->measures = arena_grow(arena, all->measures, all->measure_count, &capacity, sizeof *all->measures);
        all->measures[all->measure_count++] =
            (struct measure){statement_text(arena, statement, 0), statement_text(arena, statement, 1),
                             statement_text(arena, statement, 2), statement_text(arena, statement, 3),
                             statement_text(arena, statement, 4)};
    }
    statement_end(statement);
}

const struct vocabularies *index_vocabularies(struct index *index)
{
    if (index->vocabularies)
        return index->vocabularies;
    struct vocabularies *all = arena_alloc(&index->arena, sizeof *all);
    all->items = arena_array(&index->arena, VOCABULARIES_MAX, sizeof *all->items);
    all->source = (struct vocabulary_source){find_vocabulary, index};
    index->vocabularies = all;
    load_measures(index, all);
    return all;
}

void index_forget_vocabularies(struct index *index)
{
    index->vocabularies = NULL;
}

const struct vocabularies *index_all_vocabularies(struct index *index)
{
    struct vocabularies *all = arena_alloc(&index->arena, sizeof *all);
    const struct vocabularies *one_by_one = index_vocabularies(index);
    struct string_list names = {0};
    struct statement *statement = statement_get(index, SQL_VOCABULARIES);
    while (statement_row(statement))
        string_list_add(&index->arena, &names, statement_text(&index->arena, statement, 0));
    statement_end(statement);
    *all = (struct vocabularies){.measures = one_by_one->measures, .measure_count = one_by_one->measure_count};
    all->items = arena_array(&index->arena, names.count, sizeof *all->items);
    for (size_t i = 0; i < names.count; i++) {
        const struct vocabulary *vocabulary = vocabulary_find(one_by_one, names.items[i]);
        if (vocabulary)
            all->items[all->count++] = *vocabulary;
    }
    return all;
}

static const char *setting(struct index *index, const char *key)
{
    struct statement *statement = statement_get(index, SQL_SETTING);
    bind_text(statement, ":key", key);
    const char *value =
        must_be_there(index, statement_row(statement)) ? statement_text(&index->arena, statement, 0) : "";
    statement_end(statement);
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
        .language = setting(index, "language"),
        .headline = setting(index, "headline"),
        .colour = setting(index, "colour"),
        .as_of = setting(index, "as_of"),
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

/*
 * The newest date that two case studies reach, of those that all may read: one mistyped year moves nothing. Of one
 * alone it is its own.
 */
static const char *day_of_cases(struct index *index)
{
    bool require_review = index_settings(index)->require_review;
    struct statement *statement = statement_get(index, SQL_NEWEST_DATES);
    const char *day = "";
    for (size_t found = 0; found < 2 && statement_row(statement);) {
        const char *date = statement_text(&index->arena, statement, 0);
        const char *status = statement_text(&index->arena, statement, 1);
        if (!*date)
            break;
        if (!publicity_is_open(publicity_of(status, require_review)))
            continue;
        day = date;
        found++;
    }
    statement_end(statement);
    return day;
}

const char *index_as_of(struct index *index)
{
    const char *day = day_of_epoch(&index->arena);
    const char *set = index_settings(index)->as_of;
    return day ? day : *set ? set : day_of_cases(index);
}

size_t index_case_count(struct index *index)
{
    struct statement *statement = statement_get(index, SQL_CASE_COUNT);
    size_t count = statement_row(statement) ? statement_size(statement, 0) : 0;
    statement_end(statement);
    return count;
}
