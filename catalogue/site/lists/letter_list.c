#include "catalogue/site/lists/lists.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/lists/split_list.h"
#include "indexer/base/ascii.h"
#include "indexer/base/phrases.h"
#include "indexer/content/publicity.h"
#include "search-cli/present/format.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#";

const char *title_key(const char *title)
{
    static const char *const articles[] = {"A ", "An ", "The "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t size = strlen(articles[i]);
        if (strncasecmp(title, articles[i], size) == 0 && title[size])
            return title + size;
    }
    return title;
}

int words_compare(const char *a, const char *b)
{
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)ascii_lower(*a) - (unsigned char)ascii_lower(*b);
}

int title_compare(const struct case_row *one, const struct case_row *other)
{
    int order = words_compare(title_key(one->title), title_key(other->title));
    return order ? order : strcmp(one->id, other->id);
}

static int by_title(const void *a, const void *b)
{
    return title_compare(a, b);
}

/* What a title is filed under: its first letter as a capital, "#" for anything else. */
static char letter_of(const char *title)
{
    char letter = *title_key(title);
    if (letter >= 'a' && letter <= 'z')
        letter = (char)(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z')
        letter = '#';
    return letter;
}

static struct list_section section_of(struct arena *arena, char letter, const struct case_rows *cases)
{
    const char *label = arena_format(arena, "%c", letter);
    const char *anchor = letter == '#' ? "other" : arena_format(arena, "letter-%c", ascii_lower(letter));
    struct list_section section = {
        .anchor = anchor, .label = label, .title = label, .path = path_letter(arena, anchor)};
    size_t capacity = 0;
    for (size_t i = 0; i < cases->count; i++) {
        if (letter_of(cases->items[i].title) != letter)
            continue;
        section.cases.items =
            arena_grow(arena, section.cases.items, section.cases.count, &capacity, sizeof *cases->items);
        section.cases.items[section.cases.count++] = cases->items[i];
    }
    if (section.cases.count)
        qsort(section.cases.items, section.cases.count, sizeof *section.cases.items, by_title);
    return section;
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
    frame_section(frame, "archived", say("Kept for the record"));
    html_element(&frame->html, HTML_P, NULL,
                 say("These are archived: they may be out of date, and searches and counts leave them out."));
    listing_titles(frame, &cases, LISTING_PLACE_LAST);
    html_close(&frame->html, HTML_SECTION);
}

/* Few remember a title. */
static void write_other_lists(struct frame *frame)
{
    static const char *const keys[] = {"priority_areas", "deprivation_focus", "actions"};
    struct said_link links[4] = {{frame_url(frame, path_places), say("place")}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct facet *facet = facet_find(keys[i]);
        links[i + 1] = (struct said_link){frame_url(frame, path_facet(&frame->arena, facet)),
                                          format_lower(&frame->arena, say(facet->label))};
    }
    html_open(&frame->html, HTML_P);
    if (site_has(frame->site, path_places))
        frame_say(
            frame,
            arena_format(
                &frame->arena,
                say("“A”, “an” and “the” do not count: “A bus …” is under B. You can also look by %s, %s, %s or %s."),
                SAY_FIRST, SAY_SECOND, SAY_THIRD, SAY_FOURTH),
            links);
    else
        frame_say(frame,
                  arena_format(
                      &frame->arena,
                      say("“A”, “an” and “the” do not count: “A bus …” is under B. You can also look by %s, %s or %s."),
                      SAY_FIRST, SAY_SECOND, SAY_THIRD),
                  links + 1);
    html_close(&frame->html, HTML_P);
}

void letter_list_pages(const struct site *site, struct site_files *files)
{
    struct arena arena = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_TITLE, &site->visible, 0, 0);
    struct list_section sections[sizeof letters];
    struct split_list list = {.path = path_cases,
                              .title = say("All case studies, A to Z"),
                              .description = say("Every case study of the catalogue by title."),
                              .sections_by = say("By first letter"),
                              .place = LISTING_PLACE_LAST,
                              .sections = sections,
                              .cases = cases.count,
                              .before = write_other_lists,
                              .after = write_archived};
    for (const char *letter = letters; *letter; letter++) {
        sections[list.count] = section_of(&arena, *letter, &cases);
        list.count += sections[list.count].cases.count > 0;
    }
    split_list_pages(site, &list, files);
    arena_free(&arena);
}
