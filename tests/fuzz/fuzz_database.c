/*
 * An index with any bytes in any place: each question has an answer that can be printed, or the index says that it failed.
 * The input is a byte that says which question, for one costs as much as opening what was changed, and a row of changes:
 * three bytes for where, one for how many, and these.
 */
#include <fcntl.h>
#include <unistd.h>

#include "catalogue/printable.h"
#include "indexer/base/file.h"
#include "indexer/index/page_sums.h"
#include "indexer/index/queries.h"
#include "search-cli/counts.h"
#include "search-cli/present/case_data.h"
#include "search-cli/present/facts.h"
#include "search-cli/present/print.h"
#include "search-cli/search.h"
#include "search-cli/similar.h"
#include "tests/fuzz/golden.h"

enum { HEAD = 4, CHANGE_MOST = 32, DATABASE_MOST = 64 * 1024 * 1024 };

typedef void print_function(struct text *out, const struct search_answer *answer, const struct print_style *style);

static struct arena kept;
static const char *path;
static struct file good;
static int descriptor;

static void leave_nothing(void)
{
    golden_remove(&kept, path);
    arena_free(&kept);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count;
    (void)arguments;
    path = golden_make(&kept);
    fuzz_must(file_read(&kept, path, DATABASE_MOST, &good) == FILE_DONE, "the index can be read");
    atexit(leave_nothing);
    descriptor = open(path, O_RDWR | O_CLOEXEC);
    fuzz_must(descriptor >= 0, "the index can be written");
    return 0;
}

/* Gives the pages that were changed the sums of what they hold now, so that the questions get to it. */
static void sum_anew(size_t at, size_t end)
{
    unsigned char page[PAGE_SIZE];
    for (at -= at % PAGE_SIZE; at < end; at += PAGE_SIZE) {
        fuzz_must(pread(descriptor, page, PAGE_SIZE, (off_t)at) == PAGE_SIZE, "a page can be read");
        page_sums_put(page, at);
        fuzz_must(pwrite(descriptor, page, PAGE_SIZE, (off_t)at) == PAGE_SIZE, "a page can be written");
    }
}

/* Makes the changes, or with `undo` what was there before. */
static void change(const uint8_t *data, size_t size, bool undo)
{
    while (size > HEAD) {
        size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % good.size;
        size_t count = data[3] % CHANGE_MOST + 1;
        count = count < size - HEAD ? count : size - HEAD;
        count = count < good.size - at ? count : good.size - at;
        const void *bytes = undo ? (const void *)(good.data + at) : (const void *)(data + HEAD);
        fuzz_must(pwrite(descriptor, bytes, count, (off_t)at) == (ssize_t)count, "the index can be changed");
        sum_anew(at, at + count);
        data += HEAD + count;
        size -= HEAD + count;
    }
}

static void ask(struct index *index, struct arena *arena, const char *words, print_function *print, struct text *out)
{
    const struct print_style style = {.vocabularies = index_vocabularies(index), .index = index, .width = 80};
    const struct search_request request = {.query = words, .query_size = strlen(words), .limit = 10};
    const struct search_answer *answer = search(index, arena, &request);
    if (answer)
        print(out, answer, &style);
}

static void show(struct index *index, struct arena *arena, const char *id, struct text *out)
{
    const struct case_study *study = index_case_study(index, arena, id);
    if (!study)
        return;
    const struct fact_context context = fact_context_of(index);
    const struct facts facts = facts_of(arena, study, &context);
    struct json json = json_writer(out, true);
    case_data_json(&json, study, &facts);
}

static void question(struct index *index, struct arena *arena, uint8_t which, struct text *out)
{
    static print_function *const prints[] = {print_json, print_text, print_csv};
    enum { PRINTS = sizeof prints / sizeof *prints, QUERIES = 2 };
    static const char *const queries[QUERIES] = {"blood pressure", "region:london -x"};
    size_t number = which % (PRINTS * QUERIES + 1);
    if (number < PRINTS * QUERIES)
        ask(index, arena, queries[number / PRINTS], prints[number % PRINTS], out);
    else
        show(index, arena, "barbers", out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct text out = {0};
    struct index_status status;
    if (!size)
        return 0;
    change(data + 1, size - 1, false);
    struct index *index = index_open(path, INDEX_READ, &status);
    fuzz_must(index || status.state != INDEX_GOOD, "what is not opened is refused with a reason");
    if (index) {
        question(index, &arena, data[0], &out);
        fuzz_must(!index_failed(index) || *index_failure_text(&arena, index), "a failure has words");
    }
    index_close(index);
    change(data + 1, size - 1, true);
    printable_make(&out, false);
    fuzz_must_be_shown(text_string(&out));
    text_free(&out);
    arena_free(&arena);
    return 0;
}
