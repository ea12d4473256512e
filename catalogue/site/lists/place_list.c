#include "catalogue/site/lists/lists.h"

#include <stdlib.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/lists/split_list.h"
#include "indexer/base/phrases.h"

/* By the place that the case names; those that name none come last, as what is said of the whole region. */
static int by_place(const void *a, const void *b)
{
    const struct case_row *one = a;
    const struct case_row *other = b;
    int order = !*one->place - !*other->place;
    if (!order)
        order = words_compare(title_key(one->place), title_key(other->place));
    return order ? order : title_compare(one, other);
}

static struct list_section section_of(const struct site *site, struct arena *arena, const struct term_count *region)
{
    const char *anchor = path_slug(arena, region->term->id);
    struct list_section section = {.anchor = anchor,
                                   .label = region->term->label,
                                   .title = region->term->label,
                                   .path = path_place(arena, anchor),
                                   .cases = site_cases(site, arena, ORDER_TITLE, &region->rows, 0, 0)};
    if (section.cases.count)
        qsort(section.cases.items, section.cases.count, sizeof *section.cases.items, by_place);
    return section;
}

static void write_other_list(struct frame *frame)
{
    html_open(&frame->html, HTML_P);
    frame_say(
        frame,
        arena_format(&frame->arena,
                     say("In each region or nation by the place that the case study names; one that spans several "
                         "stands under each. You can also look by %s."),
                     SAY_FIRST),
        &(struct said_link){frame_url(frame, path_cases), say("title")});
    html_close(&frame->html, HTML_P);
}

void place_list_pages(const struct site *site, struct site_files *files)
{
    struct arena arena = {0};
    const struct term_counts *regions = site_counts(site, "regions");
    struct list_section *sections = arena_array(&arena, regions->count ? regions->count : 1, sizeof *sections);
    struct split_list list = {.path = path_places,
                              .title = say("Case studies by place"),
                              .description = say("Every case study by region or nation, and within it by place."),
                              .sections_by = say("By region or nation"),
                              .is_map = true,
                              .place = LISTING_PLACE_FIRST,
                              .sections = sections,
                              .cases = bitset_size(&site->visible),
                              .before = write_other_list};
    for (size_t i = 0; i < regions->count; i++) {
        sections[list.count] = section_of(site, &arena, &regions->items[i]);
        list.count += sections[list.count].cases.count > 0;
    }
    split_list_pages(site, &list, files);
    arena_free(&arena);
}
