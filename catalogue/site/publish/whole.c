#include "catalogue/site/publish/whole.h"

#include <string.h>

#include "catalogue/site/feed/feed.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/page/pages.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/slug.h"
#include "indexer/content/scalars.h"
#include "search-cli/present/case_data.h"

const char note_listed[] = "listed";

/* As `check` has it. */
enum { IMAGE_MAX = 1024 * 1024 };

static void add_case(const struct case_row *row, struct output *output, struct json *json)
{
    struct arena arena = {0};
    size_t size = 0;
    const char *data = output_read(output, &arena, path_case_data(&arena, row->id), &size);
    if (data && size)
        json_raw(json, data, size - 1); /* without its line end */
    arena_free(&arena);
}

/* A file that is too large to be held: it goes to a scratch file whenever much of it is there. */
struct large {
    struct output *output;
    const char *path;    /* in the site */
    const char *scratch; /* the scratch file's name */
    struct text bytes;
};

static void put_down(struct large *large)
{
    int reason = 0;
    if (!output_failed(large->output) &&
        !file_append(output_scratch(large->output, large->scratch), large->bytes.data, large->bytes.size, &reason))
        output_fail_for(large->output, "cannot write", large->path, reason);
    text_clear(&large->bytes);
}

static void put_down_much(struct large *large)
{
    enum { MUCH = 1024 * 1024 };
    if (large->bytes.size >= MUCH)
        put_down(large);
}

static void end_large(struct large *large, struct site_files *files)
{
    put_down(large);
    site_files_add(files, large->path)->scratch = large->scratch;
    text_free(&large->bytes);
}

void whole_json(const struct site *site, struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    struct large large = {output, path_whole_json, ".catalogue.json", {0}};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->visible, 0, 0);
    struct json json = json_writer(&large.bytes, true);
    case_data_open(&json, site->settings, site->as_of);
    for (size_t i = 0; i < cases.count; i++) {
        add_case(&cases.items[i], output, &json);
        put_down_much(&large);
    }
    case_data_close(&json);
    end_large(&large, files);
    arena_free(&arena);
}

enum case_table whole_table(const char *path)
{
    enum case_table table = CASE_TABLES - 1;
    while (table > TABLE_CASES && strcmp(path, path_table(table)) != 0)
        table--;
    return table;
}

static void add_lines(struct large *large, struct table_lines *lines, size_t row, enum case_table table)
{
    int reason = 0;
    if (!output_failed(large->output) && !table_lines_get(lines, row, table, &large->bytes, &reason))
        output_fail_for(large->output, "cannot read the lines of", large->path, reason);
    put_down_much(large);
}

void whole_tables(const struct site *site, struct table_lines *lines, struct output *output, struct site_files *files)
{
    static const char *const scratches[CASE_TABLES] = {".table-0", ".table-1", ".table-2", ".table-3"};
    struct arena arena = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->visible, 0, 0);
    for (enum case_table table = 0; table < CASE_TABLES; table++) {
        struct large large = {output, path_table(table), scratches[table], {0}};
        case_csv_head(&large.bytes, table, true);
        for (size_t i = 0; i < cases.count; i++)
            add_lines(&large, lines, cases.items[i].row, table);
        end_large(&large, files);
    }
    arena_free(&arena);
}

/* Where the line that begins here ends: behind its line end, which may stand within quotation marks too. */
static const char *end_of_line(const char *line, const char *end)
{
    bool quoted = false;
    for (; line < end; line++) {
        if (*line == '"')
            quoted = !quoted;
        else if (*line == '\n' && !quoted)
            return line + 1;
    }
    return end;
}

/* Where the lines of the case end that begin here: they stand together, and each begins with the id and a comma. */
static const char *end_of_case(const char *line, const char *end, size_t id_size)
{
    const char *next = end_of_line(line, end);
    while ((size_t)(end - next) > id_size && memcmp(next, line, id_size + 1) == 0)
        next = end_of_line(next, end);
    return next;
}

static void keep_lines(const struct site *site, struct output *output, enum case_table table, const char *id,
                       const char *data, size_t size, struct table_lines *lines)
{
    int reason = 0;
    const struct case_row *row = site_case(site, id);
    if (row && !output_failed(output) && !table_lines_put(lines, row->row, table, data, size, &reason))
        output_fail_for(output, "cannot keep the lines of", path_table(table), reason);
}

/* Behind the head; an id needs no quotation marks. */
static void read_table(const struct site *site, struct output *output, enum case_table table, struct table_lines *lines)
{
    struct arena arena = {0};
    size_t size = 0;
    const char *bytes = output_read_old(output, &arena, path_table(table), &size);
    const char *end = bytes ? bytes + size : NULL;
    for (const char *line = bytes ? end_of_line(bytes, end) : NULL; line < end;) {
        struct arena scratch = {0};
        size_t id_size = strcspn(line, ",");
        size_t all = (size_t)(end_of_case(line, end, id_size) - line);
        keep_lines(site, output, table, arena_copy(&scratch, line, id_size), line, all, lines);
        arena_free(&scratch);
        line += all;
    }
    arena_free(&arena);
}

void whole_tables_read(const struct site *site, struct output *output, struct table_lines *lines)
{
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        read_table(site, output, table, lines);
}

static size_t size_of(const struct output *output, const char *path)
{
    for (size_t i = 0; i < output->after.count; i++) {
        if (strcmp(output->after.items[i].path, path) == 0)
            return output->after.items[i].size;
    }
    return 0;
}

void whole_data_page(const struct site *site, const struct output *output, struct site_files *files)
{
    size_t sizes[DOWNLOADS];
    for (size_t i = 0; i < DOWNLOADS; i++)
        sizes[i] = size_of(output, downloads[i].path);
    data_page(site, sizes, files);
}

/* Behind the word that says that a page is listed: the date, or nothing; NULL where it is not listed. */
static const char *listed_date(struct arena *arena, const struct manifest_file *file)
{
    size_t size = strlen(note_listed);
    size_t word = strcspn(file->note, " ");
    if (word < size || strncmp(file->note, note_listed, size) != 0)
        return NULL;
    const char *date = arena_copy(arena, file->note + size, word - size);
    return !*date || scalar_date(date) ? date : NULL;
}

/* What holds nothing before a reader asks. */
static bool is_empty_at_first(const char *path)
{
    return strcmp(path, path_search) == 0 || strcmp(path, path_compare) == 0 || strcmp(path, path_list) == 0;
}

void whole_sitemap(const struct site *site, const struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    struct sitemap_entry *entries = arena_array(&arena, output->after.count, sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < output->after.count; i++) {
        const char *date = listed_date(&arena, &output->after.items[i]);
        if (date && !is_empty_at_first(output->after.items[i].path))
            entries[count++] = (struct sitemap_entry){output->after.items[i].path, date};
    }
    feed_sitemap(site, entries, count, files);
    arena_free(&arena);
}

/* Notes come from a folder that anybody may have changed. */
static bool may_be_image(const char *name)
{
    return slug_path_is_valid(name) && !strchr(name, '/');
}

/* The names that any note has, each once, in order. */
static struct string_list images_of(struct arena *arena, const struct output *output)
{
    struct string_list names = {0};
    for (size_t i = 0; i < output->after.count; i++) {
        const struct manifest_file *file = &output->after.items[i];
        const char *note = file->note + (listed_date(arena, file) ? strcspn(file->note, " ") : 0);
        for (size_t size; *note; note += size) {
            note += strspn(note, " ");
            size = strcspn(note, " ");
            const char *name = arena_copy(arena, note, size);
            if (may_be_image(name) && !string_list_have(&names, name))
                string_list_add(arena, &names, name);
        }
    }
    string_list_sort(&names);
    return names;
}

static void add_image(const char *root, const char *name, struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    struct file file;
    const char *path = file_join(&arena, file_join(&arena, root, "content/images"), name);
    enum file_status status = file_read(&arena, path, IMAGE_MAX, &file);
    if (status == FILE_DONE)
        site_files_add_bytes(files, path_image(&arena, name), file.data, file.size);
    else if (status == FILE_FAILED)
        output_fail(output, arena_format(&arena, "the image %s %s", name, file_status_text(status, file.reason)));
    arena_free(&arena);
}

void whole_images(const char *root, struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    struct string_list names = images_of(&arena, output);
    for (size_t i = 0; i < names.count; i++)
        add_image(root, names.items[i], output, files);
    arena_free(&arena);
}
