#include "catalogue/site/publish/jobs.h"

#include <string.h>

#include "catalogue/site/case/case_files.h"
#include "catalogue/site/contribute/contribute_page.h"
#include "catalogue/site/feed/feed.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/glossary/glossary_page.h"
#include "catalogue/site/lists/lists.h"
#include "catalogue/site/model/site_keys.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/picture/preview.h"
#include "catalogue/site/publish/job_search.h"
#include "catalogue/site/report/lens_pages.h"
#include "catalogue/site/report/report_pages.h"
#include "indexer/base/hash.h"
#include "search-cli/report/term_brief.h"

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

/* Once, where the site has an address. */
static void list_with_address(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    if (*site->base_url)
        jobs_add(jobs, kind, NULL);
}

static void list_cases(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    const struct case_rows *cases = &site->in_order[ORDER_ID];
    for (size_t i = 0; i < cases->count; i++) {
        if (bitset_has(&site->published, cases->items[i].row))
            jobs_add(jobs, kind, &cases->items[i]);
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

/* How many others have figures of what it measured. */
static uint64_t add_measured(const struct site *site, uint64_t key, size_t row)
{
    for (size_t i = 0; i < site->vocabularies->measure_count; i++)
        if (bitset_has(&site->measured[i], row))
            key = hash_number(key, bitset_shared(&site->measured[i], &site->visible));
    return key;
}

static uint64_t key_of_case(const struct site *site, const void *subject)
{
    const struct case_row *row = subject;
    uint64_t key = hash_number(site->keys.frame, site->keys.rows[row->row]);
    key = hash_number(key, site->keys.texts[row->row]);
    key = add_measured(site, add_mentions(site, key, row->id), row->row);
    return add_similar(key, &site->similar[row->row]);
}

static void make_case(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct case_row *row = subject;
    struct arena arena = {0};
    const struct case_study *study = index_case_study(maker->index, &arena, row->id);
    if (study) {
        survey_take(maker->survey, &maker->surveyed, row->row, study);
        case_files(maker->site, row, study, files);
    }
    arena_free(&arena);
}

static void list_facets(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        jobs_add(jobs, kind, &site->counts[i]);
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
        jobs_add(jobs, kind, subject);
    }
}

static void list_terms(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_terms(jobs, kind, &site->counts[i]);
}

/* What pages with reports read of case studies, which many of them quote; of a large catalogue not all at once. */
static struct cases_read *told_to(struct maker *maker)
{
    enum { KEPT = 40 };
    maker->base = site_reports(maker->site, maker->index);
    if (!maker->told.arena)
        maker->told = (struct cases_read){
            .arena = &maker->quoted, .base = &maker->base, .order = cases_order_read(&maker->arena, &maker->base)};
    if (maker->told.count > KEPT) {
        arena_free(&maker->quoted);
        maker->told =
            (struct cases_read){.arena = maker->told.arena, .base = maker->told.base, .order = maker->told.order};
    }
    return &maker->told;
}

static uint64_t key_of_subject(const struct site *site, const struct term_subject *term)
{
    return hash_text(hash_text(site->keys.frame, term->facet->key), term->term->term->id);
}

static uint64_t key_of_term(const struct site *site, const void *subject)
{
    const struct term_subject *term = subject;
    uint64_t key = key_of_subject(site, term);
    return facet_is_topic(term->facet) ? site_brief_key(site, key, &term->term->rows)
                                       : site_rows_key(site, key, &term->term->rows);
}

static void make_term(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct term_subject *term = subject;
    term_pages(maker->site, told_to(maker), term->facet, term->term, files);
}

static uint64_t key_of_term_feed(const struct site *site, const void *subject)
{
    const struct term_subject *term = subject;
    return site_rows_key(site, key_of_subject(site, term), &term->term->rows);
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
        jobs_add(jobs, kind, subject);
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

static void list_lenses(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->lenses.count; i++)
        jobs_add(jobs, kind, &site->answers[i]);
}

static void make_lens(struct maker *maker, const void *subject, struct site_files *files)
{
    lens_page(maker->site, told_to(maker), subject, files);
}

static void make_lens_brief(struct maker *maker, const void *subject, struct site_files *files)
{
    lens_brief_page(maker->site, told_to(maker), subject, files);
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
            jobs_add(jobs, kind, subject);
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

/* They look at what visible case studies say in their fields and points, and at the needs that stand beside it. */
static uint64_t key_of_reports(const struct site *site, const void *subject)
{
    (void)subject;
    return site_outlines_key(site, hash_number(site->keys.frame, site->keys.reports), &site->visible);
}

static void make_reports(struct maker *maker, const void *subject, struct site_files *files)
{
    struct arena arena = {0};
    (void)subject;
    survey_complete(maker->survey, &maker->surveyed);
    report_pages(maker->site, maker->survey, &arena, files);
    arena_free(&arena);
}

static void list_watches(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; *site->base_url && i < site->watch_count; i++)
        jobs_add(jobs, kind, &site->watches[i]);
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
        jobs_add(jobs, kind, &site->pages.items[i]);
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
            jobs_add(jobs, kind, mention);
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

/*
 * In this order: what takes longest comes first, so that others can be done beside it; the reports come last, as they are
 * made of what others have read.
 */
static const struct job_kind *const kinds[] = {
    &job_search,
    &job_search_folds,
    &job_search_texts,
    &job_search_cards,
    &(const struct job_kind){"home", jobs_list_once, key_of_lists, NULL, home_page, NULL},
    &(const struct job_kind){"case", list_cases, key_of_case, make_case, NULL, NULL},
    &(const struct job_kind){"letter-list", jobs_list_once, key_of_titles, NULL, letter_list_pages, NULL},
    &(const struct job_kind){"place-list", jobs_list_once, key_of_titles, NULL, place_list_pages, path_places},
    &(const struct job_kind){"browse", jobs_list_once, key_of_lists, NULL, browse_page, NULL},
    &(const struct job_kind){"facet", list_facets, key_of_facet, make_facet, NULL, NULL},
    &(const struct job_kind){"term", list_terms, key_of_term, make_term, NULL, NULL},
    &(const struct job_kind){"gaps", jobs_list_once, key_of_lists, NULL, gaps_page, path_gaps},
    &(const struct job_kind){"gap-pair", list_gap_pairs, key_of_gap_pair, make_gap_pair, NULL, path_gaps},
    &(const struct job_kind){"lenses", jobs_list_once, key_of_lenses, NULL, lens_list_page, path_lenses},
    &(const struct job_kind){"lens", list_lenses, key_of_lens, make_lens, NULL, path_lenses},
    &(const struct job_kind){"lens-brief", list_lenses, key_of_lens, make_lens_brief, NULL, path_lenses},
    &(const struct job_kind){"lens-cell", list_lens_cells, key_of_lens_cell, make_lens_cell, NULL, path_lenses},
    &(const struct job_kind){"page", list_content_pages, key_of_content_page, make_content_page, NULL, NULL},
    &(const struct job_kind){"codebook", jobs_list_once, key_of_frame, NULL, codebook_page, NULL},
    &(const struct job_kind){"schema", jobs_list_once, key_of_frame, NULL, schema_file, NULL},
    &(const struct job_kind){"compare", jobs_list_once, key_of_frame, NULL, compare_page, NULL},
    &(const struct job_kind){"list", jobs_list_once, key_of_frame, NULL, list_page, NULL},
    &(const struct job_kind){"contribute", jobs_list_once, key_of_frame, NULL, contribute_page, path_contribute},
    &(const struct job_kind){"searching", jobs_list_once, key_of_lists, NULL, searching_page, NULL},
    &(const struct job_kind){"glossary", jobs_list_once, key_of_frame, NULL, glossary_page, path_glossary},
    &(const struct job_kind){"assets", jobs_list_once, key_of_assets, NULL, assets_make, NULL},
    &(const struct job_kind){"redirect", list_redirects, key_of_redirect, make_redirect, NULL, NULL},
    &(const struct job_kind){"feed", list_with_address, key_of_lists, NULL, feed_newest, NULL},
    &(const struct job_kind){"term-feed", list_term_feeds, key_of_term_feed, make_term_feed, NULL, NULL},
    &(const struct job_kind){"lens-feed", list_lens_feeds, key_of_lens, make_lens_feed, NULL, path_lenses},
    &(const struct job_kind){"watch-feed", list_watches, key_of_watch, make_watch_feed, NULL, NULL},
    &(const struct job_kind){"addresses", list_with_address, key_of_frame, NULL, feed_addresses, NULL},
    &(const struct job_kind){"preview", list_with_address, key_of_assets, NULL, preview_make, NULL},
    &(const struct job_kind){"not-found", list_with_address, key_of_frame, NULL, not_found_page, NULL},
    &(const struct job_kind){"reports", jobs_list_once, key_of_reports, make_reports, NULL, path_answers},
};

void jobs_list(struct jobs *jobs, const struct site *site)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!kinds[i]->path || site_has(site, kinds[i]->path))
            kinds[i]->list(jobs, kinds[i], site);
    while (jobs->at_once < jobs->count && jobs->items[jobs->at_once].kind->make != make_reports)
        jobs->at_once++;
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
