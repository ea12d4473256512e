#include "catalogue/site/publish/jobs.h"

#include <string.h>

#include "catalogue/site/case/case_files.h"
#include "catalogue/site/feed/feed.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/publish/public_database.h"

struct job_kind {
    const char *name;
    void (*list)(struct jobs *jobs, const struct job_kind *kind, const struct site *site);
    /* One of these two: from a subject, or from the site alone. */
    void (*make)(struct maker *maker, const void *subject, struct site_files *files);
    void (*page)(const struct site *site, struct site_files *files);
};

static void add(struct jobs *jobs, const struct job_kind *kind, const void *subject)
{
    jobs->items = arena_grow(&jobs->arena, jobs->items, jobs->count, &jobs->capacity, sizeof *jobs->items);
    jobs->items[jobs->count++] = (struct job){kind, subject};
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
};

static void list_gap_pairs(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    struct matrix groups = gaps_of_groups(site, &jobs->arena);
    for (size_t i = 0; i < groups.down.count * groups.across.count; i++) {
        if (!groups.cells[i].count)
            continue;
        struct pair_subject *subject = arena_alloc(&jobs->arena, sizeof *subject);
        *subject = (struct pair_subject){&groups.down.entries[i / groups.across.count],
                                         &groups.across.entries[i % groups.across.count]};
        add(jobs, kind, subject);
    }
}

static void make_gap_pair(struct maker *maker, const void *subject, struct site_files *files)
{
    const struct pair_subject *pair = subject;
    gap_pair_page(maker->site, pair->down, pair->across, files);
}

static void list_content_pages(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->pages.count; i++)
        add(jobs, kind, &site->pages.items[i]);
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

static void make_redirect(struct maker *maker, const void *subject, struct site_files *files)
{
    feed_redirect(maker->site, subject, files);
}

static void make_search(struct maker *maker, const void *subject, struct site_files *files)
{
    (void)subject;
    maker->problem = public_database_make(maker->index, &maker->arena, maker->copy, files);
}

static const struct job_kind kinds[] = {
    {.name = "home", .list = list_once, .page = home_page},
    {.name = "case", .list = list_cases, .make = make_case},
    {.name = "case-list", .list = list_once, .page = case_list_page},
    {.name = "browse", .list = list_once, .page = browse_page},
    {.name = "facet", .list = list_facets, .make = make_facet},
    {.name = "term", .list = list_terms, .make = make_term},
    {.name = "gaps", .list = list_once, .page = gaps_page},
    {.name = "gap-pair", .list = list_gap_pairs, .make = make_gap_pair},
    {.name = "page", .list = list_content_pages, .make = make_content_page},
    {.name = "data", .list = list_once, .page = data_page},
    {.name = "compare", .list = list_once, .page = compare_page},
    {.name = "search-page", .list = list_once, .page = search_page},
    {.name = "search", .list = list_once, .make = make_search},
    {.name = "assets", .list = list_once, .page = assets_make},
    {.name = "redirect", .list = list_redirects, .make = make_redirect},
    {.name = "feed", .list = list_with_address, .page = feed_newest},
    {.name = "term-feed", .list = list_term_feeds, .make = make_term_feed},
    {.name = "addresses", .list = list_with_address, .page = feed_addresses},
    {.name = "not-found", .list = list_with_address, .page = not_found_page},
};

void jobs_list(struct jobs *jobs, const struct site *site)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        kinds[i].list(jobs, &kinds[i], site);
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
