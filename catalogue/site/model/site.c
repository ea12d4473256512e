#include "catalogue/site/model/site.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/content/case_parts.h"
#include "indexer/content/publicity.h"
#include "indexer/content/taken_names.h"
#include "indexer/index/lens_rows.h"
#include "indexer/index/need_rows.h"
#include "search-cli/similar_all.h"

enum { SIMILAR_SHOWN = 4 };

static void read_cases(struct site *site, struct index *index)
{
    struct case_rows *by_id = &site->in_order[ORDER_ID];
    *by_id = index_cases(index, &site->arena, ORDER_ID, NULL);
    for (size_t i = 0; i < by_id->count; i++)
        site->row_count = by_id->items[i].row >= site->row_count ? by_id->items[i].row + 1 : site->row_count;
}

/* The other orders share the texts of the rows by id. */
static void read_orders(struct site *site, struct index *index)
{
    const struct case_rows *by_id = &site->in_order[ORDER_ID];
    struct arena arena = {0};
    const struct case_row **at = arena_array(&arena, site->row_count, sizeof *at);
    for (size_t i = 0; i < by_id->count; i++)
        at[by_id->items[i].row] = &by_id->items[i];
    for (enum case_order order = ORDER_ID + 1; order <= ORDER_EVIDENCE; order++) {
        size_t count = 0;
        const size_t *rows = index_rows_in_order(index, &arena, order, &count);
        struct case_rows *shared = &site->in_order[order];
        shared->items = arena_array(&site->arena, count, sizeof *shared->items);
        for (size_t i = 0; i < count; i++) {
            /* An index that fails halfway may say of one order what it did not of the other. */
            if (rows[i] < site->row_count && at[rows[i]])
                shared->items[shared->count++] = *at[rows[i]];
        }
    }
    arena_free(&arena);
}

static void list_documents(struct site *site)
{
    const struct case_rows *all = &site->in_order[ORDER_ID];
    site->documents.items = arena_array(&site->arena, all->count, sizeof *site->documents.items);
    for (size_t i = 0; i < all->count; i++)
        if (publicity_is_open(publicity_of(all->items[i].review_status, site->settings->require_review)))
            site->documents.items[site->documents.count++] = all->items[i];
}

static void decide_cases(struct site *site, struct index *index)
{
    site->published = index_published_rows(index, &site->arena);
    site->visible = index_visible_rows(index, &site->arena);
    bitset_and(&site->visible, &site->published);
    list_documents(site);
}

static int compare_mentions(const struct reference *one, const struct reference *other)
{
    int order = strcmp(one->from, other->from);
    return order ? order : (one->kind > other->kind) - (one->kind < other->kind);
}

static int by_mentioned(const void *a, const void *b)
{
    const struct reference *one = a;
    const struct reference *other = b;
    int order = strcmp(one->to, other->to);
    return order ? order : compare_mentions(one, other);
}

static int by_mentioning(const void *a, const void *b)
{
    const struct reference *one = a;
    const struct reference *other = b;
    int order = compare_mentions(one, other);
    return order ? order : strcmp(one->to, other->to);
}

static void read_mentions(struct site *site, struct index *index)
{
    site->mentions = index_all_mentions(index, &site->arena);
    site->mentions_by = site->mentions;
    size_t count = site->mentions.count;
    if (!count)
        return;
    site->mentions_by.items = arena_array(&site->arena, count, sizeof *site->mentions_by.items);
    memcpy(site->mentions_by.items, site->mentions.items, count * sizeof *site->mentions.items);
    qsort(site->mentions.items, count, sizeof *site->mentions.items, by_mentioned);
    qsort(site->mentions_by.items, count, sizeof *site->mentions_by.items, by_mentioning);
}

static void keep_visible(const struct site *site, struct asked *asked, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bitset_and(&asked[i].rows, &site->visible);
}

/* Who reads an index that failed stops at the first question. */
static void ask_lenses(struct site *site, struct index *index)
{
    site->answers = arena_array(&site->arena, site->lenses.count, sizeof *site->answers);
    for (size_t i = 0; i < site->lenses.count; i++) {
        struct lens_answers *answers = &site->answers[i];
        if (!lens_ask(index, &site->arena, &site->lenses.items[i], NULL, answers))
            return;
        keep_visible(site, answers->cells, answers->lens->cells.count);
        keep_visible(site, answers->second, answers->lens->second_axis.count);
        bitset_and(&answers->rows, &site->visible);
    }
}

static void read_measured(struct site *site, struct index *index)
{
    const struct vocabularies *vocabularies = site->vocabularies;
    site->measured = arena_array(&site->arena, vocabularies->measure_count, sizeof *site->measured);
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        site->measured[i] = index_term_rows(index, &site->arena, case_measures_key, vocabularies->measures[i].id);
}

/* What the index does not keep of the settings: which pages are left out, and the queries that have a feed. */
static bool read_settings(struct site *site, const char *root, struct diagnostics *diagnostics)
{
    struct settings settings;
    if (!settings_read(&site->arena, root, site->vocabularies, &settings, diagnostics))
        return false;
    site->page_kinds_off = settings.page_kinds_off;
    site->watch_count = settings.watch_count;
    site->watches = arena_array(&site->arena, settings.watch_count, sizeof *site->watches);
    for (size_t i = 0; i < settings.watch_count; i++)
        site->watches[i].watch = &settings.watches[i];
    return true;
}

static void ask_watches(struct site *site, struct index *index)
{
    for (size_t i = 0; i < site->watch_count; i++) {
        struct asked asked;
        if (!asked_query(index, &site->arena, site->watches[i].watch->query, &asked))
            return;
        site->watches[i].rows = asked.rows;
        bitset_and(&site->watches[i].rows, &site->visible);
    }
}

bool site_open(struct site *site, struct index *index, const char *root, const char *base_url,
               struct diagnostics *diagnostics)
{
    *site = (struct site){.base_url = base_url, .as_of = index_as_of(index)};
    bool words_good = words_read(&site->arena, root, &site->said, diagnostics);
    phrases_use(&site->said.phrases);
    site->assets = asset_versions_find();
    index_forget_vocabularies(index);
    site->settings = index_settings(index);
    site->vocabularies = index_all_vocabularies(index);
    bool pages_good = pages_read(&site->arena, root, site->vocabularies, &site->pages, diagnostics);
    bool theme_good = theme_read(&site->arena, root, site->settings->colour, &site->theme, diagnostics);
    bool settings_good = read_settings(site, root, diagnostics);
    read_cases(site, index);
    decide_cases(site, index);
    site->lenses = lens_rows_all(index, &site->arena);
    site->needs = need_rows_all(index, &site->arena);
    return words_good && pages_good && theme_good && settings_good && !index_failed(index);
}

/* One by one, the neighbours would cost more than all the rest of the site. */
static struct inverted *read_similar(struct site *site, struct index *index)
{
    struct inverted *words = inverted_read(index);
    struct similar_all *all = words ? similar_all_read(index, words, &site->in_order[ORDER_ID]) : NULL;
    site->similar = arena_array(&site->arena, site->row_count, sizeof *site->similar);
    for (size_t row = 0; all && bitset_next(&site->published, row, &row); row++)
        site->similar[row] = similar_all_find(all, &site->arena, row, SIMILAR_SHOWN);
    similar_all_free(all);
    if (all && !index_failed(index))
        return words;
    inverted_free(words);
    return NULL;
}

struct inverted *site_read(struct site *site, struct index *index)
{
    read_orders(site, index);
    for (size_t i = 0; i < FACET_COUNT; i++)
        site->counts[i] = counts_read(index, &site->arena, &facets[i], &site->visible);
    read_measured(site, index);
    ask_lenses(site, index);
    ask_watches(site, index);
    site->timeline = timeline_read(index, &site->arena, &site->visible);
    read_mentions(site, index);
    return read_similar(site, index);
}

void site_close(struct site *site)
{
    phrases_use(NULL);
    arena_free(&site->arena);
}

struct case_rows site_cases(const struct site *site, struct arena *arena, enum case_order order,
                            const struct bitset *only, size_t limit, size_t offset)
{
    const struct case_rows *all = &site->in_order[order];
    struct case_rows some = {0};
    size_t most = bitset_size(only);
    some.items = arena_array(arena, limit && limit < most ? limit : most, sizeof *some.items);
    for (size_t i = 0; i < all->count && (!limit || some.count < limit); i++) {
        if (!bitset_has(only, all->items[i].row))
            continue;
        if (offset)
            offset--;
        else
            some.items[some.count++] = all->items[i];
    }
    return some;
}

static int by_id(const void *id, const void *row)
{
    return strcmp(id, ((const struct case_row *)row)->id);
}

const struct case_row *site_case(const struct site *site, const char *id)
{
    const struct case_rows *all = &site->in_order[ORDER_ID];
    return all->count ? bsearch(id, all->items, all->count, sizeof *all->items, by_id) : NULL;
}

const char *site_contact(const struct site *site)
{
    return *site->settings->contact ? site->settings->contact : say("This copy does not name a contact yet.");
}

bool site_has_page(const struct site *site, const char *id)
{
    const struct case_row *row = site_case(site, id);
    return row && bitset_has(&site->published, row->row);
}

static const char *mentioned(const struct reference *mention)
{
    return mention->to;
}

static const char *mentioning(const struct reference *mention)
{
    return mention->from;
}

/* Those whose id is this one, of a list in the order of that id. */
static struct references run_of(const struct references *all, const char *(*id_of)(const struct reference *),
                                const char *id)
{
    size_t first = 0;
    for (size_t high = all->count; first < high;) {
        size_t middle = first + (high - first) / 2;
        if (strcmp(id_of(&all->items[middle]), id) < 0)
            first = middle + 1;
        else
            high = middle;
    }
    size_t count = 0;
    while (first + count < all->count && strcmp(id_of(&all->items[first + count]), id) == 0)
        count++;
    return count ? (struct references){all->items + first, count, 0} : (struct references){0};
}

bool site_has(const struct site *site, const char *path)
{
    const char *kind = page_kind_of(path);
    bool has_any = !kind || strcmp(kind, "lenses") != 0 || site->lenses.count;
    return has_any && (!kind || !string_list_have(&site->page_kinds_off, kind));
}

struct references site_mentions_of(const struct site *site, const char *id)
{
    return run_of(&site->mentions, mentioned, id);
}

struct references site_mentions_by(const struct site *site, const char *id)
{
    return run_of(&site->mentions_by, mentioning, id);
}

size_t site_measured_elsewhere(const struct site *site, const char *id, const char *measure)
{
    const struct measure *found = vocabulary_measure(site->vocabularies, measure);
    const struct case_row *row = site_case(site, id);
    const struct bitset *rows = found ? &site->measured[found - site->vocabularies->measures] : NULL;
    bool here = rows && row && bitset_has(rows, row->row) && bitset_has(&site->visible, row->row);
    return rows ? bitset_shared(rows, &site->visible) - here : 0;
}

const struct term_counts *site_counts(const struct site *site, const char *facet)
{
    return &site->counts[facet_find(facet) - facets];
}

struct report_base site_reports(const struct site *site, struct index *index)
{
    return (struct report_base){.index = index,
                                .vocabularies = site->vocabularies,
                                .settings = site->settings,
                                .as_of = site->as_of,
                                .counts = site->counts,
                                .visible = &site->visible,
                                .lenses = &site->lenses,
                                .needs = &site->needs};
}

struct matrix site_matrix(const struct site *site, struct arena *arena, struct matrix_axis down,
                          struct matrix_axis across)
{
    return matrix_cross(arena, down, across, site->counts, bitset_size(&site->visible));
}
