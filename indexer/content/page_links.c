#include "indexer/content/page_links.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"

static int names_in(struct arena *arena, const char *root, const char *folder, struct string_list *names)
{
    struct file_names files;
    *names = (struct string_list){0};
    if (!file_list(arena, root, folder, ".md", &files))
        return file_reason_is_absence(files.reason) ? 0 : files.reason;
    for (size_t i = 0; i < files.count; i++)
        string_list_add(arena, names, arena_copy(arena, files.names[i], strlen(files.names[i]) - strlen(".md")));
    string_list_sort(names);
    return 0;
}

int page_links_pages(struct arena *arena, const char *root, struct string_list *names)
{
    return names_in(arena, root, "content/pages", names);
}

int page_links_cases(struct arena *arena, const char *root, struct string_list *names)
{
    return names_in(arena, root, "content/case-studies", names);
}

void page_links_check(struct arena *arena, const struct markdown_body *body, const struct string_list *pages,
                      struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < body->link_count; i++) {
        const struct markdown_link *link = &body->links[i];
        if (!link->is_page || string_list_have(pages, link->target))
            continue;
        const char *near = nearest(link->target, pages->items, pages->count);
        report(diagnostics, CODE_LINK_NOWHERE, link->place,
               near ? arena_format(arena, "did you mean ../pages/%s.md?", near)
                    : "write ../pages/ and the name of a file in content/pages/",
               "there is no page \"%s\"", link->target);
    }
}

void page_links_check_cases(struct arena *arena, const struct markdown_body *body, const struct string_list *pages,
                            const struct string_list *cases, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < body->link_count; i++) {
        const struct markdown_link *link = &body->links[i];
        if (link->is_page || string_list_have(cases, link->target))
            continue;
        const char *page = nearest(link->target, pages->items, pages->count);
        const char *near = page ? page : nearest(link->target, cases->items, cases->count);
        report(diagnostics, CODE_LINK_NOWHERE, link->place,
               near ? arena_format(arena, "did you mean %s.md?", near)
                    : "write the file name of a page in content/pages/ or of a case study in content/case-studies/",
               "there is neither a page nor a case study \"%s\"", link->target);
    }
}
