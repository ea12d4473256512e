#include "tests/bench/collection.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/file.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_study.h"
#include "indexer/index/index_create.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"
#include "indexer/index/update.h"

enum { COLLECTION_FILE_MAX = 1 << 30 };

static bool read_lines(struct arena *arena, const char *path, struct string_list *lines)
{
    struct file file = {0};
    enum file_status status = file_read(arena, path, COLLECTION_FILE_MAX, &file);
    if (status != FILE_DONE) {
        fprintf(stderr, "%s %s\n", path, file_status_text(status, file.reason));
        return false;
    }
    *lines = string_list_lines(arena, file.data);
    return true;
}

/* The columns of a line, cut at tabs. */
static size_t cut(struct arena *arena, const char *line, const char **columns, size_t most)
{
    size_t count = 0;
    for (char *rest = arena_string(arena, line); rest && count < most; count++) {
        columns[count] = rest;
        rest = count + 1 < most ? strchr(rest, '\t') : NULL;
        if (rest)
            *rest++ = '\0';
    }
    return count;
}

/* SQLite reads the JSON, so that this needs no reader of its own. */
static const char *json_text(struct arena *arena, sqlite3_stmt *statement, const char *line, const char *path)
{
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 1, line, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, path, -1, SQLITE_STATIC);
    return sqlite3_step(statement) == SQLITE_ROW ? arena_string(arena, (const char *)sqlite3_column_text(statement, 0))
                                                 : "";
}

/* Ids of cases are in small letters. */
static const char *lower(struct arena *arena, const char *id)
{
    char *copy = arena_string(arena, id);
    for (char *byte = copy; *byte; byte++)
        *byte = ascii_lower(*byte);
    return copy;
}

/* A case study with nothing but a title and a text: the rules for authors are set aside. */
static bool add_document(const struct store *store, sqlite3_stmt *reader, const char *line)
{
    struct arena arena = {0};
    struct case_study study = {.path = "", .gap_effect = "not-measured", .evidence = {.id = "e0", .reason = ""}};
    study.id = lower(&arena, json_text(&arena, reader, line, "$.id"));
    study.fields[CASE_TITLE] = (struct value){.kind = VALUE_TEXT, .text = json_text(&arena, reader, line, "$.title")};
    study.body.plain = json_text(&arena, reader, line, "$.text");
    bool done = *study.id && store_case(store, &arena, &study, "", 0, false);
    arena_free(&arena);
    return done;
}

static bool add_documents(struct index *index, struct arena *arena, const struct string_list *lines)
{
    const struct settings settings = {.title = "",
                                      .publisher = "",
                                      .base_url = "",
                                      .repository = "",
                                      .licence = "",
                                      .contact = "",
                                      .language = "",
                                      .headline = "",
                                      .colour = "",
                                      .as_of = ""};
    const struct vocabularies vocabularies = {0};
    const struct synonyms synonyms = {0};
    const struct known_words known_words = {0};
    struct store store = {
        index, row_sets_new(arena, index), word_counts_new(index), &vocabularies, &settings, &synonyms, &known_words};
    sqlite3_stmt *reader = NULL;
    bool done = sqlite3_prepare_v2(index->db, "SELECT json_extract(?1, ?2)", -1, &reader, NULL) == SQLITE_OK &&
                statement_run(statement_get(index, SQL_BEGIN)) && store_config(&store, arena, "");
    for (size_t i = 0; i < lines->count && done; i++)
        done = add_document(&store, reader, lines->items[i]);
    sqlite3_finalize(reader);
    done = done && store_finish(&store) && statement_run(statement_get(index, SQL_COMMIT));
    word_counts_free(store.words);
    return done;
}

static bool index_documents(struct arena *arena, const char *folder, const char *database)
{
    struct string_list lines = {0};
    struct index_status status;
    if (!read_lines(arena, file_join(arena, folder, "docs.jsonl"), &lines))
        return false;
    struct index *index = index_create(database, &status);
    if (index && add_documents(index, arena, &lines))
        return index_replace(index, database, &status);
    fprintf(stderr, "the documents of %s could not be indexed\n", folder);
    if (index)
        index_discard(index, NULL);
    return false;
}

static struct question *add_question(struct arena *arena, struct collection *collection, const char *id,
                                     const char *text)
{
    collection->questions = arena_grow(arena, collection->questions, collection->question_count,
                                       &collection->question_capacity, sizeof *collection->questions);
    struct question *question = &collection->questions[collection->question_count++];
    *question = (struct question){.id = id, .text = text};
    return question;
}

static void add_gain(struct arena *arena, struct question *question, const char *document, double gain)
{
    question->gains =
        arena_grow(arena, question->gains, question->gain_count, &question->gain_capacity, sizeof *question->gains);
    question->gains[question->gain_count++] = (struct gain){lower(arena, document), gain};
}

static struct question *find_question(struct collection *collection, const char *id)
{
    for (size_t i = 0; i < collection->question_count; i++)
        if (!strcmp(collection->questions[i].id, id))
            return &collection->questions[i];
    return NULL;
}

static void drop_unanswered(struct collection *collection)
{
    size_t kept = 0;
    for (size_t i = 0; i < collection->question_count; i++)
        if (collection->questions[i].gain_count)
            collection->questions[kept++] = collection->questions[i];
    collection->question_count = kept;
}

static bool read_questions(struct arena *arena, const char *folder, struct collection *collection)
{
    struct string_list queries = {0};
    struct string_list answers = {0};
    const char *columns[3] = {NULL};
    if (!read_lines(arena, file_join(arena, folder, "queries.tsv"), &queries) ||
        !read_lines(arena, file_join(arena, folder, "qrels.tsv"), &answers))
        return false;
    for (size_t i = 0; i < queries.count; i++)
        if (cut(arena, queries.items[i], columns, 2) == 2)
            add_question(arena, collection, columns[0], columns[1]);
    for (size_t i = 0; i < answers.count; i++) {
        struct question *question = NULL;
        if (cut(arena, answers.items[i], columns, 3) == 3)
            question = find_question(collection, columns[0]);
        if (question && strtod(columns[2], NULL) > 0)
            add_gain(arena, question, columns[1], strtod(columns[2], NULL));
    }
    drop_unanswered(collection);
    return true;
}

static bool open_index(const char *database, struct collection *collection)
{
    struct index_status status;
    collection->index = index_open(database, INDEX_READ, &status);
    return collection->index != NULL;
}

bool collection_read(struct arena *arena, const char *folder, const char *database, struct collection *collection)
{
    return index_documents(arena, folder, database) && read_questions(arena, folder, collection) &&
           open_index(database, collection);
}

static void add_row(struct arena *arena, struct collection *collection, const char *line)
{
    const char *columns[2] = {NULL};
    if (*line == '#' || cut(arena, line, columns, 2) != 2)
        return;
    const char *number = arena_format(arena, "%zu", collection->question_count + 1);
    struct question *question = add_question(arena, collection, number, columns[0]);
    for (const char *id = columns[1]; *id; id += strspn(id, ", ")) {
        size_t size = strcspn(id, ", \t");
        add_gain(arena, question, arena_copy(arena, id, size), 1);
        id += size;
    }
}

bool collection_of_catalogue(struct arena *arena, const char *root, const char *questions, const char *database,
                             struct collection *collection)
{
    struct string_list lines = {0};
    const struct update_options options = {.keep_going = true};
    struct update_counts counts;
    struct index_status status;
    struct diagnostics diagnostics = {0};
    if (!read_lines(arena, questions, &lines))
        return false;
    enum update_result result = index_update(root, database, &options, &counts, &status, &diagnostics);
    diagnostics_free(&diagnostics);
    for (size_t i = 0; i < lines.count; i++)
        add_row(arena, collection, lines.items[i]);
    return result == UPDATE_DONE && open_index(database, collection);
}
