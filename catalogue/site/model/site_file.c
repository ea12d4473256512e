#include "catalogue/site/model/site_file.h"

struct site_file *site_files_add(struct site_files *files, const char *path)
{
    struct site_file *file = arena_alloc(&files->arena, sizeof *file);
    file->path = arena_string(&files->arena, path);
    files->items = arena_grow(&files->arena, files->items, files->count, &files->capacity, sizeof *files->items);
    files->items[files->count++] = file;
    return file;
}

struct site_file *site_files_add_part(struct site_files *files, const char *path)
{
    struct site_file *part = site_files_add(files, path);
    part->is_part = true;
    return part;
}

void site_files_add_bytes(struct site_files *files, const char *path, const char *data, size_t size)
{
    text_append(&site_files_add(files, path)->bytes, data, size);
}

void site_file_needs(struct site_files *files, struct site_file *file, const char *image)
{
    if (!string_list_have(&file->images, image))
        string_list_add(&files->arena, &file->images, arena_string(&files->arena, image));
}

void site_files_free(struct site_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        text_free(&files->items[i]->bytes);
    arena_free(&files->arena);
    *files = (struct site_files){0};
}
