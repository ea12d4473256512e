#include "catalogue/site/output/manifest.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/slug.h"

const char manifest_name[] = ".catalogue-manifest";

static const char head[] = "# Files that catalogue publish wrote, and may change or remove.\n";
static const char whole[] = "# key ";

/* The next word of a line, cut off; "" at its end. */
static char *next_word(char **line)
{
    char *word = *line;
    char *end = word + strcspn(word, " ");
    *line = *end ? end + 1 : end;
    *end = '\0';
    return word;
}

/* 16 hexadecimal digits; 0 for anything else. */
static uint64_t key_of(const char *word)
{
    return strlen(word) == 16 && strspn(word, "0123456789abcdef") == 16 ? strtoull(word, NULL, 16) : 0;
}

static void read_line(struct arena *arena, char *line, struct manifest *manifest)
{
    if (strncmp(line, whole, sizeof whole - 1) == 0)
        manifest->key = key_of(line + sizeof whole - 1);
    struct manifest_file file = {.path = next_word(&line)};
    file.key = key_of(next_word(&line));
    const char *size = next_word(&line);
    file.size = strlen(size) < 20 ? (size_t)strtoull(size, NULL, 10) : 0;
    file.note = line;
    if (slug_path_is_valid(file.path))
        manifest_add(arena, manifest, &file);
}

bool manifest_read(struct arena *arena, char *list, struct manifest *manifest)
{
    if (strncmp(list, head, sizeof head - 1) != 0)
        return false;
    char *line = list + sizeof head - 1;
    for (char *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        read_line(arena, line, manifest);
    }
    manifest_sort(manifest);
    return true;
}

void manifest_add(struct arena *arena, struct manifest *manifest, const struct manifest_file *file)
{
    manifest->items = arena_grow(arena, manifest->items, manifest->count, &manifest->capacity, sizeof *manifest->items);
    manifest->items[manifest->count++] = *file;
}

static int compare_files(const void *a, const void *b)
{
    return strcmp(((const struct manifest_file *)a)->path, ((const struct manifest_file *)b)->path);
}

/* As a list that was printed is. */
static bool is_sorted(const struct manifest *manifest)
{
    size_t i = 1;
    while (i < manifest->count && compare_files(&manifest->items[i - 1], &manifest->items[i]) <= 0)
        i++;
    return i >= manifest->count;
}

void manifest_sort(struct manifest *manifest)
{
    if (!is_sorted(manifest))
        qsort(manifest->items, manifest->count, sizeof *manifest->items, compare_files);
}

void manifest_print(struct text *out, const struct manifest *manifest)
{
    text_add(out, head);
    text_format(out, "%s%016" PRIx64 "\n", whole, manifest->key);
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->items[i];
        text_format(out, "%s %016" PRIx64 " %zu%s%s\n", file->path, file->key, file->size, *file->note ? " " : "",
                    file->note);
    }
}

/* Where the first path that is not before this one stands. */
static size_t place_of(const struct manifest *manifest, const char *path)
{
    size_t low = 0;
    for (size_t high = manifest->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(manifest->items[middle].path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct manifest_file *manifest_find(const struct manifest *manifest, const char *path)
{
    size_t place = place_of(manifest, path);
    bool found = place < manifest->count && strcmp(manifest->items[place].path, path) == 0;
    return found ? &manifest->items[place] : NULL;
}

bool manifest_goes_through(const struct manifest *manifest, const char *folder)
{
    struct arena arena = {0};
    const char *begin = arena_format(&arena, "%s/", folder);
    size_t place = place_of(manifest, begin);
    bool found = place < manifest->count && strncmp(manifest->items[place].path, begin, strlen(begin)) == 0;
    arena_free(&arena);
    return found;
}
