#include "catalogue/site/publish/job_search.h"

#include <inttypes.h>
#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/model/site_keys.h"
#include "catalogue/site/page/pages.h"
#include "catalogue/site/search/search_shards.h"
#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/index/public_copy.h"

const char public_database_scratch[] = ".catalogue.db";

/* The program and all that is none of the cases; and the bytes, as a file that was damaged is no copy any more. */
static const char *note_of(struct arena *arena, const struct site *site, uint64_t sum)
{
    return arena_format(arena, "made=%016" PRIx64 " sum=%016" PRIx64, site->keys.base, sum);
}

/* The copy of the last run, where a new one may begin with it; else NULL. */
static const char *usable(struct arena *arena, const struct site *site, const struct old_file *before)
{
    uint64_t sum = 0;
    int reason = 0;
    bool good = before->path && file_sum(before->path, &sum, &reason) == FILE_DONE &&
                strcmp(before->note, note_of(arena, site, sum)) == 0;
    return good ? before->path : NULL;
}

static const char *add_database(const struct site *site, struct arena *arena, const char *path,
                                struct site_files *files)
{
    uint64_t sum = 0;
    int reason = 0;
    enum file_status status = file_sum(path, &sum, &reason);
    if (status != FILE_DONE)
        return arena_format(arena, "%s %s", path, file_status_text(status, reason));
    struct site_file *file = site_files_add(files, path_database);
    file->scratch = public_database_scratch;
    file->note = note_of(&files->arena, site, sum);
    return NULL;
}

/*
 * Adds data/catalogue.db, which is left at the maker's path, the scripts of search/ and the page of results. It begins
 * with the copy of the last run where that is as it was written. NULL when it is done, else a sentence in the arena.
 */
static const char *public_database_make(struct maker *maker, struct site_files *files)
{
    const struct site *site = maker->site;
    struct index *index = maker->index;
    struct arena *arena = &maker->arena;
    struct index_status status;
    bool made = public_copy(index, usable(arena, site, &maker->before), maker->copy, &status);
    struct index *copy = made ? index_open(maker->copy, INDEX_READ, &status) : NULL;
    if (!copy)
        return index_failed(index) ? index_failure_text(arena, index) : index_status_text(arena, status, maker->copy);
    search_page(site, search_shards_make(site, *maker->words, copy, files), files);
    const char *problem = index_failed(copy) ? index_failure_text(arena, copy) : NULL;
    index_close(copy);
    return problem ? problem : add_database(site, arena, maker->copy, files);
}

/* With its page, which holds the base of the index; the database has what only reports need, too. */
static uint64_t key_of_search(const struct site *site, const void *subject)
{
    (void)subject;
    return site_texts_key(site, hash_number(site->keys.frame, site->keys.reports), &site->published);
}

static void make_search(struct maker *maker, const void *subject, struct site_files *files)
{
    (void)subject;
    maker->problem = public_database_make(maker, files);
    inverted_free(*maker->words);
    *maker->words = NULL;
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
        jobs_add(jobs, kind, &site->documents.items[i]);
}

static void list_cards(struct jobs *jobs, const struct job_kind *kind, const struct site *site)
{
    for (size_t i = 0; i < site->documents.count; i += search_cards_together(site))
        jobs_add(jobs, kind, &site->documents.items[i]);
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

const struct job_kind job_search = {"search", jobs_list_once, key_of_search, make_search, NULL, NULL};
const struct job_kind job_search_folds = {"search-folds", jobs_list_once, key_of_base, make_folds, NULL, NULL};
const struct job_kind job_search_texts = {"search-text", list_texts, key_of_text, make_text, NULL, NULL};
const struct job_kind job_search_cards = {"search-cards", list_cards, key_of_cards, make_cards, NULL, NULL};
