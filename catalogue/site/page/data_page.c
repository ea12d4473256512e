#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/json_ld.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/case_csv.h"
#include "search-cli/present/format.h"
#include "search-cli/present/schema.h"
#include "search-cli/report/reports.h"

const struct download downloads[DOWNLOADS] = {
    {path_cases_csv, CASES_FILE, "text/csv",
     PHRASE("A table for spreadsheets: a line for each case study, with its tags as ids and in words, partners, cost, "
            "results "
            "in words, contact, sources and address.")},
    {path_outcomes_csv, OUTCOMES_FILE, "text/csv",
     PHRASE(
         "The figures: a line for each outcome, with both sides, published effects and their ranges, and the source.")},
    {path_partners_csv, PARTNERS_FILE, "text/csv",
     PHRASE("Who worked together: a line for each partner of each case study, with its type and its part.")},
    {path_adoptions_csv, ADOPTIONS_FILE, "text/csv",
     PHRASE("Where else it was taken up: a line for each place, with the year, how it went, and what was changed.")},
    {path_whole_json, "catalogue.json", "application/json",
     PHRASE("Everything: every field of every case study, what is computed from them, and the text.")},
    {path_database, "catalogue.db", "application/vnd.sqlite3",
     PHRASE(
         "The index that the catalogue command searches, in one SQLite file: catalogue search --database catalogue.db "
         "asthma. Any SQLite 3 opens it.")},
    {path_schema, "case-study.schema.json", "application/schema+json",
     PHRASE("The fields that the front matter of a case study may have, as a JSON Schema for editors and programs.")},
};

void data_page(const struct site *site, const size_t sizes[DOWNLOADS], struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    struct json_ld_file of_dataset[DOWNLOADS];
    for (size_t i = 0; i < DOWNLOADS; i++)
        of_dataset[i] = (struct json_ld_file){downloads[i].path, downloads[i].type};
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_data,
                                    .title = say("Download the data"),
                                    .description = say("The whole catalogue as files for spreadsheets and programs."),
                                    .data = json_ld_dataset(&arena, site, of_dataset, DOWNLOADS)});
    html_open(&frame.html, HTML_DIV);
    html_class(&frame.html, "prose");
    html_element(&frame.html, HTML_P, "lead",
                 arena_format(&frame.arena, say("%s, to use again under the licence that each names."),
                              frame_cases(&frame, bitset_size(&site->visible))));
    html_open(&frame.html, HTML_DL);
    html_class(&frame.html, "terms");
    for (size_t i = 0; i < DOWNLOADS; i++) {
        html_open(&frame.html, HTML_DT);
        frame_link(&frame, downloads[i].path, downloads[i].title);
        html_text(&frame.html, arena_format(&frame.arena, " (%s)", format_bytes(&frame.arena, sizes[i])));
        html_close(&frame.html, HTML_DT);
        html_element(&frame.html, HTML_DD, NULL, say(downloads[i].what));
    }
    html_close(&frame.html, HTML_DL);
    html_open(&frame.html, HTML_P);
    frame_link(&frame, path_codebook, say("What each column of the tables holds"));
    html_close(&frame.html, HTML_P);
    html_element(&frame.html, HTML_P, NULL,
                 say("Each case study's own page links to the same data for that case alone."));
    html_close(&frame.html, HTML_DIV);
    frame_close(&frame);
    arena_free(&arena);
}

static const char *const heads[] = {PHRASE("Column"), PHRASE("What it holds"), PHRASE("Terms")};

static void write_head(struct html *html)
{
    html_open_as(html, HTML_THEAD, "rowgroup");
    html_open_as(html, HTML_TR, "row");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_open_as(html, HTML_TH, "columnheader");
        html_attribute(html, "scope", "col");
        html_text(html, say(heads[i]));
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
}

/* The facet whose pages list the terms of a vocabulary, or NULL. */
static const struct facet *facet_of(const char *vocabulary)
{
    for (size_t i = 0; vocabulary && i < FACET_COUNT; i++) {
        if (facets[i].vocabulary && strcmp(facets[i].vocabulary, vocabulary) == 0)
            return &facets[i];
    }
    return NULL;
}

static void write_terms(struct frame *frame, const struct csv_column *column)
{
    const struct facet *facet = facet_of(column->vocabulary);
    const struct vocabulary *vocabulary =
        column->vocabulary ? vocabulary_find(frame->site->vocabularies, column->vocabulary) : NULL;
    html_open_as(&frame->html, HTML_TD, "cell");
    if (facet || vocabulary)
        html_attribute(&frame->html, "data-label", say(heads[2])); /* before it where rows are stacked */
    if (facet) {
        frame_link(frame, path_facet(&frame->arena, facet), say(facet->label));
    } else if (vocabulary) {
        struct string_list ids = {0};
        for (size_t i = 0; i < vocabulary->count; i++)
            string_list_add(&frame->arena, &ids, vocabulary->terms[i].id);
        html_text(&frame->html, string_list_join(&frame->arena, &ids, ", "));
    }
    html_close(&frame->html, HTML_TD);
}

static void write_column(struct frame *frame, const struct csv_column *column)
{
    struct html *html = &frame->html;
    html_open_as(html, HTML_TR, "row");
    html_open_as(html, HTML_TH, "rowheader");
    html_attribute(html, "scope", "row");
    html_text(html, column->key);
    html_close(html, HTML_TH);
    html_open_as(html, HTML_TD, "cell");
    html_text(html, format_sentence(&frame->arena, format_capital(&frame->arena, say(column->about))));
    html_close(html, HTML_TD);
    write_terms(frame, column);
    html_close(html, HTML_TR);
}

static void write_table(struct frame *frame, enum case_table table, const struct download *download)
{
    struct csv_columns columns = case_csv_columns(&frame->arena, table);
    struct html_mark section = frame_section(frame, path_slug(&frame->arena, download->title), download->title);
    html_element(&frame->html, HTML_P, NULL, say(download->what));
    frame_scroll_box(frame, arena_format(&frame->arena, say("Columns of %s"), download->title));
    html_open_as(&frame->html, HTML_TABLE, "table");
    html_class(&frame->html, "report");
    write_head(&frame->html);
    html_open_as(&frame->html, HTML_TBODY, "rowgroup");
    for (size_t i = 0; i < columns.count; i++)
        write_column(frame, &columns.items[i]);
    html_close(&frame->html, HTML_TBODY);
    html_close_to(&frame->html, section);
}

/* Where it is counted how many cells are empty, if the site has that. */
static void write_filled(struct frame *frame)
{
    const struct report_kind *quality = &report_kinds[REPORT_QUALITY];
    const char *path = path_report(&frame->arena, quality->name);
    if (!site_has(frame->site, path))
        return;
    html_open(&frame->html, HTML_P);
    frame_say(
        frame,
        arena_format(&frame->arena, say("Which answers are missing, and in how many case studies: %s."), SAY_FIRST),
        &(struct said_link){frame_url(frame, path), say(quality->label)});
    html_close(&frame->html, HTML_P);
}

void codebook_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_codebook,
                                    .title = say("What the columns hold"),
                                    .description =
                                        say("The codebook of the tables: each column, what it holds, and its terms."),
                                    .crumbs = {{say("Download the data"), path_data}}});
    html_element(
        &frame.html, HTML_P, "lead",
        say("An empty cell says that the case study does not say. Several terms in one cell are parted by semicolons; "
            "figures stand as the case study has them."));
    write_filled(&frame);
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        write_table(&frame, table, &downloads[table]);
    frame_close(&frame);
}

void schema_file(const struct site *site, struct site_files *files)
{
    schema_json(&site_files_add(files, path_schema)->bytes, site->vocabularies);
}
