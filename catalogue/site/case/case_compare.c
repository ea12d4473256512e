#include "catalogue/site/case/case_files.h"

#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "indexer/base/json.h"
#include "indexer/base/phrases.h"
#include "search-cli/compare.h"
#include "search-cli/present/citation.h"

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

/* What a list is told by, and what can be taken away of it, each as it stands in a file of one case. */
static void write_more(struct json *json, const struct site *site, const struct case_study *study,
                       const struct facts *facts)
{
    static const struct {
        const char *key;
        size_t format;
    } citations[] = {{"bib", CITATION_BIBTEX}, {"ris", CITATION_RIS}, {"json", CITATION_CSL}};
    struct arena arena = {0};
    struct text text = {0};
    struct url url;
    json_object_open(json);
    json_key(json, "summary");
    json_string(json, case_text(study, CASE_SUMMARY, ""));
    if (url_absolute(&arena, site->base_url, path_case(&arena, study->id), &url)) {
        json_key(json, "address");
        json_string(json, url.address);
    }
    for (size_t i = 0; i < sizeof citations / sizeof *citations; i++) {
        text_clear(&text);
        case_citation(&text, site, study, citations[i].format);
        json_key(json, citations[i].key);
        json_string(json, text_string(&text));
    }
    text_clear(&text);
    case_table_lines(&text, site, TABLE_CASES, study, facts);
    json_key(json, "csv");
    json_string(json, text_string(&text));
    json_object_close(json);
    text_free(&text);
    arena_free(&arena);
}

/* What a section is called, its text, and its name in the file where that is another. */
static void write_sections(struct json *json, const struct case_study *study)
{
    json_array_open(json);
    for (size_t i = 0; i < study->body.section_count; i++) {
        const struct markdown_section *section = &study->body.sections[i];
        json_array_open(json);
        json_string(json, say(section->heading));
        json_string(json, section->content.html);
        if (strcmp(say(section->heading), section->heading) != 0)
            json_string(json, section->heading);
        json_array_close(json);
    }
    json_array_close(json);
}

/*
 * catalogue_compare("id", "title", rows, similar, more): what the pages' script is handed, each part as JSON; and
 * behind it catalogue_text("id", sections), which the single file has in the page of the case.
 */
void case_compare_data(const struct site *site, const struct case_study *study, const struct facts *facts,
                       const struct similar_cases *similar, struct site_files *files)
{
    struct arena arena = {0};
    struct site_file *file = site_files_add(files, path_compare_case(&arena, study->id));
    struct text *out = &file->bytes;
    const struct fact_context context = case_fact_context(site);
    struct comparison comparison = compare_make(&arena, &study, 1, &context);
    text_format(out, "catalogue_compare(\"%s\",", study->id);
    struct json json = json_writer(out, false);
    json_string(&json, case_text(study, CASE_TITLE, ""));
    text_char(out, ',');
    json = json_writer(out, false);
    write_rows(&json, &comparison);
    text_char(out, ',');
    json = json_writer(out, false);
    write_similar(&json, similar);
    text_char(out, ',');
    json = json_writer(out, false);
    write_more(&json, site, study, facts);
    text_add(out, ");\n");
    file->body_end = out->size;
    text_format(out, "catalogue_text(\"%s\",", study->id);
    json = json_writer(out, false);
    write_sections(&json, study);
    text_add(out, ");\n");
    arena_free(&arena);
}
