#include "catalogue/site/page/pages.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/listing.h"
#include "indexer/base/ascii.h"
#include "indexer/content/publicity.h"
#include "search-cli/present/format.h"

/* A title without the article that it begins with, by which nobody looks for it. */
static const char *without_article(const char *title)
{
    static const char *const articles[] = {"A ", "An ", "The "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t size = strlen(articles[i]);
        if (strncmp(title, articles[i], size) == 0 && title[size])
            return title + size;
    }
    return title;
}

static int compare_letters(const char *a, const char *b)
{
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)ascii_lower(*a) - (unsigned char)ascii_lower(*b);
}

static int compare_titles(const void *a, const void *b)
{
    const struct case_row *one = a;
    const struct case_row *other = b;
    int order = compare_letters(without_article(one->title), without_article(other->title));
    return order ? order : strcmp(one->id, other->id);
}

/* What a title is filed under: its first letter as a capital, "#" for anything else. */
static char letter_of(const char *title)
{
    char letter = *without_article(title);
    if (letter >= 'a' && letter <= 'z')
        letter = (char)(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z')
        letter = '#';
    return letter;
}

static const char *letter_anchor(struct frame *frame, char letter)
{
    return letter == '#' ? "other" : arena_format(&frame->arena, "letter-%c", letter - 'A' + 'a');
}

/* The cases by what they are filed under, A to Z and then all others. */
static struct case_rows by_letter(struct arena *arena, const struct case_rows *cases)
{
    struct case_rows filed = {arena_array(arena, cases->count, sizeof *filed.items), 0};
    for (const char *letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"; *letter; letter++) {
        size_t from = filed.count;
        for (size_t i = 0; i < cases->count; i++) {
            if (letter_of(cases->items[i].title) == *letter)
                filed.items[filed.count++] = cases->items[i];
        }
        qsort(filed.items + from, filed.count - from, sizeof *filed.items, compare_titles);
    }
    return filed;
}

static size_t run_of_letter(const struct case_rows *cases, size_t from)
{
    size_t count = 1;
    while (from + count < cases->count &&
           letter_of(cases->items[from + count].title) == letter_of(cases->items[from].title))
        count++;
    return count;
}

static void write_letters(struct frame *frame, const struct case_rows *cases)
{
    struct html *html = &frame->html;
    html_open(html, HTML_NAV);
    html_class(html, "letters");
    html_attribute(html, "aria-label", "By first letter");
    html_open(html, HTML_UL);
    for (size_t i = 0; i < cases->count; i += run_of_letter(cases, i)) {
        char letter = letter_of(cases->items[i].title);
        html_open(html, HTML_LI);
        frame_link(frame, path_at(&frame->arena, frame->path, letter_anchor(frame, letter)), (char[]){letter, '\0'});
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_NAV);
}

static void write_runs(struct frame *frame, const struct case_rows *cases)
{
    for (size_t i = 0; i < cases->count;) {
        struct case_rows run = {cases->items + i, run_of_letter(cases, i)};
        char letter = letter_of(run.items[0].title);
        struct html_mark part = frame_section(frame, letter_anchor(frame, letter), (char[]){letter, '\0'});
        listing_titles(frame, &run);
        html_close_to(&frame->html, part);
        i += run.count;
    }
}

/* Out of date, so in no other list; but who looks for one by its title should find it. */
static void write_archived(struct frame *frame)
{
    const struct site *site = frame->site;
    struct bitset rows = {0};
    struct case_rows cases = site_cases(site, &frame->arena, ORDER_TITLE, &site->published, 0, 0);
    for (size_t i = 0; i < cases.count; i++) {
        if (publicity_of(cases.items[i].review_status, site->settings->require_review) == PUBLICITY_ARCHIVED)
            bitset_add(&frame->arena, &rows, cases.items[i].row);
    }
    if (!bitset_size(&rows))
        return;
    cases = site_cases(site, &frame->arena, ORDER_TITLE, &rows, 0, 0);
    frame_section(frame, "archived", "Kept for the record");
    html_element(&frame->html, HTML_P, NULL,
                 "These are archived: they may be out of date, and searches and counts leave them out.");
    listing_titles(frame, &cases);
    html_close(&frame->html, HTML_SECTION);
}

/* Few remember a title. */
static void write_other_lists(struct frame *frame)
{
    static const char *const keys[] = {"regions", "priority_areas", "deprivation_focus", "actions"};
    html_open(&frame->html, HTML_P);
    html_text(&frame->html, "Articles do not count: “A bus …” stands under B. Rather by ");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct facet *facet = facet_find(keys[i]);
        html_text(&frame->html, !i ? "" : i + 1 < sizeof keys / sizeof *keys ? ", " : " or ");
        frame_link(frame, path_facet(&frame->arena, facet), format_lower(&frame->arena, facet->label));
    }
    html_text(&frame->html, "?");
    html_close(&frame->html, HTML_P);
}

void case_list_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_cases,
                                    .title = "All case studies, A to Z",
                                    .description = "Every case study of the catalogue by title."});
    struct case_rows titles = site_cases(site, &frame.arena, ORDER_TITLE, &site->visible, 0, 0);
    struct case_rows cases = by_letter(&frame.arena, &titles);
    html_element(&frame.html, HTML_P, "lead", arena_format(&frame.arena, "%s.", frame_cases(&frame, cases.count)));
    write_other_lists(&frame);
    write_letters(&frame, &cases);
    write_runs(&frame, &cases);
    write_archived(&frame);
    frame_close(&frame);
}
