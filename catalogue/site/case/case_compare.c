#include "catalogue/site/case/case_files.h"

#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/json.h"
#include "search-cli/compare.h"

static void write_rows(struct json *json, const struct comparison *comparison)
{
    json_array_open(json);
    for (size_t i = 0; i < comparison->row_count; i++) {
        const struct compare_row *row = &comparison->rows[i];
        if (strcmp(row->key, "title") == 0) /* it heads the column */
            continue;
        json_array_open(json);
        json_string(json, row->key);
        json_string(json, row->label);
        json_array_open(json);
        for (size_t j = 0; j < row->cells[0].count; j++)
            json_string(json, row->cells[0].items[j]);
        json_array_close(json);
        json_array_close(json);
    }
    json_array_close(json);
}

static void write_similar(struct json *json, const struct similar_cases *similar)
{
    json_array_open(json);
    for (size_t i = 0; i < similar->count; i++) {
        json_array_open(json);
        json_string(json, similar->items[i].study.id);
        json_string(json, similar->items[i].study.title);
        json_array_close(json);
    }
    json_array_close(json);
}

/* catalogue_compare("id", "title", rows, similar): what the page's script is handed, each part as JSON. */
void case_compare_data(const struct site *site, const struct case_study *study, const struct similar_cases *similar,
                       struct site_files *files)
{
    struct arena arena = {0};
    struct text *out = &site_files_add(files, path_compare_case(&arena, study->id))->bytes;
    const struct fact_context context = case_fact_context(site);
    struct comparison comparison = compare_make(&arena, &study, 1, &context);
    text_format(out, "catalogue_compare(\"%s\",", study->id);
    struct json title = json_writer(out, false);
    json_string(&title, case_text(study, CASE_TITLE, ""));
    text_char(out, ',');
    struct json rows = json_writer(out, false);
    write_rows(&rows, &comparison);
    text_char(out, ',');
    struct json others = json_writer(out, false);
    write_similar(&others, similar);
    text_add(out, ");\n");
    arena_free(&arena);
}
