#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/case_csv.h"

/* The pages of a few cases that the reader chose, which scripts fill: side by side, and as a list. */

static void write_status(struct html *html, const char *id)
{
    html_open(html, HTML_P);
    html_id(html, id);
    html_class(html, "status");
    html_attribute(html, "role", "status");
    html_attribute(html, "tabindex", "-1");
    html_close(html, HTML_P);
}

/* The table and the list that the script fills; hidden until then. */
static void write_compared(struct frame *frame)
{
    struct html *html = &frame->html;
    frame_scroll_box(frame, say("Case studies side by side"));
    html_flag(html, "hidden");
    html_open(html, HTML_TABLE);
    html_id(html, "compared");
    html_class(html, "compared");
    html_element(html, HTML_CAPTION, "hidden", say("Case studies side by side"));
    html_close(html, HTML_TABLE);
    html_close(html, HTML_SECTION);
    html_open(html, HTML_DIV);
    html_class(html, "offer");
    html_flag(html, "hidden");
    html_element(html, HTML_H2, NULL, say("Add one that is like these"));
    html_open(html, HTML_UL);
    html_id(html, "more");
    html_close(html, HTML_UL);
    html_close(html, HTML_DIV);
}

void compare_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct html *html = &frame.html;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_compare,
                                    .title = say("Compare case studies"),
                                    .description = say("Two to four case studies side by side.")});
    html_without_scripts(html, say("Comparing needs JavaScript, which is off or not available here."));
    write_status(html, "status");
    write_compared(&frame);
    html_open(html, HTML_P);
    html_class(html, "offer");
    html_lead(html, say("Start from any case study: each has a link to compare it."));
    frame_link(&frame, path_cases, say("All case studies, A to Z"));
    html_close(html, HTML_P);
    listing_levels(&frame);
    frame_script(&frame, path_lists_script, ASSET_LISTS);
    frame_close(&frame);
}

static void write_button(struct html *html, const char *id, const char *text, bool is_hidden)
{
    html_open(html, HTML_BUTTON);
    html_attribute(html, "type", "button");
    html_id(html, id);
    html_class(html, "quiet-button");
    if (is_hidden)
        html_flag(html, "hidden");
    html_text(html, text);
    html_close(html, HTML_BUTTON);
}

/* What the script gives an address: a page, or a file that is made of the list; a table begins with its columns. */
static void write_taken(struct html *html, const char *id, const char *file, const char *columns, const char *text)
{
    html_open(html, HTML_A);
    html_id(html, id);
    if (file)
        html_attribute(html, "data-file", file);
    if (columns)
        html_attribute(html, "data-columns", columns);
    html_text(html, text);
    html_close(html, HTML_A);
}

/* As text for a message or a paper, with a button where the browser lets a page copy. */
static void write_words(struct html *html)
{
    html_open(html, HTML_DETAILS);
    html_element(html, HTML_SUMMARY, NULL, say("As text, to copy"));
    html_open(html, HTML_LABEL);
    html_class(html, "hidden");
    html_attribute(html, "for", "list-words");
    html_text(html, say("The list as text"));
    html_close(html, HTML_LABEL);
    html_open(html, HTML_TEXTAREA);
    html_id(html, "list-words");
    html_attribute(html, "rows", "10");
    html_flag(html, "readonly");
    html_close(html, HTML_TEXTAREA);
    html_open(html, HTML_P);
    write_button(html, "list-copy", say("Copy"), false);
    html_text(html, " ");
    html_open(html, HTML_SPAN);
    html_id(html, "list-copied");
    html_attribute(html, "role", "status");
    html_close(html, HTML_SPAN);
    html_close(html, HTML_P);
    html_close(html, HTML_DETAILS);
}

static void write_ways(struct html *html)
{
    struct text columns = {0};
    case_csv_head(&columns, TABLE_CASES, true);
    html_open(html, HTML_SECTION);
    html_id(html, "list-ways");
    html_class(html, "list-ways");
    html_attribute(html, "aria-label", say("What to do with this list"));
    html_flag(html, "hidden");
    html_open(html, HTML_P);
    html_class(html, "tools");
    write_taken(html, "list-compare", NULL, NULL, say("Compare"));
    write_button(html, "list-print", say("Print as a reading pack"), false);
    write_button(html, "list-add", say("Put these on my list"), true);
    write_button(html, "list-clear", say("Empty the list"), false);
    html_close(html, HTML_P);
    html_open(html, HTML_P);
    html_lead(html, say("For reference managers:"));
    write_taken(html, "list-bib", "case-studies.bib", NULL, "BibTeX");
    html_text(html, " · ");
    write_taken(html, "list-ris", "case-studies.ris", NULL, "RIS");
    html_text(html, ". ");
    html_lead(html, say("For spreadsheets:"));
    write_taken(html, "list-csv", "case-studies.csv", text_string(&columns), "CSV");
    html_text(html, ". ");
    html_lead(html, say("To send:"));
    write_taken(html, "list-address", NULL, NULL, say("the address of this list"));
    html_text(html, ".");
    html_close(html, HTML_P);
    write_words(html);
    html_close(html, HTML_SECTION);
    text_free(&columns);
}

void list_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct html *html = &frame.html;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_list,
                                    .title = say("My list"),
                                    .description =
                                        say("Case studies that a reader chose, to compare, print, cite and send.")});
    html_without_scripts(html, say("A list of your own needs JavaScript, which is off or not available here."));
    write_status(html, "list-status");
    write_ways(html);
    html_open(html, HTML_P);
    write_button(html, "list-undo", say("Take the last change back"), true);
    html_close(html, HTML_P);
    html_open(html, HTML_P);
    html_id(html, "list-empty");
    html_flag(html, "hidden");
    html_lead(
        html,
        say("Tick “On my list” at a case study: in results, in lists, or on its own page. The list lasts as long as "
            "this tab is open; its address keeps it for longer."));
    frame_link(&frame, path_cases, say("All case studies, A to Z"));
    html_close(html, HTML_P);
    html_open(html, HTML_OL);
    html_id(html, "list-cases");
    html_class(html, "cases pack");
    html_close(html, HTML_OL);
    listing_levels(&frame);
    frame_script(&frame, path_lists_script, ASSET_LISTS);
    frame_close(&frame);
}
