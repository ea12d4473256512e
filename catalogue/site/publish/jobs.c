#include "catalogue/site/publish/jobs.h"

#include <string.h>

#include "catalogue/site/case/case_files.h"
#include "catalogue/site/contribute/contribute_page.h"
#include "catalogue/site/feed/feed.h"
#include "catalogue/site/glossary/glossary_page.h"
#include "catalogue/site/lists/lists.h"
#include "catalogue/site/model/site_keys.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/publish/public_database.h"
#include "catalogue/site/report/lens_pages.h"
#include "catalogue/site/report/report_pages.h"
#include "catalogue/site/search/search_shards.h"
#include "indexer/base/hash.h"

struct job_kind {
    const char *name;
    void (*list)(struct jobs *jobs, const struct job_kind *kind, const struct site *site);
    uint64_t (*key)(const struct site *site, const void *subject);
    /* One of these two: from a subject, or from the site alone. */
    void (*make)(struct maker *maker, const void *subject, struct site_files *files);
    void (*page)(const struct site *site, struct site_files *files);
};

static void add(struct jobs *jobs, const struct job_kind *kind, const void *subject)
{
    jobs->items = arena_grow(&jobs->arena, jobs->items, jobs->count, &jobs->capacity, sizeof *jobs->items);
    jobs->items[jobs->count++] = (struct job){kind, subject, 0};
}

/* What shows nothing but what every page shows. */
static uint64_t key_of_frame(const struct site *site, const void *subject)
{
    (void)subject;
    return site->keys.frame;
}

/* What lists or counts the cases. */
static uint64_t key_of_lists(const struct site *site, const void *subject)
{
    (void)subject;
    return site_rows_key(site, site->keys.frame, &site->visible);
}

/* Made once, of the whole site. */
static void list_once(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    (void)site;
    add(jobs, kind, NULL);
}

/* Once, where the site has an address. */
static void list_with_address(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    if (*site->base_url)
        add(jobs, kind, NULL);
}

static void list_cases(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    const struct case_rows *cases = &site->in_order[ORDER_ID];
    for (size_t i = 0; i < cases->count; i++) {
        if (bitset_has(&site->published, cases->items[i].row))
            add(jobs, kind, &cases->items[i]);
    }
}

/* The other cases that its page names: titles may change, and pages come and go. */
static uint64_t add_named(const struct site *site, uint64_t key, const char *id)
{
    const struct case_row *row = site_has_page(site, id) ? site_case(site, id) : NULL;
    return hash_text(hash_text(key, id), row ? row->title : "");
}

static uint64_t add_mentions(const struct site *site, uint64_t key, const char *id)
{
    struct references of = site_mentions_of(site, id);
    struct references by = site_mentions_by(site, id);
    for (size_t i = 0; i < of.count; i++)
        key = add_named(site, hash_number(key, of.items[i].kind), of.items[i].from);
    for (size_t i = 0; i < by.count; i++)
        key = add_named(site, hash_number(key, by.items[i].kind), by.items[i].to);
    return key;
}

static uint64_t add_similar(uint64_t key, const struct similar_cases *similar)
{
    for (size_t i = 0; i < similar->count; i++) {
        const struct similar_case *item = &similar->items[i];
        key = hash_text(hash_text(key, item->study.id), item->study.title);
        for (size_t j = 0; j < item->tag_count; j++)
            key = hash_text(hash_number(key, (uint64_t)(item->tags[j].facet - facets)), item->tags[j].term);
        for (size_t j = 0; j < item->words.count; j++)
            key = hash_text(key, item->words.items[j]);
    }
    return key;
}

static uint64_t key_of_case(const struct site *site, const void *subject)
{
    const struct case_row *row = subject;
    uint64_t key = hash_number(site->keys.frame, site->keys.rows[row->row]);
    key = hash_number(key, site->keys.texts[row->row]);
    key = add_mentions(site, key, row->id);
    return add_similar(key, &site->similar[row->row]);
}

static void make_case(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct case_row *row = subject;
    struct arena arena = {0};
    const struct case_study *study = index_case_study(maker->index, &arena, row->id);
    if (study)
        case_files(maker->site, row, study, files);
    arena_free(&arena);
}

static void list_facets(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        add(jobs, kind, &site->counts[i]);
}

static uint64_t key_of_facet(const struct site *site, const void *subject)
{
    const struct term_counts *counts = subject;
    uint64_t key = hash_text(site->keys.frame, counts->facet->key);
    for (size_t i = 0; i < counts->count; i++)
        key = hash_number(key, counts->items[i].count);
    return key;
}

static void make_facet(struct maker *maker, const void *subject, struct site_files *files)
{
    facet_page(maker->site, subject, files);
}

struct term_subject {
    const struct facet *facet;
    const struct term_count *term;
};

static void add_terms(struct jobs *jobs, const struct job_kind *kind, const struct term_counts *counts)
{
    for (size_t i = 0; i < counts->count; i++) {
        struct term_subject *subject = arena_alloc(&jobs->arena, sizeof *subject);
        *subject = (struct term_subject){counts->facet, &counts->items[i]};
        add(jobs, kind, subject);
    }
}

static void list_terms(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_terms(jobs, kind, &site->counts[i]);
}

static uint64_t key_of_term(const struct site *site, const void *subject)
{
    const struct term_subject *term = subject;
    uint64_t key = hash_text(hash_text(site->keys.frame, term->facet->key), term->term->term->id);
    return site_rows_key(site, key, &term->term->rows);
}

static void make_term(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct term_subject *term = subject;
    term_pages(maker->site, term->facet, term->term, files);
}

static void list_term_feeds(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; *site->base_url && i < LEADING_FACETS; i++)
        add_terms(jobs, kind, &site->counts[i]);
}

static void make_term_feed(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct term_subject *term = subject;
    feed_term(maker->site, term->facet, term->term, files);
}

struct pair_subject {
    const struct matrix_entry *down;
    const struct matrix_entry *across;
    const struct matrix_cell *cell;
};

static void list_gap_pairs(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    struct matrix groups = gaps_of_groups(site, &jobs->arena);
    for (size_t i = 0; i < groups.down.count * groups.across.count; i++) {
        if (!groups.cells[i].tally.count)
            continue;
        struct pair_subject *subject = arena_alloc(&jobs->arena, sizeof *subject);
        *subject = (struct pair_subject){&groups.down.entries[i / groups.across.count],
                                         &groups.across.entries[i % groups.across.count], &groups.cells[i]};
        add(jobs, kind, subject);
    }
}

static uint64_t key_of_gap_pair(const struct site *site, const void *subject)
{
    const struct pair_subject *pair = subject;
    uint64_t key = hash_text(hash_text(site->keys.frame, pair->down->id), pair->across->id);
    key = hash_number(key, bitset_size(&site->visible)); /* by which shades go */
    return site_rows_key(site, key, &pair->cell->rows);
}

static void make_gap_pair(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct pair_subject *pair = subject;
    gap_pair_page(maker->site, pair->down, pair->across, files);
}

static uint64_t key_of_lens(const struct site *site, const void *subject)
{
    return site_lens_key(site, subject);
}

static uint64_t key_of_lenses(const struct site *site, const void *subject)
{
    uint64_t key = site->keys.frame;
    (void)subject;
    for (size_t i = 0; i < site->lenses.count; i++)
        key = hash_number(key, site_lens_key(site, &site->answers[i]));
    return key;
}

static void list_lenses_page(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    if (site->lenses.count)
        add(jobs, kind, NULL);
}

static void list_lenses(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->lenses.count; i++)
        add(jobs, kind, &site->answers[i]);
}

/* What the pages of lenses read of case studies, which many of them quote. */
static struct cases_read *told_to(struct maker *maker)
{
    maker->base = site_reports(maker->site, maker->index);
    maker->told.arena = &maker->arena;
    maker->told.base = &maker->base;
    return &maker->told;
}

static void make_lens(struct maker *maker, const void *subject, struct site_files *files)
{
    lens_page(maker->site, told_to(maker), subject, files);
}

struct cell_subject {
    const struct lens_answers *answers;
    size_t cell;
};

static void list_lens_cells(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->lenses.count; i++)
        for (size_t j = 0; j < site->lenses.items[i].cells.count; j++) {
            struct cell_subject *subject = arena_alloc(&jobs->arena, sizeof *subject);
            *subject = (struct cell_subject){&site->answers[i], j};
            add(jobs, kind, subject);
        }
}

static uint64_t key_of_lens_cell(const struct site *site, const void *subject)
{
    const struct cell_subject *cell = subject;
    return site_lens_cell_key(site, cell->answers, cell->cell);
}

static void make_lens_cell(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct cell_subject *cell = subject;
    lens_cell_page(maker->site, told_to(maker), cell->answers, cell->cell, files);
}

static void list_lens_feeds(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    if (*site->base_url)
        list_lenses(jobs, kind, site);
}

static void make_lens_feed(struct maker *maker, const void *subject, struct site_files *files)
{
    feed_lens(maker->site, subject, files);
}

/* They look at all that visible case studies say. */
static uint64_t key_of_reports(const struct site *site, const void *subject)
{
    (void)subject;
    return site_texts_key(site, site->keys.frame, &site->visible);
}

static void make_reports(struct maker *maker, const void *subject, struct site_files *files)
{
    struct arena arena = {0};
    (void)subject;
    maker->base = site_reports(maker->site, maker->index);
    report_pages(maker->site, &maker->base, &arena, files);
    arena_free(&arena);
}

static void list_watches(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; *site->base_url && i < site->watch_count; i++)
        add(jobs, kind, &site->watches[i]);
}

static uint64_t key_of_watch(const struct site *site, const void *subject)
{
    const struct site_watch *watch = subject;
    return site_rows_key(site, hash_text(site->keys.frame, watch->watch->id), &watch->rows);
}

static void make_watch_feed(struct maker *maker, const void *subject, struct site_files *files)
{
    feed_watch(maker->site, subject, files);
}

static void list_content_pages(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->pages.count; i++)
        add(jobs, kind, &site->pages.items[i]);
}

static uint64_t key_of_content_page(const struct site *site, const void *subject)
{
    return site_page_key(site, subject);
}

static void make_content_page(struct maker *maker, const void *subject, struct site_files *files)
{
    content_page(maker->site, subject, files);
}

static void list_redirects(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->mentions.count; i++) {
        const struct reference *mention = &site->mentions.items[i];
        if (mention->kind == REFERENCE_ALIAS && site_has_page(site, mention->from))
            add(jobs, kind, mention);
    }
}

static uint64_t key_of_redirect(const struct site *site, const void *subject)
{
    const struct reference *alias = subject;
    return add_named(site, hash_text(site->keys.base, alias->to), alias->from);
}

static void make_redirect(struct maker *maker, const void *subject, struct site_files *files)
{
    feed_redirect(maker->site, subject, files);
}

/* With its page, which holds the base of the index. */
static uint64_t key_of_search(const struct site *site, const void *subject)
{
    (void)subject;
    return site_texts_key(site, site->keys.frame, &site->published);
}

static void make_search(struct maker *maker, const void *subject, struct site_files *files)
{
    (void)subject;
    maker->problem = public_database_make(maker->site, maker->index, &maker->arena, &maker->before, maker->copy, files);
}

/* What every page of this program and these settings has. */
static uint64_t key_of_base(const struct site *site, const void *subject)
{
    (void)subject;
    return site->keys.base;
}

static void make_folds(struct maker *maker, const void *subject, struct site_files *files)
{
    (void)subject;
    search_folds_make(maker->index, files);
}

static void list_texts(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->documents.count; i++)
        add(jobs, kind, &site->documents.items[i]);
}

static void list_cards(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->documents.count; i += search_cards_together(site))
        add(jobs, kind, &site->documents.items[i]);
}

static size_t document_of(const struct site *site, const void *subject)
{
    return (size_t)((const struct case_row *)subject - site->documents.items);
}

/* By their whole files, as cards have tags of archived cases too, which are no part of the keys of lists. */
static uint64_t key_of_documents(const struct site *site, size_t first, size_t count)
{
    uint64_t key = hash_number(site->keys.base, first);
    for (size_t i = first; i < first + count && i < site->documents.count; i++)
        key = hash_number(hash_text(key, site->documents.items[i].id), site->keys.texts[site->documents.items[i].row]);
    return key;
}

static uint64_t key_of_text(const struct site *site, const void *subject)
{
    return key_of_documents(site, document_of(site, subject), 1);
}

static uint64_t key_of_cards(const struct site *site, const void *subject)
{
    return key_of_documents(site, document_of(site, subject), search_cards_together(site));
}

static void make_text(struct maker *maker, const void *subject, struct site_files *files)
{
    search_text_make(maker->site, maker->index, document_of(maker->site, subject), files);
}

static void make_cards(struct maker *maker, const void *subject, struct site_files *files)
{
    search_cards_make(maker->site, maker->index, document_of(maker->site, subject), files);
}

/* The A to Z has the archived ones too. */
static uint64_t key_of_titles(const struct site *site, const void *subject)
{
    (void)subject;
    return site_rows_key(site, site->keys.frame, &site->published);
}

static uint64_t key_of_assets(const struct site *site, const void *subject)
{
    (void)subject;
    return site_theme_key(site);
}

/* In this order; what takes longest comes first, so that others can be done beside it. */
static const struct job_kind kinds[] = {
    {"search", list_once, key_of_search, make_search, NULL},
    {"search-folds", list_once, key_of_base, make_folds, NULL},
    {"search-text", list_texts, key_of_text, make_text, NULL},
    {"search-cards", list_cards, key_of_cards, make_cards, NULL},
    {"reports", list_once, key_of_reports, make_reports, NULL},
    {"home", list_once, key_of_lists, NULL, home_page},
    {"case", list_cases, key_of_case, make_case, NULL},
    {"letter-list", list_once, key_of_titles, NULL, letter_list_pages},
    {"place-list", list_once, key_of_titles, NULL, place_list_pages},
    {"browse", list_once, key_of_lists, NULL, browse_page},
    {"facet", list_facets, key_of_facet, make_facet, NULL},
    {"term", list_terms, key_of_term, make_term, NULL},
    {"gaps", list_once, key_of_lists, NULL, gaps_page},
    {"gap-pair", list_gap_pairs, key_of_gap_pair, make_gap_pair, NULL},
    {"lenses", list_lenses_page, key_of_lenses, NULL, lens_list_page},
    {"lens", list_lenses, key_of_lens, make_lens, NULL},
    {"lens-cell", list_lens_cells, key_of_lens_cell, make_lens_cell, NULL},
    {"page", list_content_pages, key_of_content_page, make_content_page, NULL},
    {"codebook", list_once, key_of_frame, NULL, codebook_page},
    {"schema", list_once, key_of_frame, NULL, schema_file},
    {"compare", list_once, key_of_frame, NULL, compare_page},
    {"list", list_once, key_of_frame, NULL, list_page},
    {"contribute", list_once, key_of_frame, NULL, contribute_page},
    {"searching", list_once, key_of_frame, NULL, searching_page},
    {"glossary", list_once, key_of_frame, NULL, glossary_page},
    {"assets", list_once, key_of_assets, NULL, assets_make},
    {"redirect", list_redirects, key_of_redirect, make_redirect, NULL},
    {"feed", list_with_address, key_of_lists, NULL, feed_newest},
    {"term-feed", list_term_feeds, key_of_term, make_term_feed, NULL},
    {"lens-feed", list_lens_feeds, key_of_lens, make_lens_feed, NULL},
    {"watch-feed", list_watches, key_of_watch, make_watch_feed, NULL},
    {"addresses", list_with_address, key_of_frame, NULL, feed_addresses},
    {"not-found", list_with_address, key_of_frame, NULL, not_found_page},
};

void jobs_list(struct jobs *jobs, const struct site *site)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        kinds[i].list(jobs, &kinds[i], site);
    for (size_t i = 0; i < jobs->count; i++) {
        struct job *job = &jobs->items[i];
        job->key = hash_text(job->kind->key(site, job->subject), job->kind->name);
    }
}

const struct case_row *job_case(const struct job *job)
{
    return job->kind->make == make_case ? job->subject : NULL;
}

void jobs_free(struct jobs *jobs)
{
    arena_free(&jobs->arena);
    *jobs = (struct jobs){0};
}

void job_make(const struct job *job, struct maker *maker, struct site_files *files)
{
    if (job->kind->page)
        job->kind->page(maker->site, files);
    else
        job->kind->make(maker, job->subject, files);
}
