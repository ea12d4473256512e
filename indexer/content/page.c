#include "indexer/content/page.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"

static const struct place whole_file;
static const char *const keys[] = {"title", "summary", "order"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void check_keys(struct arena *arena, const struct yaml_node *front, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < front->count; i++) {
        const struct yaml_entry *entry = &front->entries[i];
        size_t known = 0;
        while (known < COUNT(keys) && strcmp(keys[known], entry->key) != 0)
            known++;
        const char *near = nearest(entry->key, keys, COUNT(keys));
        if (known == COUNT(keys))
            report(diagnostics, CODE_PAGE, entry->key_place,
                   near ? arena_format(arena, "did you mean %s?", near) : "a page has title, summary and order",
                   "unknown key \"%s\"", entry->key);
    }
}

static void read_front(struct arena *arena, const struct yaml_node *front, struct page *page,
                       struct diagnostics *diagnostics)
{
    double order = 0;
    check_keys(arena, front, diagnostics);
    page->title = yaml_text(front, "title", "");
    page->summary = yaml_text(front, "summary", "");
    if (!*page->title)
        report(diagnostics, CODE_PAGE, whole_file, "add title: to the front matter", "this page has no title");
    if (yaml_get(front, "order") && (!scalar_number(yaml_text(front, "order", ""), &order) || order < 0 || order > 1e6))
        report(diagnostics, CODE_PAGE, yaml_get(front, "order")->place,
               "write a number such as 10; pages are listed by it", "order is not a number");
    else
        page->order = (long)order;
}

static void read_page(struct arena *arena, const char *root, const char *file, struct page *page,
                      struct diagnostics *diagnostics)
{
    size_t size = 0;
    const char *shown = arena_format(arena, "content/pages/%s", file);
    const char *data = source_load(arena, file_join(arena, root, shown), shown, CASE_FILE_MAX, &size, diagnostics);
    *page = (struct page){.name = arena_copy(arena, file, strlen(file) - strlen(".md")), .title = "", .summary = ""};
    if (!data)
        return;
    if (!scalar_case_id(page->name))
        report(diagnostics, CODE_PAGE, whole_file, "rename it to lower-case words with hyphens",
               "this cannot be the name of a page");
    struct source source = source_read(arena, data, size, diagnostics);
    if (source.front)
        read_front(arena, source.front, page, diagnostics);
    if (source.body)
        page->body =
            markdown_read(arena, source.body, source.body_size, source.body_line, "case-studies/", diagnostics);
}

static int compare_pages(const void *a, const void *b)
{
    const struct page *first = a;
    const struct page *second = b;
    if (first->order != second->order)
        return first->order < second->order ? -1 : 1;
    return strcmp(first->name, second->name);
}

bool pages_read(struct arena *arena, const char *root, struct pages *pages, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct file_names files;
    *pages = (struct pages){0};
    if (!file_list(arena, file_join(arena, root, "content/pages"), ".md", &files)) {
        if (files.reason == ENOENT)
            return true;
        source_report_folder("content/pages", files.reason, diagnostics);
        return false;
    }
    pages->items = arena_array(arena, files.count ? files.count : 1, sizeof *pages->items);
    for (; pages->count < files.count; pages->count++)
        read_page(arena, root, files.names[pages->count], &pages->items[pages->count], diagnostics);
    qsort(pages->items, pages->count, sizeof *pages->items, compare_pages);
    return diagnostics->errors == errors;
}
