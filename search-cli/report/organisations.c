#include "search-cli/report/organisations.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/slug.h"
#include "indexer/content/taken_names.h"

/* One mention of a name. */
struct mention {
    const char *key;
    const struct survey_partner *partner;
    size_t number; /* of the case in the survey */
};

static int compare_mentions(const void *a, const void *b)
{
    const struct mention *one = a;
    const struct mention *other = b;
    int order = strcmp(one->key, other->key);
    return order ? order : one->number < other->number ? -1 : one->number > other->number;
}

static size_t gather_mentions(struct arena *arena, const struct survey *survey, struct mention **mentions)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++)
        count += survey->items[i].partner_count;
    *mentions = arena_array(arena, count + 1, sizeof **mentions);
    count = 0;
    for (size_t i = 0; i < survey->count; i++)
        for (size_t j = 0; j < survey->items[i].partner_count; j++) {
            const struct survey_partner *partner = &survey->items[i].partners[j];
            const char *key = case_name_key(arena, partner->name);
            if (*key)
                (*mentions)[count++] = (struct mention){key, partner, i};
        }
    qsort(*mentions, count, sizeof **mentions, compare_mentions);
    return count;
}

/* The shortest way in which it is written, which has nothing in parentheses. */
static bool is_better_name(const char *name, const char *than)
{
    size_t size = strlen(name);
    return size < strlen(than) || (size == strlen(than) && strcmp(name, than) < 0);
}

/* The numbers come in their order. */
static void add_once(size_t *numbers, size_t *count, size_t number)
{
    if (!*count || numbers[*count - 1] != number)
        numbers[(*count)++] = number;
}

static struct organisation organisation_of(struct arena *arena, const struct mention *mentions, size_t count)
{
    struct organisation organisation = {.name = mentions[0].partner->name,
                                        .cases = arena_array(arena, count, sizeof(size_t)),
                                        .led = arena_array(arena, count, sizeof(size_t)),
                                        .type = mentions[0].partner->type};
    for (size_t i = 0; i < count; i++) {
        if (is_better_name(mentions[i].partner->name, organisation.name))
            organisation.name = mentions[i].partner->name;
        add_once(organisation.cases, &organisation.count, mentions[i].number);
        if (mentions[i].partner->leads)
            add_once(organisation.led, &organisation.led_count, mentions[i].number);
    }
    return organisation;
}

static int compare_organisations(const void *a, const void *b)
{
    const struct organisation *one = a;
    const struct organisation *other = b;
    if (one->count != other->count)
        return one->count > other->count ? -1 : 1;
    return strcmp(one->name, other->name);
}

static int compare_slugs(const void *a, const void *b)
{
    const struct organisation *const *one = a;
    const struct organisation *const *other = b;
    int order = strcmp((*one)->slug, (*other)->slug);
    return order ? order : strcmp((*one)->name, (*other)->name);
}

/* No file is called as a device of Windows or as the list of all is. */
static const char *slug_of_page(struct arena *arena, const char *name)
{
    const char *slug = slug_of(arena, name);
    return taken_file_name(slug) ? arena_format(arena, "%s--1", slug) : slug;
}

/* Two names may differ only in letters that no address has: the second gets a number. */
static void give_slugs(struct arena *arena, struct organisations *organisations)
{
    struct organisation **all = arena_array(arena, organisations->count + 1, sizeof *all);
    for (size_t i = 0; i < organisations->count; i++) {
        all[i] = &organisations->items[i];
        all[i]->slug = slug_of_page(arena, all[i]->name);
    }
    qsort(all, organisations->count, sizeof *all, compare_slugs);
    for (size_t i = 0, first = 0; i < organisations->count; i++) {
        if (strcmp(all[i]->slug, all[first]->slug) != 0)
            first = i;
        else if (i > first)
            all[i]->slug = arena_format(arena, "%s--%zu", all[first]->slug, i - first + 1);
    }
}

struct organisations organisations_of(struct arena *arena, const struct survey *survey)
{
    struct mention *mentions = NULL;
    size_t mention_count = gather_mentions(arena, survey, &mentions);
    struct organisations organisations = {.items = arena_array(arena, mention_count + 1, sizeof *organisations.items)};
    for (size_t from = 0, to; from < mention_count; from = to) {
        to = from + 1;
        while (to < mention_count && strcmp(mentions[to].key, mentions[from].key) == 0)
            to++;
        organisations.items[organisations.count++] = organisation_of(arena, &mentions[from], to - from);
    }
    qsort(organisations.items, organisations.count, sizeof *organisations.items, compare_organisations);
    while (organisations.several < organisations.count && organisations.items[organisations.several].count > 1)
        organisations.several++;
    give_slugs(arena, &organisations);
    return organisations;
}

/* By the name of its page, or the letters of its name. */
static bool is_called(const struct organisation *organisation, const char *slug)
{
    size_t size = strlen(slug);
    if (strncmp(organisation->slug, slug, size) != 0)
        return false;
    return !organisation->slug[size] || (taken_file_name(slug) && strcmp(organisation->slug + size, "--1") == 0);
}

const struct organisation *organisation_find(const struct organisations *organisations, const char *slug)
{
    for (size_t i = 0; i < organisations->count; i++)
        if (is_called(&organisations->items[i], slug))
            return &organisations->items[i];
    return NULL;
}
