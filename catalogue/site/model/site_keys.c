#include "catalogue/site/model/site_keys.h"

#include <errno.h>

#include "catalogue/site/model/source_key.h"
#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/content/source.h"
#include "indexer/index/dates.h"
#include "indexer/index/report_rows.h"

/* As `check` has it. */
enum { IMAGE_MAX = 1024 * 1024 };

static uint64_t base_key(const struct site *site, struct index *index)
{
    uint64_t key = hash_text(HASH_START, SOURCE_KEY);
    key = hash_text(key, markdown_library());
    key = hash_text(key, index_library());
    for (size_t i = 0; i < site->said.phrases.count; i++)
        key = hash_text(hash_text(key, site->said.phrases.items[i].english), site->said.phrases.items[i].said);
    return hash_text(key, index_content_key(index));
}

/* All that is rendered of a text, and what it needs. */
static uint64_t body_key(uint64_t key, const struct markdown_body *body)
{
    key = hash_text(key, body->before.html ? body->before.html : "");
    for (size_t i = 0; i < body->section_count; i++) {
        key = hash_text(key, body->sections[i].heading);
        key = hash_text(key, body->sections[i].content.html);
    }
    for (size_t i = 0; i < body->image_count; i++)
        key = hash_text(key, body->images[i].name);
    return key;
}

static uint64_t frame_key(const struct site *site)
{
    uint64_t key = hash_text(site->keys.base, site->as_of);
    key = hash_text(key, site->base_url);
    for (size_t i = 0; i < site->pages.count; i++) {
        key = hash_text(key, site->pages.items[i].name);
        key = hash_text(key, site->pages.items[i].title);
    }
    key = hash_number(key, site->lenses.count > 0); /* they stand in the navigation */
    for (size_t i = 0; i < site->page_kinds_off.count; i++)
        key = hash_text(key, site->page_kinds_off.items[i]);
    key = hash_number(key, site->theme.has_stylesheet);
    key = hash_text(key, site->theme.logo ? site->theme.logo : "");
    key = body_key(hash_number(key, site->theme.header.exists), &site->theme.header.at[0]);
    return body_key(hash_number(key, site->theme.footer.exists), &site->theme.footer.at[0]);
}

static uint64_t texts_key(uint64_t key, const struct string_list *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        key = hash_text(key, texts->items[i]);
    return hash_number(key, texts->count);
}

/* All that its file says. */
static uint64_t own_key(const struct site *site, const struct page *page)
{
    uint64_t key = hash_text(hash_text(site->keys.frame, page->name), page->title);
    key = hash_number(key, page->call.is_made);
    key = texts_key(texts_key(key, &page->call.priority_areas), &page->call.deprivation_focus);
    key = hash_text(hash_text(key, page->call.closes), page->call.contact);
    key = hash_text(key, page->counts ? page->counts->key : "");
    return body_key(hash_text(key, page->summary), &page->body);
}

/* A page that calls for case studies says what is not here, and another how many there are. */
uint64_t site_page_key(const struct site *site, const struct page *page)
{
    uint64_t key = own_key(site, page);
    return page->call.is_made || page->counts ? site_rows_key(site, key, &site->visible) : key;
}

uint64_t site_theme_key(const struct site *site)
{
    uint64_t key = site->keys.base;
    for (size_t i = 0; i < site->theme.file_count; i++) {
        const struct theme_file *file = &site->theme.files[i];
        key = hash_bytes(hash_number(hash_text(key, file->path), file->size), file->data, file->size);
    }
    return key;
}

/* Every column of a row; what is a set of terms or a date of its own follows in add_terms and add_dates. */
static uint64_t row_key(const struct case_row *row)
{
    const char *const columns[] = {row->id,         row->path,      row->title,      row->summary,
                                   row->place,      row->published, row->stage,      row->result,
                                   row->evaluation, row->evidence,  row->gap_effect, row->review_status};
    uint64_t key = HASH_START;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        key = hash_text(key, columns[i]);
    return hash_number(hash_number(key, row->completeness), row->outdated);
}

static void add_terms(struct site *site)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        const struct term_counts *counts = &site->counts[i];
        for (size_t j = 0; j < counts->count; j++) {
            for (size_t row = 0; bitset_next(&counts->items[j].rows, row, &row); row++)
                site->keys.rows[row] = hash_number(hash_number(site->keys.rows[row], i), j);
        }
    }
}

static void add_dates(struct site *site, struct index *index)
{
    struct arena arena = {0};
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++) {
        struct date_rows dates = dates_of(index, &arena, date_fields[i].key);
        for (size_t j = 0; j < dates.count; j++) {
            uint64_t *key = dates.items[j].row < site->row_count ? &site->keys.rows[dates.items[j].row] : NULL;
            if (key)
                *key = hash_text(hash_number(*key, i), dates.items[j].date);
        }
    }
    arena_free(&arena);
}

/* In the order of ids: the numbers of rows depend on what the index has been through. */
static uint64_t combine(const struct site *site, const uint64_t *keys, uint64_t key, const struct bitset *rows)
{
    const struct case_rows *cases = &site->in_order[ORDER_ID];
    for (size_t i = 0; i < cases->count; i++) {
        if (bitset_has(rows, cases->items[i].row))
            key = hash_number(key, keys[cases->items[i].row]);
    }
    return key;
}

uint64_t site_rows_key(const struct site *site, uint64_t key, const struct bitset *rows)
{
    return combine(site, site->keys.rows, key, rows);
}

uint64_t site_texts_key(const struct site *site, uint64_t key, const struct bitset *rows)
{
    return combine(site, site->keys.texts, site_rows_key(site, key, rows), rows);
}

uint64_t site_outlines_key(const struct site *site, uint64_t key, const struct bitset *rows)
{
    const struct case_rows *cases = &site->in_order[ORDER_ID];
    for (size_t i = 0; i < cases->count; i++)
        if (bitset_has(rows, cases->items[i].row))
            key = hash_number(key, cases->items[i].outline);
    return site_rows_key(site, key, rows);
}

uint64_t site_tables_key(const struct site *site)
{
    return site_outlines_key(site, hash_text(site->keys.frame, "tables"), &site->visible);
}

/* What is not known is told of all cases: for whom there are others, and of how many that is. */
uint64_t site_brief_key(const struct site *site, uint64_t key, const struct bitset *rows)
{
    const struct term_counts *people = site_counts(site, "deprivation_focus");
    for (size_t i = 0; i < people->count; i++)
        key = hash_number(key, people->items[i].count);
    return site_texts_key(site, key, rows);
}

/* Which cases a question finds, and which of them have most to do with its words. */
static uint64_t asked_key(const struct site *site, uint64_t key, const struct asked *asked)
{
    for (size_t i = 0; i < asked->first_count; i++)
        key = hash_number(key, site->keys.rows[asked->first[i]]);
    key = hash_number(hash_number(key, asked->total), asked->related);
    return site_brief_key(site, key, &asked->rows);
}

static uint64_t cells_key(uint64_t key, const struct lens_cells *cells)
{
    for (size_t i = 0; i < cells->count; i++) {
        const struct lens_cell *cell = &cells->items[i];
        key = hash_text(hash_text(hash_text(key, cell->id), cell->label), cell->question);
        key = hash_text(hash_text(key, cell->query), cell->heading);
    }
    return key;
}

uint64_t site_lens_key(const struct site *site, const struct lens_answers *answers)
{
    const struct lens *lens = answers->lens;
    uint64_t key = hash_text(hash_text(hash_text(site->keys.frame, lens->id), lens->name), lens->source);
    key = hash_text(hash_text(hash_text(key, lens->from), lens->to), lens->replaced_by);
    key = cells_key(hash_text(key, lens->summary), &lens->cells);
    key = cells_key(key, &lens->second_axis);
    for (size_t i = 0; i < lens->cells.count; i++)
        key = asked_key(site, key, &answers->cells[i]);
    for (size_t i = 0; i < lens->second_axis.count; i++)
        key = site_rows_key(site, key, &answers->second[i].rows);
    return key;
}

uint64_t site_lens_cell_key(const struct site *site, const struct lens_answers *answers, size_t cell)
{
    const struct lens *lens = answers->lens;
    const struct lens_cells own = {&lens->cells.items[cell], 1};
    uint64_t key = cells_key(hash_text(hash_text(site->keys.frame, lens->id), lens->name), &own);
    return asked_key(site, key, &answers->cells[cell]);
}

/* One that could not be read is asked for once more, or the key would not be that of what is shown of it later. */
static enum file_status read_image(struct arena *arena, const char *path, struct file *file)
{
    enum file_status status = file_read(arena, path, IMAGE_MAX, file);
    return status == FILE_FAILED ? file_read(arena, path, IMAGE_MAX, file) : status;
}

/* Every image, needed or not: which are needed is known when the pages are made. */
static uint64_t images_key(uint64_t key, const char *root, struct diagnostics *diagnostics)
{
    static const char shown[] = "content/images";
    struct arena arena = {0};
    struct file_names names;
    const char *folder = file_join(&arena, root, shown);
    if (!file_list(&arena, root, shown, "", &names) && names.reason != ENOENT)
        source_report_folder(shown, names.reason, diagnostics);
    for (size_t i = 0; i < names.count; i++) {
        struct arena bytes = {0};
        struct file file = {0};
        enum file_status status = read_image(&bytes, file_join(&bytes, folder, names.names[i]), &file);
        key = hash_number(hash_text(key, names.names[i]), status);
        if (status == FILE_DONE)
            key = hash_bytes(hash_number(key, file.size), file.data, file.size);
        diagnostics_file(diagnostics, file_join(&bytes, shown, names.names[i]), NULL, 0);
        if (status == FILE_FAILED && file_reason_is_system(file.reason))
            source_report_unreadable(status, file.reason, IMAGE_MAX, diagnostics);
        arena_free(&bytes);
    }
    arena_free(&arena);
    return key;
}

/* What is asked of the cases follows from them; whether a case is the last good state of its file does not. */
static uint64_t whole_key(const struct site *site, uint64_t images)
{
    const struct case_rows *cases = &site->in_order[ORDER_ID];
    uint64_t key = hash_number(hash_number(site->keys.frame, site->keys.reports), site_theme_key(site));
    for (size_t i = 0; i < site->pages.count; i++)
        key = hash_number(key, own_key(site, &site->pages.items[i]));
    for (size_t i = 0; i < cases->count; i++)
        key = hash_number(hash_text(hash_number(key, cases->items[i].outdated), cases->items[i].id),
                          cases->items[i].source_hash);
    return hash_number(key, images);
}

bool site_keys_find(struct site *site, struct index *index, const char *root, struct diagnostics *diagnostics)
{
    struct site_keys *keys = &site->keys;
    size_t errors = diagnostics->errors;
    keys->base = base_key(site, index);
    keys->frame = frame_key(site);
    keys->reports = hash_text(HASH_START, report_rows_key(index, &site->arena));
    keys->whole = whole_key(site, images_key(HASH_START, root, diagnostics));
    return diagnostics->errors == errors && !index_failed(index);
}

void site_keys_of_cases(struct site *site, struct index *index)
{
    struct site_keys *keys = &site->keys;
    keys->rows = arena_array(&site->arena, site->row_count, sizeof *keys->rows);
    keys->texts = arena_array(&site->arena, site->row_count, sizeof *keys->texts);
    for (size_t i = 0; i < site->in_order[ORDER_ID].count; i++) {
        const struct case_row *row = &site->in_order[ORDER_ID].items[i];
        keys->rows[row->row] = row_key(row);
        keys->texts[row->row] = row->source_hash;
    }
    add_terms(site);
    add_dates(site, index);
}
