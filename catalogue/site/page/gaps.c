#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/gap_table.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/parts/shades.h"
#include "catalogue/site/report/report_write.h"
#include "indexer/base/phrases.h"
#include "search-cli/report/matrix_report.h"
#include "search-cli/report/reports.h"

/*
 * The gap map: first its holes, then all terms at a glance; groups against groups, and on opening the terms of one group
 * against groups; and for each pair of groups a page with all their terms and the cases. Other fields that are crossed
 * have a page each.
 */

/* More columns than so many reach over both sides of the text. */
enum { CASES_SHOWN = 12, COLUMNS_WITHIN = 32 };

static struct url to_pair_of_groups(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    return frame_url(frame, path_gap(&frame->arena, matrix->down.entries[row].id, matrix->across.entries[column].id));
}

/* A term against a group: the page of the term's own group. */
static struct url to_page_of_term(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    return frame_url(frame,
                     path_gap(&frame->arena, matrix->down.entries[row].group, matrix->across.entries[column].id));
}

/* The cases of a pair of terms, on the page of their groups. */
static struct url to_cell(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    const char *path = path_gap(&frame->arena, matrix->down.entries[row].group, matrix->across.entries[column].group);
    return frame_url(frame, path_at(&frame->arena, path, gap_anchor(&frame->arena, matrix, row, column)));
}

/* The search for the cases that have both terms. */
static struct url to_search(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    const char *query =
        arena_format(&frame->arena, "%s:%s %s:%s", matrix->down.facet->key, matrix->down.entries[row].id,
                     matrix->across.facet->key, matrix->across.entries[column].id);
    return url_query(&frame->arena, frame_url(frame, path_search), "q", query);
}

static const char *to_row_term(struct frame *frame, const struct matrix *matrix, size_t row)
{
    return path_term(&frame->arena, matrix->down.facet, matrix->down.entries[row].id, 1);
}

static const char *to_column_term(struct frame *frame, const struct matrix *matrix, size_t column)
{
    return path_term(&frame->arena, matrix->across.facet, matrix->across.entries[column].id, 1);
}

static void write_cell_cases(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    const struct matrix_cell *cell = matrix_at(matrix, row, column);
    struct html *html = &frame->html;
    if (!cell->tally.count)
        return;
    html_open(html, HTML_H3);
    html_id(html, gap_anchor(&frame->arena, matrix, row, column));
    html_format(html, say("%s and %s"), matrix->down.entries[row].label, matrix->across.entries[column].label);
    html_close(html, HTML_H3);
    html_open(html, HTML_P);
    html_class(html, "note");
    html_format(html, say("%s: %s. Best known: %s."), frame_cases(frame, cell->tally.count),
                tally_directions(&frame->arena, &cell->tally),
                vocabulary_label(frame->site->vocabularies, "evidence", cell->tally.best_evidence));
    html_close(html, HTML_P);
    struct case_rows cases = site_cases(frame->site, &frame->arena, ORDER_EVIDENCE, &cell->rows, CASES_SHOWN, 0);
    listing_titles(frame, &cases, LISTING_PLACE_LAST);
    if (cell->tally.count > CASES_SHOWN) {
        html_open(html, HTML_P);
        frame_say(
            frame, arena_format(&frame->arena, say("More are among those on %s."), SAY_FIRST),
            &(struct said_link){frame_url(frame, to_row_term(frame, matrix, row)), matrix->down.entries[row].label});
        html_close(html, HTML_P);
    }
}

static void write_empty_pairs_of(struct frame *frame, const struct matrix *matrix, size_t row)
{
    struct html *html = &frame->html;
    size_t count = 0;
    for (size_t column = 0; column < matrix->across.count; column++) {
        if (matrix_at(matrix, row, column)->tally.count)
            continue;
        if (!count++) {
            html_open(html, HTML_LI);
            html_element(html, HTML_STRONG, NULL, matrix->down.entries[row].label);
        }
        if (count == 1) {
            html_text(html, ": ");
            html_lead(html, say("no case study for"));
        } else {
            html_text(html, "; ");
        }
        if (site_has(frame->site, path_contribute))
            html_link(html, gap_to_form(frame, matrix, row, column), matrix->across.entries[column].label);
        else
            html_text(html, matrix->across.entries[column].label);
    }
    if (count) {
        html_text(html, ".");
        html_close(html, HTML_LI);
    }
}

static void write_empty_pairs(struct frame *frame, const struct matrix *matrix)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DETAILS);
    html_element(html, HTML_SUMMARY, NULL, say("The gaps in words"));
    html_open(html, HTML_UL);
    for (size_t row = 0; row < matrix->down.count; row++)
        write_empty_pairs_of(frame, matrix, row);
    html_close(html, HTML_UL);
    html_close(html, HTML_DETAILS);
}

static bool has_gaps(const struct matrix *matrix)
{
    for (size_t i = 0; i < matrix->down.count * matrix->across.count; i++) {
        if (!matrix->cells[i].tally.count)
            return true;
    }
    return false;
}

void gap_pair_page(const struct site *site, const struct matrix_entry *down, const struct matrix_entry *across,
                   struct site_files *files)
{
    struct arena arena = {0};
    struct matrix_axis rows = matrix_terms(&arena, &site->counts[0], down->id);
    struct matrix_axis columns = matrix_terms(&arena, &site->counts[2], across->id);
    struct matrix matrix = site_matrix(site, &arena, rows, columns);
    const char *title = arena_format(&arena, say("%s and %s"), down->label, across->label);
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_gap(&arena, down->id, across->id),
                                    .title = title,
                                    .description = arena_format(&arena, say("Gap map, term by term: %s."), title),
                                    .crumbs = {{say("Gap map"), path_gaps}}});
    html_element(
        &frame.html, HTML_P, "lead",
        say("Each figure is a number of case studies and leads to them. An empty, striped cell is a hole, and leads to "
            "the form in which you can tell of work that fills it."));
    gap_table_write(&frame, &(struct gap_table){.matrix = &matrix,
                                                .caption = title,
                                                .compact = true,
                                                .terms = true,
                                                .cell_url = to_cell,
                                                .row_path = to_row_term,
                                                .column_path = to_column_term});
    shades_legend(&frame);
    if (has_gaps(&matrix))
        write_empty_pairs(&frame, &matrix);
    frame_section(&frame, "cases", say("Case studies, pair by pair"));
    for (size_t i = 0; i < rows.count * columns.count; i++)
        write_cell_cases(&frame, &matrix, i / columns.count, i % columns.count);
    html_close(&frame.html, HTML_SECTION);
    frame_close(&frame);
    arena_free(&arena);
}

static void write_group_details(struct frame *frame, const struct matrix_axis *across, const struct matrix_entry *group)
{
    const struct site *site = frame->site;
    struct matrix_axis terms = matrix_terms(&frame->arena, &site->counts[0], group->id);
    struct matrix matrix = site_matrix(site, &frame->arena, terms, *across);
    html_open(&frame->html, HTML_DETAILS);
    html_element(&frame->html, HTML_SUMMARY, NULL, arena_format(&frame->arena, say("%s, term by term"), group->label));
    gap_table_write(
        frame, &(struct gap_table){
                   .matrix = &matrix, .caption = group->label, .cell_url = to_page_of_term, .row_path = to_row_term});
    html_close(&frame->html, HTML_DETAILS);
}

struct matrix gaps_of_groups(const struct site *site, struct arena *arena)
{
    struct matrix_axis down = matrix_groups(arena, &site->counts[0], site->vocabularies);
    struct matrix_axis across = matrix_groups(arena, &site->counts[2], site->vocabularies);
    return site_matrix(site, arena, down, across);
}

/* All terms of both facets at a glance. */
static void write_heat(struct frame *frame, const struct matrix *matrix, const char *caption, bool leads_to_page)
{
    html_open(&frame->html, HTML_DIV);
    if (matrix->across.count > COLUMNS_WITHIN)
        html_class(&frame->html, "broad");
    gap_table_write(frame, &(struct gap_table){.matrix = matrix,
                                               .caption = caption,
                                               .compact = true,
                                               .groups = true,
                                               .terms = leads_to_page,
                                               .cell_url = leads_to_page ? to_cell : to_search,
                                               .row_path = to_row_term,
                                               .column_path = to_column_term});
    html_close(&frame->html, HTML_DIV);
}

/* What the holes are, before anything else: that is what the map is for. */
static void write_holes(struct frame *frame, const struct report *report)
{
    report_write_lines(frame, report_part_find(report, "lead"), 0);
    const struct report_part *order = report_part_find(report, "order");
    if (!order)
        return;
    frame_section(frame, "holes", order->heading);
    report_write_lines(frame, order, 0);
    report_write_lines(frame, report_part_find(report, "holes"), 0);
    frame_ask_for_more(frame);
    html_close(&frame->html, HTML_SECTION);
}

/* Where other fields are crossed: large, and asked for by few, so each has a page of its own. */
static void write_crossed(struct frame *frame)
{
    struct html *html = &frame->html;
    frame_section(frame, "pairs", say("Other pairs"));
    html_open(html, HTML_UL);
    for (size_t i = 1; i < MATRIX_PAIRS; i++) {
        html_open(html, HTML_LI);
        frame_link(frame, path_crossed(&frame->arena, matrix_pairs[i].down, matrix_pairs[i].across),
                   say(matrix_pairs[i].heading));
        html_element(html, HTML_SPAN, "note", say(matrix_pairs[i].question));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_SECTION);
}

static void crossed_page(const struct site *site, const struct matrix_pair *pair, struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    const struct report_base base = site_reports(site, NULL);
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_crossed(&arena, pair->down, pair->across),
                                    .title = say(pair->heading),
                                    .description = say(pair->question),
                                    .crumbs = {{say("Gap map"), path_gaps}}});
    struct matrix matrix =
        matrix_of(&frame.arena, &base, facet_find(pair->down), facet_find(pair->across), base.visible);
    html_element(&frame.html, HTML_P, "lead", say(pair->question));
    html_element(&frame.html, HTML_P, NULL, say("Each figure is a number of case studies and leads to them."));
    write_heat(&frame, &matrix, say(pair->heading), false);
    shades_legend(&frame);
    frame_close(&frame);
    arena_free(&arena);
}

static void write_groups(struct frame *frame)
{
    struct matrix groups = gaps_of_groups(frame->site, &frame->arena);
    frame_section(frame, "groups", say("By group, with what came of it"));
    html_element(
        &frame->html, HTML_P, NULL,
        say("“Best known” is the highest evidence level in the cell: how well a result is known, not how good it is. "
            "A case study counts in every cell that it has tags for."));
    gap_table_write(
        frame, &(struct gap_table){.matrix = &groups,
                                   .caption = say("Case studies by group of priority areas and of deprivation focus"),
                                   .cell_url = to_pair_of_groups});
    for (size_t i = 0; i < groups.down.count; i++)
        write_group_details(frame, &groups.across, &groups.down.entries[i]);
    html_close(&frame->html, HTML_SECTION);
}

void gaps_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    const struct report_base base = site_reports(site, NULL);
    const struct report *report;
    struct matrix terms;
    frame_open(&frame, site, files,
               &(struct frame_head){
                   .path = path_gaps,
                   .title = say("Gap map"),
                   .description = say("Which subjects and which groups of people the case studies cover, how well "
                                      "the results are known, and where there is nothing yet.")});
    terms = matrix_of(&frame.arena, &base, &facets[0], &facets[2], base.visible);
    report = matrix_report(&frame.arena, &base, &terms, "", false);
    html_element(&frame.html, HTML_P, "lead", say(report_kinds[REPORT_MATRIX].question));
    write_holes(&frame, report);
    frame_section(&frame, "terms", say("Term by term"));
    html_element(
        &frame.html, HTML_P, NULL,
        site_has(site, path_contribute)
            ? say("Subjects down the side, people across the top. Each figure is a number of case studies and leads to "
                  "them; an empty, striped cell is a hole, and leads to the form in which you can tell of work that "
                  "fills it.")
            : say("Subjects down the side, people across the top. Each figure is a number of case studies and leads to "
                  "them; an empty, striped cell is a hole."));
    write_heat(&frame, &terms, say("Case studies by priority area and deprivation focus"), true);
    shades_legend(&frame);
    html_close(&frame.html, HTML_SECTION);
    write_groups(&frame);
    write_crossed(&frame);
    frame_close(&frame);
    for (size_t i = 1; i < MATRIX_PAIRS; i++)
        crossed_page(site, &matrix_pairs[i], files);
}
