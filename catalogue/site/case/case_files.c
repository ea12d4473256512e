#include "catalogue/site/case/case_files.h"

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "indexer/content/publicity.h"
#include "search-cli/present/case_data.h"
#include "search-cli/present/citation.h"

static void add_json(const struct case_study *study, const struct facts *facts, struct site_files *files)
{
    struct arena arena = {0};
    struct text *out = &site_files_add(files, path_case_data(&arena, study->id))->bytes;
    struct json json = json_writer(out, true);
    case_data_json(&json, study, facts);
    text_char(out, '\n');
    arena_free(&arena);
}

void case_citation(struct text *out, const struct site *site, const struct case_study *study, size_t format)
{
    struct arena arena = {0};
    struct url url = {""};
    bool has_address = url_absolute(&arena, site->base_url, path_case(&arena, study->id), &url);
    const struct citation citation = citation_of(study, site->settings, has_address ? url.address : "");
    citation_formats[format].write(out, &citation);
    arena_free(&arena);
}

void case_table_lines(struct text *out, const struct site *site, enum case_table table, const struct case_study *study,
                      const struct facts *facts)
{
    struct arena arena = {0};
    case_csv_lines(out, table, study, facts, url_case(&arena, site->base_url, study->id));
    arena_free(&arena);
}

static void add_lines(const struct site *site, const struct case_study *study, const struct facts *facts,
                      struct site_files *files)
{
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        case_table_lines(&site_files_add_part(files, path_table(table))->bytes, site, table, study, facts);
}

void case_files(const struct site *site, const struct case_row *row, const struct case_study *study,
                struct site_files *files)
{
    struct arena arena = {0};
    enum publicity publicity = publicity_of(row->review_status, site->settings->require_review);
    const struct fact_context context = case_fact_context(site);
    const struct facts facts = facts_of(&arena, study, &context);
    case_page(site, row, study, &facts, files);
    /* Of a withdrawn case only the reason stays, on its page. */
    if (publicity_is_open(publicity))
        add_json(study, &facts, files);
    if (publicity == PUBLICITY_LISTED)
        case_compare_data(site, study, &facts, &site->similar[row->row], files);
    if (bitset_has(&site->visible, row->row))
        add_lines(site, study, &facts, files);
    arena_free(&arena);
}
