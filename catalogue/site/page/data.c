#include "catalogue/site/page/pages.h"

#include "catalogue/reports/case_data.h"
#include "catalogue/reports/citation.h"
#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/publish/public_database.h"
#include "indexer/content/publicity.h"
#include "search-cli/present/format.h"

/* What can be downloaded whole. */
static const struct {
    const char *path;
    const char *title;
    const char *what;
} downloads[] = {
    {"data/catalogue.json", "catalogue.json",
     "Everything: every field of every case study, what is computed from them, and the text."},
    {public_database_path, "catalogue.db",
     "The index that the catalogue command searches, in one SQLite file: catalogue search --database catalogue.db "
     "asthma. "
     "Any SQLite 3 opens it."},
    {"data/case-studies.csv", "case-studies.csv",
     "A table for spreadsheets: one line for each case study, its tags and dates."},
};

/* What is gathered while each case is read once. */
struct whole {
    struct text json_text;
    struct json json;
    struct text csv;
};

static void open_whole(struct whole *whole, const struct site *site)
{
    struct json *json = &whole->json;
    *json = json_writer(&whole->json_text, true);
    json_object_open(json);
    json_member_integer(json, "format_version", CASE_DATA_VERSION);
    json_member_string(json, "title", site->settings->title);
    json_member_string(json, "publisher", site->settings->publisher);
    json_member_string(json, "licence", site->settings->licence);
    json_member_string(json, "as_of", site->as_of);
    json_key(json, "case_studies");
    json_array_open(json);
    case_data_csv_head(&whole->csv);
}

static void close_whole(struct whole *whole, struct site *site)
{
    json_array_close(&whole->json);
    json_object_close(&whole->json);
    text_char(&whole->json_text, '\n');
    output_write(site->output, downloads[0].path, whole->json_text.data, whole->json_text.size);
    output_write(site->output, downloads[2].path, whole->csv.data, whole->csv.size);
    text_free(&whole->json_text);
    text_free(&whole->csv);
}

static void write_case_json(struct site *site, struct arena *arena, const struct case_study *study,
                            const struct facts *facts)
{
    struct text out = {0};
    struct json json = json_writer(&out, true);
    case_data_json(&json, study, facts);
    text_char(&out, '\n');
    output_write(site->output, path_case_data(arena, study->id), out.data, out.size);
    text_free(&out);
}

static void write_citations(struct site *site, struct arena *arena, const struct case_study *study)
{
    const struct settings *settings = site->settings;
    struct url url = {""};
    bool has_address = url_absolute(arena, site->base_url, path_case(arena, study->id), &url);
    const struct citation citation = {.id = study->id,
                                      .title = case_text(study, CASE_TITLE, ""),
                                      .publisher = *settings->publisher ? settings->publisher : settings->title,
                                      .collection = settings->title,
                                      .published = case_text(study, CASE_PUBLISHED, ""),
                                      .address = has_address ? url.address : "",
                                      .abstract = case_text(study, CASE_SUMMARY, ""),
                                      .licence = case_text(study, CASE_LICENCE, settings->licence)};
    for (size_t i = 0; i < CITATION_FORMATS; i++) {
        struct text out = {0};
        citation_formats[i].write(&out, &citation);
        output_write(site->output, path_citation(arena, study->id, citation_formats[i].extension), out.data, out.size);
        text_free(&out);
    }
}

/* Of a withdrawn case only the reason stays, on its page; archived ones are not counted. */
static void write_case_files(struct site *site, struct whole *whole, const struct case_row *row)
{
    struct arena arena = {0};
    bool is_withdrawn = publicity_of(row->review_status, site->settings->require_review) == PUBLICITY_WITHDRAWN;
    const struct case_study *study = is_withdrawn ? NULL : index_case_study(site->index, &arena, row->id);
    struct facts facts = {0};
    if (study) {
        const struct fact_context context = case_fact_context(site);
        facts = facts_of(&arena, study, &context);
        write_case_json(site, &arena, study, &facts);
        write_citations(site, &arena, study);
    }
    if (study && bitset_has(&site->visible, row->row)) {
        case_data_json(&whole->json, study, &facts);
        case_data_csv(&whole->csv, study, &facts);
    }
    arena_free(&arena);
}

static void write_page(struct site *site, size_t cases)
{
    struct frame frame;
    frame_open(&frame, site,
               &(struct frame_head){.path = path_data,
                                    .title = "Download the data",
                                    .description = "The whole catalogue as files for spreadsheets and programs."});
    html_open(&frame.html, HTML_DIV);
    html_class(&frame.html, "prose");
    html_element(
        &frame.html, HTML_P, "lead",
        arena_format(&frame.arena, "%s, to use again under the licence that each names.", frame_cases(&frame, cases)));
    html_open(&frame.html, HTML_DL);
    html_class(&frame.html, "downloads");
    for (size_t i = 0; i < sizeof downloads / sizeof *downloads; i++) {
        html_open(&frame.html, HTML_DT);
        frame_link(&frame, downloads[i].path, downloads[i].title);
        html_close(&frame.html, HTML_DT);
        html_element(&frame.html, HTML_DD, NULL, downloads[i].what);
    }
    html_close(&frame.html, HTML_DL);
    html_element(&frame.html, HTML_P, NULL, "Each case study's own page links to the same data for that case alone.");
    html_close(&frame.html, HTML_DIV);
    frame_close(&frame);
}

void data_write(struct site *site)
{
    struct arena arena = {0};
    struct whole whole = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->published, 0, 0);
    open_whole(&whole, site);
    for (size_t i = 0; i < cases.count; i++)
        write_case_files(site, &whole, &cases.items[i]);
    close_whole(&whole, site);
    public_database_write(site);
    write_page(site, bitset_size(&site->visible));
    arena_free(&arena);
}
