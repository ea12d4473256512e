#include "catalogue/site/publish/whole.h"

#include "catalogue/site/frame/paths.h"
#include "indexer/base/file.h"
#include "search-cli/present/case_data.h"

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

void whole_json(const struct site *site, struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->visible, 0, 0);
    struct text *out = &site_files_add(files, path_whole_json)->bytes;
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", CASE_DATA_VERSION);
    json_member_string(&json, "title", site->settings->title);
    json_member_string(&json, "publisher", site->settings->publisher);
    json_member_string(&json, "licence", site->settings->licence);
    json_member_string(&json, "as_of", site->as_of);
    json_key(&json, "case_studies");
    json_array_open(&json);
    for (size_t i = 0; i < cases.count; i++)
        add_case(&cases.items[i], output, &json);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
    arena_free(&arena);
}

void whole_csv(const struct site *site, const struct text *lines, struct site_files *files)
{
    struct arena arena = {0};
    struct case_rows cases = site_cases(site, &arena, ORDER_ID, &site->visible, 0, 0);
    struct text *out = &site_files_add(files, path_whole_csv)->bytes;
    case_data_csv_head(out);
    for (size_t i = 0; i < cases.count; i++) {
        const struct text *line = &lines[cases.items[i].row];
        text_append(out, line->data, line->size);
    }
    arena_free(&arena);
}

void whole_images(const char *root, const struct string_list *names, struct output *output, struct site_files *files)
{
    struct arena arena = {0};
    for (size_t i = 0; i < names->count; i++) {
        struct file file;
        const char *name = names->items[i];
        const char *path = file_join(&arena, file_join(&arena, root, "content/images"), name);
        enum file_status status = file_read(&arena, path, IMAGE_MAX, &file);
        if (status == FILE_DONE)
            site_files_add_bytes(files, path_image(&arena, name), file.data, file.size);
        else if (status == FILE_FAILED)
            output_fail(output, arena_format(&arena, "the image %s %s", name, file_status_text(status, file.reason)));
    }
    arena_free(&arena);
}
