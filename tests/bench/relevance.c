/*
 * How well search finds what is wanted, beside plain FTS5 on the same documents.
 *
 *   relevance [COLLECTION]
 *
 * COLLECTION is a folder with docs.jsonl, queries.tsv and qrels.tsv; without it the real content is asked
 * the questions of tests/questions.tsv. In the environment: RUN names a file for the ranking in TREC's form,
 * TYPOS is a seed, and each query then gets one mistake in its longest word. MISSES=1 lists the questions
 * whose first answer is not wanted.
 */
#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/text.h"
#include "indexer/index/tokens.h"
#include "search-cli/search.h"
#include "tests/bench/collection.h"
#include "tests/bench/measures.h"

enum { DEPTH = 1000, RUN_DEPTH = 100 };

/* What both engines rank with, for one question. */
struct ranked {
    struct string_list ids;
    double scores[DEPTH];
};

/*
 * The questions of collections are prose, not written in the query language: a quotation mark there does not ask for a
 * phrase that must hold, a dash excludes nothing. What would be an operator becomes a blank.
 */
static const char *without_operators(struct arena *arena, const char *query)
{
    char *plain = arena_string(arena, query);
    for (char *byte = plain; *byte; byte++)
        if (strchr("\"()|*:", *byte) || (strchr("+-", *byte) && (byte == plain || byte[-1] == ' ')))
            *byte = ' ';
    return plain;
}

static void rank_ours(struct index *index, struct arena *arena, const char *query, struct ranked *ranked)
{
    const struct search_request request = {
        .query = query, .query_size = strlen(query), .limit = DEPTH, .no_snippets = true};
    const struct search_answer *answer = search(index, arena, &request);
    for (size_t i = 0; answer && i < answer->result_count; i++) {
        ranked->scores[i] = answer->results[i].score;
        string_list_add(arena, &ranked->ids, answer->results[i].study.id);
    }
}

/* FTS5 as it comes: bm25, all words of the query with OR between. */
static void rank_plain(struct index *index, struct arena *arena, const char *query, struct ranked *ranked)
{
    static const char statement_text[] =
        "SELECT cases.id, -bm25(search) FROM search JOIN cases ON cases.row = search.rowid "
        "WHERE search MATCH ?1 ORDER BY bm25(search), cases.id LIMIT ?2";
    struct tokenizer *tokenizer = tokenizer_open(index);
    struct tokens tokens = tokens_read(tokenizer, arena, query, strlen(query));
    struct text match = {0};
    for (size_t i = 0; i < tokens.count; i++)
        text_format(&match, "%s\"%s\"", i ? " OR " : "", tokens.items[i].word);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(index->db, statement_text, -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, text_string(&match), -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 2, DEPTH);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        ranked->scores[ranked->ids.count] = sqlite3_column_double(statement, 1);
        string_list_add(arena, &ranked->ids, arena_string(arena, (const char *)sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    text_free(&match);
    tokenizer_close(tokenizer);
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

/* One insertion, deletion, replacement or swap behind the first letter of the longest word. */
static const char *mistype(struct arena *arena, const char *query, unsigned *seed)
{
    size_t start = 0;
    size_t longest = 0;
    for (size_t at = 0; query[at];) {
        size_t size = 0;
        while (isalpha((unsigned char)query[at + size]))
            size++;
        if (size > longest) {
            longest = size;
            start = at;
        }
        at += size ? size : 1;
    }
    if (longest < 3)
        return query;
    unsigned kind = next_random(seed) % 4;
    size_t at = start + 1 + next_random(seed) % (longest - (kind == 3 ? 2 : 1));
    char letter = (char)('a' + next_random(seed) % 26);
    struct text typed = {0};
    text_append(&typed, query, at);
    if (kind == 0 || kind == 1)
        text_char(&typed, letter);
    if (kind == 3)
        text_char(&typed, query[at + 1]);
    if (kind == 3)
        text_char(&typed, query[at]);
    text_add(&typed, query + at + (kind == 0 ? 0 : kind == 3 ? 2 : 1));
    const char *copy = arena_string(arena, typed.data);
    text_free(&typed);
    return copy;
}

static void write_run(FILE *run, const struct question *question, const struct ranked *ranked)
{
    for (size_t i = 0; run && i < ranked->ids.count && i < RUN_DEPTH; i++)
        fprintf(run, "%s Q0 %s %zu %.9f catalogue\n", question->id, ranked->ids.items[i], i + 1, ranked->scores[i]);
}

static void print_row(const char *name, const struct measures *measures, bool has_gains)
{
    if (has_gains)
        printf("%-12s nDCG@10 %.4f  MAP %.4f  recall@100 %.4f\n", name, measures->ndcg, measures->map,
               measures->recall);
    else
        printf("%-12s first wanted %.3f  all wanted in five %.3f  nDCG@10 %.4f\n", name, measures->first,
               measures->in_five, measures->ndcg);
}

static void list_miss(const struct question *question, const char *asked, const struct ranked *ranked,
                      const struct measures *measures)
{
    if (!getenv("MISSES") || (measures->first > 0 && measures->in_five > 0))
        return;
    printf("%s%s: %s\n   wanted:", measures->first > 0 ? "" : "FIRST ", question->id, asked);
    for (size_t i = 0; i < question->gain_count; i++)
        printf(" %s", question->gains[i].document);
    printf("\n   came:  ");
    for (size_t i = 0; i < ranked->ids.count && i < 5; i++)
        printf(" %s", ranked->ids.items[i]);
    printf("\n");
}

static void ask_all(struct collection *collection, FILE *run, bool has_gains)
{
    const char *typos = getenv("TYPOS");
    typos = typos && *typos ? typos : NULL;
    unsigned seed = typos ? (unsigned)strtoul(typos, NULL, 10) * 2654435761U : 0;
    struct measures ours = {0};
    struct measures plain = {0};
    double share = 1 / (double)collection->question_count;
    for (size_t i = 0; i < collection->question_count; i++) {
        const struct question *question = &collection->questions[i];
        struct arena arena = {0};
        struct ranked our_list = {0};
        struct ranked plain_list = {0};
        const char *asked = typos ? mistype(&arena, question->text, &seed) : question->text;
        if (has_gains)
            asked = without_operators(&arena, asked);
        rank_ours(collection->index, &arena, asked, &our_list);
        rank_plain(collection->index, &arena, asked, &plain_list);
        struct measures one = measure(question, &our_list.ids);
        struct measures other = measure(question, &plain_list.ids);
        measures_add(&ours, &one, share);
        measures_add(&plain, &other, share);
        write_run(run, question, &our_list);
        list_miss(question, asked, &our_list, &one);
        arena_free(&arena);
    }
    printf("%zu questions%s%s\n", collection->question_count, typos ? ", mistyped with seed " : "", typos ? typos : "");
    print_row("catalogue", &ours, has_gains);
    print_row("plain FTS5", &plain, has_gains);
}

int main(int argument_count, char **arguments)
{
    struct arena arena = {0};
    struct collection collection = {0};
    char folder[] = "/tmp/relevance-XXXXXX";
    const char *run_path = getenv("RUN");
    if (!mkdtemp(folder))
        return 2;
    const char *database = arena_format(&arena, "%s/catalogue.db", folder);
    bool is_collection = argument_count > 1 && *arguments[1];
    bool read = is_collection ? collection_read(&arena, arguments[1], database, &collection)
                              : collection_of_catalogue(&arena, ".", "tests/questions.tsv", database, &collection);
    FILE *run = read && run_path && *run_path ? fopen(run_path, "w") : NULL;
    if (read)
        ask_all(&collection, run, is_collection);
    bool written = !run || fclose(run) == 0;
    index_close(collection.index);
    unlink(database);
    rmdir(folder);
    arena_free(&arena);
    return read && written ? 0 : 2;
}
