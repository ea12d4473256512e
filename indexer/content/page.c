#include "indexer/content/page.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/facets.h"
#include "indexer/content/field_names.h"
#include "indexer/content/leftovers.h"
#include "indexer/content/own_fields.h"
#include "indexer/content/page_links.h"
#include "indexer/content/scalars.h"
#include "indexer/content/source.h"
#include "indexer/content/taken_names.h"
#include "indexer/content/value.h"
#include "indexer/content/value_check.h"

enum { ORDER_MAX = 1000000 };

static const struct place whole_file;

static struct string_list texts_of(struct arena *arena, const struct value *list)
{
    struct string_list texts = {0};
    for (size_t i = 0; i < list->count; i++)
        string_list_add(arena, &texts, list->items[i].text);
    return texts;
}

static struct call call_of(struct arena *arena, const struct value *value)
{
    if (value->kind != VALUE_MAP)
        return (struct call){.closes = "", .contact = ""};
    return (struct call){.is_made = true,
                         .priority_areas = texts_of(arena, value_member(value, CALL_PRIORITY_AREAS)),
                         .deprivation_focus = texts_of(arena, value_member(value, CALL_DEPRIVATION_FOCUS)),
                         .closes = value_text(value, CALL_CLOSES, ""),
                         .contact = value_text(value, CALL_CONTACT, "")};
}

static const struct facet *facet_of(const struct value *value, struct diagnostics *diagnostics)
{
    if (value->kind != VALUE_TEXT)
        return NULL;
    const struct facet *facet = facet_find(value->text);
    if (!facet)
        report(diagnostics, CODE_UNKNOWN_TERM, value->place, "name one such as evidence, result or regions",
               "\"%s\" is no field whose terms can be counted", value->text);
    return facet;
}

static void read_front(struct arena *arena, const struct source *source, const struct vocabularies *vocabularies,
                       struct page *page, struct diagnostics *diagnostics)
{
    struct value values[PAGE_MEMBERS] = {0};
    struct value_reader reader = {arena, diagnostics, vocabularies};
    struct value_checker checker = {arena, vocabularies, diagnostics};
    if (source->front)
        values_read(&reader, page_fields, PAGE_MEMBERS, source->front, values);
    values_check(&checker, page_fields, PAGE_MEMBERS, values);
    if (source->front_whole)
        values_require(&checker, page_fields, PAGE_MEMBERS, values, (struct place){1, 1, 3}, &source->broken);
    page->title = values[PAGE_TITLE].kind == VALUE_TEXT ? values[PAGE_TITLE].text : "";
    page->summary = values[PAGE_SUMMARY].kind == VALUE_TEXT ? values[PAGE_SUMMARY].text : "";
    page->order = (long)fmin(values[PAGE_ORDER].number, ORDER_MAX);
    page->call = call_of(arena, &values[PAGE_CALL]);
    page->counts = facet_of(&values[PAGE_COUNTS], diagnostics);
}

static void check_name(const char *name, struct diagnostics *diagnostics)
{
    const char *taken = taken_page(name);
    if (taken)
        report(diagnostics, CODE_TAKEN, whole_file, "give the file another name",
               "no page can be called \"%s\": the site has %s there", name, taken);
    else if (!scalar_case_id(name))
        report(diagnostics, CODE_PAGE_NAME, whole_file, "rename it to lower-case words with hyphens",
               "this cannot be the name of a page");
}

static void check_text(const struct source *source, const struct markdown_body *body, struct diagnostics *diagnostics)
{
    if (source->body && !*body->plain)
        report(diagnostics, CODE_PAGE, ((struct place){source->body_line, 1, 1}), "write it below the second line ---",
               "this page has no text");
}

/* What a page can lead to. */
struct names {
    struct string_list pages;
    struct string_list cases;
};

static bool names_read(struct arena *arena, const char *root, struct names *names, struct diagnostics *diagnostics)
{
    int pages = page_links_pages(arena, root, &names->pages);
    int cases = page_links_cases(arena, root, &names->cases);
    if (pages)
        source_report_folder("content/pages", pages, diagnostics);
    if (cases)
        source_report_folder("content/case-studies", cases, diagnostics);
    return !pages && !cases;
}

static void read_page(struct arena *arena, const char *root, const struct vocabularies *vocabularies,
                      const struct names *names, const char *file, struct page *page, struct diagnostics *diagnostics)
{
    size_t size = 0;
    const char *shown = arena_format(arena, "content/pages/%s", file);
    const char *data = source_load(arena, file_join(arena, root, shown), shown, CASE_FILE_MAX, &size, diagnostics);
    *page = (struct page){.name = arena_copy(arena, file, strlen(file) - strlen(".md")), .title = "", .summary = ""};
    page->call = call_of(arena, &(struct value){.kind = VALUE_NONE});
    if (!data)
        return;
    check_name(page->name, diagnostics);
    struct source source = source_read(arena, data, size, &page_names, diagnostics);
    read_front(arena, &source, vocabularies, page, diagnostics);
    if (source.body)
        page->body =
            markdown_read_page(arena, source.body, source.body_size, source.body_line, &names->pages, diagnostics);
    page_links_check_cases(arena, &page->body, &names->pages, &names->cases, diagnostics);
    check_text(&source, &page->body, diagnostics);
    if (diagnostics)
        leftovers_check(arena, &page->body, diagnostics);
}

static int compare_pages(const void *a, const void *b)
{
    const struct page *first = a;
    const struct page *second = b;
    if (first->order != second->order)
        return first->order < second->order ? -1 : 1;
    return strcmp(first->name, second->name);
}

bool pages_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct pages *pages,
                struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    struct file_names files;
    *pages = (struct pages){0};
    if (!file_list(arena, root, "content/pages", ".md", &files)) {
        if (files.reason == ENOENT)
            return true;
        source_report_folder("content/pages", files.reason, diagnostics);
        return false;
    }
    struct names names;
    if (!names_read(arena, root, &names, diagnostics))
        return false;
    pages->items = arena_array(arena, files.count ? files.count : 1, sizeof *pages->items);
    for (; pages->count < files.count; pages->count++)
        read_page(arena, root, vocabularies, &names, files.names[pages->count], &pages->items[pages->count],
                  diagnostics);
    qsort(pages->items, pages->count, sizeof *pages->items, compare_pages);
    return diagnostics->errors == errors;
}
