/*
 * A whole case study on its way to the site: what passes the check becomes a page, data, what the comparison loads, and
 * lines of tables. All of it can be shown, JSON is JSON, and no tag of the page comes from the file.
 */
#include "catalogue/site/case/case_files.h"
#include "catalogue/site/model/site.h"
#include "indexer/base/json_read.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/source.h"
#include "tests/fuzz/golden.h"

static struct arena kept;
static struct index *golden;
static struct site site;
static const struct case_row *stands;

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    struct diagnostics diagnostics = {0};
    struct index_status status;
    const char *path = golden_make(&kept);
    (void)count;
    (void)arguments;
    golden = index_open(path, INDEX_READ, &status);
    golden_remove(&kept, path);
    fuzz_must(golden && site_open(&site, golden, "tests/golden", "https://site.example/", &diagnostics),
              "the small site opens");
    struct inverted *words = site_read(&site, golden);
    fuzz_must(words != NULL, "the small site has words");
    inverted_free(words);
    diagnostics_free(&diagnostics);
    stands = site_case(&site, "barbers");
    fuzz_must(stands != NULL, "the small site has the barbers");
    return 0;
}

static bool is_of(const char *path, const char *ending)
{
    size_t size = strlen(path);
    size_t length = strlen(ending);
    return size > length && strcmp(path + size - length, ending) == 0;
}

/* Neither texts nor the values of attributes have these signs as they are. */
static bool is_in_tag(const char *page, const char *at)
{
    while (at > page && *at != '<' && *at != '>')
        at--;
    return *at == '<';
}

/* What only a hostile file would bring into a page: tags that the site has none of, and addresses that run. */
static void look_at_page(const char *page)
{
    static const char *const never[] = {"<iframe",        "<object",      "<embed",   "<base",
                                        "=\"javascript:", "=\"vbscript:", " onerror="};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        for (const char *at = page; (at = strstr(at, never[i])); at++)
            fuzz_must(!is_in_tag(page, at), never[i]);
}

static void look_at(const struct site_file *file)
{
    const char *text = text_string(&file->bytes);
    struct arena arena = {0};
    struct json_problem problem;
    fuzz_must(strlen(text) == file->bytes.size, "no NUL is in what is written");
    fuzz_must_be_shown(text);
    if (is_of(file->path, ".html") && !file->is_part)
        look_at_page(text);
    if (is_of(file->path, ".json") && !file->is_part)
        fuzz_must(json_read(&arena, text, file->bytes.size, &problem) != NULL, "JSON is JSON");
    arena_free(&arena);
}

/* Its row, as the index would have it. */
static struct case_row row_of(const struct case_study *study)
{
    struct case_row row = *stands;
    row.title = case_text(study, CASE_TITLE, "");
    row.summary = case_text(study, CASE_SUMMARY, "");
    row.place = case_text(study, CASE_PLACE, "");
    return row;
}

static void publish(const struct case_study *study)
{
    struct site_files files = {0};
    const struct case_row row = row_of(study);
    case_files(&site, &row, study, &files);
    fuzz_must(files.count > 0, "each case has a page");
    for (size_t i = 0; i < files.count; i++)
        look_at(files.items[i]);
    site_files_free(&files);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    const char *text = (const char *)data;
    const struct case_context context = {.vocabularies = site.vocabularies};
    diagnostics_file(&diagnostics, stands->path, text, size);
    if (source_guard(text, size, CASE_FILE_MAX, &diagnostics)) {
        const struct case_study *study = case_parse(&arena, stands->path, text, size, site.vocabularies, &diagnostics);
        case_check(&arena, study, &context, &diagnostics);
        if (!diagnostics.errors)
            publish(case_parse(&arena, stands->path, text, size, site.vocabularies, NULL));
    }
    diagnostics_free(&diagnostics);
    arena_free(&arena);
    return 0;
}
